#!/usr/bin/env bash
# Lists a bucket of 100,000 objects in S3Proxy, and chooses 20 of them at random; prints seconds and memory.
# Usage: docs/benchmarks/keys-s3.sh [KEYS]
set -euo pipefail
cd "$(dirname "$0")/../.."
keys="${1:-100000}"
work="$(mktemp -d)"
mvn -B -q -ntp -DskipTests -pl modules/cli -am pre-integration-test
mkdir -p "$work/buckets/scans"
(cd "$work/buckets/scans" && seq -f 'scan-%06g.dcm' 1 "$keys" | xargs touch)
printf '%s\n' s3proxy.endpoint=http://127.0.0.1:19099 s3proxy.authorization=none jclouds.provider=filesystem-nio2 \
  "jclouds.filesystem.basedir=$work/buckets" > "$work/s3proxy.conf"
java -jar modules/cli/target/peers/s3proxy.jar --properties "$work/s3proxy.conf" > "$work/log" 2>&1 &
server=$!
trap 'kill "$server"; rm -rf "$work"' EXIT
until curl -s -o "$work/answer" http://127.0.0.1:19099/; do sleep 0.2; done
list() {
  /usr/bin/time -f "$1: %e s, %M KiB" ./pixelanon sources list s3://scans/ -q --overwrite -o "$work/list.csv" \
    --source-option endpoint=http://127.0.0.1:19099 --source-option path-style=true \
    --source-option allow-http=true --source-option anonymous=true "${@:2}"
  echo "$(($(wc -l < "$work/list.csv") - 1)) of $keys objects"
}
list "all"
list "at random" --select random:20
