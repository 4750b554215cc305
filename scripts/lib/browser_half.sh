# shellcheck shell=bash
# The browser's half that is tested: in CI the one that users get, elsewhere the one that is built in half the time.
# shellcheck disable=SC2034 # For those who read this file.
if [ -n "${CI:-}" ]; then
    HALF=browser HALF_KIND=release HALF_SITE=target/site
else
    HALF=quick-browser HALF_KIND=quick HALF_SITE=target/quick-site
fi
