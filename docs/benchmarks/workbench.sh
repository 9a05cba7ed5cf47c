#!/usr/bin/env bash
# Speed of the workbench: start, stepping, the list of files, a soak. Needs what `mvn verify` leaves, Xvfb and xdotool.
# Usage: docs/benchmarks/workbench.sh (about three minutes; needs 1 GB in the temporary folder)
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${DISPLAY:-}" ]; then exec xvfb-run -a -s '-screen 0 1600x1000x24' "$0" "$@"; fi
app="$PWD/application/target/pixelanon"
[ -x "$app/bin/pixelanon" ] || { echo "run mvn verify first" >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
jars="$(find "$app" -name '*.jar' | tr '\n' ':'):$(find "$HOME/.m2/repository/org/jspecify" -name 'jspecify-*.jar' | head -1)"
classes() { echo "modules/$1/target/test-classes:modules/$1/target/classes"; }

run() { # run CLASS HEAP ARGUMENTS
  local class="$1" heap="$2"
  shift 2
  java -Xmx"$heap" -cp "$(classes viewer):$(classes findings):$(classes workbench):$jars" "$class" "$@"
}

launch() { # launch USERDIR ARGUMENTS
  local user="$1"
  shift
  "$app/bin/pixelanon" --userdir "$user" --cachedir "$user-cache" --nosplash "$@" >/dev/null 2>&1 &
}

stop() {
  pkill -f -- "--userdir $1" || true
  for _ in $(seq 50); do
    pgrep -f -- "--userdir $1" >/dev/null || return 0
    sleep 0.2
  done
  pkill -9 -f -- "--userdir $1" || true
}

echo "== main window visible, seconds (first start of a user, then five more)"
for i in 0 1 2 3 4 5; do
  start="$(date +%s.%N)"
  launch "$work/user"
  until xdotool search --onlyvisible --name '^PixelAnon' >/dev/null 2>&1; do sleep 0.05; done
  printf '%s ' "$(echo "$(date +%s.%N) - $start" | bc)"
  sleep 3
  stop "$work/user"
done
echo
echo "== stepping through planes"
mkdir "$work/planes"
run org.pixelanon.viewer.ViewerBenchmark 4g "$work/planes" >/dev/null # draws the files
run org.pixelanon.viewer.ViewerBenchmark 1g "$work/planes"
echo "== soak"
mkdir "$work/soak"
run org.pixelanon.workbench.session.SoakBenchmark 300m "$work/soak" 20000
echo "== heap of the application with 2,000 files open, MB after a collection"
launch "$work/heap" --open "$work/soak"
sleep 25
pid="$(pgrep -f -- "java.*--userdir $work/heap" | head -1)"
jcmd "$pid" GC.run >/dev/null
sleep 2
jcmd "$pid" GC.heap_info | sed -n 's/.*used \([0-9]*\)K.*/\1/p' | head -1 | awk '{printf "%.1f\n", $1 / 1024}'
stop "$work/heap"
