#!/usr/bin/env bash
# Loading the England LSOA file: upload over HTTP (checked, hashed, indexed, with history) beside psql \copy of the same file
# into a bare table of the same database. Whole commands on both sides: curl and psql, in turn. Needs psql and curl.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
file=${1:-$here/../shared/cases/cohort/population/england_lsoa11_mid2020_age0-2_imd2019.csv}
runs=${RUNS:-15}
rows=$(($(wc -l <"$file") - 1))

start
pgport=$(sed -n 4p "$data/answerable/postgresql/postmaster.pid")
PGPASSWORD=$(cat "$data/answerable/postgresql.password")
export PGPASSWORD
sql() { psql -qX -h 127.0.0.1 -p "$pgport" -U answerable -d answerable "$@"; }
sql -c 'CREATE TABLE public.bare (lsoa11_code text, lad_name text, total_population int, age_0 int, age_1 int, age_2 int,
        imd2019_decile int)'
token=$(curl -s -u analyst:demo-analyst -H 'Content-Type: application/json' -d '{"name": "bench", "days": 1}' \
  "$base/api/tokens" | sed 's/.*"token":"//; s/".*//')

upload() {
  curl -sf -o /dev/null -H "Authorization: Bearer $token" -F title='England by LSOA' -F publisher=ONS \
    -F sourceSystem='ONS mid-year estimates' -F extractDate=2021-06-25 -F 'licence=Open Government Licence v3.0' \
    -F attribution='Source: Office for National Statistics' -F unit=PERSON -F asAt=2020-06-30 -F ageRule=AT_SNAPSHOT \
    -F geographyBasis=RESIDENT -F vintage=LSOA_2011 -F areaCovered=England -F caveats= -F "file=@$file" \
    "$base/api/cohort/datasets"
}
copy() { sql -c "\\copy public.bare FROM '$file' WITH (FORMAT csv, HEADER)"; }
ms() { # milliseconds of a command
  local begun
  begun=$(date +%s%N)
  "$@"
  echo $((($(date +%s%N) - begun) / 1000000))
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

echo "first upload of this server: $(ms upload) ms"
for i in $(seq 20); do upload; done # the server's code is compiled while it is used
for i in $(seq "$runs"); do
  ms upload >>"$data/upload"
  ms copy >>"$data/copy"
  sql -c 'TRUNCATE public.bare'
done
u=$(median <"$data/upload")
c=$(median <"$data/copy")
echo "upload: $u ms, $((rows * 1000 / u)) rows/s"
echo "\\copy:  $c ms, $((rows * 1000 / c)) rows/s"
awk -v u="$u" -v c="$c" 'BEGIN { printf "ratio (rows/s of upload / rows/s of \\copy): %.2f\n", c / u }'
