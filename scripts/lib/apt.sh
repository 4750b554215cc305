# shellcheck shell=bash
# Debian packages: installed only if missing, only by root, and only after saying so.

# install_packages PURPOSE PACKAGE...
install_packages() {
    local purpose=$1 package
    shift
    local missing=()
    if ! have apt-get; then
        fail "$purpose is missing, and this is not a Debian-like system where it could be installed from here" \
            "install what your system calls: $*"
    fi
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        fail "$purpose is missing, and system packages are not installed without root" \
            "ask for:  apt-get install --no-install-recommends ${missing[*]}" "then repeat the command"
    fi
    step "Installing $purpose (apt: ${missing[*]})"
    refresh_package_lists
    quietly "$TIERLINE_TOOLS/log/apt.log" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-remove --no-install-recommends "${missing[@]}" </dev/null ||
        fail "apt could not install ${missing[*]}"
}

# Once an hour is enough; without it a new machine knows no packages at all.
refresh_package_lists() {
    local stamp=$TIERLINE_TOOLS/apt-updated
    [ -z "$(find "$stamp" -mmin -60 2>/dev/null)" ] || return 0
    quietly "$TIERLINE_TOOLS/log/apt-update.log" apt-get update </dev/null || fail "apt-get update failed"
    touch "$stamp"
}

# package_version PACKAGE: the version apt would install, empty if it knows none.
package_version() { apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p' | grep -v '(none)' || true; }
