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

# kill_at POINT: starts a run and kills it there: after so many seconds, or as soon as that file is there.
kill_at() {
  rm -rf "$work/out"
  run "$work/out" &
  local pid=$!
  case $1 in
    *[!0-9.]*) until [ -e "$work/out/$1" ] || ! kill -0 "$pid" 2>/dev/null; do sleep 0.002; done ;;
    *) sleep "$1" ;;
  esac
  # The shell function's child is the program itself, which the start script became.
  # shellcheck disable=SC2046
  kill -9 $(pgrep -P "$pid" || true) "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}

# Points over the whole run, then one in the middle of the commit and one where the exports are written.
for i in $(seq 1 "$points"); do
  case $((points - i)) in
    0) at=exports ;;
    1) at=rejected ;;
    *) at=$(awk -v w="$whole" -v i="$i" -v n="$((points - 2))" -v s="$seed" \
      'BEGIN {srand(s * 1000 + i); print w * (i - 1 + rand()) / n}') ;;
  esac
  kill_at "$at"
  while [ -e "$work/out/_SUCCESS" ]; do # the clean run was slower than this one
    at=$(awk -v at="$at" 'BEGIN {print at * 0.9}')
    kill_at "$at"
  done
  left=$({ ls -A "$work/out" 2>/dev/null || true; } | tr '\n' ' ')
  run "$work/out" || { cat "$work/log"; failed=1; }
  if digests "$work/out" | cmp -s - "$work/want"; then verdict=same; else verdict=DIFFERS; failed=1; fi
  echo "killed at $at: left [${left% }], ran again, $verdict"
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
