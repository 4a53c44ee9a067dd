#!/bin/sh
# Installs what Chainrule needs with this system's package manager; the one place that knows package managers.
#
#   packages.sh [--command] WANTED...     WANTED: jdk maven jupyter node venv fonts locales, and for the tests browser notebook server npm numpy
#
# With --command it only prints the command that would do it. Ends with 1, after a sentence, where it cannot.
set -eu

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

has() {
    command -v "$1" >/dev/null 2>&1
}

# Whether apt knows the package and could install it.
apt_offers() {
    apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'
}

find_manager() {
    for manager in apt-get brew dnf pacman apk; do
        if has "$manager"; then
            return
        fi
    done
    manager=none
}

# The package that brings what is wanted, or nothing.
package() {
    case "$manager:$1" in
        none:*) ;;
        apt-get:jdk)
            if apt_offers openjdk-17-jdk-headless; then echo openjdk-17-jdk-headless; else echo default-jdk-headless; fi
            ;;
        apt-get:jupyter) if apt_offers jupyterlab; then echo jupyterlab; else echo jupyter-notebook; fi ;;
        apt-get:browser) echo chromium chromium-driver ;;
        apt-get:notebook) echo jupyter-notebook ;;
        apt-get:server) echo jupyter-server ;;
        apt-get:node) echo nodejs ;;
        apt-get:npm) echo npm ;;
        apt-get:numpy | dnf:numpy) echo python3-numpy ;;
        apt-get:venv) echo python3-venv ;;
        apt-get:fonts) echo libfreetype6 fontconfig fonts-dejavu-core ;;
        apt-get:locales) echo libc-bin ;;
        brew:jdk) echo openjdk@17 ;;
        brew:jupyter) echo jupyterlab ;;
        brew:server) echo jupyterlab ;;
        brew:node) echo node ;;
        brew:numpy) echo numpy ;;
        brew:venv) echo python ;;
        brew:fonts) echo freetype fontconfig ;;
        dnf:jdk) echo java-21-openjdk-devel ;;
        dnf:jupyter) echo python3-notebook ;;
        dnf:notebook) echo python3-notebook ;;
        dnf:server) echo python3-jupyter-server ;;
        dnf:node) echo nodejs ;;
        dnf:npm) echo nodejs-npm ;;
        dnf:fonts) echo freetype fontconfig dejavu-sans-fonts ;;
        dnf:locales) echo glibc-langpack-en ;;
        pacman:jdk) echo jdk17-openjdk ;;
        pacman:jupyter) echo jupyterlab ;;
        pacman:server) echo jupyter-server ;;
        pacman:node) echo nodejs ;;
        pacman:npm) echo npm ;;
        pacman:numpy) echo python-numpy ;;
        pacman:fonts) echo freetype2 fontconfig ttf-dejavu ;;
        apk:jdk) echo openjdk17-jdk ;;
        apk:jupyter) echo jupyter-notebook ;;
        apk:numpy) echo py3-numpy ;;
        apk:node) echo nodejs ;;
        apk:fonts) echo freetype fontconfig font-dejavu ;;
        *:maven) echo maven ;;
    esac
}

packages() {
    for wanted in "$@"; do
        package "$wanted"
    done | tr '\n' ' ' | sed 's/ $//'
}

# The words of the command before the packages' names.
install_words() {
    case "$manager" in
        apt-get) echo 'apt-get install -y --no-install-recommends' ;;
        brew) echo 'brew install' ;;
        dnf) echo 'dnf install -y' ;;
        pacman) echo 'pacman -S --needed' ;;
        apk) echo 'apk add' ;;
    esac
}

print_command() {
    list=$(packages "$@")
    if [ -z "$list" ]; then
        echo "install with this system's package manager: $*"
    elif [ "$manager" = brew ] || [ "$(id -u)" = 0 ]; then
        echo "$(install_words) $list"
    else
        echo "sudo $(install_words) $list"
    fi
}

# Runs apt-get as root, through sudo if need be, with the proxy that sudo would take from the environment.
apt_as_root() {
    set -- env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} apt-get "$@"
    if [ "$(id -u)" != 0 ]; then
        set -- sudo "$@"
    fi
    "$@"
}

install_with_apt() {
    if [ "$(id -u)" != 0 ]; then
        # Without a terminal sudo could not ask for the password.
        if ! has sudo || { ! [ -t 0 ] && ! sudo -n true 2>/dev/null; }; then
            fail "This needs root: as root, $(print_command "$@" | sed 's/^sudo //') and then ./lab."
        fi
    fi
    log=$(mktemp)
    # A bare machine has no package lists yet; one list of many that cannot be read need not matter.
    apt_as_root update -qq >"$log" 2>&1 || true
    for name in $(packages "$@"); do
        if ! apt_offers "$name"; then
            tail -n 3 "$log" >&2
            rm -f "$log"
            fail "apt-get does not offer $name: check the network or apt's proxy, then $(print_command "$@") and ./lab."
        fi
    done
    printf 'Installs with apt-get: %s ...\n' "$(packages "$@")" >&2
    # The names are words of this script: they are meant to be split.
    # shellcheck disable=SC2046
    if ! apt_as_root install -y --no-install-recommends $(packages "$@") >"$log" 2>&1; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        fail "apt-get could not install; it wrote the above. Mend that, then: $(print_command "$@") and ./lab."
    fi
    rm -f "$log"
}

install_with_brew() {
    printf 'Installs with brew: %s ...\n' "$(packages "$@")" >&2
    # shellcheck disable=SC2046
    brew install $(packages "$@") >&2 || fail "brew could not install; mend that, then: $(print_command "$@") and ./lab."
}

find_manager
if [ "${1:-}" = --command ]; then
    shift
    print_command "$@"
    exit
fi
case "$manager" in
    apt-get) install_with_apt "$@" ;;
    brew) install_with_brew "$@" ;;
    none) fail "No package manager that ./lab knows was found: install $* yourself, then ./lab." ;;
    *) fail "$(print_command "$@") and then ./lab." ;;
esac
