#!/usr/bin/env bash
# p50 and p95 of the disclosure log and of the case page at 20 users, and the server's resident memory before and after.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

start
echo "resident after start: $(resident_mb) MB"
java "$here/bench/Load.java" "$base" /disclosures 20 15
java "$here/bench/Load.java" "$base" /disclosures/LCC-2024-0001 20 15
java "$here/bench/Load.java" "$base" /cases 20 15 officer
java "$here/bench/Load.java" "$base" /cases/LCC-2024-0001 20 15 officer
echo "resident after load:  $(resident_mb) MB"
