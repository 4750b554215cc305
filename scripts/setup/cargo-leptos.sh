#!/usr/bin/env bash
# cargo-leptos watches: it rebuilds server, browser's half and style sheet and reloads the page on every change.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/cargo-tool.sh"

found=$(tool_version cargo-leptos)
at_least "$CARGO_LEPTOS_VERSION" "$found" || install_cargo_tool cargo-leptos "$CARGO_LEPTOS_VERSION" "about 8 minutes"
