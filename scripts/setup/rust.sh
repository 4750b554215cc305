#!/usr/bin/env bash
# A Rust toolchain that compiles for wasm32, in this order: the installed one; rustup's target; the toolchain in
# Debian's packages, which brings the sources of the standard library to build it from.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/apt.sh"

rust_version() { rustc --version 2>/dev/null | cut -d' ' -f2 | cut -d- -f1; }
new_enough() { have cargo && have rustc && at_least "$RUST_MIN" "$(rust_version)"; }

# Looking for the files is not enough: after an upgrade of the compiler they are there but no longer fit.
compiles_wasm() {
    local rustc=$1 out
    out=$(mktemp -d)
    echo 'pub fn probe() -> String { String::new() }' |
        "$rustc" --target wasm32-unknown-unknown --crate-type lib --crate-name probe --out-dir "$out" - 2>/dev/null
    local status=$?
    rm -rf "$out"
    return $status
}

# The release build optimizes the standard library and the project as one, which needs LLVM bitcode in the libraries.
has_bitcode() {
    local libs
    libs=$("$1" --print target-libdir --target wasm32-unknown-unknown 2>/dev/null) &&
        grep -qaF .llvmbc "$libs"/libcore-*.rlib 2>/dev/null
}

ready_for_wasm() { compiles_wasm "$1" && has_bitcode "$1"; }

usable() { new_enough && ready_for_wasm rustc; }

remember() {
    echo "$1" >"$TIERLINE_TOOLS/toolchain"
    export RUSTUP_TOOLCHAIN=$1
}

from_rustup() {
    have rustup && [ "${RUSTUP_AUTO_INSTALL:-1}" != 0 ] || return 1
    if ! new_enough; then
        step "Installing Rust $RUST_MIN (rustup)"
        rustup toolchain install "$RUST_MIN" --profile minimal -c clippy -c rustfmt || return 1
        remember "$RUST_MIN"
    fi
    step "Adding the wasm32 target (rustup)"
    rustup target add wasm32-unknown-unknown && usable
}

from_debian() {
    have apt-get || return 1
    if ! at_least "$RUST_MIN" "$(/usr/bin/rustc --version 2>/dev/null | cut -d' ' -f2)"; then
        [ "$(id -u)" -ne 0 ] || refresh_package_lists
        at_least "$RUST_MIN" "$(package_version rustc-web)" || return 1
    fi
    install_packages "Debian's Rust toolchain" "${DEBIAN_RUST_PACKAGES[@]}" "$(wasm_linker)"
    ready_for_wasm /usr/bin/rustc || build_wasm_std
    if have rustup; then
        rustup toolchain link "$DEBIAN_RUST_TOOLCHAIN" /usr
        remember "$DEBIAN_RUST_TOOLCHAIN"
    fi
    hash -r
    usable
}

# rust-lld is a link into the LLVM release that the compiler was built with.
wasm_linker() {
    apt-cache depends rust-web-llvm 2>/dev/null | sed -n 's/.* llvm-\([0-9]*\)$/lld-\1/p' | grep . || echo lld-22
}

build_wasm_std() {
    local libs=/usr/lib/rustlib/wasm32-unknown-unknown/lib work
    if [ "$(id -u)" -ne 0 ]; then
        fail "the standard library for wasm32 is missing, and it goes into $libs, which needs root" \
            "ask for:  scripts/setup.sh rust   as root" "then repeat the command"
    fi
    step "Building the standard library for wasm32 (about a minute)"
    work=$(mktemp -d)
    # RUSTC is named because cargo would otherwise pick rustup's rustc from PATH.
    (
        cd "$work"
        /usr/bin/cargo init --quiet --lib --vcs none --name empty
        RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS='-C embed-bitcode=yes' CARGO_TARGET_DIR=$work/target \
            /usr/bin/cargo build --release --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort </dev/null
    ) || fail "the standard library for wasm32 could not be built"
    rm -rf "$libs"
    mkdir -p "$libs"
    cp "$work"/target/wasm32-unknown-unknown/release/deps/*.rlib "$libs/"
    rm -f "$libs"/libempty-*.rlib
    # Files compiled with the previous compiler no longer fit.
    rm -rf "$work" target/wasm32-unknown-unknown target/front/wasm32-unknown-unknown
}

usable || from_rustup || from_debian || fail "no Rust $RUST_MIN or newer with the target wasm32-unknown-unknown" \
    "with rustup:  rustup update stable && rustup target add wasm32-unknown-unknown" \
    "on Debian:    the package rustc-web in version $RUST_MIN or newer, from the security archive"
