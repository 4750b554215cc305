# shellcheck shell=bash
# Finds PostgreSQL's programs, and the user who may run its server.

# postgres_programs: the folder with initdb and postgres; PATH first, else the newest of Debian's.
postgres_programs() {
    local dir
    if have initdb && have postgres; then
        dirname "$(readlink -f "$(command -v postgres)")"
        return
    fi
    dir=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
    [ -n "$dir" ] && [ -x "$dir/initdb" ] && [ -x "$dir/postgres" ] && printf '%s\n' "$dir"
}

# PostgreSQL refuses to run as root.
postgres_user() {
    if [ "$(id -u)" -ne 0 ]; then
        id -un
    elif id postgres >/dev/null 2>&1; then
        echo postgres
    else
        echo nobody
    fi
}
