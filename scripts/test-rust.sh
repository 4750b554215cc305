#!/usr/bin/env bash
# Every Rust test: units, scenarios and whole-system tests on a throw-away PostgreSQL, documentation examples,
# and core as other projects would use it: without default features and for wasm32.
# usage: scripts/test-rust.sh [-p PACKAGE] [FILTER...]   with a package or a filter only the tests it names are run;
# with a package nothing else is compiled
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/packages.sh"

scripts/setup.sh test-rust || exit 1

packages=("${NATIVE[@]}")
everything=$#
if [ "${1:-}" = -p ]; then
    packages=(-p "${2:?a package}")
    [ "$2" != tierline-app ] || packages+=(--features tierline-app/ssr)
    shift 2
fi
if have cargo-nextest; then
    tests=(cargo nextest run "${LOCKED[@]}" "${packages[@]}")
    run=(--no-fail-fast --no-tests=pass)
    ignored=(--run-ignored all)
else
    tests=(cargo test --lib --bins --tests "${LOCKED[@]}" "${packages[@]}")
    run=(--no-fail-fast)
    ignored=(-- --include-ignored)
fi
# Only tests that need root's rights are ignored by themselves. The runner counts them as skipped.
if [ "$(id -u)" -ne 0 ]; then
    ignored=()
    note "skipping the tests of what root gives up and writes: only root can run them"
fi
failed=0

timed "Compiling the Rust tests" "${tests[@]}" --no-run </dev/null || exit 1
timed "Rust tests" scripts/with-postgres.sh "${tests[@]}" "${run[@]}" "$@" "${ignored[@]}" </dev/null || failed=1
[ $everything -eq 0 ] || exit $failed

timed "Documentation examples" cargo test --doc --no-fail-fast "${LOCKED[@]}" "${NATIVE[@]}" </dev/null || failed=1
# Built but not tested again, because the tests' other dependencies would be compiled once more for it.
timed "Core without default features" cargo build "${LOCKED[@]}" -p tierline-core --no-default-features </dev/null ||
    failed=1
timed "Core for wasm32" cargo build "${LOCKED[@]}" -p tierline-core --target wasm32-unknown-unknown </dev/null ||
    failed=1

exit $failed
