#!/usr/bin/env python3
"""Dead items: what rustc's `dead_code` says, against what the audit reports.

usage: dead_code.py PROGRAM WORKSPACE COPY [--open] [--why] [-- cargo check arguments]
  PROGRAM    cargo-vestige
  WORKSPACE  the folder of a workspace; it is not changed
  COPY       a folder to make; what is built goes below it, or where CARGO_TARGET_DIR says
  --open     public API counts as used, as to rustc; without, the world is closed
  --why      for what rustc alone says is dead, also what `vestige why` says

Files that git knows are copied, and the lock file. In the copy every `allow` and `expect` of `dead_code`, of the groups
that it is part of, and of the two lints that are used to measure is blanked, with no place moved. Cargo runs twice with
this file as RUSTC_WORKSPACE_WRAPPER, which keeps what the compiler says of each crate it compiles: the library and
its unit tests are two, and what is dead in the one may be used in the other. No flag of the user is replaced; warnings are
kept from being errors (`--cap-lints warn`), so that all crates are compiled.

In the second run each item that either of both named has a mark before it, an `allow` of a lint that is unknown. The
warning of that says which crates compile the item, and `unreachable_pub` whether anybody else could use it. So an item
counts as dead for rustc if all crates that compile it say so, and rustc counts as silent only where it had its say: it
has none on what is public API of a crate or used by such (which a second audit tells, with all public API in use), on
what no configuration of this run compiles, and on modules and re-exports.
"""
import argparse
import bisect
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

