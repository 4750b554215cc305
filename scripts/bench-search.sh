#!/usr/bin/env bash
# How long a search takes beside the first page of the same list, asked of the portal as a browser would. Fails where it
# takes more than three times as long. Not a part of `make bench`: a million customers take ten minutes to be filled in.
# A folder that is named is kept, and the next run finds the customers there.
# usage: scripts/bench-search.sh [CUSTOMERS] [RUNS] [FOLDER]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/server.sh"

customers=${1:-1000000}
runs=${2:-30}
kept=${3:-}
home=${kept:-$(mktemp -d)}
# The user that runs PostgreSQL has to enter it.
mkdir -p "$home" && chmod 755 "$home"
server=
cleanup() {
    [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true
    [ "$home" = "$kept" ] || rm -rf "$home"
}
trap cleanup EXIT
scripts/setup.sh database
# What users wait for is measured as it is installed.
scripts/build.sh server
step "Filling in $customers customers"
target/release/tierline demo --customers "$customers" --data-dir "$home"
port=$(free_port)
target/release/tierline serve --demo --data-dir "$home" --listen "127.0.0.1:$port" --metrics-listen off >"$home/server.log" 2>&1 &
server=$!
wait_until_ready 127.0.0.1 "$port" "$server" 60 || fail "the server did not start" "$(tail -n 5 "$home/server.log")"
node scripts/lib/measure-search.mjs "http://localhost:$port" "$runs"
