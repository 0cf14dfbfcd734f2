#!/usr/bin/env python3
"""Places that use something deprecated: what rustc warns of, against what the audit reports.

usage: deprecated.py PROGRAM WORKSPACE COPY [cargo check arguments]

WORKSPACE is copied to COPY, where every `allow(deprecated)` and `expect(deprecated)` is taken out of attributes and lint
tables; rustc's warnings there are compared with the places that `deprecated-item-in-use` and
`deprecated-dependency-api` name in the same copy. Prints what only one of them says, and the shares.
"""
import json
import os
import re
import shutil
import subprocess
import sys

program, workspace, copy = sys.argv[1:4]
arguments = sys.argv[4:] or ["--workspace", "--all-targets"]

if os.path.exists(copy):
    shutil.rmtree(copy)
shutil.copytree(workspace, copy, symlinks=True, ignore=shutil.ignore_patterns("target", ".git"))


def without_allow(text):
    """Blanks of the same length keep every place where it is."""
    def blank(match):
        head, lints = match.group(1), match.group(2)
        return head + re.sub(r"\bdeprecated\b", lambda it: "unused_mut", lints)
    return re.sub(r"(#!?\[(?:cfg_attr\([^\]]*?)?(?:allow|expect)\()([^)\]]*\))", blank, text)


for folder, _, files in os.walk(copy):
    for file in files:
        path = os.path.join(folder, file)
        if file.endswith(".rs"):
            text = open(path, encoding="utf-8", errors="surrogateescape").read()
            changed = without_allow(text)
            # `deny` of anything must not stop the check.
            changed = re.sub(r"#!\[(deny|forbid)\(", lambda it: "#![warn(", changed)
        elif file == "Cargo.toml":
            text = open(path).read()
            changed = re.sub(r'(?m)^deprecated\s*=\s*"allow"', "", text)
        else:
            continue
        if changed != text:
            open(path, "w", encoding="utf-8", errors="surrogateescape").write(changed)

check = subprocess.run(
    ["cargo", "check", "--message-format=json", "--quiet", *arguments],
    cwd=copy, capture_output=True, text=True,
    env={**os.environ, "RUSTFLAGS": "-W deprecated --cap-lints warn"},
)
theirs = {}
failed = []
root = os.path.realpath(copy) + "/"
for line in check.stdout.splitlines():
    message = json.loads(line)
    if message.get("reason") != "compiler-message":
        continue
    body = message["message"]
    if body["level"] == "error":
        failed.append(body["message"])
    if (body.get("code") or {}).get("code") != "deprecated":
        continue
    base = os.path.dirname(message["manifest_path"])
    for span in body["spans"]:
        while span["expansion"] is not None:
            span = span["expansion"]["span"]
        name = span["file_name"]
        path = next((p for p in (os.path.join(copy, name), os.path.join(base, name)) if os.path.exists(p)), None)
        if path is not None and os.path.realpath(path).startswith(root):
            shown = os.path.realpath(path)[len(root):]
            theirs[(shown, span["line_start"])] = body["message"]

report = subprocess.run(
    [program, "vestige", "--format", "json", "--quiet", "--fail-on", "never", "--only",
     "deprecated-item-in-use,deprecated-dependency-api", "--manifest-path", os.path.join(copy, "Cargo.toml")],
    capture_output=True, text=True, check=True,
)
ours = {}
for finding in json.loads(report.stdout)["findings"]:
    places = [it["location"] for it in finding["related"]]
    if finding["code"] == "deprecated-dependency-api":
        places.append(finding["location"])
    for place in places:
        ours[(place["file"], place["line"])] = finding["message"]



def in_documentation(place):
    file, line = place
    lines = open(os.path.join(copy, file), encoding="utf-8", errors="replace").read().splitlines()
    return line <= len(lines) and (file.endswith(".md") or lines[line - 1].lstrip().startswith("//"))


examples = sum(map(in_documentation, ours))
ours = {place: said for place, said in ours.items() if not in_documentation(place)}

print(f"rustc {len(theirs)} lines, the audit {len(ours)}, errors of the check {len(failed)}")
for error in failed[:3]:
    print("  error:", error)
for place in sorted(set(theirs) - set(ours)):
    print("rustc only: %s:%d" % place, theirs[place])
for place in sorted(set(ours) - set(theirs)):
    print("ours only:  %s:%d" % place, ours[place])
both = len(set(ours) & set(theirs))
print(f"examples in documentation, which the check does not build: {examples}")
if theirs:
    print(f"reported of rustc's: {100 * both / len(theirs):.1f} %")
if ours:
    print(f"confirmed of ours:   {100 * both / len(ours):.1f} %")
