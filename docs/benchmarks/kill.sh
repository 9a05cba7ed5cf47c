#!/usr/bin/env bash
# The kill test in full: kill -9 at 50 random moments of `anonymise --db --resume`, at least 20 of them while an output
# is being written, then the same with `--in-place`; prints a line per kill and the figures.
# Usage: docs/benchmarks/kill.sh [KILLS [WHILE_WRITING]]
set -euo pipefail
cd "$(dirname "$0")/../.."
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mvn -B -q -ntp -DskipTests -pl modules/cli -am package
kill_trials() {
  java -cp "modules/cli/target/test-classes:modules/cli/target/app/lib/*:$(
    find "${HOME}/.m2/repository/org/assertj/assertj-core" "${HOME}/.m2/repository/net/bytebuddy/byte-buddy" \
      -name '*.jar' ! -name '*sources*' | paste -sd:)" \
    blackbox.cli.KillMain "$@"
}
kill_trials "$work/beside" "${1:-50}" "${2:-20}"
kill_trials "$work/in-place" "${1:-50}" "${2:-20}" --in-place