WRAPPED = "VESTIGE_AGREEMENT_FOLDER"
STRIPPED = {"dead_code", "unused", "warnings", "unknown_lints", "unreachable_pub"}
LINTS = ["dead_code", "unknown_lints", "unreachable_pub"]
MARK = re.compile(r"unknown lint: `vestige_seen_(\d+)`")
# What rustc never lints as dead code.
SILENT = {"module", "re-export", "macro", "file", "feature"}
TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*)"""
    r"""|(?P<literal>(?:br|cr|r)(?P<hashes>\#*)"(?:.|\n)*?"(?P=hashes)|[bc]?"(?:\\(?:.|\n)|[^"\\])*"|b?'(?:\\(?:u\{[^}]*\}|x..|.)|[^'\\\n])')"""
    r"""|(?P<lifetime>'[A-Za-z_]\w*)|(?P<word>(?:r\#)?[A-Za-z_]\w*)|(?P<number>\d\w*)|(?P<mark>.)""",
    re.S,
)
OPEN, CLOSE = "([{", ")]}"
Token = collections.namedtuple("Token", "kind text start end")


def tokens(text):
    """The tokens of a source text, with offsets in characters; comments may be nested."""
    found, at = [], 0
    while at < len(text):
        if text.startswith("/*", at):
            depth, on = 1, at + 2
            while depth and on < len(text):
                step = re.compile(r"/\*|\*/").search(text, on)
                if step is None:
                    return found
                depth += 1 if step.group() == "/*" else -1
                on = step.end()
            at = on
            continue
        it = TOKEN.match(text, at)
        if it.lastgroup != "space":
            found.append(Token(it.lastgroup, it.group(), it.start(), it.end()))
        at = it.end()
    return found


def closing(all_tokens, at):
    """The place of the bracket that closes the one at a place."""
    depth = 0
    for on in range(at, len(all_tokens)):
        if all_tokens[on].kind == "mark":
            depth += (all_tokens[on].text in OPEN) - (all_tokens[on].text in CLOSE)
            if depth == 0:
                return on
    return len(all_tokens) - 1


def parts(all_tokens, start, end):
    """What commas separate between two places: pairs of places."""
    found, depth, begin = [], 0, start
    for on in range(start, end):
        if all_tokens[on].kind == "mark":
            depth += (all_tokens[on].text in OPEN) - (all_tokens[on].text in CLOSE)
            if depth == 0 and all_tokens[on].text == ",":
                found.append((begin, on))
                begin = on + 1
    return found + [(begin, end)] if begin < end else found


def allowances(all_tokens, start, end):
    """Pieces of an attribute to blank, as offsets: entries of `allow` and `expect`, also below `cfg_attr`."""
    head = all_tokens[start].text
    if start + 1 >= end or all_tokens[start + 1].text != "(":
        return
    inner = parts(all_tokens, start + 2, closing(all_tokens, start + 1))
    if head == "cfg_attr":
        for begin, stop in inner[1:]:
            yield from allowances(all_tokens, begin, stop)
    elif head in ("allow", "expect"):
        for begin, stop in inner:
            if stop - begin == 1 and all_tokens[begin].text in STRIPPED:
                after = stop if all_tokens[stop].text == "," else begin
                yield all_tokens[begin].start, all_tokens[after].end


def without_allowances(text):
    """Blanks of the same length keep every place where it is."""
    all_tokens, changed, end = tokens(text), [], 0
    for at, it in enumerate(all_tokens):
        if it.text != "#":
            continue
        on = at + 1 + (all_tokens[at + 1 : at + 2] != [] and all_tokens[at + 1].text == "!")
        if on + 1 >= len(all_tokens) or all_tokens[on].text != "[":
            continue
        for start, stop in allowances(all_tokens, on + 1, closing(all_tokens, on)):
            changed += [text[end:start], " " * (stop - start)]
            end = stop
    return "".join(changed) + text[end:]


def without_lints(manifest):
    """A manifest with tables of lints in which those that matter warn, of a package that others may use."""
    manifest = re.sub(r"(?m)^(publish\s*=\s*)(false|\[\s*\])", r"\1true", manifest)
    changed, inside = [], False
    names = "|".join(sorted(STRIPPED))
    for line in manifest.split("\n"):
        head = re.match(r"\s*\[+\s*([^\]]*?)\s*\]", line)
        if head:
            inside = re.match(r"(workspace\.)?lints(\.rust(\..*)?)?$", head.group(1).replace(" ", "")) is not None
        if inside:
            entry = rf'(\b(?:{names})["\s]*=\s*(?:\{{[^}}]*?level\s*=\s*)?")(?:allow|expect)"'
            line = re.sub(entry, r'\1warn"', line)
        changed.append(line)
    return "\n".join(changed)


def copied(workspace, copy):
    """Copies what git knows, with the lock file; a folder without git as a whole."""
    shutil.rmtree(copy, ignore_errors=True)
    listed = subprocess.run(["git", "ls-files", "-z", "--recurse-submodules"], cwd=workspace, capture_output=True, check=False)
    if listed.returncode != 0:
        shutil.copytree(workspace, copy, symlinks=True, ignore=shutil.ignore_patterns("target", ".git"))
    names = [os.fsdecode(it) for it in listed.stdout.split(b"\0") if it] if listed.returncode == 0 else []
    for name in [*names, "Cargo.lock"]:
        source, goal = os.path.join(workspace, name), os.path.join(copy, name)
        if os.path.islink(source) or os.path.isfile(source):
            os.makedirs(os.path.dirname(goal), exist_ok=True)
            shutil.copy2(source, goal, follow_symlinks=False)
    for folder, folders, files in os.walk(copy):
        folders[:] = [name for name in folders if name not in ("target", ".git")]
        for file in files:
            path = os.path.join(folder, file)
            change = without_allowances if file.endswith(".rs") else without_lints if file == "Cargo.toml" else None
            if change is not None and os.path.isfile(path):
                rewrite(path, change)


def read(path):
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
        return file.read()


def rewrite(path, change):
    text = read(path)
    changed = change(text)
    if changed != text:
        with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(changed)


def wrapper():
    """Compiles one crate as cargo asked, and keeps what the compiler says."""
    arguments = sys.argv[1:]
    name = next((arguments[at + 1] for at, it in enumerate(arguments[:-1]) if it == "--crate-name"), "___")
    if name == "___" or "--print" in arguments:
        os.execvp(arguments[0], arguments)
    flags = ["--cap-lints", "warn"] + [word for lint in LINTS for word in ("-W", lint)]
    done = subprocess.run([*arguments, *flags], stderr=subprocess.PIPE, check=False)
    sys.stderr.buffer.write(done.stderr)
    kept, path = tempfile.mkstemp(suffix=".json", dir=os.environ[WRAPPED])
    with os.fdopen(kept, "w") as file:
        said = done.stderr.decode(errors="replace")
        json.dump({"crate": name, "test": "--test" in arguments, "ok": done.returncode == 0, "said": said, "folder": os.getcwd()}, file)
    sys.exit(done.returncode)


class Unit:
    """What the compiler said of one crate: places of dead items, marks that it saw, heads of `pub` items nobody reaches."""

    def __init__(self, kept, root):
        self.name = kept["crate"] + (" (test)" if kept["test"] else "")
        self.test, self.ok, self.errors = kept["test"], kept["ok"], []
        self.dead, self.seen, self.unreachable = {}, set(), collections.defaultdict(list)
        for line in kept["said"].splitlines():
            if not line.startswith("{"):
                continue
            said = json.loads(line)
            code = (said.get("code") or {}).get("code")
            if said.get("level") == "error":
                self.errors.append(said["message"])
            if code == "unknown_lints":
                self.seen.update(int(it) for it in MARK.findall(said["message"]))
            for span in (it for it in said.get("spans", ()) if it["is_primary"]):
                path = os.path.realpath(os.path.join(kept["folder"], span["file_name"]))
                if not path.startswith(root + "/"):
                    continue
                place = (path[len(root) + 1 :], span["byte_start"], span["byte_end"])
                if code == "dead_code":
                    self.dead[place] = (said["message"], span)
                elif code == "unreachable_pub":
                    self.unreachable[place[0]].append(place[1:])


def check(copy, arguments):
    """Compiles all members and says what the compiler says of each crate."""
    root = os.path.realpath(copy)
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "RUSTC_WORKSPACE_WRAPPER": os.path.realpath(__file__), WRAPPED: folder}
        # What was compiled before is not said again to the wrapper: members are compiled anew.
        for path in (os.path.join(base, file) for base, _, files in os.walk(copy) for file in files if file.endswith(".rs")):
            if os.path.isfile(path) and "/target/" not in path[len(copy) :]:
                os.utime(path)
        command = ["cargo", "check", "--keep-going", "--quiet", *arguments]
        done = subprocess.run(command, cwd=copy, env=env, capture_output=True, text=True, check=False)
        units = [Unit(json.load(open(os.path.join(folder, name), encoding="utf-8")), root) for name in sorted(os.listdir(folder))]
    return sorted(units, key=lambda it: it.name), done


