# shellcheck shell=bash
# Waits for a server to answer.

# port_answers HOST PORT PATH: whether a GET of PATH is answered with 200.
port_answers() {
    local line
    exec 9<>"/dev/tcp/$1/$2" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\n\r\n' "$3" "$1" "$2" >&9
    IFS= read -r -t 5 line <&9 || line=
    exec 9>&-
    [[ $line == *' 200 '* || $line == *$' 200\r' ]]
}

# wait_until_ready HOST PORT PID SECONDS: fails if the process ends or the time is over.
wait_until_ready() {
    local end=$((SECONDS + $4))
    while [ $SECONDS -lt $end ]; do
        kill -0 "$3" 2>/dev/null || return 1
        ! (port_answers "$1" "$2" /readyz) 2>/dev/null || return 0
        sleep 0.2
    done
    return 1
}

free_port() {
    node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}
