# shellcheck shell=bash
# The scripts' messages: the current step, notes, and the reason for stopping.

step() { printf '\033[1m==>\033[0m %s\n' "$*"; }
note() { printf '    %s\n' "$*"; }

# timed NAME COMMAND...: a step that says how long it took. TIERLINE_TIMES names a file that collects the times of many
# steps.
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

# fail MESSAGE [LINE...]: the first line names the problem, the others the remedy.
fail() {
    printf '\033[1;31mstopped:\033[0m %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '    %s\n' "$@" >&2
    exit 1
}

# quietly LOG COMMAND...: for commands whose output matters only if they fail.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 && return
    tail -n 30 "$log" >&2
    note "the whole output is in $log" >&2
    return 1
}
