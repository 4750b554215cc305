#!/usr/bin/env bash
# All tests. All runners run, even after one has failed; the last line adds them up.
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/tally.sh"
. "$TIERLINE_ROOT/scripts/lib/browser_half.sh"

logs=$TIERLINE_ROOT/target/test-logs
rm -rf "$logs"
mkdir -p "$logs"
failed=0

# Linking, and the tests themselves, leave a core to spare: the browser's half is built there in the meantime.
scripts/setup.sh test || exit 1
step "Building the browser's half beside the rest (its log: target/test-logs/browser-build.log)"
# A process group of its own, which is stopped as a whole: a Ctrl-C does not reach background processes.
(
    . "$TIERLINE_ROOT/scripts/lib/linted.sh"
    exec setsid scripts/build.sh "$HALF"
) >"$logs/browser-build.log" 2>&1 &
building=$!
trap 'kill -TERM -- "-$building" 2>/dev/null' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The runners' own closing lines stay on the screen, and are read from the log afterwards.
scripts/test-rust.sh 2>&1 | tee "$logs/rust.log"
rust=${PIPESTATUS[0]}
wait "$building" || tail -n 40 "$logs/browser-build.log"
trap - EXIT
scripts/test-browser.sh 2>&1 | tee "$logs/browser.log"
browser=${PIPESTATUS[0]}

read -r passed failed skipped < <(tally "$logs/rust.log" "$logs/browser.log")
# A runner that failed before it could count is a failure too.
[ "$rust" -eq 0 ] && [ "$browser" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
printf '\n%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ]
