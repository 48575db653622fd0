# What the scripts share: an Answerable of their own on a free port with a data folder of their own.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
port=${BENCH_PORT:-18790}
base="http://127.0.0.1:$port"
data=$(mktemp -d)
log="$data/run.log"
launcher=

start() {
  PORT=$port ANSWERABLE_DATA="$data/answerable" "$here/run" >"$log" 2>&1 &
  launcher=$!
  until grep -q 'is ready' "$log"; do
    kill -0 "$launcher" 2>/dev/null || { cat "$log" >&2; exit 1; }
    sleep 0.1
  done
}

stop() {
  [ -n "$launcher" ] || return 0
  kill "$launcher" 2>/dev/null && wait "$launcher"
  launcher=
}

finish() {
  stop
  rm -rf "$data"
}
trap finish EXIT

resident_mb() { # of the server process
  local pid
  pid=$(head -n 1 "$data/answerable/server.process")
  awk '/^VmRSS/ { printf "%d\n", $2 / 1024 }' "/proc/$pid/status"
}
