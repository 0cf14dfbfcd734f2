#!/usr/bin/env python3
"""Plants changed copies of real functions in a copy of a workspace and counts which of them are found.

usage: clones.py VESTIGE WORKSPACE COPY [--count N] [--seed N] [--dupes COMMAND] [--jscpd COMMAND]
  VESTIGE    the program, or - to plant only
  WORKSPACE  the folder of a workspace; it is not changed
  COPY       a folder to make, with the planted copies
  --count    how many functions for each way of changing (default 60), each function once
  --dupes    cargo-dupes, to be measured in the same run
  --jscpd    jscpd (npm install jscpd), to be measured in the same run

Functions of eight statements or more are taken, a seed decides which. A copy gets another name and goes to the end of
another file of its package, so no line of an original moves. It need not compile: nothing here builds.
"""
import argparse
import collections
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
import time

TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)"""
    r"""|(?P<literal>[bc]?r(?P<hashes>\#*)"(?:.|\n)*?"(?P=hashes)|[bc]?"(?:\\.|[^"\\])*"|b?'(?:\\[^']*|[^'\\])'|\d\w*(?:\.\d\w*)?)"""
    r"""|(?P<lifetime>'[A-Za-z_]\w*)|(?P<word>(?:r\#)?[A-Za-z_]\w*)|(?P<mark>.)""",
    re.S,
)
OPEN, CLOSE = "([{", ")]}"
# Not compared by us, and shown or generated code in any tool.
ASIDE = {"target", "tests", "benches", "examples", "fuzz", "generated", "vendor", "templates", "samples", "demos"}
LEAST_STATEMENTS, LEAST_TOKENS = 8, 100

Token = collections.namedtuple("Token", "kind text start end")
Function = collections.namedtuple("Function", "file name start end line last tokens")
Planted = collections.namedtuple("Planted", "way original file line last")


def tokens(text):
    found = TOKEN.finditer(text)
    return [Token(it.lastgroup, it.group(), it.start(), it.end()) for it in found if it.lastgroup != "space"]


def closing(all_tokens, at):
    """The bracket that closes the one at a place."""
    depth = 0
    for on in range(at, len(all_tokens)):
        if all_tokens[on].kind == "mark":
            depth += (all_tokens[on].text in OPEN) - (all_tokens[on].text in CLOSE)
            if depth == 0:
                return on
    return len(all_tokens) - 1


def functions(path, text):
    """Free functions outside of test modules: `fn` at the start of a line."""
    found = []
    for head in re.finditer(r"^(?:pub(?:\([^)]*\))? )?(?:async )?fn (\w+)", text, re.M):
        before = text[: head.start()].rstrip().rsplit("\n", 1)[-1].strip()
        if before.startswith("#["):
            continue
        all_tokens = tokens(text[head.start():])
        body = next((at for at, it in enumerate(all_tokens) if it.text in "{;" and balanced(all_tokens[:at])), None)
        if body is None or all_tokens[body].text != "{":
            continue
        last = all_tokens[closing(all_tokens, body)]
        own = [it for it in all_tokens if it.end <= last.end]
        start, end = head.start(), head.start() + last.end
        line = text.count("\n", 0, head.start(1)) + 1
        found.append(Function(path, head.group(1), start, end, line, text.count("\n", 0, end) + 1, own))
    return found


def balanced(part):
    marks = [it.text for it in part if it.kind == "mark"]
    return sum(it in "([" for it in marks) == sum(it in ")]" for it in marks)


def statements(body):
    """Spans of statements without braces, each with its semicolon."""
    all_tokens, found, start = tokens(body), [], None
    depth = 0
    for it in all_tokens:
        if it.kind == "mark" and it.text in "{}":
            start, depth = None, 0
            continue
        if start is None:
            start = it.start
        if it.kind == "mark":
            depth += (it.text in "([") - (it.text in ")]")
            if it.text == ";" and depth == 0:
                found.append((start, it.end))
                start = None
    return found


def renamed(body, chance):
    """All plain locals get other names, each the same one everywhere."""
    all_tokens = tokens(body)
    texts = [it.text for it in all_tokens]
    names = set()
    for at, it in enumerate(all_tokens):
        if it.text == "let":
            on = at + 1 + (texts[at + 1] == "mut")
            if all_tokens[on].kind == "word" and texts[on + 1] in ("=", ":") and texts[on].islower():
                names.add(texts[on])

    def is_member(at):
        path = texts[at + 1 : at + 3] == [":", ":"] or texts[at - 2 : at] == [":", ":"]
        return (texts[at - 1] == "." and texts[at - 2] != ".") or path or texts[at + 1] == "!"

    for at, it in enumerate(all_tokens):
        # `Point { x }` and `Point { x: 1 }` are fields, or a parameter is; a string may capture.
        shorthand = texts[at - 1] in ("{", ",") and texts[at + 1 : at + 2] and texts[at + 1] in ("}", ",")
        named = texts[at + 1 : at + 2] == [":"] and texts[at + 2 : at + 3] != [":"] and texts[at - 1] in ("{", ",", "(")
        if it.text in names and (shorthand or named):
            names.discard(it.text)
        if it.kind == "literal" and "{" in it.text:
            names -= set(re.findall(r"\{(\w+)", it.text)) | set(re.findall(r"(\w+)\$", it.text))
    if not names:
        return None
    new = {name: f"{name}_{chance.randrange(100)}" for name in sorted(names)}
    changed, end = [], 0
    for at, it in enumerate(all_tokens):
        word = new.get(it.text) if it.kind == "word" and not is_member(at) else None
        changed += [body[end : it.start], word or it.text]
        end = it.end
    return "".join(changed) + body[end:]


def literals(body, chance):
    """Every number and text is another one."""
    changed, end, count = [], 0, 0
    for it in tokens(body):
        text = it.text
        if it.kind == "literal" and text[0] == '"' and len(text) > 2:
            text, count = text[:-1] + '~"', count + 1
        elif it.kind == "literal" and text.isdigit():
            text, count = str(int(text) + 7), count + 1
        changed += [body[end : it.start], text]
        end = it.end
    return "".join(changed) + body[end:] if count else None


def deleted(body, chance, _pool):
    spans = statements(body)
    start, end = chance.choice(spans)
    return body[:start] + body[end:]


def inserted(body, chance, pool):
    start, _ = chance.choice(statements(body))
    return body[:start] + chance.choice(pool) + "\n    " + body[start:]


def changed(body, chance, pool):
    start, end = chance.choice(statements(body))
    return body[:start] + chance.choice(pool) + body[end:]


EDITS = {"deleted": deleted, "inserted": inserted, "changed": changed}
WAYS = ["exact", "renamed", "deleted", "inserted", "changed", "literals", "two edits"]


def mutated(way, body, chance, pool):
    if way == "exact":
        return body
    if way == "renamed":
        return renamed(body, chance)
    if way == "literals":
        return literals(body, chance)
    if way in EDITS:
        return EDITS[way](body, chance, pool)
    for edit in chance.sample(sorted(EDITS), 2):
        body = EDITS[edit](body, chance, pool)
    return body


def sources(root):
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(it for it in folders if it not in ASIDE and not it.startswith((".", "test")))
        for file in sorted(it for it in files if it.endswith(".rs") and it not in ("build.rs", "tests.rs")):
            yield os.path.join(folder, file)


def package_of(path):
    folder = os.path.dirname(path)
    while folder and not os.path.exists(os.path.join(folder, "Cargo.toml")):
        folder = os.path.dirname(folder)
    return folder


# What is not compared (src/clones/aside.rs).
NOT_COMPARED = re.compile(r"/(bench|benches|demo|demos|examples?|fixtures|fuzz|generated|migrations?|tests?|testing|vendor)/|/test|test_|tests?\.rs")


def plant(copy, count, chance):
    texts, found = {}, []
    for path in sources(copy):
        text = open(path, encoding="utf-8", errors="replace").read()
        # Files that a program made are not compared.
        if re.search(r"@generated|do not edit", text[:600], re.I) or "/src/" not in path.replace(os.sep, "/") or NOT_COMPARED.search(path):
            continue
        texts[path] = text
        for it in functions(path, text):
            body = text[it.start : it.end]
            if len(it.tokens) >= LEAST_TOKENS and len(statements(body)) >= LEAST_STATEMENTS:
                found.append(it)
    pool = [texts[it.file][it.start : it.end][a:b] for it in found for a, b in statements(texts[it.file][it.start : it.end])]
    pool = [it for it in pool if 6 <= len(tokens(it)) <= 40] or ["planted(1);"]
    by_package = collections.defaultdict(list)
    for path in texts:
        by_package[package_of(path)].append(path)
    added, planted, done = collections.defaultdict(str), [], collections.Counter()
    chance.shuffle(found)
    # Each function is copied once: of several copies a tool may name another one than the original.
    for way in WAYS:
        for it in [it for it in found if not any(it is other.original for other in planted)]:
            if done[way] >= count:
                break
            body = texts[it.file][it.start : it.end]
            head = re.search(r"fn (\w+)", body).end(1)
            made = mutated(way, body[head:], chance, pool)
            if made is None:
                continue
            name = f"planted_{len(planted)}"
            new = "\n" + re.sub(r"fn \w+$", f"fn {name}", body[:head]) + made + "\n"
            # A copy that does not parse would take its file along, and be a copy for tools that only see tokens.
            if subprocess.run(["rustfmt", "--edition", "2024"], input=new, capture_output=True, text=True).returncode:
                continue
            done[way] += 1
            goal = chance.choice(by_package[package_of(it.file)])
            line = (texts[goal] + added[goal]).count("\n") + 2
            added[goal] += new
            planted.append(Planted(way, it, goal, line, line + new.count("\n") - 2))
    for path, text in added.items():
        open(path, "a", encoding="utf-8").write(text)
    return planted, sum(text.count("\n") for text in texts.values())


def ours(program, copy, planted):
    command = [program, "vestige", "twins", "--all", "--manifest-path", os.path.join(copy, "Cargo.toml"), "--quiet"]
    pairs = set()
    for row in run(command).splitlines():
        first, second, _ = row.split("\t")
        pairs |= {(first, second), (second, first)}
    place = lambda path, line: f"{os.path.relpath(path, copy)}:{line}"
    return [(place(it.original.file, it.original.line), place(it.file, it.line)) in pairs for it in planted]


def covered(ranges, line, last):
    lines = {on for start, end in ranges for on in range(max(start, line), min(end, last) + 1)}
    return len(lines) / max(1, last - line + 1)


def from_ranges(pairs, planted):
    """A copy is found where parts that are said to be alike cover half of it and touch the original."""
    result = []
    for it in planted:
        own = []
        for (file, start, end), (other, other_start, other_end) in pairs.get(os.path.realpath(it.file), []):
            original = it.original
            if other == os.path.realpath(original.file) and other_start <= original.last and other_end >= original.line:
                own.append((start, end))
        result.append(covered(own, it.line, it.last) >= 0.5)
    return result


def by_file(all_pairs):
    found = collections.defaultdict(list)
    for first, second in all_pairs:
        found[first[0]].append((first, second))
        found[second[0]].append((second, first))
    return found


def dupes(command, copy, planted):
    out, at, groups = run(command.split() + ["--path", copy, "--format", "json", "report"]), 0, []
    decoder = json.JSONDecoder()

    def walk(value):
        if isinstance(value, dict) and "members" in value:
            groups.append(value["members"])
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
            walk(inner)

    while at < len(out):
        if out[at] in "{[":
            value, at = decoder.raw_decode(out, at)
            walk(value)
        else:
            at += 1
    spot = lambda it: (os.path.realpath(os.path.join(copy, it["file"])), it["line_start"], it["line_end"])
    pairs = [(spot(a), spot(b)) for members in groups for at, a in enumerate(members) for b in members[at + 1 :]]
    return from_ranges(by_file(pairs), planted)


def jscpd(command, copy, planted):
    with tempfile.TemporaryDirectory() as folder:
        options = ["--reporters", "json", "--output", folder, "--format", "rust", "--absolute", "--silent"]
        run(command.split() + options + ["--max-size", "2mb", "--max-lines", "20000", "."], cwd=copy)
        report = json.load(open(os.path.join(folder, "jscpd-report.json"), encoding="utf-8"))
    spot = lambda it: (os.path.realpath(os.path.join(copy, it["name"])), it["start"], it["end"])
    return from_ranges(by_file((spot(it["firstFile"]), spot(it["secondFile"])) for it in report["duplicates"]), planted)


def run(command, cwd=None):
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd).stdout


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("vestige", "workspace", "copy"):
        options.add_argument(name)
    options.add_argument("--count", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--dupes")
    options.add_argument("--jscpd")
    options = options.parse_args()
    shutil.rmtree(options.copy, ignore_errors=True)
    shutil.copytree(options.workspace, options.copy, symlinks=True, ignore=shutil.ignore_patterns("target", ".git"))
    planted, lines = plant(options.copy, options.count, random.Random(options.seed))
    measured = {}
    tools = [("cargo-vestige", ours, options.vestige), ("cargo-dupes", dupes, options.dupes), ("jscpd", jscpd, options.jscpd)]
    for name, measure, command in tools:
        if command and command != "-":
            start = time.time()
            measured[name] = measure(command, options.copy, planted)
            print(f"{name}: {time.time() - start:.1f} s for {lines} lines, all that it does included")
    print("| way | planted | " + " | ".join(measured) + " |")
    print("|---|---|" + "---|" * len(measured))
    for way in WAYS:
        rows = [at for at, it in enumerate(planted) if it.way == way]
        shares = [f"{100 * sum(found[at] for at in rows) / max(1, len(rows)):.1f} %" for found in measured.values()]
        print(f"| {way} | {len(rows)} | " + " | ".join(shares) + " |")
    for at, it in enumerate(planted):
        if "cargo-vestige" in measured and not measured["cargo-vestige"][at]:
            place = os.path.relpath(it.original.file, options.copy)
            print(f"missed ({it.way}): {place}:{it.original.line} {it.original.name}, {os.path.relpath(it.file, options.copy)}:{it.line}")


if __name__ == "__main__":
    main()
