#!/usr/bin/env bash
# What flushing costs: many small files redacted, with and without --no-sync and a database, in turn.
# Usage: [FILES=500] [RUNS=3] [LAUNCHER=./pixelanon] docs/benchmarks/flush.sh [WAY...]
# WAY: flushed, no-sync, flushed-db, no-sync-db; all four if none is named. Files lie below ${TMPDIR:-/tmp}, on a disk.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
launcher="${LAUNCHER:-$root/pixelanon}"
[ $# -gt 0 ] || set -- flushed no-sync flushed-db no-sync-db
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
"$launcher" synth -o "$work/one" --count 1 >/dev/null
sample="$(find "$work/one" -name '*.dcm')"
mkdir "$work/in"
for i in $(seq "${FILES:-500}"); do cp "$sample" "$work/in/$i.dcm"; done
"$launcher" anonymise "$sample" -o "$work/clean" --db "$work/empty" -q >/dev/null 2>&1

# once WAY: the seconds of one run
once() {
  local options=()
  case "$1" in no-sync*) options+=(--no-sync) ;; esac
  rm -rf "$work/out" "$work/db"
  case "$1" in *-db)
    cp -r "$work/empty" "$work/db"
    options+=(--db "$work/db")
    ;;
  esac
  sync
  local start="$EPOCHREALTIME"
  "$launcher" redact "$work/in" -o "$work/out" --rect 0,0,+40,+20 -q "${options[@]}" >"$work/said" 2>&1 ||
    { cat "$work/said" >&2; exit 2; }
  awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.2f", b - a }'
}

once "$1" >/dev/null # does not count
for run in $(seq "${RUNS:-3}"); do
  for way in "$@"; do
    echo "$run $way $(once "$way") s"
  done
done
