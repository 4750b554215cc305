#!/usr/bin/env bash
# The browser's download, against app/browser/budget.json. The browser's half and a server must be built.
# usage: scripts/check/budget.sh release|quick
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"

kind=${1:-release}
case $kind in
release) site=target/site ;;
quick) site=target/quick-site ;;
*) fail "unknown kind \`$kind\`" "usage: scripts/check/budget.sh release|quick" ;;
esac

step "The download of the $kind build, after brotli"
# The words are the same in every build of the server; which of them are needed is in the folder of the site.
read -r server < <(ls -t target/release/tierline target/debug/tierline 2>/dev/null) ||
    fail "there is no server to ask for the words" "\`scripts/build.sh\` builds it"
words=$(mktemp -d)
trap 'rm -rf "$words"' EXIT
for language in en zh-Hant zh-Hans; do
    TIERLINE_SITE_ROOT=$site "$server" words "$language" >"$words/$language"
    TIERLINE_SITE_ROOT=$site "$server" words "$language" --more >"$words/$language.more"
done
node scripts/lib/budget.mjs "$site" app/browser/budget.json "$kind" "$words"/* ||
    fail "the browser would have to download too much" "the figures are above; what may be is in app/browser/budget.json"
