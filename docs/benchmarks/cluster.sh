#!/usr/bin/env bash
# A Flink cluster of a JobManager and two TaskManagers on loopback: the demo embedded, on the cluster
# once to warm up, warm, and warm with one TaskManager killed on the way. Prints wall times and whether the
# digests are equal; ends with 1 where they are not.
#
#   docs/benchmarks/cluster.sh [JOB=samples/jobs/demo.yaml] [SHARE=0.6]   (after: mvn -B -DskipTests package)
#
# SHARE is the point of the warm run's time at which the worker is killed.
set -euo pipefail

home=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
job=${1:-$home/samples/jobs/demo.yaml}
share=${2:-0.6}
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT
rest=$((20000 + $$ % 20000))
options=(-D rest.port=$rest -D jobmanager.rpc.port=$((rest + 1)) -D taskmanager.memory.process.size=2000m
  -D taskmanager.memory.task.off-heap.size=300m)

start() { # NAME ROLE
  mkdir "$work/$1"
  TWINLINE_LOG_LEVEL=error "$home/docs/cluster/flink.sh" "$2" "${options[@]}" -D io.tmp.dirs="$work/$1" \
    >"$work/$1.log" 2>&1 &
  pids+=($!)
}
digests() { sed -n '/"datasets"/,/\]/s/.*"\(name\|digest\)" : "\(.*\)".*/\2/p' "$1/manifest.json"; }
now() { date +%s%N; }
run() { # NAME SETTING…
  local name=$1 begin
  shift
  begin=$(now)
  "$home/twinline" run "$job" --progress none --set output.directory="$work/out-$name" \
    --set runner.parallelism=2 "${@/#/--set=}" >"$work/$name.txt" 2>&1 ||
    { tail -5 "$work/$name.txt" >&2; exit 1; }
  echo $((($(now) - begin) / 1000000)) >"$work/$name.ms"
}
say() { # NAME
  local verdict=same
  digests "$work/out-$1" | cmp -s - "$work/want" || { verdict=DIFFERS; failed=1; }
  printf '%-9s %6.1f s  %s\n' "$1" "$(awk '{print $1 / 1000}' "$work/$1.ms")" "$verdict"
}

failed=0
run embedded runner.kind=flink-local
digests "$work/out-embedded" >"$work/want"
say embedded
start jm jobmanager
start tm1 taskmanager
start tm2 taskmanager
cluster=(runner.kind=flink "runner.master=127.0.0.1:$rest")
for attempt in $(seq 1 60); do # until both workers are there: four slots
  if "$home/twinline" run "$job" --progress none --set output.directory="$work/out-cold" \
    --set runner.parallelism=4 "${cluster[@]/#/--set=}" >"$work/cold.txt" 2>&1; then break; fi
  grep -q 'task slots\|no Flink cluster' "$work/cold.txt" || { tail -5 "$work/cold.txt" >&2; exit 1; }
  sleep 1
done
run warm "${cluster[@]}"
say warm
run killed "${cluster[@]}" &
runner=$!
sleep "$(awk -v s="$share" '{print s * $1 / 1000}' "$work/warm.ms")"
kill -9 "${pids[1]}"
wait "$runner"
say killed
exit "$failed"
