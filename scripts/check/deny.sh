#!/usr/bin/env bash
# cargo-deny: licenses, sources and banned crates (deny.toml) and, where the advisory database is at hand, advisories.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"

if ! have cargo-deny; then
    note "skipped: cargo-deny is not installed (cargo install --locked cargo-deny)"
    exit 0
fi
cargo deny --locked --all-features check --hide-inclusion-graph licenses bans sources

# The advisories come from a git repository, which some machines cannot reach. An older copy will do; cargo-deny refuses
# one that is older than three months.
database=${CARGO_HOME:-$HOME/.cargo}/advisory-dbs
mkdir -p "$TIERLINE_TOOLS/log"
if timeout 60 cargo deny --locked fetch db >"$TIERLINE_TOOLS/log/advisories.log" 2>&1; then
    cargo deny --locked check advisories
elif [ -n "$(find "$database" -mindepth 2 -name .git -print -quit 2>/dev/null)" ]; then
    note "the advisory database could not be fetched: known vulnerabilities are looked for in the copy of before"
    cargo deny --frozen check advisories
else
    note "skipped: the advisory database could not be fetched, so known vulnerabilities were not looked for"
fi
