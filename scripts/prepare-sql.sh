#!/usr/bin/env bash
# Asks a real PostgreSQL about every `query!` and writes the answers to .sqlx, against which all builds are checked.
# With --check nothing is written: it fails if .sqlx would change. In that case clippy compiles the queries, so that the
# server's side is compiled once for both. What is compiled can be given: --check COMMAND [ARGUMENT...]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/postgres.sh"
. "$TIERLINE_ROOT/scripts/lib/packages.sh"

if [ -z "${TIERLINE_PREPARING:-}" ]; then
    scripts/setup.sh database
    TIERLINE_PREPARING=1 exec scripts/with-postgres.sh "$TIERLINE_ROOT/scripts/prepare-sql.sh" "$@"
fi

# The schema comes from the files, not from the server, which may not compile before its queries are known.
step "Applying the migrations to a throw-away database"
find server/migrations -name '*.sql' ! -name '*.down.sql' | sort -V | while read -r migration; do
    "$(postgres_programs)/psql" -qX -v ON_ERROR_STOP=1 -1 -f "$migration" "$DATABASE_URL" </dev/null
done

compile=(cargo check "${NATIVE[@]}" --all-targets)
[ "${1:-}" != --check ] || compile=(cargo clippy "${LOCKED[@]}" "${NATIVE[@]}" --all-targets -- -D warnings)
[ $# -lt 2 ] || compile=("${@:2}")
mkdir -p "$TIERLINE_ROOT/target"
fresh=$(mktemp -d "$TIERLINE_ROOT/target/sqlx.XXXXXX")
times=$(mktemp)
queried=()
while IFS= read -r file; do queried+=("$file"); done < <(grep -rlE 'query(_as|_scalar|_file)*(_unchecked)?!' server tests --include='*.rs' || true)

# The macros write while they expand, so the files must look changed. Their times are restored afterwards, or the next
# build of every other kind would compile them once more.
restore_times() {
    while IFS=$'\t' read -r time file; do touch -cd "@$time" "$file"; done <"$times"
    rm -rf "$fresh" "$times"
}
trap restore_times EXIT
if [ ${#queried[@]} -gt 0 ]; then
    for file in "${queried[@]}"; do printf '%s\t%s\n' "$(stat -c %.Y "$file")" "$file"; done >"$times"
    touch "${queried[@]}"
    step "Asking about the queries in ${#queried[@]} files"
    SQLX_OFFLINE=false SQLX_OFFLINE_DIR=$fresh "${compile[@]}" </dev/null
fi

if [ "${1:-}" = --check ]; then
    mkdir -p .sqlx
    diff -rq .sqlx "$fresh" >/dev/null ||
        fail ".sqlx does not match the queries and migrations" "run:  make prepare-sql   and commit .sqlx"
    note ".sqlx is current ($(find .sqlx -name '*.json' | wc -l) queries)"
    exit 0
fi

# Unchanged answers keep their file, and so its time: they cause no new build.
mkdir -p .sqlx
for file in .sqlx/query-*.json; do
    [ ! -e "$file" ] || [ -e "$fresh/${file##*/}" ] || rm "$file"
done
for file in "$fresh"/query-*.json; do
    [ ! -e "$file" ] || cmp -s "$file" ".sqlx/${file##*/}" || cp "$file" .sqlx/
done
note ".sqlx holds $(find .sqlx -name '*.json' | wc -l) queries"
