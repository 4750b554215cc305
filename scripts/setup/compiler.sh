#!/usr/bin/env bash
# A C compiler and linker: Rust links with it, and a few crates bring C of their own.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/apt.sh"

if ! have cc || ! have ld; then
    install_packages "a C compiler" gcc libc6-dev
fi
