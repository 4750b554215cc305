# shellcheck shell=bash
# In CI, clippy compiles what is tested: it is the compiler with more warnings, so that one compilation does for both. It
# leaves out some optimizations, so what is shipped is never compiled by it.
# Sourced by everything that uses these results, because other settings would compile them again.

if [ -n "${CI:-}" ] && have clippy-driver; then
    export RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS=-Dwarnings
fi
