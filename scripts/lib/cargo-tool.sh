# shellcheck shell=bash
# Programs from crates.io, installed beside the project's other tools and not into the user's own ~/.cargo/bin.

# tool_version PROGRAM: 0 if it is not installed.
tool_version() {
    local words
    read -ra words < <("$1" --version 2>/dev/null) || true
    printf '%s\n' "${words[1]:-0}"
}

# install_cargo_tool CRATE VERSION HOW_LONG [CARGO_ARGUMENT...]: the arguments are for compiling it.
install_cargo_tool() {
    local crate=$1 version=$2 how_long=$3
    shift 3
    if have cargo-binstall; then
        step "Installing $crate $version (prebuilt, cargo binstall)"
        cargo binstall --no-confirm --disable-strategies compile --root "$TIERLINE_TOOLS" "$crate@$version" </dev/null &&
            return
        note "no prebuilt $crate to be had"
    fi
    step "Compiling $crate $version ($how_long on two cores)"
    compile_cargo_tool "$crate" "$version" --locked "$@" && return
    # A crate's own lock file may name a release that the registry at hand doesn't have (yet).
    note "that failed with the versions that $crate was published with; trying with those to be had"
    compile_cargo_tool "$crate" "$version" "$@" || fail "$crate $version could not be installed"
}

# A tool that runs for seconds is not worth optimizing for minutes. Run from the tools folder, because the
# project's own .cargo/config.toml is not meant for it.
compile_cargo_tool() (
    cd "$TIERLINE_TOOLS" || exit 1
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        CARGO_PROFILE_RELEASE_DEBUG=false \
        cargo install --root "$TIERLINE_TOOLS" --version "$2" "${@:3}" "$1" </dev/null
)
