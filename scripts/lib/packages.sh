# shellcheck shell=bash disable=SC2034
# Cargo's package list for testing or checking the server's side. It is always the same: with another one, libraries
# would get other features and be compiled once more.

NATIVE=(-p tierline-core -p tierline-app -p tierline-server -p tierline-tests --features tierline-app/ssr)
# On a machine that only checks, exactly the versions of Cargo.lock are compiled.
LOCKED=()
[ -z "${CI:-}" ] || LOCKED=(--locked)
