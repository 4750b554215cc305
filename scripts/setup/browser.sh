#!/usr/bin/env bash
# Tools of the browser tests: Chromium, fonts for Chinese, and Playwright from the lock file.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/apt.sh"
. "$TIERLINE_ROOT/scripts/lib/chromium.sh"

# Tried once: if there is none, another Chromium does as well, only slower.
asked=$TIERLINE_TOOLS/headless-shell-asked
if [ -z "${TIERLINE_CHROMIUM:-}" ] && ! have chromium-headless-shell && [ ! -e "$asked" ] && [ "$(id -u)" -eq 0 ] && have apt-get; then
    (
        refresh_package_lists
        [ -z "$(package_version chromium-headless-shell)" ] || install_packages "Chromium without a window" chromium-headless-shell
    ) || note "going on without chromium-headless-shell"
    touch "$asked"
fi
[ -n "$(find_chromium)" ] || install_packages "Chromium" chromium
[ -n "$(find_chromium)" ] || fail "Chromium was installed, but is not to be found"
# Without these, Chinese pages are rows of empty boxes on every screenshot.
if have fc-list && [ -z "$(fc-list :lang=zh-tw file | head -n 1)" ] && [ "$(id -u)" -eq 0 ]; then
    install_packages "fonts for Chinese" fonts-noto-cjk
fi

cd tests/browser
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    step "Installing Playwright and axe (npm)"
    # The system's browser is used: Playwright's own download is never wanted.
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 quietly "$TIERLINE_TOOLS/log/npm-tests.log" \
        npm ci --no-audit --no-fund </dev/null || fail "npm could not install the browser tests' packages"
    touch node_modules/.package-lock.json
fi
