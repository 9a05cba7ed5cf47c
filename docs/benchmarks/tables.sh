#!/usr/bin/env bash
# Tables against loops of Python and against pandas, on 2,000,000 rows of 31 columns, CPU seconds, median of five, all in turn.
# Needs python3, sqlite3, for pandas python3-pandas (Debian); 1.8 GB in ${TMPDIR:-/tmp}. ROWS=200000 for a quick look.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
pixelanon="$here/../../pixelanon"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python=/usr/bin/python3
"$pixelanon" --version >&2
"$python" "$here/tables.py" make "$work/t.csv" "${ROWS:-2000000}"

# measure NAME COMMAND...: appends "CPU-seconds megabytes" of one run
measure() {
  local name="$1"
  shift
  /usr/bin/time -o "$work/time" -f '%U %S %M' "$@" >"$work/out" 2>"$work/err"
  awk '{ print $1 + $2, $3 / 1024 }' "$work/time" >>"$work/$name.times"
}

group=(--by Manufacturer,ManufacturerModelName,Rows,Columns --random 3 --seed 1)
for _ in 1 2 3 4 5; do
  measure summary-ours "$pixelanon" csv summary "$work/t.csv" --format json --overwrite -q -o "$work/summary.json"
  measure summary-python "$python" "$here/tables.py" summary "$work/t.csv"
  measure group-ours "$pixelanon" csv group "$work/t.csv" "${group[@]}" --overwrite -q -o "$work/group.csv"
  measure group-python "$python" "$here/tables.py" group "$work/t.csv"
  measure sample-ours "$pixelanon" csv sample "$work/t.csv" --overwrite -q -o "$work/sample.csv"
  measure sample-python "$python" "$here/tables.py" sample "$work/t.csv"
  if "$python" -c 'import pandas' 2>/dev/null; then measure group-pandas "$python" "$here/tables.py" pandas "$work/t.csv"; fi
done
for times in "$work"/*.times; do
  echo "$(basename "$times" .times): CPU $(cut -d' ' -f1 "$times" | sort -n | sed -n 3p) s, peak $(cut -d' ' -f2 "$times" | sort -n | tail -1) MB"
done
echo "summary against a loop with one dict per column: $("$python" "$here/tables.py" check "$work/t.csv" <"$work/summary.json")"
sqlite3 "$work/t.db" -cmd '.mode csv' ".import $work/t.csv t"
echo "summary against sqlite3: $("$python" "$here/tables.py" queries - | sqlite3 "$work/t.db" | "$python" "$here/tables.py" same "$work/summary.json")"
sizes='select sum(case when n < 3 then n else 3 end) from (select count(*) as n from t group by Manufacturer, ManufacturerModelName, Rows, Columns)'
echo "rows of csv group: $(tail -n +2 "$work/group.csv" | wc -l), by sqlite3 $(sqlite3 "$work/t.db" "$sizes")"
