#!/usr/bin/env bash
# cargo-deny: licenses, sources and banned crates (deny.toml) and, where the advisory database is at hand, advisories.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"

if ! have cargo-deny; then
    note "skipped: cargo-deny is not installed (cargo install --locked cargo-deny)"
    exit 0
fi
cargo deny --all-features check --hide-inclusion-graph licenses bans sources

# The advisories come from a git repository, which is out of reach on some machines.
if quietly "$TIERLINE_TOOLS/log/advisories.log" timeout 60 cargo deny fetch db; then
    cargo deny check --disable-fetch advisories
else
    note "skipped: the advisory database could not be fetched, so known vulnerabilities were not looked for"
fi
