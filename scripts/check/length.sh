#!/usr/bin/env bash
# No source file over 400 lines of code: a longer one holds more than one idea.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"

limit=400
long=$(find core app server tests style -name node_modules -prune -o -type f \( -name '*.rs' -o -name '*.ts' -o -name '*.scss' \) -print |
    while IFS= read -r file; do
        lines=$(grep -cvE '^[[:space:]]*(//.*)?$' "$file" || true)
        [ "$lines" -le $limit ] || echo "$file: $lines lines of code"
    done)
[ -z "$long" ] && exit 0
printf '%s\n' "$long"
exit 1
