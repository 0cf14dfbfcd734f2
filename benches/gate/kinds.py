"""Ways to move the code of a workspace about that change nothing of what it means.

In: the present folder, a repository. Out: its files, changed; `KINDS` has a function for each way. It does not know what is
measured.
"""
import collections
import concurrent.futures
import os
import re
import subprocess

from items import Odd, Source

COMMENT = "// Lines move."
NARROW = "max_width=60,hard_tabs=true,use_small_heuristics=Off"
WIDE = "max_width=180,use_small_heuristics=Max,reorder_imports=false,match_block_trailing_comma=true"
# Their order does not matter, unless what lies between is a macro.
MOVABLE = {"fn", "struct", "enum", "union", "trait", "impl", "const", "static", "type", "extern"}
# Files in them are targets.
TARGETS = {"tests", "benches", "examples", "bin"}
# Folders whose names say what is in them, to the program.
TELLING = re.compile(r"test|^(bench|demo|example|fixture|migration|sample|template)s?$|^(fuzz|generated|vendor)$|crates$|party$")


def git(*arguments):
    about = ["git", "-c", "user.name=t", "-c", "user.email=t@t", "-c", "core.safecrlf=false"]
    return subprocess.run([*about, *arguments], check=True, capture_output=True, text=True).stdout


def tracked(end):
    files = git("ls-files", "-z").split("\0")
    return [it for it in files if it.endswith(end) and os.path.isfile(it) and not os.path.islink(it)]


def read(path):
    with open(path, encoding="utf-8", newline="", errors="surrogateescape") as file:
        return file.read()


def write(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="", errors="surrogateescape") as file:
        file.write(text)


def rewrite(change):
    """Gives each source file the text that `change` makes of it."""
    for path in tracked(".rs"):
        try:
            write(path, change(Source(read(path))))
        except Odd:
            continue


# Reformatting.


def edition(path):
    """What the nearest manifest says, or the one of the workspace."""
    folder = os.path.dirname(path)
    while True:
        manifest = os.path.join(folder, "Cargo.toml")
        said = os.path.exists(manifest) and re.search(r'^edition\s*=\s*"(\d+)"', read(manifest), re.M)
        if said or not folder:
            return said.group(1) if said else "2015"
        folder = os.path.dirname(folder)


def formatted(settings):
    # The repository may pin a toolchain that is not here.
    pinned = {**os.environ, "RUSTUP_TOOLCHAIN": os.environ.get("RUSTUP_TOOLCHAIN", "stable")}
    files = tracked(".rs")
    own = {name for path in files for name in re.findall(r"macro_rules!\s*(\w+)", read(path))}

    def one(path):
        command = ["rustfmt", "--edition", edition(path), "--config", settings]
        old = read(path)
        run = subprocess.run(command, input=old, capture_output=True, text=True, errors="surrogateescape", env=pinned)
        try:
            # A comma more, and the rules of a macro may no longer match: that would be another program.
            if run.returncode == 0 and calls(Source(old), own) == calls(Source(run.stdout), own):
                write(path, run.stdout)
        except Odd:
            pass

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(one, files))


def calls(source, names):
    """What these macros are called with, in any order."""
    found = []
    for at, token in enumerate(source.tokens):
        if token.text in names and source.word(at + 1) == "!" and at + 2 in source.other:
            found.append([it.text for it in source.tokens[at : source.other[at + 2]]])
    return sorted(found)


# Order.


def reordered(wanted):
    """Turns round what may be turned round in the lists of items that are wanted."""

    def change(source):
        edits = []
        for body, found in source.every():
            if not found or not wanted(source, body):
                continue
            head = source.head(body, found)
            piece = lambda it: source.text[max(it.start, head) : it.end].rstrip("\n") + "\n"
            for stretch in stretches(source, found):
                texts = [piece(it) for it in reversed(stretch)]
                edits += [((max(it.start, head), it.end), text) for it, text in zip(stretch, texts)]
        return edited(source.text, edits)

    return change


def stretches(source, found):
    """What is movable, between macros: those hold for what follows them."""
    stretch = []
    for it in found:
        is_macro = it.kind.endswith("!") or it.kind == "macro" or "macro_use" in source.text[it.start : it.end]
        if is_macro:
            yield stretch
            stretch = []
        elif it.kind in MOVABLE:
            stretch.append(it)
    yield stretch


def edited(text, edits):
    """A text with edits; of those that lie in another the inner ones are left out."""
    out, at = [], 0
    for (start, end), new in sorted(edits, key=lambda it: (it[0][0], -it[0][1])):
        if start >= at:
            out += [text[at:start], new]
            at = end
    return "".join(out + [text[at:]])


