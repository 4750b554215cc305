#!/usr/bin/env bash
# Playwright against a server with a demo world of its own, on a free port: the server compiled by the Rust tests, and
# the browser's half.
# usage: scripts/test-browser.sh [PLAYWRIGHT ARGUMENT...]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/packages.sh"
. "$TIERLINE_ROOT/scripts/lib/chromium.sh"
. "$TIERLINE_ROOT/scripts/lib/server.sh"
. "$TIERLINE_ROOT/scripts/lib/browser_half.sh"

scripts/setup.sh test
. "$TIERLINE_ROOT/scripts/lib/linted.sh"
step "Building the server as it is tested"
cargo build "${LOCKED[@]}" "${NATIVE[@]}" --bins --tests
scripts/build.sh "$HALF"
# Too large a download is as wrong as a failing test, but both results are wanted.
small=0
scripts/check/budget.sh "$HALF_KIND" || small=1

home=$(mktemp -d /tmp/tierline-browser.XXXXXX)
# The server's cluster may run as another user, who needs access to this folder.
chmod 755 "$home"
server=
stop() {
    trap '' INT TERM
    if [ -n "$server" ]; then
        kill -TERM "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$home"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

port=$(free_port)
metrics=$(free_port)
log=$TIERLINE_ROOT/target/browser-tests/server.log
mkdir -p "$(dirname "$log")"
step "Starting a server for the browser tests on port $port (its log: target/browser-tests/server.log)"
# The developer's environment variables for databases and mails are not for tests.
env -u DATABASE_URL -u TIERLINE_SMTP_URL -u TIERLINE_MAIL_DIR TIERLINE_SITE_ROOT="$HALF_SITE" \
    target/debug/tierline serve --demo --data-dir "$home/data" --listen "127.0.0.1:$port" \
    --metrics-listen "127.0.0.1:$metrics" --resend-minutes 0 --public-url "http://localhost:$port" >"$log" 2>&1 </dev/null &
server=$!
wait_until_ready 127.0.0.1 "$port" "$server" 120 ||
    fail "the server for the browser tests did not come up" "$(tail -n 20 "$log")"

TIERLINE_CHROMIUM=$(find_chromium)
export TIERLINE_CHROMIUM TIERLINE_URL=http://localhost:$port
cd tests/browser
node_modules/.bin/playwright test "$@" </dev/null
[ "$small" -eq 0 ] || fail "the browser would have to download too much: see above"
