#!/usr/bin/env bash
# Whether the verifiable line's time is linear, on a machine whose speed changes from minute to minute: one
# run over TIMES × RECORDS records and TIMES runs over RECORDS records, one after the other, at the same time,
# so that both meet the same machine. Parallelism 1 each, -Xmx4g, the job of volume.sh. Prints CPU and
# peak memory of each run, and the time a record takes beyond the start-up, large beside small.
#
#   docs/benchmarks/linear.sh [RECORDS] [TIMES]      (after: mvn -B -DskipTests package; needs GNU time and
#                                                     6 KB of disk for each of 2 × RECORDS × TIMES records)
set -euo pipefail

home=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
records=${1:-1000000}
times=${2:-4}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
classes="$home/launcher/target/test-classes:$home/launcher/target/twinline/lib/*"

# prepare NAME RECORDS: a folder with records and a job
prepare() {
  mkdir "$work/$1"
  java -cp "$classes" org.twinline.launcher.bench.SyntheticRecords "$work/$1/records.jsonl" "$2" \
    "$home/samples/terminology/diagnoses.tsv" 4
  cat >"$work/$1/job.yaml" <<JOB
line: verifiable
input: {files: $work/$1/records.jsonl, format: canonical}
output: {directory: $work/$1/out}
terminology: $home/launcher/target/terminology
rewards:
  - {use: guard, guards: [empty_answer, no_reasoning, repetition, flood]}
  - use: rule
select: {per_question: 4}
runner: {kind: flink-local, parallelism: 1}
JOB
}
# measure NAME: appends "NAME wall user system peak_kB" to the figures
measure() {
  rm -rf "$work/$1/out"
  TWINLINE_JAVA_OPTS=-Xmx4g /usr/bin/env time -f "$1 %e %U %S %M" -a -o "$work/figures" \
    "$home/twinline" run "$work/$1/job.yaml" --progress none >"$work/$1/log" 2>&1 || { tail -5 "$work/$1/log" >&2; exit 1; }
}
prepare start 4
prepare small "$records"
prepare large "$((records * times))"
measure start
set -m # a group of its own, so that it can be stopped with what it started
measure large &
large=$!
set +m
trap 'kill -- "-$large" 2>/dev/null; rm -rf "$work"' EXIT
for ((i = 1; i <= times; i++)); do
  measure start
  measure small
done
wait "$large"
awk -v records="$records" -v times="$times" '
  { cpu = $3 + $4; printf "%-5s wall %7.1f s  cpu %7.1f s  peak %5d MB\n", $1, $2, cpu, $5 / 1024; n[$1]++; all[$1] += cpu; wall[$1] += $2 }
  END {
    start = all["start"] / n["start"]
    small = (all["small"] / n["small"] - start) / records * 1e6
    large = (all["large"] - start) / (records * times) * 1e6
    begin = wall["start"] / n["start"]
    smallWall = (wall["small"] / n["small"] - begin) / records * 1e6
    largeWall = (wall["large"] - begin) / (records * times) * 1e6
    printf "%d records: %.1f us of CPU and %.1f us of wall a record\n", records, small, smallWall
    printf "%d records: %.1f us and %.1f us, %.3f and %.3f of it\n", records * times, large, largeWall, large / small, largeWall / smallWall
  }' "$work/figures"
