# shellcheck shell=bash
# Where Chromium is; TIERLINE_CHROMIUM names another.

find_chromium() {
    local name
    if [ -n "${TIERLINE_CHROMIUM:-}" ]; then
        printf '%s\n' "$TIERLINE_CHROMIUM"
        return
    fi
    for name in chromium chromium-browser google-chrome-stable google-chrome; do
        command -v "$name" && return
    done
    return 0
}
