#!/usr/bin/env bash
# Gates over CMExam (3,000 questions; a tenth of them by a hash of the id):
#   1. the data as published fails the gate, as one explanation in seven is missing; repaired it passes;
#   2. a tenth and the whole have the same verdicts, of the published data and of the repaired;
#   3. every format is written by one check.
# Ends with 1 where any of this does not hold.
#
#   DATA=/path/to/data docs/benchmarks/gate-sample.sh      (needs $DATA/eval/cmexam-3000.jsonl and python3)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
twinline=${TWINLINE:-./twinline}
data=${DATA:?names the folder that holds eval/cmexam-3000.jsonl}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gate=samples/gates/cmexam.yaml

# The data as published and repaired, each whole and a tenth.
python3 - "$data/eval/cmexam-3000.jsonl" "$work" <<'PY'
import hashlib, json, sys
source, work = sys.argv[1:]
files = {name: open(f"{work}/{name}.jsonl", "w", encoding="utf-8")
         for name in ("published", "published-tenth", "repaired", "repaired-tenth")}
for line in open(source, encoding="utf-8"):
    record = json.loads(line)
    tenth = int(hashlib.sha256(record["id"].encode()).hexdigest(), 16) % 10 == 0
    repaired = record["explanation"] != "nan"
    for name, file in files.items():
        if (repaired or "published" in name) and (tenth or "tenth" not in name):
            file.write(line)
PY

run() {
  $twinline run samples/jobs/cmexam.yaml --progress none \
    --set "input.files=$work/$1.jsonl" --set "output.directory=$work/run-$1" | head -n 1
}
# check NAME EXPECTED_EXIT …: keeps the verdicts in NAME.verdicts
check() {
  name=$1; expected=$2; shift 2
  status=0
  $twinline gate check "$work/run-$name" --gate "$gate" "$@" \
    --output "json=$work/$name.json" > "$work/$name.txt" || status=$?
  echo "  $name: exit $status, $(tail -n 1 "$work/$name.txt")"
  grep '^  failed' "$work/$name.txt" || true
  [ "$status" -eq "$expected" ] || { echo "expected exit $expected"; exit 1; }
  python3 -c 'import json, sys
for check in json.load(open(sys.argv[1]))["checks"]:
    print(check["state"], check["name"], check.get("slice", ""))' "$work/$name.json" > "$work/$name.verdicts"
}

echo "1. a failing run, repaired"
run published
check published 1
run repaired
check repaired 0

echo "2. a tenth and the whole, against the repaired run as the baseline"
$twinline gate accept "$work/run-repaired" --baseline "$work/baseline" > "$work/accepted"
echo "  baseline: $(wc -c < "$work/baseline/baseline.json") bytes"
for kind in published repaired; do
  run "$kind-tenth"
  expected=$([ "$kind" = published ] && echo 1 || echo 0)
  check "$kind" "$expected" --baseline "$work/baseline"
  check "$kind-tenth" "$expected" --baseline "$work/baseline"
  diff "$work/$kind.verdicts" "$work/$kind-tenth.verdicts"
  echo "  same verdicts: $(wc -l < "$work/$kind.verdicts") checks"
done

echo "3. all formats"
$twinline gate check "$work/run-published" --gate "$gate" --format github \
  --output "text=$work/gate.txt" --output "json=$work/gate.json" --output "junit=$work/gate.xml" \
  --output "sarif=$work/gate.sarif" --output "markdown=$work/gate.md" && exit 1
wc -c "$work"/gate.* | sed '$d; s/^/  /; s|/.*/||'
