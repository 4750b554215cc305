#!/usr/bin/env bash
# Sets up, builds and serves the portal with a demo world. Further arguments go to `tierline serve`.
# TIERLINE_LISTEN (127.0.0.1:3000) and TIERLINE_DATA_DIR (./data) say where.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/server.sh"

scripts/setup.sh build
scripts/build.sh

export TIERLINE_LISTEN=${TIERLINE_LISTEN:-127.0.0.1:3000} TIERLINE_DATA_DIR=${TIERLINE_DATA_DIR:-$TIERLINE_ROOT/data}
# Flags win over the environment, in the server as here.
listen=$TIERLINE_LISTEN
url=${TIERLINE_PUBLIC_URL:-}
previous=
for argument in "$@"; do
    case $previous in
    --listen) listen=$argument ;;
    --public-url) url=$argument ;;
    esac
    case $argument in
    --listen=*) listen=${argument#*=} ;;
    --public-url=*) url=${argument#*=} ;;
    esac
    previous=$argument
done
port=${listen##*:}
# What listens everywhere answers here too.
host=${listen%:*}
case $host in 0.0.0.0 | '[::]' | '') host=127.0.0.1 ;; esac
# The address that the server itself takes for its own, unless told another.
url=${url:-http://localhost:$port}

announce() {
    wait_until_ready "$host" "$port" "$1" 120 || return 0
    printf '\n\033[1;32m==> Tierline is running. Open %s\033[0m   (Ctrl-C stops it)\n\n' "$url"
}

if [ -n "${DATABASE_URL:-}" ]; then
    step "Starting on the database that DATABASE_URL names"
else
    step "Starting, on a database of its own"
fi
announce $$ &
exec target/release/tierline serve --demo "$@"
