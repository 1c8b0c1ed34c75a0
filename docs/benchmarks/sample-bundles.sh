#!/bin/sh
# Trains the verifiers and preferences in samples/models again, from the samples alone (actions: docs/models/actions). Run from the root of the repository
# after `mvn -B verify` (or ./twinline demo) has set everything up.
#   docs/benchmarks/sample-bundles.sh [OUT]
# OUT (default build/sample-bundles) receives training rows and bundles; copy its models over samples/models.
set -e
out=${1:-build/sample-bundles}
samples=samples/training
terms=launcher/target/terminology
mkdir -p "$out/rows" "$out/models"
for rows in pairs steps consistency; do
  rm -f "$out/rows/$rows.jsonl"
  ${TWINLINE:-./twinline} reward corrupt --terminology "$terms" --input "$samples/good-answers.jsonl" \
    --rows "$rows" --per-answer 20 --output "$out/rows/$rows.jsonl"
done
cp "$samples/verifier.jsonl" "$out/rows/verifier.jsonl"
# Pairs made of good answers, and pairs written by hand, which speak of every dimension.
cat "$out/rows/pairs.jsonl" "$samples/pairs.jsonl" > "$out/rows/preference.jsonl"
for language in zh en; do
  for pair in verifier:verifier preference:preference process:steps consistency:consistency; do
    kind=${pair%%:*}
    rm -rf "$out/models/$kind-$language"
    ${TWINLINE:-./twinline} reward train --data "$out/rows/${pair#*:}.jsonl" --kind "$kind" --language "$language" \
      --cache "$out/vectors" --output "$out/models/$kind-$language"
  done
done
