# shellcheck shell=bash
# Finds Chromium; TIERLINE_CHROMIUM names another. The headless shell is the same engine without a window to draw: with
# it the tests take two thirds of the time.

find_chromium() {
    local name
    if [ -n "${TIERLINE_CHROMIUM:-}" ]; then
        printf '%s\n' "$TIERLINE_CHROMIUM"
        return
    fi
    for name in chromium-headless-shell chromium chromium-browser google-chrome-stable google-chrome; do
        command -v "$name" && return
    done
    return 0
}
