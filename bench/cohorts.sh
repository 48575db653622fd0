#!/usr/bin/env bash
# Person-level extracts of an invented Lincolnshire and an invented England: loading beside a bare \copy, and counting families
# by LSOA beside the best hand-written SQL and DuckDB on the same data. Needs psql, 12 GB of disk and the population files.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cases=${CASES:-$here/../shared/cases/cohort/population}
duckdb=2.0.0.1
mvn=("$here/mvnw" -q -B -f "$here/pom.xml")
"${mvn[@]}" dependency:get -Dartifact=org.duckdb:duckdb_jdbc:$duckdb -Dtransitive=false
jar=$("${mvn[@]}" help:evaluate -Dexpression=settings.localRepository -DforceStdout)/org/duckdb/duckdb_jdbc/$duckdb/duckdb_jdbc-$duckdb.jar

start
pgport=$(sed -n 4p "$data/answerable/postgresql/postmaster.pid")
password=$(cat "$data/answerable/postgresql.password")
measure() { # population file, area, runs
  java -Xmx448m -cp "$here/web-ui/target/answerable/WEB-INF/lib/*:$jar" "$here/bench/Cohorts.java" \
    "jdbc:postgresql://127.0.0.1:$pgport/answerable" answerable "$password" "$data" "$1" "$2" "$3"
}
measure "$cases/lincolnshire_lsoa11_mid2020_age0-5_imd2019.csv" Lincolnshire 50
[ "${1:-}" = lincolnshire ] || measure "$cases/england_lsoa11_mid2020_age0-2_imd2019.csv" England 30
