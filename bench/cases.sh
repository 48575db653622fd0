#!/usr/bin/env bash
# p50 and p95 of work list, case page and search with 100,000 cases and 300,000 questions at 20 users, the plan of each
# statement, and the check of all histories.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

start
pgport=$(sed -n 4p "$data/answerable/postgresql/postmaster.pid")
PGPASSWORD=$(cat "$data/answerable/postgresql.password")
export PGPASSWORD
sql() { psql -qX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$pgport" -U answerable -d answerable "$@"; }

begun=$(date +%s)
sql -v cases="${BENCH_CASES:-100000}" -f "$here/bench/cases.sql"
echo "filled in $(($(date +%s) - begun)) s"
sql -Atc "select (select count(*) from foi.foi_case) || ' cases, ' || (select count(*) from foi.question) || ' questions, '
          || (select count(*) from foi.history) || ' entries of history'"
one=$(sql -Atc "select reference from foi.foi_case where id = 1050000")
users="${BENCH_USERS:-20}"
for path in /cases '/cases?page=40' '/cases?overdue=yes' '/cases?state=DRAFTING' '/cases?sort=received' \
  '/cases?q=family+hubs+in+ward+42' '/cases?q=zebra' "/cases?q=$one" "/cases/$one"; do
  java "$here/bench/Load.java" "$base" "$path" "$users" "${BENCH_SECONDS:-10}" officer
done
echo "resident after load: $(resident_mb) MB"

explain() { echo; echo "-- $1"; sql -Atc "explain (analyze, buffers off, timing off) $2"; }
explain 'work list, most urgent first' \
  "select c.id from foi.foi_case c where c.authority = 'lincolnshire-cc' order by c.urgency, c.id limit 50"
explain 'by state' "select c.id from foi.foi_case c where c.authority = 'lincolnshire-cc' and c.state = 'DRAFTING'
  order by c.urgency, c.id limit 50"
explain 'overdue' "select c.id from foi.foi_case c where c.authority = 'lincolnshire-cc' and c.ended_on is null
  and c.due < current_date order by c.urgency, c.id limit 50"
explain 'search' "select c.id from foi.foi_case c where c.authority = 'lincolnshire-cc' and c.id = any (array(
  select s.id from foi.foi_case s where s.reference ilike '%hubs in ward 42%' union
  select s.id from foi.foi_case s where s.subject ilike '%hubs in ward 42%' union
  select w.case_id from foi.question w where w.text ilike '%hubs in ward 42%')) order by c.urgency, c.id limit 50"
explain 'one case' "select * from foi.foi_case c where c.reference = '$one' and c.authority = 'lincolnshire-cc'"
explain 'its questions' "select * from foi.question q where q.case_id = 1050000 order by q.number"
explain 'its history' "select * from foi.history h where h.case_id = 1050000 order by h.position"
[ -n "${BENCH_NO_PLANS:-}" ] && exit 0
explain 'check of all histories' "select * from foi.broken_history(null)"
