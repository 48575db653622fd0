#!/usr/bin/env bash
# The statistics kernel alone, and 10 million rows through the endpoint of a running server.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
rows=${ROWS:-10000000}
"$here/mvnw" -q -B -f "$here/pom.xml" -DskipTests -Dspotless.check.skip package
libraries="$here/web-ui/target/answerable/WEB-INF/lib/*"
[ -n "${SERVER_ONLY:-}" ] || java -Xmx2g -cp "$libraries" "$here/bench/Statistics.java"

table="$data/table.csv"
java -cp "$libraries" "$here/bench/Statistics.java" "$table" "$rows"
start
for round in 1 2 3 4 5; do
  curl -sf -o "$data/answer.csv" -w "%{time_total}\n" -H 'Content-Type: text/csv' --data-binary "@$table" \
    "$base/api/cohort/statistics/proportion" |
    awk -v rows="$rows" '{ printf "endpoint, %d rows: %.2f s, %.0f rows/s\n", rows, $1, rows / $1 }'
done
[ "$(wc -l <"$data/answer.csv")" -eq $((rows + 1)) ] || { echo "rows are missing" >&2; exit 1; }
begun=$(date +%s%N)
cat "$table" >"$data/copy.csv"; cat "$data/answer.csv" >"$data/copy.csv"
echo "bare: the same bytes in and out by cat: $((($(date +%s%N) - begun) / 1000000)) ms"
echo "resident memory of the server process: $(resident_mb) MB"
