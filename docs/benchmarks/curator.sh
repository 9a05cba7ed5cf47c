#!/usr/bin/env bash
# A curator with a fixed rule, on real keys: decides each row that waits, then marks the file done. 40 drawn files of all
# kinds; a cine of 8 frames with the same texts; 30 files of two devices by group. All are searched beforehand. Prints a
# table of actions and seconds, and the share of sensitive text that is blanked. Needs what `mvn verify` leaves, and a
# display.
# Usage: docs/benchmarks/curator.sh [INSTALLATION...] (unpacked applications; default: the one that was built)
# ROUNDS=n repeats all, COUNT=n is the number of mixed files, TASKS="mixed cine groups" chooses
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${DISPLAY:-}" ]; then exec xvfb-run -a -s '-screen 0 1600x1000x24' "$0" "$@"; fi
built="$PWD/application/target/pixelanon"
[ -x "$built/bin/pixelanon" ] || { echo "run mvn verify first" >&2; exit 2; }
[ $# -gt 0 ] || set -- "$built"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
jars="${MAVEN_REPOSITORY:-$HOME/.m2/repository}"
path="application/target/test-classes:modules/core/synth/target/classes:$(
  find "$built" -name '*.jar' | paste -sd:):$(
  find "$jars/org/assertj" "$jars/net/bytebuddy/byte-buddy" "$jars/org/jspecify" \
    -name '*.jar' ! -name '*sources*' | paste -sd:)"
mkdir -p "$work/mixed" "$work/cine" "$work/groups"
java -cp "$path" blackbox.application.CuratorCine "$work/cine"
java -cp "$path" blackbox.application.CuratorGroups "$work/groups"
"$built/bin/pixelanon" synth --count "${COUNT:-40}" --seed 7 -o "$work/mixed" >/dev/null

# the share of sensitive text that the rows of a database hide
hidden() {
  "$built/bin/pixelanon" db rects "$1/db" --only rectangles >"$1/rects.csv"
  "$built/bin/pixelanon" evaluate "$2/truth.json" "$2" --rects "$1/rects.csv" --judge -q --write-csv "$1/figures.csv" \
    >/dev/null
  awk -F, '$1 == "all" && $6 == "erased" { printf "%.1f %%", 100 * $8 }' "$1/figures.csv"
}

echo "| task | application | files | actions | actions per file | s per file | sensitive text hidden |"
echo "|---|---|---|---|---|---|---|"
for _ in $(seq "${ROUNDS:-1}"); do
  for task in ${TASKS:-mixed cine groups}; do
    for app in "$@"; do
      home="$(mktemp -d "$work/home-XXXX")"
      "$app/bin/pixelanon" ocr -q --effort fast "$work/$task" --db "$home/db" >/dev/null || true
      curator=Curator
      [ "$task" != groups ] || curator=CuratorGroups
      java -Dpixelanon.application="$app" -cp "$path" "blackbox.application.$curator" \
        "$app" "$home" "$home/db" "$work/$task" >"$home/lines"
      [ -z "${LINES_TO:-}" ] || cp "$home/lines" "$LINES_TO/$task-$(basename "$(dirname "$app")").txt"
      tail -1 "$home/lines" | sed -E "s/^([0-9]+) files, ([0-9]+) actions, ([0-9.]+) actions and ([0-9.]+) s per file/\
| $task | $("$app/bin/pixelanon" --version | head -1) | \1 | \2 | \3 | \4 | $(hidden "$home" "$work/$task") |/"
    done
  done
done
