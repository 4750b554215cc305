# shellcheck shell=bash
# The environment of every script: the project's folder, its tools, and the toolchain that compiles it.
# Meant to be sourced: . "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"

TIERLINE_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
: "${HOME:=$(getent passwd "$(id -u)" | cut -d: -f6)}"
export HOME

# Tools belong to the user, not to one checkout, so that a second clone finds them.
TIERLINE_TOOLS=${TIERLINE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/tierline/tools}
export TIERLINE_TOOLS

# Our tools come first: a wasm-bindgen of another version elsewhere on PATH would break the build.
PATH=$TIERLINE_TOOLS/bin:$TIERLINE_TOOLS/npm/node_modules/.bin:$PATH
case :$PATH: in *":${CARGO_HOME:-$HOME/.cargo}/bin:"*) ;; *) PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin ;; esac
export PATH

# The toolchain that setup/rust.sh settled on; a choice made by the caller wins.
if [ -z "${RUSTUP_TOOLCHAIN:-}" ] && [ -r "$TIERLINE_TOOLS/toolchain" ] && command -v rustup >/dev/null; then
    RUSTUP_TOOLCHAIN=$(cat "$TIERLINE_TOOLS/toolchain")
    export RUSTUP_TOOLCHAIN
fi

# Queries are checked against the answers in .sqlx, whatever database DATABASE_URL may name.
export SQLX_OFFLINE=${SQLX_OFFLINE:-true}

. "$TIERLINE_ROOT/scripts/versions.sh"
. "$TIERLINE_ROOT/scripts/lib/say.sh"
cd "$TIERLINE_ROOT" || exit 1

# at_least WANTED FOUND: compares dotted versions.
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

have() { command -v "$1" >/dev/null 2>&1; }