Item = collections.namedtuple("Item", "file start end name kind visibility path said code")


def audit(program, copy, more):
    command = [program, "vestige", "check", "--format", "json", "--quiet", "--fail-on", "never", "--without-history", *more]
    command += ["--manifest-path", os.path.join(copy, "Cargo.toml")]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    items, gone = [], collections.defaultdict(list)
    for it in report["findings"]:
        if it["code"] in ("unreachable-item", "unregistered-handler", "test-only-item"):
            at, of = it["location"], it["item"]
            place = (at["file"], at["byte_start"], at["byte_end"])
            items.append(Item(*place, of["name"], of["kind"], of["visibility"], of["path"], it["message"], it["code"]))
            if it["code"] != "test-only-item":
                for cut in it["removal"]:
                    gone[cut["file"]].append((cut["byte_start"], cut["byte_end"]))
        elif it["code"] == "unlinked-file":
            gone[it["location"]["file"]].append((0, 1 << 40))
    return items, gone, report["workspace"]["lines"]


class Source:
    """A file of the copy before marks: its bytes and tokens, by offsets in bytes."""

    def __init__(self, path):
        text = read(path)
        self.bytes = text.encode("utf-8", "surrogateescape")
        found = tokens(text)
        if len(self.bytes) != len(text):
            ends = {it.start for it in found} | {it.end for it in found}
            offsets, at, total = {}, 0, 0
            for end in sorted(ends):
                total += len(text[at:end].encode("utf-8", "surrogateescape"))
                at, offsets[end] = end, total
            found = [it._replace(start=offsets[it.start], end=offsets[it.end]) for it in found]
        self.tokens = found
        self.starts = [it.start for it in found]

    def line(self, offset):
        return self.bytes.count(b"\n", 0, offset) + 1

    def at(self, offset):
        return max(0, bisect.bisect_right(self.starts, offset) - 1)

    def enclosing(self, at):
        """The open brackets around a token, innermost first."""
        depth = 0
        for on in range(at - 1, -1, -1):
            it = self.tokens[on]
            if it.kind == "mark" and it.text in CLOSE:
                depth += 1
            elif it.kind == "mark" and it.text in OPEN:
                if depth == 0:
                    yield on
                else:
                    depth -= 1

    def in_macro(self, at):
        for on in self.enclosing(at):
            before = [it.text for it in self.tokens[max(0, on - 3) : on]]
            if before[-1:] == ["!"] or before[-2:-1] == ["!"] or before[:2] == ["macro_rules", "!"]:
                return before[-1:] == ["!"] or "macro_rules" in before
        return False

    def head(self, at):
        """The first token of the item whose name a token is, after its attributes."""
        words = {"async", "const", "unsafe", "extern", "fn", "struct", "enum", "union", "trait", "type", "static", "mut", "mod"}
        words |= {"auto", "default", "safe", "gen", "macro", "pub"}
        while at > 0:
            before = self.tokens[at - 1]
            restricted = self.restricted(at - 1) if before.text == ")" else None
            if restricted is not None:
                at = restricted
            elif before.text in words or (before.kind == "literal" and self.tokens[at - 2].text == "extern"):
                at -= 1
            else:
                break
        return at

    def restricted(self, at):
        """`pub(…)` that ends here: where it starts."""
        on = at
        while on > 0 and self.tokens[on].text != "(" and at - on < 12:
            on -= 1
        return on - 1 if on > 0 and self.tokens[on - 1].text == "pub" else None

    def owner(self, at):
        """The name of the enum, trait or struct whose braces a token stands in, one for each level."""
        for on in self.enclosing(at):
            step = on - 1
            while step >= 0 and self.tokens[step].text not in (";", "{", "}"):
                if self.tokens[step].text in ("enum", "trait", "struct", "union") and self.tokens[step + 1].kind == "word":
                    yield self.tokens[step + 1].start, self.tokens[step].text, self.tokens[self.head(step)].text
                    break
                step -= 1

    def extent(self, at):
        """Where the item ends whose name a token is."""
        for on in range(at, len(self.tokens)):
            if self.tokens[on].text == ";":
                return self.tokens[on].end
            if self.tokens[on].text == "{":
                return self.tokens[closing(self.tokens, on)].end
        return self.tokens[-1].end


