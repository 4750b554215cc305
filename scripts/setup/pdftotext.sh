#!/usr/bin/env bash
# pdftotext, by which tests read PDF files. Without it those tests say that they were skipped.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/apt.sh"

if ! have pdftotext && have apt-get && [ "$(id -u)" -eq 0 ]; then
    install_packages "pdftotext" poppler-utils
fi
