#!/usr/bin/env bash
# Many files: `index update` over FILES tiny files and over ROWS hard links, both killed now and then, and
# `anonymise --manifest --effort fast` over the files, killed KILLS times; that every file ended exactly once; memory all the while.
# Memory is what is live after a full collection (jcmd GC.class_histogram), and the resident size, every PERIOD seconds.
# Usage: docs/benchmarks/scale.sh [FILES [ROWS [KILLS [PERIOD]]]]
# The classes are those of PIXELANON_CLASSPATH, or of the launcher's build.
set -euo pipefail
here="$(cd "$(dirname "$0")/../.." && pwd)"
files="${1:-20000}" rows="${2:-100000}" kills="${3:-20}" period="${4:-10}"
path="${PIXELANON_CLASSPATH:-$here/modules/cli/target/app/lib/*}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
tool=(java -Xmx256m -XX:+UseSerialGC -cp "$path" org.pixelanon.cli.Main)
say() { echo "$(date +%T) $*"; }

# watch PID: a line every PERIOD seconds
watch() {
  while kill -0 "$1" 2>/dev/null; do
    live="$(jcmd "$1" GC.class_histogram 2>/dev/null | awk '/^Total/ {print int($3 / 1024)}')" || true
    rss="$(ps -o rss= -p "$1" 2>/dev/null | tr -d ' ')" || true
    [ -z "$live" ] || say "  live ${live} KiB, resident ${rss} KiB, $2"
    sleep "$period"
  done
}

# killed FILE SECONDS COMMAND...: starts a command and kills it so long after FILE has grown; true if it ended before
killed() {
  local file="$1" after="$2" size pid
  shift 2
  size="$(stat -c %s "$file" 2>/dev/null || echo 0)"
  "$@" >/dev/null 2>&1 &
  pid=$!
  while kill -0 "$pid" 2>/dev/null && [ "$(stat -c %s "$file" 2>/dev/null || echo 0)" -le "$size" ]; do sleep 0.2; done
  sleep "$after"
  if kill -9 "$pid" 2>/dev/null; then
    wait "$pid" 2>/dev/null || true
    return 1
  fi
}

# whole NAME COMMAND...: to its end, with memory and time
whole() {
  local name="$1" begin=$SECONDS code=0
  shift
  "$@" 2>"$work/err" >/dev/null &
  local pid=$!
  watch "$pid" "$name" &
  local watcher=$!
  wait "$pid" || code=$?
  wait "$watcher"
  tail -2 "$work/err"
  say "$name: exit code $code, $((SECONDS - begin)) s"
}

say "making $files files and $rows links"
"$here/docs/benchmarks/scale.py" make "$work/in" "$files"
"$here/docs/benchmarks/scale.py" make "$work/links" "$rows" links
nproc | sed 's/^/processors: /'

for i in 1 2 3; do
  killed "$work/links.index-wal" "$((RANDOM % 8))" "${tool[@]}" index update -q "$work/links.index" "$work/links" || say "index killed"
done
whole "index of $rows rows" "${tool[@]}" index update -q "$work/links.index" "$work/links"
"${tool[@]}" index show "$work/links.index"
whole "the same again" "${tool[@]}" index update -q "$work/links.index" "$work/links"
ls -l "$work/links.index" | awk '{print "index: " int($5 / 1048576) " MiB"}'
whole "index of $files files" "${tool[@]}" index update -q "$work/files.index" "$work/in"
"${tool[@]}" index show "$work/files.index"
whole "csv summary of the index" "${tool[@]}" csv summary -q "$work/links.index" --columns Modality

job=(anonymise -q --no-sync --effort fast "$work/in" -o "$work/out" --manifest "$work/job.manifest")
for ((i = 1; i <= kills; i++)); do
  before="$(wc -l 2>/dev/null <"$work/job.manifest" || echo 0)"
  if killed "$work/job.manifest" "$((RANDOM % 8)).$((RANDOM % 10))" "${tool[@]}" "${job[@]}"; then
    say "ended before kill $i"
    break
  fi
  say "kill $i: $((($(wc -l <"$work/job.manifest") - before))) more lines"
done
whole "anonymise --manifest to the end" "${tool[@]}" "${job[@]}" --summary "$work/job.html" --report "$work/job.json"
"$here/docs/benchmarks/scale.py" check "$work/in" "$work/out" "$work/job.manifest"
find "$work/out" -name '.pixelanon-*' | wc -l | sed 's/^/part files left: /'
whole "the same again, nothing left to do" "${tool[@]}" "${job[@]}" --retry none
ls -l "$work/job.html" "$work/job.json" "$work/job.manifest" | awk '{print $NF ": " int($5 / 1024) " KiB"}' | sed "s|$work/||"
