#!/usr/bin/env bash
# Sets up, builds and serves the portal with a demo world. Further arguments go to `tierline serve`.
# TIERLINE_LISTEN (127.0.0.1:3000) and TIERLINE_DATA_DIR (./data) set the address and the folder.
# The build is quick, for trying out: `make build` makes one that is faster to serve and smaller to load, in twice the
# time.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"

scripts/setup.sh build
scripts/build.sh quick-server quick-browser

export TIERLINE_LISTEN=${TIERLINE_LISTEN:-127.0.0.1:3000} TIERLINE_DATA_DIR=${TIERLINE_DATA_DIR:-$TIERLINE_ROOT/data}
export TIERLINE_SITE_ROOT=${TIERLINE_SITE_ROOT:-$TIERLINE_ROOT/target/quick-site}
if [ -n "${DATABASE_URL:-}" ]; then
    step "Starting on the database that DATABASE_URL names"
else
    step "Starting, on a database of its own"
fi
exec target/debug/tierline serve --demo "$@"
