#!/usr/bin/env bash
# Builds for debugging, serves on http://localhost:3000, and rebuilds and reloads whenever a file changes.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"

scripts/setup.sh dev
step "Watching; the portal comes up on http://localhost:3000 (Ctrl-C stops it)"
export TIERLINE_DATA_DIR=${TIERLINE_DATA_DIR:-$TIERLINE_ROOT/data}
exec cargo leptos watch -- serve --demo "$@"
