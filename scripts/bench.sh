#!/usr/bin/env bash
# The benchmarks of core. Arguments go to criterion, for instance a filter.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"

scripts/setup.sh rust
exec cargo bench -p tierline-core --benches -- "$@"
