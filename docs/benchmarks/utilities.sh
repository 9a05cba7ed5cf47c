#!/usr/bin/env bash
# The utilities beside loops of Python (utilities_loop.py): tags of many files, blank copies of them, an allow-list tried on lines.
# Needs python3-pydicom and python3-numpy (Debian); the files lie in ${TMPDIR:-/tmp} and go afterwards.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$here/../.."
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
files="${FILES:-10000}"
lines="${LINES_TRIED:-3000}"
"$root/pixelanon" --version >&2
"$root/pixelanon" synth --out "$work/some" --count 24 --seed 7 >&2
mkdir "$work/many"
mapfile -t drawn < <(find "$work/some" -name '*.dcm' | sort)
for ((i = 0; i < files; i++)); do
  ln "${drawn[i % ${#drawn[@]}]}" "$work/many/$(printf %05d "$i").dcm"
done
python="/usr/bin/python3 $here/utilities_loop.py"
$python glossary >"$work/glossary.txt"
"$root/pixelanon" allowlist build --glossary "$work/glossary.txt" -o "$work/allow.txt" >&2
$python texts "$lines" >"$work/lines.txt"

# measure NAME COMMAND...: wall and CPU seconds and peak memory of one run, of five that take turns
measure() {
  local name="$1"
  shift
  /usr/bin/time -a -o "$work/times" -f "$name %e %U %S %M" "$@" >/dev/null 2>"$work/said" || true
}

for _ in 1 2 3 4 5; do
  measure version "$root/pixelanon" --version
  measure tags "$root/pixelanon" tags "$work/many" --profile bia --overwrite -q -o "$work/bia.csv"
  measure tags-loop $python tags "$work/many" "$work/bia.csv"
  rm -rf "$work/blank"
  measure blank "$root/pixelanon" blank "$work/some" -o "$work/blank" -q
  rm -rf "$work/blank"
  mkdir "$work/blank"
  measure blank-loop $python blank "$work/some" "$work/blank"
  measure allowlist "$root/pixelanon" allowlist test "$work/allow.txt" --no-match "$work/lines.txt"
  measure allowlist-loop $python allowlist "$work/allow.txt" "$work/lines.txt"
done
$python table "$work/times"
