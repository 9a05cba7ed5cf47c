#!/usr/bin/env bash
# Measures speed and memory against the limits the project has set itself; the table goes to standard output.
#   [RUNS=5] [ALLOWLIST=file of regular expressions] [CORPUS=folder of DICOM files] docs/benchmarks/run.sh
# Needs bash, Python 3, GNU time (/usr/bin/time) and 2.5 GB below ${TMPDIR:-/tmp}; Debian's python3-pydicom for the peer.
# PREFIX="chrt -r 5" (as root) goes before each command of the rounds and keeps other programs of a shared machine away.
# All commands take turns: one round that does not count and RUNS that do. Outputs never exist beforehand. Ends with 1
# if a limit is missed.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
here="$root/docs/benchmarks"
runs="${RUNS:-5}"
read -ra prefix <<<"${PREFIX:-}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
typed='0,0,+400,+60;700,0,+324,+60;0,700,+300,+40' # as the command line takes them; WritingSpeed blanks the same
plain=(0,0,400,60 700,0,324,60 0,700,300,40)
small='0,0,+200,+40;300,0,+212,+40;0,470,+120,+20'

"$root/pixelanon" --version >&2
(cd "$root" && mvn -B -q -ntp -DskipTests -pl modules/core/dicom,modules/core/ocr,modules/core/pii -am test-compile) >&2
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
classes="$root/modules/cli/target/app/lib/*"
for module in dicom ocr pii; do
  classes="$root/modules/core/$module/target/test-classes:$classes"
done
echo "drawing the files ..." >&2
"$java" -cp "$classes" blackbox.dicom.BenchmarkInputs "$work"

# measure NAME COMMAND...: one line "name wall user system kilobytes" of a process that must succeed
measure() {
  local name="$1"
  shift
  rm -rf "$work/out" "$work/out.dcm"
  if ! "${prefix[@]}" /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >"$work/said" 2>"$work/complained"; then
    cat "$work/said" "$work/complained" >&2
    exit 2
  fi
  [ "$round" = 0 ] || echo "$name $(cat "$work/time")" >>"$work/figures"
}

# the seconds that the program itself counted from before the first to behind the last byte
writing() {
  measure writing-process "$java" -XX:+UseSerialGC -Xmx128m -cp "$classes" \
    blackbox.dicom.WritingSpeed "$work/cine.dcm" "$work/out.dcm"
  [ "$round" = 0 ] || echo "writing $(cat "$work/said") 0 0 0" >>"$work/figures"
}

redact() {
  PIXELANON_JAVA_OPTS="$2" measure "$1" "$root/pixelanon" redact -q "$work/$3" -o "$work/out" --rect "$4" "${@:5}"
}

load="$(cut -d' ' -f1 /proc/loadavg)"
peer=no
/usr/bin/python3 -c 'import pydicom, numpy' 2>/dev/null && peer=yes
for round in $(seq 0 "$runs"); do
  echo "round $round of $runs" >&2
  measure cp cp "$work/cine.dcm" "$work/out.dcm"
  writing
  measure cp-again cp "$work/cine.dcm" "$work/out.dcm"
  redact cine -Xmx128m cine.dcm "$typed" --no-sync
  redact cine-hashed -Xmx128m cine.dcm "$typed" --no-sync --report "$work/report.json"
  redact cine-flushed -Xmx128m cine.dcm "$typed"
  redact rle '' cine-rle.dcm "$typed" --no-sync
  redact grey '' grey.dcm "$small" --no-sync
  redact grey-flushed '' grey.dcm "$small"
  measure version "$root/pixelanon" --version
  if [ "$peer" = yes ]; then
    measure peer-cine /usr/bin/python3 "$here/pydicom_loop.py" "$work/cine.dcm" "$work/out.dcm" "${plain[@]}"
    measure peer-rle /usr/bin/python3 "$here/pydicom_loop.py" "$work/cine-rle.dcm" "$work/out.dcm" "${plain[@]}"
    measure peer-grey /usr/bin/python3 "$here/pydicom_loop.py" "$work/grey.dcm" "$work/out.dcm" \
      0,0,200,40 300,0,212,40 0,470,120,20
  fi
done

round=1 # what follows is run once; it counts CPU seconds
prefix=()
for way in everything tiles; do
  measure "cine-$way" "$java" -XX:+UseSerialGC -cp "$classes" \
    blackbox.ocr.CineBenchmark "$work/cine.dcm" "$work/natives" 200 "$way"
  cat "$work/said" >>"$work/remarks"
done
if [ -n "${ALLOWLIST:-}" ]; then
  measure allow-list "$java" -cp "$classes" org.pixelanon.pii.AllowListBenchmark "$ALLOWLIST"
  cat "$work/said" >>"$work/remarks"
fi
if [ -n "${CORPUS:-}" ]; then
  # files that fail or need a person are part of a corpus: exit codes 1 and 3 say so
  measure corpus-ocr bash -c '"$0" ocr -q "$1" --write-csv "$2" || case $? in 1 | 3) ;; *) exit 2 ;; esac' "$root/pixelanon" "$CORPUS" "$work/corpus.csv"
fi
grep -m1 'model name' /proc/cpuinfo | sed 's/.*: /machine: /;s/$/, '"$(nproc)"' processors/'
echo "system: $(uname -sr), file system of the files: $(stat -f -c %T "$work"), $("$java" -version 2>&1 | head -1)"
echo "load while it ran: $load at the start, $(cut -d' ' -f1 /proc/loadavg) at the end"
/usr/bin/python3 "$here/table.py" "$work/figures" "$work/remarks"
