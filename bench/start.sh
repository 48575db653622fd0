#!/usr/bin/env bash
# Seconds from ./run to ready: the first start (database made, server unpacked, demonstration data) and later ones.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

"$here/run" --help >/dev/null # builds what is missing
start
echo "first start:  $(grep -o 'Started in .* s\.' "$log")"
stop
for i in 1 2 3; do
  start
  echo "later start $i: $(grep -o 'Started in .* s\.' "$log")"
  stop
done