def of_modules(source, body):
    return body is None or is_module(source, body)


def of_types(source, body):
    return body is not None and not is_module(source, body)


def is_module(source, body):
    return source.word(body[0] - 2) == "mod"


# Lines.


def spread(source):
    """Blank lines and comments before all items, and behind all statements that end a line."""
    places = set()
    for body, found in source.every():
        if found:
            head = source.head(body, found)
            places |= {max(it.start, head) for it in found if it.kind != "inner"}
    texts = [((place, place), f"\n\n\n{COMMENT}\n\n") for place in places]
    for token in source.tokens:
        after = source.after(token.end) if token.text == ";" else token.end
        if after > token.end and source.text[token.end : after].strip(" \t") == "\n" and after not in places:
            texts.append(((after, after), f"\n{COMMENT}\n"))
    return edited(source.text, texts)


def carriage(path):
    write(path, re.sub(r"\r?\n", "\r\n", read(path)))


# Files.


class Modules:
    """Files that `mod` items at the top of files mount, and that nothing else does as far as can be seen."""

    def __init__(self):
        self.sources, self.mounts, nested = {}, collections.defaultdict(list), set()
        named = {os.path.basename(it) for path in tracked("Cargo.toml") for it in re.findall(r'"([^"\n]+\.rs)"', read(path))}
        for path in tracked(".rs"):
            named |= {os.path.basename(it) for it in re.findall(r'"([^"\n]*\.rs)"', read(path))}
            try:
                source = Source(read(path))
                self.sources[path] = (source, source.items())
            except Odd:
                continue
        for path, (source, found) in self.sources.items():
            tops = {it.first: it for it in found if it.kind == "mod" and not it.body}
            for at, token in enumerate(source.tokens):
                if token.text == "mod" and source.word(at + 2) == ";":
                    item = next((it for it in tops.values() if it.first <= at <= it.last), None)
                    if item and not re.search(r"\bpath\b", source.text[item.start : item.end]):
                        file = self.file(path, item.name)
                        self.mounts[file].append((path, item))
                    else:
                        nested.add(source.word(at + 1))
        self.mounts.pop(None, None)
        for file in list(self.mounts):
            names = {os.path.basename(file), self.name(file) + ".rs"}
            if names & named or self.name(file) in nested or file not in self.sources or self.is_target(file):
                del self.mounts[file]

    def name(self, file):
        stem = os.path.basename(file)[:-3]
        return os.path.basename(os.path.dirname(file)) if stem == "mod" else stem

    def file(self, path, name):
        """The file of a module that a file has, if there is just one in sight."""
        folder, stem = os.path.split(path[:-3])
        folders = [folder] if stem in ("lib", "main", "mod", "build") else [os.path.join(folder, stem), folder]
        for folder in folders:
            there = [it for it in (f"{folder}/{name}.rs", f"{folder}/{name}/mod.rs") if it in self.sources]
            if there:
                return there[0] if len(there) == 1 else None
        return None

    def is_target(self, file):
        folder, stem = os.path.split(file[:-3])
        if stem in ("lib", "main", "build"):
            return True
        return os.path.basename(folder) in TARGETS and stem != "mod"

    def speaks_of_files(self, file):
        """Whether it names files by their place from its own."""
        return re.search(r"\binclude\w*!|\bpath\s*=|\bfile!|\.\./", self.sources[file][0].text) is not None

    def is_leaf(self, file):
        return re.search(r"\bmod\s+[\w#]+\s*;", self.sources[file][0].text) is None


def into_folders():
    """`foo.rs` to `foo/mod.rs`."""
    modules = Modules()
    for file in modules.mounts:
        if not file.endswith("/mod.rs") and not modules.speaks_of_files(file):
            move(file, f"{file[:-3]}/mod.rs")


def out_of_folders():
    """`foo/mod.rs` to `foo.rs`."""
    modules = Modules()
    for file in modules.mounts:
        folder = os.path.dirname(file)
        beside_targets = os.path.basename(os.path.dirname(folder)) in TARGETS
        if file.endswith("/mod.rs") and not beside_targets and not modules.speaks_of_files(file):
            move(file, f"{folder}.rs")


