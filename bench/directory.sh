#!/usr/bin/env bash
# The directory with 5,000 services of a county, then with 150,000 of a country: import, import of the same again, lists and
# searches at 50 users, the harvest of everything, sizes of tables and indexes, plans of the search.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

export ANSWERABLE_IMPORT_MAX_BYTES=2147483648

query() {
  psql -qAt "$(sed 's/^jdbc:/ /; s/^ //' <<<"$database")" -c "$1"
}

token() {
  curl -s -u editor:demo-editor -H 'Content-Type: application/json' -d '{"name": "bench", "days": 1}' "$base/api/tokens" |
    sed 's/.*"token":"//; s/".*//'
}

import() { # file source
  curl -s -o "$data/report.json" -w '%{time_total}\n' -H "Authorization: Bearer $bearer" \
    -F "source=$2" -F "file=@$1" "$base/api/directory/imports"
}

measure() { # services national|county
  local file="$data/services.ndjson"
  java "$here/bench/Services.java" "$1" "$file" "$2"
  echo "== $1 services, $(du -m "$file" | cut -f 1) MB"
  echo "import: $(import "$file" "bench $1") s"
  echo "the same again: $(import "$file" "bench $1") s"
  rm "$file"
  for path in '/oruk/v3/services' '/oruk/v3/services?page=99999' '/oruk/v3/services?full=true&per_page=50' \
    "/oruk/v3/services/00000000-5e5e-0000-0000-00000000004d" \
    '/oruk/v3/services?postcode=LN1+1ZZ&proximity=20000&age=3&day=MO&taxonomy_term_id=00000000-7e7e-0000-0000-000000000005' \
    '/oruk/v3/services?coverage=LN1+1ZZ' '/oruk/v3/services?search=baby+mass' '/services?postcode=LN1+1ZZ&age=2&unit=years'; do
    java "$here/bench/Load.java" "$base" "$path" 50 10
  done
  echo "resident: $(resident_mb) MB"
  curl -s -o /dev/null -w 'harvest of everything, full: %{size_download} bytes in %{time_total} s\n' \
    "$base/oruk/v3/services?format=ndjson&full=true"
  echo "resident: $(resident_mb) MB"
}

start
bearer=$(token)
measure 5000 county
measure 150000 national
