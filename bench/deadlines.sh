#!/usr/bin/env bash
# Deadline calculations a second on one thread, beside a bare count of weekdays in the same run.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$here/mvnw" -q -B -f "$here/pom.xml" -DskipTests -Dspotless.check.skip package -pl spreadsheet,foi-core
java -cp "$here/foi-core/target/classes" "$here/bench/Deadlines.java"
