#!/usr/bin/env bash
# Whether the verifiable line's time is linear and its memory flat: synthetic records of 2 KB, four to a
# question, guards and rules on, no models, parallelism 2, -Xmx4g. Prints wall and CPU time, peak memory
# and the time a record takes beyond the start-up, each size beside the first.
#
#   docs/benchmarks/volume.sh [RECORDS…]      (after: mvn -B -DskipTests package; needs GNU time and
#                                              6 KB of disk a record)
set -euo pipefail

home=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
[ $# -gt 0 ] || set -- 400000 1000000 4000000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
classes="$home/launcher/target/test-classes:$home/launcher/target/twinline/lib/*"

cat >"$work/job.yaml" <<JOB
line: verifiable
input: {files: $work/records.jsonl, format: canonical}
output: {directory: $work/out}
terminology: $home/launcher/target/terminology
rewards:
  - {use: guard, guards: [empty_answer, no_reasoning, repetition, flood]}
  - use: rule
select: {per_question: 4}
runner: {kind: flink-local, parallelism: 2}
JOB

for records in 4 "$@"; do
  java -cp "$classes" org.twinline.launcher.bench.SyntheticRecords "$work/records.jsonl" "$records" \
    "$home/samples/terminology/diagnoses.tsv" 4
  rm -rf "$work/out"
  TWINLINE_JAVA_OPTS=-Xmx4g /usr/bin/env time -f "$records %e %U %S %M" -a -o "$work/figures" \
    "$home/twinline" run "$work/job.yaml" --progress none >"$work/log" 2>&1 || { tail -5 "$work/log" >&2; exit 1; }
  tail -n 1 "$work/figures" | awk '{printf "%9d records: wall %7.1f s  cpu %7.1f s  peak %5d MB\n", $1, $2, $3 + $4, $5 / 1024}'
done
awk '
  NR == 1 { wall = $2; cpu = $3 + $4; next }
  {
    each = ($2 - wall) / $1 * 1e6; work = ($3 + $4 - cpu) / $1 * 1e6
    if (NR == 2) { firstEach = each; firstWork = work }
    printf "%9d records: %6.1f us of wall and %6.1f us of CPU a record, %.3f and %.3f of the first size\n", $1, each, work, each / firstEach, work / firstWork
  }' "$work/figures"
