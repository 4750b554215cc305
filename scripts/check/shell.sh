#!/usr/bin/env bash
# ShellCheck over every script, if it is installed.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"

if ! have shellcheck; then
    note "skipped: shellcheck is not installed"
    exit 0
fi
find scripts .ci -type f \( -name '*.sh' -o -name run \) -exec shellcheck {} +
