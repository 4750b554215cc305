# shellcheck shell=bash disable=SC2034
# What cargo is asked for where the server's side is tested or checked. Always the same list: with another one,
# libraries would get other features and be compiled once more.

NATIVE=(-p tierline-core -p tierline-app -p tierline-server -p tierline-tests --features tierline-app/ssr)
# On a machine that only checks, what Cargo.lock says is what is compiled.
LOCKED=()
[ -z "${CI:-}" ] || LOCKED=(--locked)
