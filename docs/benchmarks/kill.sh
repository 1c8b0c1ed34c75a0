#!/usr/bin/env bash
# Kills a run without a word at seeded points, starts the same command again, and compares what it
# writes with a clean run. Then: a shard that is lost, and a disk that fills.
#
#   docs/benchmarks/kill.sh [POINTS=10] [SEED=17]
#
# Prints one line a point and ends with 1 where anything differs.
set -euo pipefail

home=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
points=${1:-10}
seed=${2:-17}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

run() { # OUT
  "$home/twinline" run "$home/samples/jobs/demo.yaml" --progress none \
    --set output.directory="$1" >"$work/log" 2>&1
}
digests() { # OUT
  sed -n '/"datasets"/,/\]/s/.*"\(name\|digest\)" : "\(.*\)".*/\2/p' "$1/manifest.json"
}
seconds() { date +%s%N | awk '{printf "%.3f", $1 / 1e9}'; }

start=$(seconds)
run "$work/clean"
whole=$(awk -v a="$start" -v b="$(seconds)" 'BEGIN {print b - a}')
digests "$work/clean" >"$work/want"
echo "clean run: $whole s"

# Points over the whole run, the last two within its final second, where files are moved.
for i in $(seq 1 "$points"); do
  at=$(awk -v w="$whole" -v i="$i" -v n="$points" -v s="$seed" \
    'BEGIN {srand(s * 1000 + i); print i > n - 2 ? w - rand() : w * (i - 1 + rand()) / n}')
  rm -rf "$work/out"
  run "$work/out" &
  pid=$!
  # The shell function's child is the program itself, which the start script became.
  sleep "$at"
  children=$(pgrep -P "$pid" || true)
  kill -9 $children "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
  left=$(ls -A "$work/out" 2>/dev/null | tr '\n' ' ')
  if [ -e "$work/out/_SUCCESS" ]; then
    state='was finished'
  else
    run "$work/out" || { cat "$work/log"; failed=1; }
    state='ran again'
  fi
  if digests "$work/out" | cmp -s - "$work/want"; then verdict=same; else verdict=DIFFERS; failed=1; fi
  echo "killed at $at s: left [${left% }], $state, $verdict"
done

# A shard that disappears before the commit.
rm -rf "$work/out"
run "$work/out" &
pid=$!
lost=''
while [ -z "$lost" ] && kill -0 "$pid" 2>/dev/null; do
  lost=$(find "$work/out/.staging" -name '*.jsonl' -print -quit 2>/dev/null || true)
done
rm -f "$lost"
code=0
wait "$pid" || code=$?
echo "lost shard: exit $code, $(grep -m1 '^error' "$work/log" | cut -c1-160)"
[ "$code" -eq 4 ] && [ -n "$lost" ] && [ ! -e "$work/out/_SUCCESS" ] || failed=1

# A disk of 200 kB, where one can be mounted.
mkdir "$work/small"
if mount -t tmpfs -o size=200k tmpfs "$work/small" 2>/dev/null; then
  code=0
  run "$work/small/out" || code=$?
  echo "full disk: exit $code, $(grep -m1 '^error' "$work/log" | cut -c1-160)"
  [ "$code" -eq 4 ] && [ ! -e "$work/small/out/_SUCCESS" ] || failed=1
  umount "$work/small"
else
  echo 'full disk: skipped, mounting needs root'
fi
exit "$failed"