class Marks:
    """Marks before items, and the way back from places after them."""

    def __init__(self, copy, sources, places):
        self.copy, self.sources, self.of, self.put = copy, sources, {}, collections.defaultdict(list)
        for number, (file, start, _) in enumerate(places):
            source = sources(file)
            at = source.at(start)
            if not source.in_macro(at):
                where = source.tokens[source.head(at)].start
                self.of[(file, start)] = number
                self.put[file].append((where, f"#[allow(vestige_seen_{number})] ".encode()))
        for file in self.put:
            self.put[file].sort()

    def write(self, none=False):
        for file, put in self.put.items():
            whole, out, end = self.sources(file).bytes, [], 0
            for where, mark in () if none else put:
                out += [whole[end:where], mark]
                end = where
            with open(os.path.join(self.copy, file), "wb") as goal:
                goal.write(b"".join(out) + whole[end:])

    def before(self, file, offset):
        """Where an offset of the marked file was."""
        shift = 0
        for where, mark in self.put.get(file, ()):
            if where + shift + len(mark) > offset:
                break
            shift += len(mark)
        return offset - shift

    def place(self, place):
        return place[0], self.before(place[0], place[1]), self.before(place[0], place[2])


def is_judged(item, source, unit):
    """Whether rustc lints this item in a crate that compiles it: nobody outside of the crate can use it."""
    def lies(offset):
        return any(start <= offset < end for start, end in unit.unreachable[item.file])

    if item.visibility == "pub":
        return lies(item.start)
    if item.visibility:
        return True
    owners = list(source.owner(source.at(item.start)))
    inherits = item.kind == "variant" or (owners and (owners[0][1] == "trait" or owners[-1][1] == "enum"))
    if inherits and owners:
        start, _, head = owners[0] if owners[0][1] != "struct" else owners[-1]
        return head != "pub" or lies(start)
    return True


def compared(units, items, gone, sources, marks, to_rustc):
    """Sorts what both say into rows: a group, and the place, name and kind of what is in it."""
    rows = collections.defaultdict(list)
    dead = collections.defaultdict(dict)
    for unit in units:
        for place, (said, span) in unit.dead.items():
            dead[marks.place(place)][unit] = (said, span)
    by_file = collections.defaultdict(list)
    for item in items:
        by_file[item.file].append(item)

    def same(place):
        return next((it for it in by_file[place[0]] if it.start < place[2] and place[1] < it.end), None)

    def compile_it(place):
        number = marks.of.get((place[0], place[1]))
        return [unit for unit in units if number in unit.seen] if number is not None else None

    matched = set()
    bodies = collections.defaultdict(list)
    for place in sorted(dead):
        item, (said, span) = same(place), next(iter(dead[place].values()))
        name = sources(place[0]).bytes[place[1] : place[2]].decode(errors="replace")
        kind = said.split(" `")[0].split(" are ")[0]
        by = compile_it((item.file, item.start) if item else place)
        alive = [unit for unit in by or () if unit not in dead[place]]
        row = (place, name, f"{kind}: {said}")
        if alive:
            group = "in test builds used, else dead" if all(unit.test for unit in alive) else "dead in a part of the crates"
            if item is not None and not all(unit.test for unit in alive) and item.code != "test-only-item":
                continue
            agreed = item is not None and item.code == "test-only-item"
            rows[group + (", agreed" if agreed else "")].append(row)
            matched.update([item] if agreed else [])
            continue
        bodies[place[0]].append((place[1], sources(place[0]).extent(sources(place[0]).at(place[1]))))
        if item is not None:
            matched.add(item)
            rows["agreed" if item.code != "test-only-item" else "rustc dead, ours test-only"].append(row)
        elif any(start <= place[1] < end for start, end in gone[place[0]]):
            rows["agreed, goes with another"].append(row)
        else:
            made = span["expansion"] is not None or sources(place[0]).in_macro(sources(place[0]).at(place[1]))
            rows["rustc only, made by a macro" if made else "rustc only"].append(row)
    for item in items:
        if item not in matched and item.code != "test-only-item":
            group = group_of_ours(item, sources(item.file), compile_it((item.file, item.start)), bodies)
            if group == "ours only" and (item.file, item.start) not in to_rustc:
                group = "ours, only unused public API uses it"
            rows[group].append(((item.file, item.start, item.end), item.name, f"{item.kind}: {item.said}"))
    return rows


