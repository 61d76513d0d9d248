#!/usr/bin/env bash
# Compare `argmap run` with bare spaCy over a folder of texts: three pairs in turn, whole processes.
#   bench/pace.sh FOLDER
set -euo pipefail
folder=${1:?usage: bench/pace.sh FOLDER}
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
TIMEFORMAT=%R
for _ in 1 2 3; do
  a=$( { time .venv/bin/argmap run "$folder" --out "$out" >/dev/null 2>&1; } 2>&1 )
  b=$( { time .venv/bin/python bench/bare_spacy.py "$folder" >/dev/null 2>&1; } 2>&1 )
  awk -v a="$a" -v b="$b" 'BEGIN { printf "argmap %.1f s, bare spaCy %.1f s, ratio %.2f\n", a, b, a / b }'
done
