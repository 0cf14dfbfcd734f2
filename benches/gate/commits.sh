#!/usr/bin/env bash
# Holds the gate against full reports on consecutive commits of a repository, and its time against that of one check.
#
#   benches/gate/commits.sh REPOSITORY COUNT [ARGUMENTS…]
#
# For each of the last COUNT commits of the first-parent history: `check` of the commit and of its parent, and `gate` of the commit
# against its parent. Prints a line for each (new findings by the gate, by the difference of identities, seconds), what differs,
# and the medians. New by identity and not by the gate is what moved to another module: each such line is to be read.
# Needs jq. The repository is cloned; nothing in it changes.
set -euo pipefail
repository="$1" count="$2"
shift 2
program="${CARGO_VESTIGE:-target/release/cargo-vestige}"
program="$(realpath "$program")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
git clone --quiet "$repository" "$work/clone"
cd "$work/clone"

ids() { jq -r '.findings[] | "\(.id) \(.code) \(.item.path)"' "$1" | sort; }
run() { # FILE COMMAND…: writes the report, prints the seconds
  local out="$1" start end
  shift
  start="$(date +%s.%N)"
  "$program" "$@" --format json --quiet --fail-on never --allow-incomplete --output "$out" > /dev/null
  end="$(date +%s.%N)"
  echo "$end - $start" | bc
}
median() { sort -n | awk '{ all[NR] = $1 } END { print (NR % 2) ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2 }'; }

for commit in $(git log --first-parent --max-count "$count" --format=%H --min-parents=1); do
  git checkout --quiet --detach "$commit^"
  run "$work/before.json" check "$@" > /dev/null
  git checkout --quiet --detach "$commit"
  check="$(run "$work/now.json" check "$@")"
  gate="$(run "$work/gate.json" gate --base "$commit^" "$@")"
  comm -13 <(ids "$work/before.json") <(ids "$work/now.json") > "$work/by-identity"
  ids "$work/gate.json" > "$work/by-gate"
  echo "${commit:0:12} gate $(wc -l < "$work/by-gate") identity $(wc -l < "$work/by-identity") check ${check}s gate ${gate}s"
  comm -3 "$work/by-gate" "$work/by-identity" | sed 's/^\t/    only by identity: /; t; s/^/    only by the gate: /'
  echo "$check" >> "$work/checks"
  echo "$gate" >> "$work/gates"
done
echo "median check $(median < "$work/checks")s, gate $(median < "$work/gates")s"
