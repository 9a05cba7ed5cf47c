#!/usr/bin/env bash
# fuzz.sh OUT [FILES [INPUTS [SEED]]]: the long fuzz of docs/fuzzing.md, in pieces that have a log each below OUT.
# What has a log without defects is not done again, so that it can be stopped and resumed. FILES go the whole way
# (default 100000), INPUTS to codecs, parser and editor (default 2000000). Needs the build that docs/fuzzing.md names.
# JOBS processes at once (2); CORPUS: files whose small frames are seeds (../shared/corpus/files); WORK: where files are
# made (a file system in memory is best: outputs are flushed); HEAP: 256m; MOST: resident memory in KB that is allowed.
set -euo pipefail
here="$(cd "$(dirname "$0")/../.." && pwd)"
out="$(mkdir -p "$1" && cd "$1" && pwd)"
files=${2:-100000}
inputs=${3:-2000000}
seed=${4:-1}
corpus="${CORPUS:-$here/../shared/corpus/files}"
[ -d "$corpus" ] || corpus=-
work="${WORK:-$([ -d /dev/shm ] && echo /dev/shm || echo /tmp)}"
natives="${XDG_CACHE_HOME:-$HOME/.cache}/pixelanon"
most=${MOST:-700000}
piece=5000
unit=$(((inputs + 20) / 21))
path="$here/modules/core/dicom/target/test-classes:$here/modules/core/pipeline/target/test-classes:$here/modules/cli/target/app/lib/*"
export out path natives work corpus unit HEAP="${HEAP:-256m}"

one() { # one NAME SEED CLASS ARGUMENTS...
  local log="$out/$1" number=$2
  shift
  if [ -f "$log.log" ] && grep -q '[ ,]0 defects' "$log.log"; then return 0; fi
  shift
  /usr/bin/time -f 'peak %M KB, %e s, %U s of a core' timeout 3600 java -Xmx"$HEAP" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    -cp "$path" "$@" >"$log.part" 2>&1 || echo "ended with an error, seed $number" >>"$log.part"
  mv "$log.part" "$log.log"
}
whole() { # whole NAME SEED COUNT
  mkdir -p "$work/fuzz-$1.$$"
  one "$1" "$2" org.pixelanon.pipeline.run.WholeFuzz "$3" "$2" "$natives" "$work/fuzz-$1.$$"
  rm -rf "$work/fuzz-$1.$$"
}
codec() { # codec NAME SEED TARGET
  one "$1" "$2" org.pixelanon.dicom.Fuzz "$corpus" "$unit" "$2" "$3"
}
export -f one whole codec

{
  for ((i = 0; i * piece < files; i++)); do
    left=$((files - i * piece))
    echo "whole whole-$i $((seed * 1000 + i)) $((left < piece ? left : piece))"
  done
  n=0
  [ "$inputs" -gt 0 ] && for target in file file 1.2.840.10008.1.2.8.1 1.2.840.10008.1.2.8.1 1.2.840.10008.1.2.8.1 \
    1.2.840.10008.1.2.5 1.2.840.10008.1.2.5 1.2.840.10008.1.2.5 edit 1.2.840.10008.1.2.4.{203,55,50,51,53,57,70,80,81,90,91,201}; do
    n=$((n + 1))
    echo "codec codec-$n-$target $((seed * 1000 + n)) $target"
  done
} | xargs -P "${JOBS:-2}" -I{} bash -c '{}'

cd "$out"
cat whole-*.log codec-*.log 2>/dev/null | grep -E '^[a-z0-9.]+: ' || true
bad=$(grep -L '[ ,]0 defects' -- *.log || true)
peak=$(cat -- *.log | sed -n 's/^peak \([0-9]*\) KB.*/\1/p' | sort -n | tail -1)
seconds=$(cat -- *.log | sed -n 's/.* \([0-9.]*\) s of a core$/\1/p' | awk '{ s += $1 } END { print int(s) }')
echo "$(ls -- *.log | wc -l) pieces, peak $peak KB, $seconds s of a core"
if [ -n "$bad" ] || [ "$peak" -gt "$most" ]; then
  echo "not without defects: ${bad:-too much memory}"
  exit 1
fi
