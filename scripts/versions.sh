# shellcheck shell=bash disable=SC2034
# The one place where the versions of tools outside the Cargo and npm lock files are pinned.
# (wasm-bindgen-cli has no line here: it must have the version that Cargo.lock names.)

RUST_MIN=1.96               # what cargo-leptos needs
NODE_MIN=20.19              # what sass and Playwright need
NODE_VERSION=22.23.3        # installed where the distribution's is older than that
CARGO_LEPTOS_VERSION=0.3.11
NEXTEST_VERSION=0.9.148
CARGO_DENY_VERSION=0.20.2
SASS_VERSION=1.108.2
BINARYEN_VERSION=132.0.0    # wasm-opt
WASM_SPLIT_VERSION=0.2.4    # has to understand the wasm_split_helpers that Cargo.lock names
ESBUILD_VERSION=0.28.2
LIGHTNINGCSS_VERSION=1.33.0

# Debian's own toolchain, for when rustup may not fetch the wasm32 target: compiler, sources and linker.
DEBIAN_RUST_PACKAGES=(rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web)
DEBIAN_RUST_TOOLCHAIN=debian-web
