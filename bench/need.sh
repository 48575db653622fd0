#!/usr/bin/env bash
# Need by LSOA of England, in closed form and by draws, with a heap of 200 MB; and the same model in NumPy, where it is installed.
# ENGLAND=file to use another file than the one beside the checkout.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
england=${ENGLAND:-$here/../shared/cases/cohort/population/england_lsoa11_mid2020_age0-2_imd2019.csv}
"$here/mvnw" -q -B -f "$here/pom.xml" -DskipTests -Dspotless.check.skip package
peak() { # resident memory of a command at its peak, after what it prints
  /usr/bin/time -f 'peak resident memory: %M KB' "$@"
}
command -v /usr/bin/time >/dev/null || peak() { "$@"; }
peak java -Xmx200m -cp "$here/web-ui/target/answerable/WEB-INF/lib/*" "$here/bench/Need.java" "$england"
if python3 -c 'import numpy' 2>/dev/null; then
  python3 "$here/bench/need.py" "$england"
else
  echo "There is no NumPy to compare with: apt-get install python3-numpy"
fi
