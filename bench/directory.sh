#!/usr/bin/env bash
# directory.sh [county] [national]: the directory with 5,000 services of a county, with 150,000 of a country, or with one after
# the other (both, when nothing is said): import, import of the same again, lists and searches at 50 users, the harvest of
# everything, sizes of tables and indexes, plans of the search.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

export ANSWERABLE_IMPORTS_MAX_BYTES=2147483648

token() {
  curl -s -u editor:demo-editor -H 'Content-Type: application/json' -d '{"name": "bench", "days": 1}' "$base/api/tokens" |
    sed 's/.*"token":"//; s/".*//'
}

import() { # file source: seconds from the upload until the run has ended, and what it did
  local begun run report
  begun=$(date +%s.%N)
  report=$(curl -s -H "Authorization: Bearer $bearer" -F "source=$2" -F "file=@$1" "$base/api/directory/imports")
  run=$(sed 's/.*"run":"//; s/".*//' <<<"$report")
  while grep -q '"state":"running"' <<<"$report"; do
    sleep 0.5
    report=$(curl -s -H "Authorization: Bearer $bearer" "$base/api/directory/imports/$run")
  done
  echo "$(date +%s.%N) $begun" | awk '{ printf "%.1f s ", $1 - $2 }'
  grep -oE '"(state|records|added|unchanged|faulty)":[^,]*' <<<"$report" | tr '\n' ' '
  echo
}

sql() { psql -qX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$pgport" -U answerable -d answerable "$@"; }

load() { # path
  java "$here/bench/Load.java" "$base" "$1" 50 "${BENCH_SECONDS:-10}"
  java "$here/bench/Load.java" "$base" "$1" 50 "${BENCH_SECONDS:-10}" '' 1000
}

restless() { # path: as if something were published 200 times a second, so that next to nothing is remembered
  local publishing
  psql -qX -h 127.0.0.1 -p "$pgport" -U answerable -d answerable >/dev/null \
    <<<'update directory.revision set number = number + 1 \watch 0.005' &
  publishing=$!
  echo "next to nothing remembered:"
  load "$1"
  kill "$publishing"
  wait "$publishing" || true
}

measure() { # services national|county part-of-its-ids
  local file="$data/services.ndjson" near page='/services?postcode=LN1+1ZZ&age=2&unit=years' path
  term="00000000-7e7e-0000-$3-000000000005"
  near="/oruk/v3/services?postcode=LN1+1ZZ&proximity=20000&age=3&day=MO&taxonomy_term_id=$term"
  java "$here/bench/Services.java" "$1" "$file" "$2"
  echo "== $1 services, $(du -m "$file" | cut -f 1) MB"
  echo "import: $(import "$file" "bench $1")"
  echo "the same again: $(import "$file" "bench $1")"
  rm "$file"
  for path in '/oruk/v3/services' '/oruk/v3/services?page=99999' '/oruk/v3/services?full=true&per_page=50' \
    "/oruk/v3/services/00000000-5e5e-0000-$3-00000000004d" "$near" '/oruk/v3/services?coverage=LN1+1ZZ' \
    '/oruk/v3/services?search=baby+mass' "$page"; do
    load "$path"
  done
  for path in '/oruk/v3/services' '/oruk/v3/services?full=true&per_page=50' "$near" "$page"; do
    restless "$path"
  done
  echo "resident: $(resident_mb) MB"
  curl -s -o /dev/null -w 'harvest of everything, full: %{size_download} bytes in %{time_total} s\n' \
    "$base/oruk/v3/services?format=ndjson&full=true"
  echo "resident: $(resident_mb) MB"
}

start
pgport=$(sed -n 4p "$data/answerable/postgresql/postmaster.pid")
PGPASSWORD=$(cat "$data/answerable/postgresql.password")
export PGPASSWORD
bearer=$(token)
[ $# -gt 0 ] || set -- county national
for which in "$@"; do
  case $which in
    county) measure 5000 county 0000 ;;
    national) measure 150000 national 0001 ;;
    *) printf 'There is no %s here: county, national, or both.\n' "$which" >&2; exit 1 ;;
  esac
done

echo
sql -Atc "select relname || ' ' || pg_size_pretty(pg_relation_size(c.oid)) from pg_class c where relnamespace = 'directory'::regnamespace
  and pg_relation_size(c.oid) > 20000000 order by pg_relation_size(c.oid) desc"
explain() { echo; echo "-- $1"; sql -Atc "explain (analyze, buffers off, timing off) $2"; }
explain 'page of the list' "select p.id from (select s.id, s.sort_name, s.public_id from directory.service s where s.listed
  order by s.sort_name, s.public_id limit 50 offset 75000) p join directory.service s on s.id = p.id"
explain 'around a point, for an area, an age and a term' "select s.id, n.metres from (select distinct on (a.service_id)
  a.service_id, d.metres from directory.service_at_location a cross join lateral (select 2 * 6371008.8 * asin(least(1,
  sqrt(power(sin(radians(a.latitude - 53.23) / 2), 2) + cos(radians(53.23)) * cos(radians(a.latitude))
  * power(sin(radians(a.longitude + 0.54) / 2), 2)))) as metres) d where a.latitude between 53.05 and 53.41
  and a.longitude between -0.84 and -0.24 and d.metres <= 20000 order by a.service_id, d.metres) n
  join directory.service s on s.id = n.service_id where s.listed and (s.age_from is null or s.age_from <= 36)
  and (s.age_to is null or s.age_to >= 36) and exists (select from directory.service_term t where t.service_id = s.id
  and t.term = '$term') and (not s.area_stated or exists (select from
  directory.covered_area c where c.service_id = s.id and c.area in ('E07000138', 'E10000019'))) order by n.metres, s.public_id limit 50"
explain 'words of people' "select s.id from directory.service s where s.listed and s.speech @@
  plainto_tsquery('english', 'baby massage') order by ts_rank(s.speech, plainto_tsquery('english', 'baby massage')) desc limit 20"
