#!/usr/bin/env bash
# Whether subscriptions keep up, on two cores: renewals that are due within an hour; the lists of many subscriptions beside
# those of ten thousand; a customer with thousands of users and licenses; the month of a reseller that has ten thousand, as
# a page and as a document; a file of users. Fails where something takes longer than it may. Not a part of `make bench`: a
# million subscriptions take half an hour to be filled in. A folder that is named is kept, and the next run finds the
# subscriptions there.
# usage: scripts/bench-subscriptions.sh [SUBSCRIPTIONS] [RENEWALS] [USERS] [RUNS] [FOLDER]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/server.sh"
. "$TIERLINE_ROOT/scripts/lib/postgres.sh"

large=${1:-1000000}
renewals=${2:-100000}
users=${3:-50000}
runs=${4:-30}
kept=${5:-}
# All of one reseller.
small=10000
home=${kept:-$(mktemp -d)}
servers=()
stop() {
    local server
    for server in "${servers[@]}"; do
        { kill "$server" && wait "$server"; } 2>/dev/null || true
    done
    servers=()
}
cleanup() {
    stop
    [ "$home" = "$kept" ] || rm -rf "$home"
}
trap cleanup EXIT
scripts/setup.sh database
# What users wait for is measured as it is installed.
scripts/build.sh server
psql=$(postgres_programs)/psql
# What a server starts, as its database, is on the same cores.
on_two_cores=()
[ "$(nproc)" -le 2 ] || ! have taskset || on_two_cores=(taskset --cpu-list "0,1")

# filled NAME ARGUMENT...: sets folder to one with a database that is filled so.
filled() {
    folder=$home/$1
    shift
    # The user that runs PostgreSQL has to enter it.
    mkdir -p "$folder" && chmod 755 "$home" "$folder"
    target/release/tierline demo "$@" --data-dir "$folder"
}

# serve: serves the folder, and sets address when it answers.
serve() {
    local port
    port=$(free_port)
    "${on_two_cores[@]}" target/release/tierline serve --demo --data-dir "$folder" --listen "127.0.0.1:$port" \
        --metrics-listen off >"$folder/server.log" 2>&1 &
    servers+=($!)
    wait_until_ready 127.0.0.1 "$port" $! 120 || fail "the server did not start" "$(tail -n 5 "$folder/server.log")"
    address=http://localhost:$port
}

failed=
step "Filling in $renewals renewals"
filled renewals --renewals "$renewals"
step "Renewing them"
began=$(date +%s%3N)
serve
target/release/tierline database --data-dir "$folder" node scripts/lib/measure-renewals.mjs "$psql" "$began" || failed=yes
stop

addresses=()
for size in "$small" "$large"; do
    step "Filling in $size subscriptions"
    filled "$size" --subscriptions "$size"
    serve
    addresses+=("$address")
done
step "Asking both by turns"
node scripts/lib/measure-subscriptions.mjs "${addresses[@]}" "$runs" "$users" || failed=yes
[ -z "$failed" ] || exit 1
