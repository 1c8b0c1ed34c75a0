#!/usr/bin/env bash
# How well and how fast mistakes in job files are found: every mechanical mistake in samples/jobs in one
# process, then the whole command on a bad file, its median beside that of `twinline --version`.
#
#   docs/benchmarks/bad-jobs.sh [ROUNDS]      (after: mvn -B -DskipTests package; needs GNU time)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rounds=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

java -cp "launcher/target/test-classes:launcher/target/twinline/lib/*" org.twinline.launcher.job.BadJobsBench .

sed 's/^line:/lin:/; s/accept: 0.85/accept: 1.85/; s/use: process/use: proces/' samples/jobs/demo.yaml > "$work/bad.yaml"
for ((round = 1; round <= rounds; round++)); do
  status=0
  /usr/bin/env time -f "%e %U" -a -o "$work/bad" ./twinline run "$work/bad.yaml" 2> "$work/errors" || status=$?
  [ "$status" -eq 2 ] || { echo "ended with $status, not 2" >&2; exit 1; }
  /usr/bin/env time -f "%e %U" -a -o "$work/version" ./twinline --version > "$work/out"
done
median() { sort -n "$1" | sed -n "$(((rounds + 1) / 2))p"; }
grep -v '^Command exited' "$work/bad" > "$work/bad.times"
read -r wall cpu < <(median "$work/bad.times")
echo "twinline run bad.yaml: $(tail -n 1 "$work/errors"); median $wall s wall, $cpu s CPU"
read -r wall cpu < <(median "$work/version")
echo "twinline --version: median $wall s wall, $cpu s CPU (load $(cut -d' ' -f1 /proc/loadavg))"
