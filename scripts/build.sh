#!/usr/bin/env bash
# Builds the files that the portal is served from, unless nothing has changed since the last time.
# usage: scripts/build.sh [server] [browser] [quick-server] [quick-browser]   (default: the first two, for releases)
#
# cargo-leptos does the same, and `make dev` watches with it. Compiling it takes as long as compiling the project, so it
# is not used where the portal is only run or tested.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/packages.sh"

# Separate from the server's: the two are compiled for different machines, and neither waits for the other's lock.
FRONT=target/front
mkdir -p target

# Folders are checked as well as files, so that a removed file counts as a change.
unchanged() {
    local stamp=$1 source
    shift
    [ -f "$stamp" ] || return 1
    for source in "$@"; do
        [ ! -e "$source" ] || [ -z "$(find "$source" -newer "$stamp" -print -quit)" ] || return 1
    done
}

# stamped NAME RESULT SOURCE...: builds with the function of this name. The time before the build counts: a file edited
# during the build is newer, and built the next time.
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
    step "Building the server (the first time takes a quarter of an hour)"
    cargo build --release "${LOCKED[@]}" -p tierline-server --bin tierline
}

# For trying out and for the tests: compiled in a third of the time. A page takes 30 ms with it, where a release takes
# 10.
build_quick-server() {
    step "Building the server (the first time takes some minutes)"
    cargo build "${LOCKED[@]}" "${NATIVE[@]}" --bins
}

# Half of the time goes into a smaller download only: link-time optimization and wasm-opt.
build_browser() {
    step "Building the browser's half (the first time takes ten minutes)"
    bundle wasm-release target/site shrunk
}

# The same for a browser on the same machine.
build_quick-browser() {
    step "Building the browser's half (the first time takes some minutes)"
    rm -f target/.linted-browser
    bundle wasm-quick target/quick-site quick || return
    # Tells scripts/check.sh that clippy has compiled it.
    [ -z "${RUSTC_WORKSPACE_WRAPPER:-}" ] || touch target/.linted-browser
}

# A browser has less to compile; after brotli the size is the same. The many small modules that areas share are not
# worth it.
shrunk() {
    local module
    step "Shrinking it"
    for module in "$1"/tierline.wasm "$1"/split_*.wasm; do
        wasm-opt -Oz "$module" -o "$module" || return
    done
}

# Once is enough of functions that came out the same: quickly done, and 6 KB of the main module after brotli.
quick() {
    wasm-opt --duplicate-function-elimination --remove-unused-module-elements "$1/tierline.wasm" -o "$1/tierline.wasm"
}

# bundle PROFILE SITE FINISH: the files that the browser loads, finished by this function. After linking, it is cut into
# a main module and one for each area; for this the linker must leave its notes.
bundle() {
    local made=$FRONT/wasm32-unknown-unknown/$1/tierline_browser.wasm site=$2 pkg=$2/pkg finish=$3
    cargo rustc --profile "$1" "${LOCKED[@]}" -p tierline-browser --features split --target wasm32-unknown-unknown \
        --target-dir "$FRONT" -- -C link-arg=--emit-relocs || return
    rm -rf "$site" && mkdir -p "$pkg" || return
    cp -R style/assets/. "$site/" || return
    wasm-split-cli "$made" "$pkg" --out-name tierline || return
    node scripts/lib/uncalled.mjs "$pkg" || return
    wasm-bindgen --target web --no-typescript --remove-name-section --keep-lld-exports --out-dir "$pkg" --out-name tierline \
        "$pkg/tierline.wasm" || return
    mv "$pkg/tierline_bg.wasm" "$pkg/tierline.wasm" || return
    node scripts/lib/short-names.mjs "$pkg" || return
    "$finish" "$pkg" || return
    # The first signed-in page, and those before anybody is signed in; all others read their names from areas.json.
    node scripts/lib/areas.mjs "$pkg" overview code || return
    esbuild --bundle --minify --format=esm --log-level=warning --log-override:duplicate-object-key=silent --allow-overwrite --outfile="$pkg/tierline.js" "$pkg/tierline.js" || return
    rm "$pkg/__wasm_split.js" || return
    sass --no-source-map style/main.scss "$pkg/tierline.css" || return
    lightningcss --minify --targets defaults "$pkg/tierline.css" --output-file "$pkg/tierline.css" || return
    [ "$finish" = quick ] || node scripts/lib/precompress.mjs "$site"
}

server_sources=(Cargo.toml Cargo.lock .cargo core app server .sqlx)
browser_sources=(Cargo.toml Cargo.lock .cargo core app style scripts/build.sh scripts/lib/areas.mjs scripts/lib/short-names.mjs scripts/lib/uncalled.mjs scripts/lib/wasm.mjs)
[ $# -gt 0 ] || set -- server browser
for half in "$@"; do
    case $half in
    server) stamped server target/release/tierline "${server_sources[@]}" ;;
    browser) stamped browser target/site/pkg/tierline.wasm "${browser_sources[@]}" ;;
    quick-server) stamped quick-server target/debug/tierline "${server_sources[@]}" ;;
    quick-browser) stamped quick-browser target/quick-site/pkg/tierline.wasm "${browser_sources[@]}" ;;
    *) fail "unknown half \`$half\`" "usage: scripts/build.sh [server] [browser] [quick-server] [quick-browser]" ;;
    esac
done
