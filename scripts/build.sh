#!/usr/bin/env bash
# Builds what the portal is served from, unless nothing has changed since the last time.
# usage: scripts/build.sh [server] [browser]   (default: both, in release mode)
#
# cargo-leptos does the same and is what `make dev` watches with. Compiling it takes as long as compiling the
# project, so that whoever only wants to run or test the portal is spared it.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/packages.sh"

SITE=target/site
# Apart from the server's: the two are compiled for different machines, and neither waits for the other's lock.
FRONT=target/front
mkdir -p target

# Folders are looked at as well as files, so that a removed file counts as a change.
unchanged() {
    local stamp=$1 source
    shift
    [ -f "$stamp" ] || return 1
    for source in "$@"; do
        [ ! -e "$source" ] || [ -z "$(find "$source" -newer "$stamp" -print -quit)" ] || return 1
    done
}

# stamped NAME RESULT SOURCE...: builds by the function of this name. The time before the build counts: what is edited
# meanwhile is newer, and built the next time.
stamped() {
    local name=$1 result=$2 stamp=target/.built-$1 started
    shift 2
    if [ -e "$result" ] && unchanged "$stamp" "$@"; then
        note "nothing changed in the $name since the last build"
        return
    fi
    started=$(mktemp target/.build-started.XXXXXX)
    "build_$name" || {
        rm -f "$started"
        fail "the $name could not be built"
    }
    mv "$started" "$stamp"
}

build_server() {
    step "Building the server (the first time takes some minutes)"
    cargo build --release "${LOCKED[@]}" -p tierline-server --bin tierline
}

build_browser() {
    local made=$FRONT/wasm32-unknown-unknown/wasm-release/tierline_browser.wasm pkg=$SITE/pkg
    step "Building the browser's half (the first time takes some minutes)"
    cargo build --profile wasm-release "${LOCKED[@]}" -p tierline-browser --target wasm32-unknown-unknown \
        --target-dir "$FRONT" || return
    rm -rf "$SITE" && mkdir -p "$pkg" || return
    cp -R style/assets/. "$SITE/" || return
    wasm-bindgen --target web --no-typescript --out-dir "$pkg" --out-name tierline "$made" || return
    step "Shrinking it"
    wasm-opt -Oz "$pkg/tierline_bg.wasm" -o "$pkg/tierline.wasm" || return
    rm "$pkg/tierline_bg.wasm"
    esbuild --minify --format=esm --log-level=warning --allow-overwrite --outfile="$pkg/tierline.js" "$pkg/tierline.js" || return
    sass --no-source-map style/main.scss "$pkg/tierline.css" || return
    lightningcss --minify --targets defaults "$pkg/tierline.css" --output-file "$pkg/tierline.css" || return
    node scripts/lib/precompress.mjs "$SITE"
}

[ $# -gt 0 ] || set -- server browser
for half in "$@"; do
    case $half in
    server) stamped server target/release/tierline Cargo.toml Cargo.lock .cargo core app server .sqlx ;;
    browser) stamped browser $SITE/pkg/tierline.wasm Cargo.toml Cargo.lock .cargo core app style scripts/build.sh ;;
    *) fail "unknown half \`$half\`" "usage: scripts/build.sh [server] [browser]" ;;
    esac
done
