#!/usr/bin/env bash
# Sets up, builds and serves the portal with a demo world. Further arguments go to `tierline serve`.
# TIERLINE_LISTEN (127.0.0.1:3000) and TIERLINE_DATA_DIR (./data) say where.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"

scripts/setup.sh build
scripts/build.sh

export TIERLINE_LISTEN=${TIERLINE_LISTEN:-127.0.0.1:3000} TIERLINE_DATA_DIR=${TIERLINE_DATA_DIR:-$TIERLINE_ROOT/data}
if [ -n "${DATABASE_URL:-}" ]; then
    step "Starting on the database that DATABASE_URL names"
else
    step "Starting, on a database of its own"
fi
exec target/release/tierline serve --demo "$@"
