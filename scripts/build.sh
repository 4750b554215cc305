#!/usr/bin/env bash
# Builds the server and the browser's half in release mode, unless nothing has changed since the last time.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"

sources=(Cargo.toml Cargo.lock .cargo core app server style)
[ ! -d .sqlx ] || sources+=(.sqlx)
stamp=target/site/.built

# Folders are looked at as well as files, so that a removed file counts as a change.
unchanged() {
    [ -f "$stamp" ] && [ -x target/release/tierline ] || return 1
    [ -z "$(find "${sources[@]}" -newer "$stamp" -print -quit)" ]
}

if unchanged; then
    note "nothing changed since the last build"
    exit 0
fi

step "Building the server and the browser's half (the first time takes a few minutes)"
mkdir -p target
# The time before the build counts: what is edited meanwhile is newer, and built the next time.
started=$(mktemp target/.build-started.XXXXXX)
trap 'rm -f "$started"' EXIT
locked=()
[ -z "${CI:-}" ] || locked=(--cargo-locked)
# With copies compressed ahead of time beside the files, which the server prefers.
cargo leptos build --release --precompress "${locked[@]}"
mv "$started" "$stamp"
