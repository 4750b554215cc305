#!/usr/bin/env bash
# lld links a test program in a fraction of the time that ld takes. It is not installed, only found: Debian's toolchain
# for wasm brings one. Ours is a `cc` that looks for `ld` in lld's folder: with flags or variables instead, cargo would
# recompile everything whenever it is called without these scripts.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"

wrapper=$TIERLINE_TOOLS/bin/cc
[ ! -x "$wrapper" ] || exit 0
lld=$(command -v ld.lld || find /usr/lib/llvm-*/bin -name ld.lld 2>/dev/null | sort -V | tail -n 1)
[ -n "$lld" ] || exit 0

compiler=$(command -v cc)
mkdir -p "$TIERLINE_TOOLS/linker"
ln -sf "$lld" "$TIERLINE_TOOLS/linker/ld"
# One that cannot link is worse than a slow one.
probe=$(mktemp -d)
if echo 'int main(void) { return 0; }' | "$compiler" -B "$TIERLINE_TOOLS/linker" -x c -o "$probe/probe" - 2>/dev/null &&
    "$probe/probe"; then
    printf '#!/bin/sh\nexec "%s" -B "%s" "$@"\n' "$compiler" "$TIERLINE_TOOLS/linker" >"$probe/cc"
    chmod +x "$probe/cc"
    mv "$probe/cc" "$wrapper"
fi
rm -rf "$probe"
