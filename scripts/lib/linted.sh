# shellcheck shell=bash
# In CI, clippy compiles what is tested: it is the compiler with more warnings, so that one compilation does for both.
# Sourced by everything that uses these results, because other settings would compile them again.

if [ -n "${CI:-}" ] && have clippy-driver; then
    export RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS=-Dwarnings
fi

# What is shipped is compiled as it is everywhere: clippy leaves out some optimizations.
unlinted() { env -u RUSTC_WORKSPACE_WRAPPER -u CLIPPY_ARGS "$@"; }
