#!/usr/bin/env python3
"""Dead public items: what cargo-hawk 0.1.3 says, against what the audit reports in a closed world.

usage: hawk.py PROGRAM WORKSPACE COPY --hawk FOLDER [--prove] [--target-dir FOLDER]
  PROGRAM       cargo-vestige
  WORKSPACE     the folder of a workspace; it is not changed
  COPY          a folder to make
  --hawk        the folder with cargo-hawk and cargo-hawk-driver
  --prove       for what only one of them says: whether all builds without it, by `vestige prove`
  --target-dir  where cargo-hawk builds (default: COPY with -target)

Without a hawk.toml in the workspace one is written that names every binary as production. cargo-hawk builds with all
features and for this machine, and judges what is public API of a library. What its graph does not have as such it could not
have said, and is counted apart: private and restricted items, those of other targets, what macros make, what is not
compiled here. It runs twice, and the second run, in which dependencies are built, is timed beside ours. What tests use is
alive to it: findings of the rule `test-only-item` are no part of the comparison, but shown where it names one.
"""
import argparse
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HEAD = re.compile(r"^(?:warning|error)\[hawk::dead_public\]: (.*)$")
PLACE = re.compile(r"^\s*--> (.*):(\d+):(\d+)$")
RULES = ("unreachable-item", "unregistered-handler")
# A declaration starts at most so many lines before its name; a group of re-exports is longer.
NEAR, NEAR_IN_GROUP = 3, 60

Theirs = collections.namedtuple("Theirs", "file line name said")


def copied(workspace, copy):
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(workspace, copy, symlinks=True, ignore=shutil.ignore_patterns("target", ".git"))


def targets(copy):
    command = ["cargo", "metadata", "--no-deps", "--format-version", "1", "--manifest-path", os.path.join(copy, "Cargo.toml")]
    packages = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["packages"]
    bins = [(package["name"], it["name"]) for package in packages for it in package["targets"] if it["kind"] == ["bin"]]
    # Only the kind `lib` is one to cargo-hawk.
    libs = {package["name"] for package in packages for it in package["targets"] if "lib" in it["kind"]}
    return bins, libs


def configure(copy, bins):
    path = os.path.join(copy, "hawk.toml")
    if os.path.exists(path):
        return
    with open(path, "w", encoding="utf-8") as file:
        for package, name in bins:
            file.write(f'[[production]]\npackage = "{package}"\nbin = "{name}"\nreason = "a binary of the workspace"\n\n')


