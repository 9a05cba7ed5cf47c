#!/usr/bin/env bash
# Speed of the workbench: start, stepping, stalls, a list of 100,000 files, a soak. Needs what `mvn verify` leaves, Xvfb
# and xdotool. Usage: docs/benchmarks/workbench.sh (about five minutes; needs 1 GB in the temporary folder)
# PREFIX="nice -n -15" (as root) goes before each command and keeps other programs of a shared machine away; not chrt -r, which
# lets a thread of the same process hold the event thread back for a whole slice of 100 ms.
set -euo pipefail
cd "$(dirname "$0")/../.."
read -ra prefix <<<"${PREFIX:-}"
if [ -z "${DISPLAY:-}" ]; then exec "${prefix[@]}" xvfb-run -a -s '-screen 0 1600x1000x24' "$0" "$@"; fi
app="$PWD/application/target/pixelanon"
tests="$PWD/modules/desktop/workbench/target/test-classes:$PWD/modules/desktop/review/target/test-classes"
[ -x "$app/bin/pixelanon" ] && [ -d "${tests%%:*}" ] || { echo "run mvn verify first" >&2; exit 2; }
work="$(mktemp -d)"
group=""
trap 'stop; rm -rf "$work"' EXIT
jars="$(find "$app" -name '*.jar' | tr '\n' ':'):$(find "$HOME/.m2/repository/org/jspecify" -name 'jspecify-*.jar' | head -1)"
classes() { echo "modules/desktop/$1/target/test-classes:modules/desktop/$1/target/classes"; }

run() { # run CLASS HEAP ARGUMENTS
  local class="$1" heap="$2"
  shift 2
  "${prefix[@]}" java -Xmx"$heap" -cp "$(classes viewer):$(classes workbench):$tests:$jars" "$class" "$@"
}

launch() { # launch USERDIR ARGUMENTS: in a group of processes of its own, to be ended as a whole
  local user="$1"
  shift
  "${prefix[@]}" setsid "$app/bin/pixelanon" --userdir "$user" --cachedir "$user-cache" --nosplash "$@" 2>"$work/log" &
  group=$!
}

stop() {
  [ -n "$group" ] || return 0
  local signal=TERM
  while kill "-$signal" -- "-$group" 2>/dev/null; do
    for _ in $(seq 50); do
      kill -0 -- "-$group" 2>/dev/null || break
      sleep 0.2
    done
    signal=KILL
  done
  group=""
}

inside() { # inside CLASS ARGUMENTS: in the application as it was built, by an agent that it knows nothing of
  local options
  options="$(IFS=,; echo "$tests,blackbox.workbench.$*")"
  launch "$work/user-$1" "-J-javaagent:$work/visitor.jar=$options"
  wait "$group"
  group=""
}

printf 'Premain-Class: blackbox.workbench.Visitor\n' >"$work/manifest"
jar --create --file "$work/visitor.jar" --manifest "$work/manifest" -C "${tests%%:*}" blackbox/workbench/Visitor.class

echo "== main window visible, seconds (first start of a user, then five more)"
for i in 0 1 2 3 4 5; do
  start="$(date +%s.%N)"
  launch "$work/user"
  until xdotool search --onlyvisible --name '^PixelAnon' >/dev/null 2>&1; do sleep 0.05; done
  printf '%s ' "$(echo "$(date +%s.%N) - $start" | bc)"
  sleep 3
  stop
done
echo
echo "== stepping through planes"
mkdir "$work/planes"
run org.pixelanon.viewer.ViewerBenchmark 4g "$work/planes" >/dev/null # draws the files
run org.pixelanon.viewer.ViewerBenchmark 1g "$work/planes"
run blackbox.workbench.DrawnFolders 300m "$work"
echo "== longest time the event thread of the application does not answer"
inside StallBenchmark "$work/soak" "$work/planes/rgb.dcm" "$work/planes/grey.dcm"
echo "== list of 100,000 files, from an act to the end of painting"
inside LongListBenchmark "$work/list"
echo "== soak"
inside SoakBenchmark "$work/soak" 20000
