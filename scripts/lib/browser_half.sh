# shellcheck shell=bash
# The browser's half that is tested: the one that is built in half the time. What users get differs in what makes it
# smaller only; `make build` makes it, and fails if it is too large.
# shellcheck disable=SC2034 # For those who read this file.
HALF=quick-browser HALF_KIND=quick HALF_SITE=target/quick-site