def hawk(folder, copy, target, graph):
    """What it says, and how long it took; leaves what it knows of definitions in a folder."""
    command = [os.path.join(folder, "cargo-hawk"), "--manifest-path", os.path.join(copy, "Cargo.toml"), "--color", "never"]
    command += ["--target-dir", target, "--graph-dir", graph]
    start = time.time()
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    spent = time.time() - start
    if done.returncode != 0 or "hawk: " not in done.stdout:
        sys.exit(f"cargo-hawk failed after {spent:.0f} s:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    found, said = [], None
    for line in done.stdout.splitlines():
        head, place = HEAD.match(line), PLACE.match(line)
        if head:
            said = head.group(1)
        elif line.startswith(("warning[", "error[")):
            said = None
        elif place and said is not None:
            found.append(Theirs(inside(copy, place.group(1)), int(place.group(2)), last_name(said.split("`")[1]), said))
            said = None
    return found, spent


def inside(copy, file):
    return os.path.relpath(os.path.realpath(os.path.join(copy, file)), os.path.realpath(copy))


def last_name(path):
    return path.rsplit("::", 1)[-1].removeprefix("r#")


def definitions(copy, graph):
    """What it knows of: the lines and whether it is public API, by file and name."""
    known = collections.defaultdict(list)
    for folder, _, files in os.walk(graph):
        for file in (name for name in files if name.endswith(".json")):
            with open(os.path.join(folder, file), encoding="utf-8") as text:
                for it in json.load(text).get("definitions", ()):
                    if it["span"] is not None:
                        known[(inside(copy, it["span"]["file"]), last_name(it["name"]))].append((it["span"]["line"], it["public_api"]))
    return known


def ours(program, copy):
    command = [program, "vestige", "check", "--closed-world", "--format", "json", "--quiet", "--fail-on", "never", "--without-history"]
    start = time.time()
    done = subprocess.run([*command, "--manifest-path", os.path.join(copy, "Cargo.toml")], capture_output=True, text=True, check=True)
    spent = time.time() - start
    return json.loads(done.stdout), spent


def proofs(program, copy):
    """The result of each finding by its id."""
    command = [program, "vestige", "prove", "--closed-world", "--format", "json", "--quiet", "--ignore-rust-version"]
    done = subprocess.run([*command, "--manifest-path", os.path.join(copy, "Cargo.toml")], capture_output=True, text=True, check=False)
    if not done.stdout.startswith("{"):
        sys.exit(f"the proof failed:\n{done.stderr[-2000:]}")
    found = json.loads(done.stdout)["findings"]
    return {it["id"]: it["proof"] for it in found if it.get("proof")}


def could_say(finding, libs, known):
    """Why cargo-hawk says nothing of a finding of ours, whatever it thinks of it; None if it could."""
    item, line = finding["item"], finding["location"]["line"]
    if item["package"] not in libs:
        return "in a package without a library"
    rows = known.get((finding["location"]["file"], item["name"]), ())
    near = [public for at, public in rows if abs(at - line) <= reach(finding)]
    if not near:
        return "not in its graph"
    return None if any(near) else "no public API to it"


def reach(finding):
    """How many lines its place and ours may be apart."""
    return NEAR_IN_GROUP if finding["item"]["kind"] == "re-export" else NEAR


def matched(theirs, findings):
    """Pairs by file and name, the nearest line first."""
    by_name = collections.defaultdict(list)
    for finding in findings:
        by_name[(finding["location"]["file"], finding["item"]["name"])].append(finding)
    pairs, taken = {}, set()
    for it in theirs:
        def far(finding):
            return abs(finding["location"]["line"] - it.line)

        found = [finding for finding in by_name[(it.file, it.name)] if far(finding) <= reach(finding) and finding["id"] not in taken]
        if found:
            pairs[it] = min(found, key=far)
            taken.add(pairs[it]["id"])
    return pairs


def goes_along(it, findings, copy):
    """Whether a removal of ours takes an item of theirs along: the first word of its line goes."""
    with open(os.path.join(copy, it.file), "rb") as file:
        lines = file.read().split(b"\n")
    line = lines[it.line - 1]
    start = sum(len(before) + 1 for before in lines[: it.line - 1]) + len(line) - len(line.lstrip())
    cuts = (cut for finding in findings for cut in finding["removal"] if cut["file"] == it.file)
    return any(cut["byte_start"] <= start < cut["byte_end"] for cut in cuts)


def show(group, rows):
    for row in rows:
        print(f"{group}: {row}")


def row_of(finding, proven):
    at, item = finding["location"], finding["item"]
    proof = proven.get(finding["id"])
    status = "" if proof is None else f" [{proof['status']}{': ' + proof['errors'][0][:120] if proof['errors'] else ''}]"
    return f"{at['file']}:{at['line']}: {item['kind']} {item['path']}{status}"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("program", "workspace", "copy"):
        options.add_argument(name)
    options.add_argument("--hawk", required=True)
    options.add_argument("--prove", action="store_true")
    options.add_argument("--target-dir")
    options = options.parse_args()
    copied(options.workspace, options.copy)
    bins, libs = targets(options.copy)
    if not bins:
        sys.exit("no binary in the workspace: cargo-hawk asks for one")
    configure(options.copy, bins)
    target = options.target_dir or os.path.abspath(options.copy) + "-target"
    with tempfile.TemporaryDirectory() as graph:
        _, cold = hawk(options.hawk, options.copy, target, os.path.join(graph, "cold"))
        theirs, warm = hawk(options.hawk, options.copy, target, os.path.join(graph, "warm"))
        known = definitions(options.copy, os.path.join(graph, "warm"))
    report, _ = ours(options.program, options.copy)
    report, spent = ours(options.program, options.copy)
    proven = proofs(options.program, options.copy) if options.prove else {}
    dead = [it for it in report["findings"] if it["code"] in RULES]
    pairs = matched(theirs, dead)
    test_only = matched([it for it in theirs if it not in pairs], [it for it in report["findings"] if it["code"] == "test-only-item"])
    along, only = [], []
    for it in theirs:
        if it not in pairs and it not in test_only:
            (along if goes_along(it, dead, options.copy) else only).append(f"{it.file}:{it.line}: {it.said}")
    named = {it["id"] for it in pairs.values()}
    rest, silent = [], collections.Counter()
    for finding in dead:
        if finding["id"] not in named:
            why = could_say(finding, libs, known)
            if why is None:
                rest.append(finding)
            else:
                silent[why] += 1
    show("theirs only", sorted(only))
    show("theirs, ours used by tests alone", sorted(row_of(it, {}) for it in test_only.values()))
    show("ours only", [row_of(it, proven) for it in rest])
    print(f"cargo-hawk: {cold:.1f} s, warm {warm:.1f} s; cargo-vestige {spent:.1f} s; {report['workspace']['lines']} lines")
    print(f"agreed {len(pairs)}, with another of ours {len(along)}, test-only to us {len(test_only)}, theirs only {len(only)}, ours only {len(rest)}")
    print("ours that it could not say: " + (", ".join(f"{count} {why}" for why, count in sorted(silent.items())) or "none"))
    for group, found in (("ours only", rest), ("agreed", pairs.values())):
        status = collections.Counter(proven[it["id"]]["status"] for it in found if it["id"] in proven)
        if options.prove:
            print(f"{group}: " + ", ".join(f"{count} {it}" for it, count in sorted(status.items())))


if __name__ == "__main__":
    main()
