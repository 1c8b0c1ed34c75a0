#!/usr/bin/env bash
# Makes the performance figures of docs/measurements.md again.
#
#   docs/benchmarks/performance.sh DATA OUT [SECTION…]
#
# DATA is the folder of the shared evaluation data ($DATA), OUT a folder for what the sections print
# (OUT/SECTION.txt) and for the indexes they build (about 2 GB). Sections, in this order, all of them
# where none is named:
#
#   start        start-up, the demo twice, the size of the application         2 min
#   beam         what Beam adds, 400,000 records, 3 rounds                    25 min
#   volume       1 M, 4 M and 1 M records at -Xmx4g                    30 min
#   exports      some 400,000 triples for three trainers at -Xmx384m    5 min
#   cluster      the demo on a cluster of processes, and with one killed       4 min
#   kills        runs killed at ten points, a lost shard, a full disk         15 min
#   mistakes     errors in job files, and how fast they are said               2 min
#   terminology  the whole index, a million names, tagging, graph             15 min
#   trained      linking by a trained linker over those names                 20 min
#   encoder      texts a second through an encoder                             5 min
#   guards       what each guard costs on long chains of thought               2 min
#   jmh          the micro-benchmarks, after terminology and trained          15 min
#
# Run it after `mvn -B -DskipTests install` on a machine that does nothing else; needs GNU time.
set -euo pipefail

home=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
[ $# -ge 2 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
data=$(cd -- "$1" && pwd -P)
mkdir -p "$2"
out=$(cd -- "$2" && pwd -P)
shift 2
here=$home/docs/benchmarks

# java_in MODULE OPTIONS_AND_CLASS…: a program of a module's tests.
java_in() {
  local module=$1
  shift
  if [ ! -s "$out/$module.classpath" ]; then
    (cd "$home" && mvn -B -q -o -pl "$module" dependency:build-classpath \
      -Dmdep.includeScope=test -Dmdep.outputFile="$out/$module.classpath")
  fi
  java "-Dtwinline.shared=$(dirname "$data")" \
    -cp "$home/$module/target/classes:$home/$module/target/test-classes:$(cat "$out/$module.classpath")" "$@"
}
index_bench() { # HEAP ARGUMENT…
  local heap=$1
  shift
  java_in terminology "-Xmx$heap" org.twinline.terminology.bench.IndexBench "$@"
}
timed() { /usr/bin/env time -f '%e s wall, %U s CPU, peak %M kB' "$@"; }

start() {
  timed "$home/twinline" --version
  for run in 1 2; do timed "$home/twinline" demo --out "$out/demo-$run" --progress none; done
  rm -rf "$out/demo-1" "$out/demo-2"
  du -sh "$home/launcher/target/twinline/lib"
}
beam() { "$here/overhead.sh" 400000 3; }
volume() { "$here/volume.sh" 1000000 4000000 1000000; }
exports() {
  local classes="$home/launcher/target/test-classes:$home/launcher/target/twinline/lib/*"
  rm -rf "$out/run" "$out/exported"
  java -cp "$classes" org.twinline.launcher.bench.SyntheticRecords "$out/records.jsonl" 600000 \
    "$home/samples/terminology/diagnoses.tsv" 4
  cat >"$out/exports.yaml" <<JOB
line: verifiable
input: {files: $out/records.jsonl, format: canonical}
output: {directory: $out/run}
terminology: $home/launcher/target/terminology
rewards: [{use: rule}]
JOB
  "$home/twinline" run "$out/exports.yaml" --progress none
  TWINLINE_JAVA_OPTS=-Xmx384m timed "$home/twinline" export "$out/run" --to verl,trl,llama-factory --out "$out/exported"
  du -sh "$out/run/triples" "$out/exported"
  rm -rf "$out/run" "$out/exported" "$out/records.jsonl"
}
cluster() { "$here/cluster.sh"; }
kills() { "$here/kill.sh"; }
mistakes() { "$here/bad-jobs.sh" 9; }
terminology() {
  rm -rf "$out/all" "$out/million"
  TWINLINE_JAVA_OPTS=-Xmx2g timed "$home/twinline" terminology build --out "$out/all" \
    --sources "$here/terminology-sources.yaml" --base "$data/terminology"
  timed "$home/twinline" terminology check "$out/all"
  java_in terminology org.twinline.terminology.bench.MillionNames "$out/all" "$out/million.tsv" 1030000
  index_bench 2g build "$out/million.tsv" "$out/million"
  index_bench 2g retrieval "$out/million"
  index_bench 512m look "$out/million"
  index_bench 512m map "$out/million"
  java_in terminology -Xmx2g org.twinline.terminology.bench.TagBench 1000000 3
  java_in terminology -Xmx150m org.twinline.terminology.graph.GraphBench
}
trained() {
  awk 'NR % 2' "$data/eval/chip-cdn-train.jsonl" "$data/eval/yidu-n7k-train.jsonl" >"$out/half.jsonl"
  rm -rf "$out/trained"
  cp -r "$out/million/index" "$out/trained"
  timed "$home/twinline" terminology train "$out/trained" --pairs "$out/half.jsonl"
  index_bench 2g trained "$out/trained" "$out/half.jsonl"
  java_in terminology -Xmx3g org.twinline.terminology.bench.LinkSpeed
}
encoder() {
  sed -nE 's/^.*"instruction": \[("[^]]*")\], "input".*"output": \[("[^]]*")\].*$/{"question": \1, "answer": \2}/p' \
    "$data/eval/huatuo26m-3000.jsonl" | head -n 1000 >"$out/pairs.jsonl"
  java_in reward-components -Xmx3g org.twinline.reward.bench.EncodeBench \
    "$home/launcher/target/encoders" bge-small-zh-v1.5 "$out/pairs.jsonl" 3
}
guards() {
  local kind
  for kind in jmed:jmed-300 o1:o1-open-100; do
    java_in reward-components org.twinline.reward.bench.GuardBench speed "${kind%%:*}" \
      "$data/eval/${kind#*:}.jsonl" "$home/launcher/target/terminology"
  done
}
jmh() { # of what the sections terminology and trained left
  [ -d "$out/million" ] && [ -d "$out/trained" ] || { echo "run the sections terminology and trained first" >&2; return 2; }
  (
    cd "$home"
    mvn -B -q -Pbench -pl terminology test-compile exec:exec "-Dtwinline.bench=$out/million" \
      "-Dtwinline.trained=$out/trained" "-Dtwinline.pairs=$out/half.jsonl" "-Dtwinline.shared=$(dirname "$data")"
    mvn -B -q -Pbench -pl reward-components test-compile exec:exec "-Dtwinline.index=$out/million/index"
  )
}

[ $# -gt 0 ] || set -- start beam volume exports cluster kills mistakes terminology trained encoder guards jmh
for section in "$@"; do
  case $section in
    start | beam | volume | exports | cluster | kills | mistakes | terminology | trained | encoder | guards | jmh) ;;
    *) echo "no section '$section'" >&2; exit 2 ;;
  esac
  echo "== $section ($(date +%H:%M), load $(cut -d' ' -f1 /proc/loadavg))"
  $section 2>&1 | tee "$out/$section.txt"
done
