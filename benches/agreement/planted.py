#!/usr/bin/env python3
"""Plants dead methods with common names in a copy of a workspace and counts how many are found.

usage: planted.py VESTIGE WORKSPACE COPY
  VESTIGE    the program
  WORKSPACE  the folder of a workspace; it is not changed
  COPY       a folder to make, with the planted methods

In every inherent impl at the start of a line, one method is planted whose name no method of that file has. Calls of
these names on other types are all over a workspace: only the type of the receiver tells that the planted one is dead.
`allow`s of dead code are left out of the copy. A planted method counts as found where it is reported, and where it goes with
the removal of another item that is.
"""
import json
import os
import re
import shutil
import subprocess
import sys

NAMES = {
    "new": "",
    "len": "&self",
    "get": "&self, _at: usize",
    "close": "&self",
    "connect": "&self, _to: &str",
    "next": "&mut self",
    "push": "&mut self, _item: u8",
    "insert": "&mut self, _at: usize, _item: u8",
    "is_empty": "&self",
    "iter": "&self",
    "write": "&mut self, _bytes: &[u8]",
    "read": "&mut self, _bytes: &mut [u8]",
}


ALLOWS = re.compile(r"#!?\[(allow|expect)\((dead_code|unused)(, reason = \"[^\"]*\")?\)\]")


def goes_along(place, removals, copy):
    """Whether the line of a planted method lies in a removal."""
    file, line, _ = place
    with open(os.path.join(copy, file), "rb") as source:
        at = sum(len(row) for row in source.read().splitlines(keepends=True)[: line - 1])
    return any(start <= at < end for start, end in removals.get(file, []))


def main():
    vestige, source, copy = sys.argv[1:4]
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(source, copy, symlinks=True, ignore=shutil.ignore_patterns("target", ".git"))
    planted, at = set(), 0
    for folder, folders, files in os.walk(copy):
        folders[:] = [name for name in folders if name not in ("target", "tests", "benches", "examples", "fuzz")]
        for file in (name for name in files if name.endswith(".rs")):
            path = os.path.join(folder, file)
            text = open(path, encoding="utf-8", errors="replace").read()
            if "macro_rules!" in text:
                continue
            lines, used = [], set()
            for line in ALLOWS.sub("", text).split("\n"):
                lines.append(line)
                head = re.match(r"impl(<[^{]*>)? (\w+)(<[^{]*>)? \{$", line)
                if not head or " for " in line or head.group(2) in used:
                    continue
                for step in range(len(NAMES)):
                    name = list(NAMES)[(at + step) % len(NAMES)]
                    if f"fn {name}(" not in text and f"fn {name}<" not in text:
                        break
                else:
                    continue
                at += 1
                used.add(head.group(2))
                lines.append(f"    pub fn {name}({NAMES[name]}) -> u8 {{ 0 }}")
                planted.add((os.path.relpath(path, copy), len(lines), name))
            open(path, "w", encoding="utf-8").write("\n".join(lines))
    command = [vestige, "vestige", "check", "--manifest-path", os.path.join(copy, "Cargo.toml"), "--closed-world"]
    command += ["--format", "json", "--fail-on", "never", "--quiet", "--only", "unreachable-item"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    found = {(it["location"]["file"], it["location"]["line"], it["item"]["name"]) for it in report["findings"]}
    removals = {}
    for removal in (removal for it in report["findings"] for removal in it["removal"]):
        removals.setdefault(removal["file"], []).append((removal["byte_start"], removal["byte_end"]))
    found |= {place for place in planted - found if goes_along(place, removals, copy)}
    missed = sorted(planted - found)
    for file, line, name in missed:
        print(f"{file}:{line}: {name}")
    by_name = {}
    for _, _, name in missed:
        by_name[name] = by_name.get(name, 0) + 1
    print(f"{len(planted)} planted, {len(planted & found)} found ({100 * len(planted & found) / max(len(planted), 1):.1f} %), missed by name: {by_name}")


main()
