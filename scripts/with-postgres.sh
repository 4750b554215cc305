#!/usr/bin/env bash
# Runs a command with DATABASE_URL naming a PostgreSQL of its own, which is removed when the command ends.
# Nothing in it needs to last, so it doesn't wait for the disk.
# usage: scripts/with-postgres.sh COMMAND [ARGUMENT...]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/postgres.sh"

[ $# -gt 0 ] || fail "no command given" "usage: scripts/with-postgres.sh COMMAND [ARGUMENT...]"
programs=$(postgres_programs) || fail "PostgreSQL's programs are missing" "run:  make setup"
user=$(postgres_user)
# In memory if there is room: each test makes a database of some hundred files, which takes ten times as long on a busy
# disk. Not below TMPDIR, because a socket's path has room for about a hundred bytes.
place=/tmp
free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1) || free=0
[ "${free:-0}" -lt 1048576 ] || [ ! -w /dev/shm ] || place=/dev/shm
home=$(mktemp -d "$place/tierline-pg.XXXXXX")
server=

# If this script is killed outright, the server is still told to stop. A change of user clears that setting, so it is
# made after the change.
as_postgres=(setpriv --pdeathsig INT)
[ "$(id -u)" -ne 0 ] || as_postgres=(setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "${as_postgres[@]}")

cleanup() {
    trap '' INT TERM
    if [ -n "$server" ]; then
        kill -INT "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$home"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

chmod 755 "$home"
[ "$(id -u)" -ne 0 ] || chown "$user" "$home"
(cd "$home" && "${as_postgres[@]}" "$programs/initdb" -D "$home/data" -U tierline --auth=trust --no-sync \
    --encoding=UTF8 --locale=C.UTF-8) >"$home/initdb.log" 2>&1 || fail "initdb failed" "$(tail -n 5 "$home/initdb.log")"

cd "$home"
"${as_postgres[@]}" "$programs/postgres" -D "$home/data" -c listen_addresses='' -c unix_socket_directories="$home" \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 \
    -c max_wal_size=256MB -c max_connections=300 -c shared_buffers=128MB \
    -c log_min_messages=warning >"$home/server.log" 2>&1 </dev/null &
server=$!
cd "$TIERLINE_ROOT"

for _ in $(seq 1 300); do
    # The eighth line of this file tells the state of the start.
    [ "$(sed -n 8p "$home/data/postmaster.pid" 2>/dev/null | tr -d ' ')" != ready ] || break
    kill -0 "$server" 2>/dev/null || fail "PostgreSQL did not start" "$(tail -n 5 "$home/server.log")"
    sleep 0.1
done
"$programs/psql" -qX -h "$home" -U tierline -d postgres -c 'CREATE DATABASE tierline' </dev/null

export DATABASE_URL="postgres://tierline@localhost/tierline?host=$home"
"$@"
