#!/usr/bin/env bash
# p50 and p95 of the search for earlier answers over 100,000 published answers, and the plan of its statement's heart.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

start
pgport=$(sed -n 4p "$data/answerable/postgresql/postmaster.pid")
PGPASSWORD=$(cat "$data/answerable/postgresql.password")
export PGPASSWORD
sql() { psql -qX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$pgport" -U answerable -d answerable "$@"; }

sql -v answers="${BENCH_ANSWERS:-100000}" -f "$here/bench/earlier-answers.sql"
sql -Atc "select count(*) || ' published answers, ' || pg_size_pretty(pg_total_relation_size('foi.disclosure'))
          from foi.disclosure"
java "$here/bench/EarlierAnswers.java" "$base" 1000
sql -c "explain (analyze, buffers off, timing off)
        select d.id from foi.disclosure d where d.search @@ 'topic4711'::tsquery" \
  -c "explain (analyze, buffers off, timing off)
        select d.id from foi.disclosure d where foi.alike(d.subject, 'Figures on potholes in Boston') limit 200"
