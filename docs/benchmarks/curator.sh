#!/usr/bin/env bash
# A curator with a fixed rule, on real keys: decides each row that waits, then marks the file done. 40 drawn files of all
# kinds, and a cine of 8 frames with the same texts, both searched beforehand. Prints actions and seconds, and whether
# sensitive text is left. Needs what `mvn verify` leaves, and a display.
# Usage: docs/benchmarks/curator.sh [INSTALLATION...] (unpacked applications; default: the one that was built)
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${DISPLAY:-}" ]; then exec xvfb-run -a -s '-screen 0 1600x1000x24' "$0" "$@"; fi
built="$PWD/application/target/pixelanon"
[ -x "$built/bin/pixelanon" ] || { echo "run mvn verify first" >&2; exit 2; }
[ $# -gt 0 ] || set -- "$built"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
path="application/target/test-classes:modules/core/synth/target/classes:$(
  find "$built" -name '*.jar' | paste -sd:):$(
  find "$HOME/.m2/repository/org/assertj" "$HOME/.m2/repository/net/bytebuddy/byte-buddy" "$HOME/.m2/repository/org/jspecify" \
    -name '*.jar' ! -name '*sources*' | paste -sd:)"
mkdir -p "$work/mixed" "$work/cine"
java -cp "$path" blackbox.application.CuratorCine "$work/cine/cine.dcm"
"$built/bin/pixelanon" synth -q --count 40 --seed 7 -o "$work/mixed" >/dev/null
for app in "$@"; do
  echo "== $("$app/bin/pixelanon" --version | head -1)"
  for task in mixed cine; do
    home="$work/home-$RANDOM"
    "$app/bin/pixelanon" ocr -q --effort fast "$work/$task" --db "$home/db" >/dev/null || true
    echo "-- $task"
    java -Dpixelanon.application="$app" -cp "$path" blackbox.application.Curator "$app" "$home" "$home/db" "$work/$task" |
      tail -1
    if [ -f "$work/$task/truth.json" ]; then
      "$app/bin/pixelanon" db export -q --db "$home/db" -o "$home/rects.csv" || true
      "$built/bin/pixelanon" evaluate "$work/$task/truth.json" "$work/$task" --rects "$home/rects.csv" --judge -q || true
    fi
  done
done
