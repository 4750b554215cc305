#!/usr/bin/env bash
# Finds the tools for building, testing or checking, and installs missing ones. Quick if nothing is missing.
# usage: scripts/setup.sh build|dev|test|test-rust|check ...   (default: build)
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"

pieces() {
    case $1 in
    rust) echo compiler rust ;;
    build) echo compiler rust linker node wasm-bindgen wasm-split npm-tools postgres fonts ;;
    dev) echo compiler rust linker node cargo-leptos wasm-bindgen wasm-split npm-tools postgres fonts ;;
    test) echo compiler rust linker nextest node wasm-bindgen wasm-split npm-tools postgres fonts pdftotext browser ;;
    test-rust) echo compiler rust linker nextest postgres fonts pdftotext ;;
    database) echo compiler rust linker postgres ;;
    check) echo compiler rust linker postgres node shellcheck deny ;;
    *) fail "unknown set-up \`$1\`" "usage: scripts/setup.sh rust|database|build|dev|test|test-rust|check" ;;
    esac
}

[ $# -gt 0 ] || set -- build
mkdir -p "$TIERLINE_TOOLS/bin"
done_already=' '
for purpose in "$@"; do
    wanted=$(pieces "$purpose") || exit 1
    for piece in $wanted; do
        case $done_already in *" $piece "*) continue ;; esac
        "$TIERLINE_ROOT/scripts/setup/$piece.sh" || fail "the set-up of \`$piece\` failed"
        done_already+="$piece "
    done
done
