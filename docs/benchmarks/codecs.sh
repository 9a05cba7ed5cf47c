#!/usr/bin/env bash
# Codecs against dcmtk and OpenJPEG on one large frame, and redaction of one frame of 200 in every syntax against cp.
# Needs dcmtk, libopenjp2-tools and python3-pydicom (Debian); the files lie in ${TMPDIR:-/tmp} and go afterwards.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$here/../.."
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
"$root/pixelanon" --version >&2
(cd "$root" && mvn -B -q -ntp -DskipTests -pl modules/core/dicom -am test-compile) >&2
/usr/bin/python3 "$here/codec_inputs.py" "$work"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
classes="$root/modules/core/dicom/target/test-classes:$root/modules/cli/target/app/lib/*"

# seconds NAME COMMAND...: median of five runs of a process, in seconds
seconds() {
  local name="$1" all=()
  shift
  for _ in 1 2 3 4 5; do
    /usr/bin/time -o "$work/time" -f %e "$@" >/dev/null 2>&1
    all+=("$(cat "$work/time")")
  done
  echo "$name: $(printf '%s\n' "${all[@]}" | sort -n | sed -n 3p) s"
}

megabytes="$(($(stat -c %s "$work/large.dcm") / 1000000))"
echo "one frame of $megabytes MB, 12 bits; a process of a peer reads and writes files as well"
dcmcjpls "$work/large.dcm" "$work/ls.dcm"
dcmcjpeg +e1 "$work/large.dcm" "$work/lossless.dcm"
dcmcjpeg +ee "$work/large.dcm" "$work/extended.dcm"
dcmcjpeg +eb "$work/large8.dcm" "$work/baseline.dcm"
dcmcrle "$work/large.dcm" "$work/rle.dcm"
"$java" -XX:+UseSerialGC -cp "$classes" org.pixelanon.dicom.redact.CodecSpeed "$work/large.dcm" "$work/extended.dcm" "$work/baseline.dcm"
seconds "dcmcjpls (encodes)" dcmcjpls "$work/large.dcm" "$work/peer.dcm"
seconds "dcmdjpls (decodes)" dcmdjpls "$work/ls.dcm" "$work/peer.dcm"
seconds "dcmcjpeg lossless (encodes)" dcmcjpeg +e1 "$work/large.dcm" "$work/peer.dcm"
seconds "dcmdjpeg lossless (decodes)" dcmdjpeg "$work/lossless.dcm" "$work/peer.dcm"
seconds "dcmdjpeg extended 12 bit (decodes)" dcmdjpeg "$work/extended.dcm" "$work/peer.dcm"
seconds "dcmdjpeg baseline 8 bit, half the bytes (decodes)" dcmdjpeg "$work/baseline.dcm" "$work/peer.dcm"
seconds "gzip (encodes)" gzip -k -6 -f "$work/large.raw"
seconds "gunzip (decodes)" gunzip -k -f "$work/large.raw.gz"
seconds "dcmcrle (encodes)" dcmcrle "$work/large.dcm" "$work/peer.dcm"
seconds "dcmdrle (decodes)" dcmdrle "$work/rle.dcm" "$work/peer.dcm"
seconds "opj_compress" opj_compress -i "$work/large.pgm" -o "$work/peer.j2k"
opj_compress -i "$work/large.pgm" -o "$work/large.j2k" >/dev/null
seconds "opj_decompress" opj_decompress -i "$work/large.j2k" -o "$work/peer.pgm"

echo "one frame of 200 redacted, whole process with proof; the limit is 2 x cp + 0.8 s"
dcmcjpls "$work/cine.dcm" "$work/200-jpeg-ls.dcm"
dcmcjpeg +e1 "$work/cine.dcm" "$work/200-jpeg-lossless.dcm"
dcmcjpeg +eb "$work/cine.dcm" "$work/200-jpeg-baseline.dcm"
dcmcrle "$work/cine.dcm" "$work/200-rle.dcm"
"$root/pixelanon" redact "$work/cine.dcm" --rect 1,1,4,4 --transfer-syntax jpeg2000 -o "$work/j2k" -q >/dev/null 2>&1
mv "$work/j2k/cine.dcm" "$work/200-jpeg-2000.dcm"
printf 'filename,left,top,right,bottom,frame,overlay\n' >"$work/rects.csv"
for file in "$work"/200-*.dcm; do echo "$file,10,10,200,40,7,-1" >>"$work/rects.csv"; done
for file in "$work"/200-*.dcm; do
  seconds "cp $(basename "$file") ($(($(stat -c %s "$file") / 1000000)) MB)" cp "$file" "$work/peer.dcm"
  seconds "redact $(basename "$file")" "$root/pixelanon" redact "$file" --csv "$work/rects.csv" -o "$work/out" --overwrite -q
done
