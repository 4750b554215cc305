#!/usr/bin/env bash
# ShellCheck, for `make check`. The project builds and runs without it, so its absence stops no user who may not install
# packages: the check then says that it was skipped.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/apt.sh"

if ! have shellcheck && have apt-get && [ "$(id -u)" -eq 0 ]; then
    install_packages "ShellCheck" shellcheck
fi
