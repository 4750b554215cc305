#!/usr/bin/env bash
# The benchmarks of core: its decisions and histories, and its decisions beside the same rules in Cedar, with which they
# must agree. Arguments go to criterion, for instance a filter.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"

scripts/setup.sh rust
cargo bench -p tierline-core --benches -- "$@"
# By the environment and not by an option, so that criterion too keeps what it measured there, and not beside the policies.
CARGO_TARGET_DIR=$TIERLINE_ROOT/target/cedar \
    cargo bench --locked --manifest-path core/cedar/Cargo.toml --bench decisions -- "$@"
