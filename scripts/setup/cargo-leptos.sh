#!/usr/bin/env bash
# cargo-leptos builds the server, the browser's half and the style sheet together.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/cargo-tool.sh"

found=$(tool_version cargo-leptos)
at_least "$CARGO_LEPTOS_VERSION" "$found" || install_cargo_tool cargo-leptos "$CARGO_LEPTOS_VERSION" "about 8 minutes"