def behind_paths():
    """`mod foo;` to `#[path = "moved/foo_file.rs"] mod foo;`, for files without modules of their own."""
    modules, edits = Modules(), collections.defaultdict(list)
    for file, mounts in modules.mounts.items():
        if not modules.is_leaf(file) or modules.speaks_of_files(file):
            continue
        to = os.path.join(os.path.dirname(file), "moved", modules.name(file) + "_file.rs")
        for path, item in mounts:
            at = modules.sources[path][0].tokens[item.first].start
            edits[path].append(((at, at), f'#[path = "{os.path.relpath(to, os.path.dirname(path) or ".")}"]\n'))
    moved = {}
    for path in edits:
        write(path, edited(modules.sources[path][0].text, edits[path]))
    for file in modules.mounts:
        if modules.is_leaf(file) and not modules.speaks_of_files(file):
            moved[file] = os.path.join(os.path.dirname(file), "moved", modules.name(file) + "_file.rs")
    for file, to in moved.items():
        move(file, to)


def renamed():
    """`mod foo;` to `mod foo_moved; use self::foo_moved as foo;`, with the files that belong to it."""
    modules, edits = Modules(), collections.defaultdict(list)
    chosen = [it for it in modules.mounts if modules.is_leaf(it) and not modules.speaks_of_files(it)]
    for file in list(chosen):
        if any("macro" in modules.sources[path][0].text[item.start : item.end] for path, item in modules.mounts[file]):
            chosen.remove(file)
    for file in chosen:
        for path, item in modules.mounts[file]:
            source = modules.sources[path][0]
            name = source.tokens[item.last - 1]
            declared = source.text[source.tokens[item.first].start : item.end]
            shown = re.match(r"(.*?)\bmod\s+[\w#]+\s*;", declared, re.S).group(1)
            use = f" {shown}use self::{name.text}_moved as {name.text};"
            end = source.tokens[item.last].end
            edits[path] += [((name.end, name.end), "_moved"), ((end, end), use)]
    for path in edits:
        write(path, edited(modules.sources[path][0].text, edits[path]))
    for file in chosen:
        folder, stem = os.path.split(file[:-3])
        move(file, f"{folder}_moved/mod.rs" if stem == "mod" else f"{folder}/{stem}_moved.rs")


def crates():
    """Renames the folder of each member but the root, and what manifests say of them."""
    folders = {os.path.dirname(it) for it in tracked("Cargo.toml")} - {""}
    folders = {it for it in folders if not TELLING.search(os.path.basename(it))}
    owner = lambda path: max((it for it in folders if (path + "/").startswith(it + "/")), key=len, default="")
    # A file that another package names by its place keeps it.
    for path in tracked(".rs"):
        for said in re.findall(r'"([^"\n]*\.\./[^"\n]*)"', read(path)):
            for start in (os.path.dirname(path), owner(path)):
                folders -= {owner(os.path.normpath(os.path.join(start, said.lstrip("/"))))} - {owner(path)}

    def to(path):
        parts, out = path.split("/"), []
        for at, part in enumerate(parts):
            out.append(part + "-moved" if "/".join(parts[: at + 1]) in folders else part)
        return "/".join(out)

    for manifest in tracked("Cargo.toml"):
        folder = os.path.dirname(manifest)

        def mapped(found, folder=folder):
            place = os.path.normpath(os.path.join(folder, found.group(2)))
            return f'{found.group(1)}{os.path.relpath(to(place), to(folder) or ".")}"'

        paths = re.sub(r'(\bpath\s*=\s*")([^"\n]+)"', mapped, read(manifest))
        lists = r"^(?:members|default-members|exclude)\s*=\s*\[[^\]]*\]"
        write(manifest, re.sub(lists, lambda it: re.sub(r'(")([^"\n]+)"', mapped, it.group()), paths, flags=re.M))
    for path in git("ls-files", "-z").split("\0"):
        if path and to(path) != path and os.path.lexists(path):
            move(path, to(path))


def move(path, to):
    os.makedirs(os.path.dirname(to), exist_ok=True)
    # Takes folders along that are empty then: a glob of the manifest may mean them.
    os.renames(path, to)


def everything():
    """What keeps paths, at once."""
    into_folders()
    git("add", "--all", "--force")
    rewrite(reordered(of_types))
    rewrite(reordered(of_modules))
    formatted(NARROW)
    rewrite(spread)


KINDS = {
    "format-narrow": lambda: formatted(NARROW),
    "format-wide": lambda: formatted(WIDE),
    "folders": into_folders,
    "flat": out_of_folders,
    "paths": behind_paths,
    "items": lambda: rewrite(reordered(of_modules)),
    "methods": lambda: rewrite(reordered(of_types)),
    "lines": lambda: rewrite(spread),
    "crates": crates,
    "crlf": lambda: [carriage(it) for it in tracked(".rs") + tracked("Cargo.toml")],
    "everything": everything,
    "renamed": renamed,
}
