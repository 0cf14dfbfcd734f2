#!/usr/bin/env bash
# The step of action.yml: audits, shows the findings where GitHub shows such, and ends as the gate decides.
# In: VESTIGE_GATE, _BASE, _BASELINE, _ARGS, _SARIF, _ANNOTATIONS, _REPORT, and GitHub's GITHUB_OUTPUT and GITHUB_STEP_SUMMARY.
# Out: `verdict`, `issues` and `report`; exit status 0 pass, 1 the gate failed, 2 it could not do its work.
set -euo pipefail

report="${VESTIGE_REPORT:-vestige-report.json}"
case "${VESTIGE_GATE:-new-only}" in
  new-only)
    command=(gate)
    if [ -n "${VESTIGE_BASE:-}" ]; then command+=(--base "$VESTIGE_BASE"); fi
    ;;
  all) command=(check) ;;
  *)
    echo "::error title=cargo-vestige::\`gate\` is \`${VESTIGE_GATE}\`; it can be \`new-only\` or \`all\`"
    exit 2
    ;;
esac
if [ -n "${VESTIGE_BASELINE:-}" ]; then command+=(--baseline "$VESTIGE_BASELINE"); fi
# Arguments are words: none of them has blanks in it.
read -r -a more <<< "${VESTIGE_ARGS:-}"

status=0
cargo-vestige "${command[@]}" --format json --output "$report" ${more[@]+"${more[@]}"} || status=$?
if [ "$status" -gt 1 ]; then
  echo "::error title=cargo-vestige::it could not do its work; the log of this step says why"
  exit "$status"
fi

verdict=pass
if grep -q '^    "status": "fail"' "$report"; then verdict=fail; fi
issues="$(sed -n 's/^    "findings": \([0-9][0-9]*\),$/\1/p' "$report")"
{
  echo "verdict=$verdict"
  echo "issues=$issues"
  echo "report=$report"
} >> "${GITHUB_OUTPUT:-/dev/null}"

if [ "${VESTIGE_ANNOTATIONS:-true}" = true ]; then
  GITHUB_STEP_SUMMARY='' cargo-vestige report --from "$report" --format github
fi
if [ -n "${VESTIGE_SARIF:-}" ]; then
  cargo-vestige report --from "$report" --format sarif --output "$VESTIGE_SARIF"
fi
cargo-vestige report --from "$report" --format markdown --output "${report%.json}.md"
cat "${report%.json}.md" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
exit "$status"
