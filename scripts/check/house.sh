#!/usr/bin/env bash
# Checks that every area keeps out of the others' insides, and that nothing reaches up to the browser
# (scripts/check/house/). First the check is tried on a small house of its own.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"

quietly "$TIERLINE_TOOLS/log/house.log" node --test scripts/check/house/ || fail "the check of the house is broken itself"
node scripts/check/house/main.mjs
