#!/usr/bin/env bash
# Cuts the browser's half into a main module and one for each area. The program does not tell its version, but cargo
# records the versions that it installs.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/cargo-tool.sh"

installed() { grep -qsF "\"wasm_split_cli_support $WASM_SPLIT_VERSION (" "$TIERLINE_TOOLS/.crates.toml"; }

{ have wasm-split-cli && installed; } ||
    install_cargo_tool wasm_split_cli_support "$WASM_SPLIT_VERSION" "about a minute" --features build-binary
