# shellcheck shell=bash
# How the scripts speak: what is being done, what is worth knowing, and why they stop.

step() { printf '\033[1m==>\033[0m %s\n' "$*"; }
note() { printf '    %s\n' "$*"; }

# timed NAME COMMAND...: a step that says how long it took. TIERLINE_TIMES names a file that gathers this of many.
timed() {
    local name=$1 started=$SECONDS status=0 took
    shift
    step "$name"
    "$@" || status=$?
    took=$((SECONDS - started))
    note "$name: $((took / 60)) min $((took % 60)) s"
    [ -z "${TIERLINE_TIMES:-}" ] ||
        printf '%3dm %02ds    %s\n' $((took / 60)) $((took % 60)) "$name" >>"$TIERLINE_TIMES"
    return $status
}

# fail MESSAGE [LINE...]: the first line says what is wrong, the others what to do about it.
fail() {
    printf '\033[1;31mstopped:\033[0m %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '    %s\n' "$@" >&2
    exit 1
}

# quietly LOG COMMAND...: for commands that are only worth reading when they fail.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 && return
    tail -n 30 "$log" >&2
    note "the whole output is in $log" >&2
    return 1
}