def group_of_ours(item, source, by, bodies):
    if item.kind in SILENT:
        return "ours, of a kind that rustc does not judge"
    if by is None:
        return "ours, made by a macro"
    if not by:
        return "ours, not compiled here"
    if any(start < item.start < end for start, end in bodies[item.file]):
        return "ours, in something that rustc says is dead"
    if not all(is_judged(item, source, unit) for unit in by):
        return "ours, public API to rustc"
    return "ours only"


SHOWN = ["rustc only", "rustc only, made by a macro", "rustc dead, ours test-only", "ours only", "ours, made by a macro"]


def report(rows, sources, why):
    for group in SHOWN:
        for place, name, said in rows[group]:
            print(f"{group}: {place[0]}:{sources(place[0]).line(place[1])}: {name} ({said})")
            if group == "rustc only" and why:
                print("    " + why(name))
    for group in sorted(rows):
        print(f"{len(rows[group]):6} {group}")
    agreed = len(rows["agreed"]) + len(rows["agreed, goes with another"])
    theirs = agreed + sum(len(rows[group]) for group in SHOWN[:3])
    ours = agreed + len(rows["ours only"])
    print(f"reported of rustc's: {agreed} of {theirs}" + (f", {100 * agreed / theirs:.1f} %" if theirs else ""))
    print(f"confirmed of ours, where rustc judges: {agreed} of {ours}" + (f", {100 * agreed / ours:.1f} %" if ours else ""))


def main():
    given = [*sys.argv[1:], "--"]
    cut = given.index("--")
    given, cargo = given[:cut], given[cut + 1 : -1]
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("program", "workspace", "copy"):
        options.add_argument(name)
    options.add_argument("--open", action="store_true")
    options.add_argument("--why", action="store_true")
    options = options.parse_args(given)
    copy = os.path.realpath(options.copy)
    copied(options.workspace, copy)
    known = {}

    def sources(file):
        if file not in known:
            known[file] = Source(os.path.join(copy, file))
        return known[file]

    world = [] if options.open else ["--closed-world"]
    items, gone, lines = audit(options.program, copy, world)
    to_rustc = {(it.file, it.start) for it in audit(options.program, copy, [])[0]}
    arguments = cargo or ["--workspace", "--all-targets"]
    first, done = check(copy, arguments)
    named = {(it.file, it.start, it.end) for it in items if it.kind not in SILENT}
    taken = lambda place: any(it[0] == place[0] and it[1] < place[2] and place[1] < it[2] for it in named)
    named |= {place for unit in first for place, (_, span) in unit.dead.items() if span["expansion"] is None and not taken(place)}
    for file in sorted({place[0] for place in named}):
        sources(file)
    marks = Marks(copy, sources, sorted(named))
    marks.write()
    units, done = check(copy, arguments)
    failed = {unit.name for unit in units if not unit.ok} - {unit.name for unit in first if not unit.ok}
    print(f"{lines} lines, {len(units)} crates compiled, {sum(not unit.ok for unit in units)} of them with errors")
    for unit in units:
        for error in unit.errors[:2]:
            print(f"  error{' of the marks' if unit.name in failed else ''} in {unit.name}: {error}")
    if not units:
        print(done.stderr)

    def why(name):
        command = [options.program, "vestige", "why", "--quiet", *world, "--manifest-path", os.path.join(copy, "Cargo.toml"), name]
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        return " / ".join((said.stdout or said.stderr).split("\n")[:8])

    marks.write(none=True)
    report(compared(units, items, gone, sources, marks, to_rustc), sources, why if options.why else None)


if __name__ == "__main__":
    wrapper() if WRAPPED in os.environ else main()
