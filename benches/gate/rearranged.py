#!/usr/bin/env python3
"""Moves the code of a repository about in ways that change nothing, and counts what the gate calls new or fixed.

usage: rearranged.py REPOSITORY [KIND…] [--keep FOLDER] [-- ARGUMENTS…]
  REPOSITORY  a git repository with a workspace; its files are copied to one commit of a new one, and nothing in it changes
  KIND        what to do, each in a commit of its own on top of that; all if none is named
  --keep      keep the reports there
  ARGUMENTS   for the program; `--closed-world` if there are none

The program is `CARGO_VESTIGE`, else target/release/cargo-vestige. A line for each kind: files changed, findings before,
new and fixed by the gate, new and fixed by identity (what a baseline sees), and what is new or fixed by name. Expected is 0.
For `renamed` the names by which the modules were known stay as `use`; such findings are none of the move and are counted apart.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # Nothing is left beside the scripts.
from kinds import KINDS, git, write


def run(program, out, *arguments):
    command = [program, *arguments, "--format", "json", "--quiet", "--fail-on", "never", "--allow-incomplete", "--output", out]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with open(out, encoding="utf-8") as file:
        return json.load(file)


def prepared(repository, copy):
    """A repository with the files that git knows and the lock file, as they are written."""
    for path in [*git("-C", repository, "ls-files", "-z").split("\0"), "Cargo.lock"]:
        file = os.path.join(repository, path)
        if os.path.isfile(file) or os.path.islink(file):
            os.makedirs(os.path.dirname(os.path.join(copy, path)), exist_ok=True)
            shutil.copy(file, os.path.join(copy, path), follow_symlinks=False)
    os.chdir(copy)
    git("init", "--quiet")
    write(".git/info/attributes", "* -text -filter\n")
    return commit("as it is")


def commit(said):
    git("add", "--all", "--force")
    git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", said)
    return git("rev-parse", "HEAD").strip()


def measured(program, kind, head, before, out, arguments):
    git("checkout", "--quiet", "--detach", "--force", head)
    git("clean", "--quiet", "-d", "-x", "--force", "--force")
    KINDS[kind]()
    commit(kind)
    changed = len(git("diff", "--name-only", "-M", "HEAD~1").splitlines())
    gate = run(program, f"{out}/{kind}.gate.json", "gate", "--base", "HEAD~1", *arguments)
    now = run(program, f"{out}/{kind}.check.json", "check", *arguments)
    ids = lambda report: {it["id"]: f"{it['code']} {it['item']['path']}" for it in report["findings"]}
    old, new = ids(before), ids(now)
    brought = [it for it in gate["findings"] if kind != "renamed" or it["item"]["kind"] != "re-export"]
    compared = gate["gate"]["comparison"]
    aside = len(gate["findings"]) - len(brought)
    print(
        f"{kind}: {changed} files changed, {compared['unchanged'] + compared['fixed']} findings before; "
        f"gate: {len(brought)} new, {compared['fixed']} fixed" + (f", {aside} of names that were kept" if aside else "")
        + f"; by identity: {len(new.keys() - old.keys())} new, {len(old.keys() - new.keys())} fixed"
    )
    known = set(before["workspace"]["notes"])
    for note in (it for it in now["workspace"]["notes"] if it not in known):
        print(f"    note: {note}")
    for it in brought:
        print(f"    new: {it['code']} {it['item']['path']} {it['location']['file']}:{it['location']['line']}: {it['message']}")
    for it in compared["gone"]:
        print(f"    fixed: {it['code']} {it['path']}")
    if kind != "renamed":
        told = {it["id"] for it in brought} | {it["id"] for it in compared["gone"]}
        for sign, one, other in (("new", new, old), ("fixed", old, new)):
            for key in sorted(one.keys() - other.keys() - told, key=one.get):
                print(f"    {sign} by identity only: {one[key]}")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("repository")
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []])
    parser.add_argument("--keep")
    line = sys.argv[1:]
    cut = line.index("--") if "--" in line else len(line)
    options, arguments = parser.parse_args(line[:cut]), line[cut + 1 :] or ["--closed-world"]
    program = os.path.abspath(os.environ.get("CARGO_VESTIGE", "target/release/cargo-vestige"))
    repository = os.path.abspath(options.repository)
    with tempfile.TemporaryDirectory() as work:
        out = os.path.abspath(options.keep or work)
        os.makedirs(out, exist_ok=True)
        head = prepared(repository, f"{work}/copy")
        before = run(program, f"{out}/before.json", "check", *arguments)
        for kind in options.kinds or KINDS:
            measured(program, kind, head, before, out, arguments)
        os.chdir("/")


main()
