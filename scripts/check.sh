#!/usr/bin/env bash
# Every check that needs no running program. All of them run, even after one has failed.
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/packages.sh"

scripts/setup.sh check || exit 1
failures=()

check() {
    local name=$1
    shift
    timed "$name" "$@" </dev/null || failures+=("$name")
}

check "Formatting" cargo fmt --all --check
check "Length of files" scripts/check/length.sh
check "Areas keep out of each other's inside" scripts/check/house.sh
check "Length of lines in documentation" scripts/check/wrap.sh
check "Shell scripts" scripts/check/shell.sh
check "Licenses and sources of dependencies" scripts/check/deny.sh
# `make bench` alone compiles it, by its own lock file, which a new dependency of core makes too old.
check "Lock file of the policies in Cedar" cargo update --quiet --workspace --locked --manifest-path core/cedar/Cargo.toml
# In CI the tests have been compiled with both.
if [ -z "${CI:-}" ] || [ ! -e target/.linted ]; then
    check "Clippy: server side, and stored query answers (.sqlx)" scripts/prepare-sql.sh --check
fi
check "Clippy: core without default features, and its benches" cargo clippy "${LOCKED[@]}" -p tierline-core \
    --no-default-features --lib --benches -- -D warnings
# In CI the tests' half of the browser has been compiled with clippy.
if [ -z "${CI:-}" ] || [ ! -e target/.linted-browser ]; then
    check "Clippy: browser side" cargo clippy "${LOCKED[@]}" -p tierline-browser -p tierline-app \
        --features tierline-app/hydrate --lib -- -D warnings
    check "Clippy: core for wasm32" cargo clippy "${LOCKED[@]}" -p tierline-core --target wasm32-unknown-unknown -- -D warnings
fi
# Run like the rest, or all its dependencies would be checked once more. In CI they would be for this alone, so there it
# is only the documentation of core, which others read.
documented=("${NATIVE[@]}")
[ -z "${CI:-}" ] || documented=(-p tierline-core --all-features)
check "Documentation" env RUSTDOCFLAGS="-D warnings" cargo doc "${LOCKED[@]}" --no-deps "${documented[@]}"

[ ${#failures[@]} -eq 0 ] || fail "${#failures[@]} checks failed" "${failures[@]}"
step "All checks passed"
