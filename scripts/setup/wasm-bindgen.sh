#!/usr/bin/env bash
# The wasm-bindgen program must have exactly the version of the crate in Cargo.lock.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/cargo-tool.sh"

wanted=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)
[ -n "$wanted" ] || fail "Cargo.lock names no wasm-bindgen"
found=$(tool_version wasm-bindgen)
[ "$found" = "$wanted" ] || install_cargo_tool wasm-bindgen-cli "$wanted" "about 2 minutes"
