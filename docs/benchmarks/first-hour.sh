#!/usr/bin/env bash
# Runs every command of docs/first-hour.md as printed, in a fresh folder, and prints what it prints.
#
#   docs/benchmarks/first-hour.sh
#
# A command ends with 0, unless the line before it says "ends with N". Stops at the first that does
# not, and ends with 1.
set -euo pipefail

home=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$home/twinline" "$work/twinline"
ln -s "$home/samples" "$work/samples"
cd "$work"

commands=0
expected=0
while IFS= read -r line; do
  case $line in
    *'ends with '[0-9]*) expected=${line#*ends with }; expected=${expected%%[!0-9]*} ;;
    '$ '*)
      command=${line#'$ '}
      printf '\n$ %s\n' "$command"
      status=0
      bash -c "$command" 2>&1 || status=$?
      [ "$status" -eq "$expected" ] || { echo "ended with $status, not $expected" >&2; exit 1; }
      commands=$((commands + 1))
      expected=0
      ;;
  esac
done <"$home/docs/first-hour.md"
printf '\nall %d commands of docs/first-hour.md work\n' "$commands"
