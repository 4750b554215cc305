#!/usr/bin/env bash
# Every Rust test: units, scenarios and whole-system tests on a throw-away PostgreSQL, documentation examples,
# and core as others would use it: without default features and for wasm32.
# usage: scripts/test-rust.sh [FILTER...]   with a filter only the tests it names are run
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/packages.sh"

scripts/setup.sh test-rust || exit 1

if have cargo-nextest; then
    runner=(cargo nextest run --no-fail-fast --no-tests=pass "${LOCKED[@]}")
else
    runner=(cargo test --no-fail-fast --lib --bins --tests "${LOCKED[@]}")
fi
failed=0

step "Rust tests"
scripts/with-postgres.sh "${runner[@]}" "${NATIVE[@]}" "$@" </dev/null || failed=1
[ $# -eq 0 ] || exit $failed

step "Documentation examples"
cargo test --doc --no-fail-fast "${LOCKED[@]}" "${NATIVE[@]}" </dev/null || failed=1

step "Core without default features"
# Built and not tested again: what the tests need besides would be compiled once more for it.
cargo build "${LOCKED[@]}" -p tierline-core --no-default-features </dev/null || failed=1

step "Core for wasm32"
cargo build "${LOCKED[@]}" -p tierline-core --target wasm32-unknown-unknown </dev/null || failed=1

exit $failed
