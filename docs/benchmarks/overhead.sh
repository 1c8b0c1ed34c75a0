#!/usr/bin/env bash
# What Beam adds to a record of the verifiable line without models:
#   ((CPU of the line − CPU of its start-up) − (CPU of the plain program − CPU of its start-up)) / records
# where the plain program (PlainLine) makes the same library calls with the same codec in one process,
# and start-up is the same with four records. Interleaved rounds; medians are printed.
#
# The plain program has one thread, so the line runs with parallelism 1; "line2" is the same with 2, where
# two threads share the memory of one machine and each does the same work in more CPU time.
#
#   docs/benchmarks/overhead.sh [RECORDS] [ROUNDS]      (after: mvn -B -DskipTests package; needs GNU time)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
records=${1:-100000}
rounds=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
classes="launcher/target/test-classes:launcher/target/twinline/lib/*"
terminology=launcher/target/terminology

java -cp "$classes" org.twinline.launcher.bench.SyntheticRecords "$work/all.jsonl" "$records" samples/terminology/diagnoses.tsv 4
java -cp "$classes" org.twinline.launcher.bench.SyntheticRecords "$work/four.jsonl" 4 samples/terminology/diagnoses.tsv 4
cat > "$work/job.yaml" <<JOB
line: verifiable
input: {files: $work/all.jsonl, format: canonical}
output: {directory: $work/out}
terminology: $terminology
rewards:
  - {use: guard, guards: [empty_answer, no_reasoning, repetition, flood]}
  - use: rule
select: {per_question: 4}
runner: {kind: flink-local, parallelism: 1}
JOB

# The first demo after a build leaves the class-data archive that every later command starts from.
./twinline demo --out "$work/demo" --progress none > "$work/demo.log" 2>&1

# measure NAME COMMAND…: appends "NAME wall cpu peak_kB" to the figures
measure() {
  name=$1; shift
  rm -rf "$work/out"
  /usr/bin/env time -f "$name %e %U %S %M" -a -o "$work/figures" "$@" > "$work/$name.log" 2>&1
}
for ((round = 1; round <= rounds; round++)); do
  measure plain java -XX:+UseG1GC -XX:InitialRAMPercentage=8 -cp "$classes" org.twinline.launcher.bench.PlainLine "$work/all.jsonl" "$work/out" "$terminology"
  measure line ./twinline run "$work/job.yaml" --progress none
  measure plain-start java -XX:+UseG1GC -XX:InitialRAMPercentage=8 -cp "$classes" org.twinline.launcher.bench.PlainLine "$work/four.jsonl" "$work/out" "$terminology"
  [ "$round" -gt 1 ] || measure line2 ./twinline run "$work/job.yaml" --progress none --set runner.parallelism=2
  measure line-start ./twinline run "$work/job.yaml" --progress none --set "input.files=$work/four.jsonl"
done
echo "digests, plain:"; grep -E 'rejected|triples' "$work/plain.log"
echo "digests, line:"; grep -E 'rejected/|triples/' "$work/line.log"
awk -v n="$records" '
  { wall[$1] = wall[$1] " " $2; cpu[$1] = cpu[$1] " " $3 + $4; if ($5 > peak[$1]) peak[$1] = $5 }
  function median(list,   v, k, i, j, t) {
    k = split(list, v, " ")
    for (i = 1; i <= k; i++) for (j = i + 1; j <= k; j++) if (v[j] < v[i]) { t = v[i]; v[i] = v[j]; v[j] = t }
    return k % 2 ? v[(k + 1) / 2] : (v[k / 2] + v[k / 2 + 1]) / 2
  }
  END {
    for (name in wall) printf "%-12s wall %6.1f s  cpu %6.1f s  peak %5d MB\n", name, median(wall[name]), median(cpu[name]), peak[name] / 1024
    line = median(cpu["line"]) - median(cpu["line-start"]); plain = median(cpu["plain"]) - median(cpu["plain-start"])
    line2 = median(cpu["line2"]) - median(cpu["line-start"])
    printf "with parallelism 2 the line takes %.0f us/record more CPU than the plain program\n", (line2 - plain) / n * 1e6
    printf "library calls %.0f us/record; Beam adds %.0f us/record of CPU; whole to plain, start-up apart: %.2f\n", plain / n * 1e6, (line - plain) / n * 1e6, line / plain
  }' "$work/figures"
