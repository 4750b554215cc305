#!/usr/bin/env bash
# Every test there is. All runners run, even after one has failed; the last line adds them up.
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/tally.sh"

logs=$TIERLINE_ROOT/target/test-logs
rm -rf "$logs"
mkdir -p "$logs"
failed=0

# The runners' own closing lines stay on the screen, and are read from the log afterwards.
scripts/test-rust.sh 2>&1 | tee "$logs/rust.log"
rust=${PIPESTATUS[0]}
scripts/test-browser.sh 2>&1 | tee "$logs/browser.log"
browser=${PIPESTATUS[0]}

read -r passed failed skipped < <(tally "$logs/rust.log" "$logs/browser.log")
# A runner that broke before it could count is a failure too.
[ "$rust" -eq 0 ] && [ "$browser" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
printf '\n%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ]
