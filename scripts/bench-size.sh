#!/usr/bin/env bash
# How long the operator's queues and lists and the public directory take in a large program beside a small one, asked of
# two servers by turns; and how long a file takes that is imported into the registry of the large one. Fails where
# something takes more than 1.3 times as long, and the file more than a minute. Not a part of `make bench`: a hundred
# thousand organizations take some minutes to be filled in. A folder that is named is kept, and the next run finds the
# organizations there.
# usage: scripts/bench-size.sh [ORGANIZATIONS] [RUNS] [FOLDER] [LINES]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/server.sh"

large=${1:-100000}
runs=${2:-30}
kept=${3:-}
lines=${4:-20000}
# Every list has some pages of them.
small=4000
home=${kept:-$(mktemp -d)}
servers=()
cleanup() {
    for server in "${servers[@]}"; do
        { kill "$server" && wait "$server"; } 2>/dev/null || true
    done
    [ "$home" = "$kept" ] || rm -rf "$home"
}
trap cleanup EXIT
scripts/setup.sh database
# What users wait for is measured as it is installed.
scripts/build.sh server
addresses=()
for size in "$small" "$large"; do
    step "Filling in $size organizations"
    folder=$home/$size
    # The user that runs PostgreSQL has to enter it.
    mkdir -p "$folder" && chmod 755 "$home" "$folder"
    target/release/tierline demo --organizations "$size" --data-dir "$folder"
    port=$(free_port)
    target/release/tierline serve --demo --data-dir "$folder" --listen "127.0.0.1:$port" --metrics-listen off >"$folder/server.log" 2>&1 &
    servers+=($!)
    wait_until_ready 127.0.0.1 "$port" $! 60 || fail "the server did not start" "$(tail -n 5 "$folder/server.log")"
    addresses+=("http://localhost:$port")
done
step "Asking both by turns"
node scripts/lib/measure-size.mjs "${addresses[@]}" "$runs" "$lines"
