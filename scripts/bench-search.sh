#!/usr/bin/env bash
# How long a search takes beside the first page of the same list, asked of the portal as a browser would.
# Not a part of `make bench`: a million customers take ten minutes to be filled in.
# usage: scripts/bench-search.sh [CUSTOMERS] [RUNS]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/server.sh"

if [ -z "${DATABASE_URL:-}" ]; then
    scripts/setup.sh rust
    cargo build -p tierline-server --bin tierline
    exec scripts/with-postgres.sh "${BASH_SOURCE[0]}" "$@"
fi
customers=${1:-1000000}
runs=${2:-30}
home=$(mktemp -d)
server=
cleanup() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$home"
}
trap cleanup EXIT
step "Filling in $customers customers"
target/debug/tierline demo --customers "$customers" --data-dir "$home"
port=$(free_port)
target/debug/tierline serve --demo --data-dir "$home" --listen "127.0.0.1:$port" --metrics-listen off >"$home/server.log" 2>&1 &
server=$!
wait_until_ready 127.0.0.1 "$port" "$server" 60 || fail "the server did not start" "$(tail -n 5 "$home/server.log")"
node scripts/lib/measure-search.mjs "http://localhost:$port" "$runs"
