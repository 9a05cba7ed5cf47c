#!/usr/bin/env bash
# Two instances of the workbench do random actions on the same 2,000 files and the same database at once. Each keeps a
# book of its own rows; at the end the database must hold exactly these. Prints the longest time the event thread of each
# did not answer; ends with 1 if a row is lost or there twice. Needs what `mvn verify` leaves, Xvfb and sqlite3.
# Usage: docs/benchmarks/soak.sh [ACTIONS] (of both together; default 20000)
# PREFIX="nice -n -15" (as root) as in workbench.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
read -ra prefix <<<"${PREFIX:-}"
if [ -z "${DISPLAY:-}" ]; then exec "${prefix[@]}" xvfb-run -a -s '-screen 0 1600x1000x24' "$0" "$@"; fi
actions="${1:-20000}"
app="$PWD/application/target/pixelanon"
tests="$PWD/modules/desktop/workbench/target/test-classes:$PWD/modules/desktop/review/target/test-classes"
[ -x "$app/bin/pixelanon" ] && [ -d "${tests%%:*}" ] || { echo "run mvn verify first" >&2; exit 2; }
work="$(mktemp -d)"
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$work"' EXIT
jars="$(find "$app" -name '*.jar' | paste -sd:)"
java -Xmx300m -cp "$tests:modules/core/synth/target/classes:$jars" blackbox.workbench.DrawnFolders "$work" soak
printf 'Premain-Class: blackbox.workbench.Visitor\n' >"$work/manifest"
jar --create --file "$work/visitor.jar" --manifest "$work/manifest" -C "${tests%%:*}" blackbox/workbench/Visitor.class
instances=()
for party in 0 1; do
  options="$tests,blackbox.workbench.SharedSoakBenchmark,$work/soak,$((actions / 2)),$party"
  "${prefix[@]}" "$app/bin/pixelanon" --userdir "$work/user-$party" --cachedir "$work/cache-$party" --nosplash \
    --db "$work/db" "-J-javaagent:$work/visitor.jar=$options" 2>"$work/log-$party" &
  instances+=($!)
done
failed=0
for instance in "${instances[@]}"; do
  wait "$instance" || failed=1
done
sqlite3 "$work/db/dcmaudit.sqlite.db" "SELECT 'the same row twice: '||count(*) FROM (SELECT 1 FROM DicomRects WHERE \"left\" >= 0
  GROUP BY filename, top, bottom, \"left\", \"right\", frame, overlay HAVING count(*) > 1); PRAGMA integrity_check" ||
  failed=1
[ "$failed" = 0 ] || tail -n 5 "$work"/log-*
exit "$failed"
