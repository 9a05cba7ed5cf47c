#!/usr/bin/env bash
# Kills `redact s3://... -o s3://...` with signal 9 at 20 random moments, against S3Proxy: every object there must be
# whole. Prints a line per kill. Usage: docs/benchmarks/kill-s3.sh [KILLS]
set -euo pipefail
cd "$(dirname "$0")/../.."
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mvn -B -q -ntp -DskipTests -pl modules/cli -am pre-integration-test
java -Dpixelanon.root="$PWD" -cp "modules/cli/target/test-classes:modules/cli/target/app/lib/*:$(
  find "${HOME}/.m2/repository/org/assertj/assertj-core" "${HOME}/.m2/repository/net/bytebuddy/byte-buddy" \
    -name '*.jar' ! -name '*sources*' | paste -sd:)" \
  blackbox.cli.S3Kills "$work" "${1:-20}"
