#!/usr/bin/env bash
# Every Rust test: units, scenarios and whole-system tests on a throw-away PostgreSQL, and documentation examples.
# In CI, clippy compiles them, and the queries are compared with .sqlx: see lib/linted.sh.
# usage: scripts/test-rust.sh [-p PACKAGE] [FILTER...]   with a package or a filter only the tests it names are run;
# with a package nothing else is compiled
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/packages.sh"

scripts/setup.sh test-rust || exit 1
. "$TIERLINE_ROOT/scripts/lib/linted.sh"

packages=("${NATIVE[@]}")
everything=$#
if [ "${1:-}" = -p ]; then
    packages=(-p "${2:?a package}")
    [ "$2" != tierline-app ] || packages+=(--features tierline-app/ssr)
    shift 2
fi
if have cargo-nextest; then
    tests=(cargo nextest run "${LOCKED[@]}" "${packages[@]}")
    # A test waits for its database for a quarter of its time: half as many again as there are cores keep them busy.
    run=(--no-fail-fast --no-tests=pass --test-threads $((($(nproc) * 3 + 1) / 2)))
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

compiled=0
rm -f target/.linted
if [ -n "${RUSTC_WORKSPACE_WRAPPER:-}" ] && [ $everything -eq 0 ]; then
    if timed "Compiling the Rust tests, with clippy, and stored query answers (.sqlx)" \
        scripts/prepare-sql.sh --check "${tests[@]}" --no-run </dev/null; then
        compiled=1
        touch target/.linted
    else
        # Tests still tell something where a lint does not hold.
        failed=1
        unset RUSTC_WORKSPACE_WRAPPER CLIPPY_ARGS
    fi
fi
[ $compiled -eq 1 ] || timed "Compiling the Rust tests" "${tests[@]}" --no-run </dev/null || exit 1
timed "Rust tests" scripts/with-postgres.sh "${tests[@]}" "${run[@]}" "$@" "${ignored[@]}" </dev/null || failed=1
[ $everything -eq 0 ] || exit $failed

timed "Documentation examples" cargo test --doc --no-fail-fast "${LOCKED[@]}" "${NATIVE[@]}" </dev/null || failed=1

exit $failed
