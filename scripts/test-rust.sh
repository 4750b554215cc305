#!/usr/bin/env bash
# Every Rust test: units, scenarios and whole-system tests on a throw-away PostgreSQL, documentation examples,
# and core as others would use it: without default features and for wasm32.
# usage: scripts/test-rust.sh [FILTER...]   with a filter only the tests it names are run
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/packages.sh"

scripts/setup.sh test-rust || exit 1

if have cargo-nextest; then
    tests=(cargo nextest run "${LOCKED[@]}" "${NATIVE[@]}")
    run=(--no-fail-fast --no-tests=pass)
else
    tests=(cargo test --lib --bins --tests "${LOCKED[@]}" "${NATIVE[@]}")
    run=(--no-fail-fast)
fi
failed=0

timed "Compiling the Rust tests" "${tests[@]}" --no-run </dev/null || exit 1
timed "Rust tests" scripts/with-postgres.sh "${tests[@]}" "${run[@]}" "$@" </dev/null || failed=1
[ $# -eq 0 ] || exit $failed

timed "Documentation examples" cargo test --doc --no-fail-fast "${LOCKED[@]}" "${NATIVE[@]}" </dev/null || failed=1
# Built and not tested again: what the tests need besides would be compiled once more for it.
timed "Core without default features" cargo build "${LOCKED[@]}" -p tierline-core --no-default-features </dev/null ||
    failed=1
timed "Core for wasm32" cargo build "${LOCKED[@]}" -p tierline-core --target wasm32-unknown-unknown </dev/null ||
    failed=1

exit $failed
