#!/usr/bin/env bash
# No line of documentation over 120 characters.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"

quietly "$TIERLINE_TOOLS/log/wrap.log" node --test scripts/check/wrap.test.mjs || fail "the check of line lengths is broken itself"
node scripts/check/wrap.mjs
