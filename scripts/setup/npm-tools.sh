#!/usr/bin/env bash
# Tools for the style sheet and a small download: wasm-opt (binaryen), esbuild, sass, lightningcss.
# All from the npm registry.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"

# Distributions ship a wasm-opt that predates features of today's compiler. Asking for the version takes a second of
# Node's time, so our own copy is not asked.
recent_wasm_opt() {
    have wasm-opt || return 1
    case $(command -v wasm-opt) in "$TIERLINE_TOOLS"/*) return 0 ;; esac
    at_least 119 "$(wasm-opt --version | grep -oE '[0-9]+' | head -n 1)"
}

missing=()
have sass || missing+=("sass@$SASS_VERSION")
have esbuild || missing+=("esbuild@$ESBUILD_VERSION")
have lightningcss || missing+=("lightningcss-cli@$LIGHTNINGCSS_VERSION")
recent_wasm_opt || missing+=("binaryen@$BINARYEN_VERSION")
[ ${#missing[@]} -gt 0 ] || exit 0

step "Installing ${missing[*]} (npm)"
mkdir -p "$TIERLINE_TOOLS/npm"
# Saved, or npm would remove packages of an earlier call.
quietly "$TIERLINE_TOOLS/log/npm.log" npm install --prefix "$TIERLINE_TOOLS/npm" --no-audit --no-fund \
    --no-package-lock --save-exact "${missing[@]}" </dev/null || fail "npm could not install ${missing[*]}"
