#!/bin/sh
# Proves README's Start on a machine that has git and nothing else: a fresh Debian or Ubuntu root, by hand and as root.
#
#   bare-machine.sh root|user [SUITE [COMMAND...]]
#
# Clones this repository into the root and runs each ./lab COMMAND there, in the locale C, as root or as a user with sudo;
# without COMMANDs: run, open, doctor, test. Prints what each took. Needs debootstrap and some 3 GB below TMPDIR. A root
# that was made before (BARE_ROOT, a tar file) saves the download.
# shellcheck disable=SC2317 # the functions are called by name, or by the trap
set -eu
[ "$(id -u)" = 0 ] || { echo "This makes a root of its own and has to be root: sudo $0 $*" >&2; exit 2; }
who=${1:?root or user}
suite=${2:-bookworm}
shift
[ $# = 0 ] || shift
[ $# != 0 ] || set -- run open doctor test
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd)
root=$(mktemp -d)
failed=0

# Whatever has the root as its root directory was started by us.
end_processes() {
    for process in /proc/[0-9]*; do
        if [ "$(readlink "$process/root" || true)" = "$root" ]; then kill "${process#/proc/}" || true; fi
    done
    sleep 3
}

clean_up() {
    end_processes
    umount "$root/proc" || true
    rm -rf --one-file-system "$root"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

if [ -n "${BARE_ROOT:-}" ]; then
    tar -C "$root" -xf "$BARE_ROOT"
else
    debootstrap --variant=minbase --include=git,ca-certificates "$suite" "$root" >/dev/null
fi
chmod 755 "$root"
mount -t proc proc "$root/proc"
# What lets this machine reach the network lets the bare one, too: its resolver, its certificates, its proxy for apt.
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
for certificate in /etc/ssl/certs/*.pem; do
    name=$(basename "$certificate" .pem)
    [ -e "$root/etc/ssl/certs/$name.pem" ] || cp -L "$certificate" "$root/usr/local/share/ca-certificates/$name.crt"
done
grep -hs '^Acquire::[a-z]*::[Pp]roxy' /etc/apt/apt.conf /etc/apt/apt.conf.d/* >"$root/etc/apt/apt.conf.d/proxy" || true
git clone -q --bare "$home" "$root/srv/chainrule.git"

# Runs a line of shell in the root, with an environment as bare as the machine: as USER HOME LINE.
as() {
    chroot --userspec="$1" "$root" env -i HOME="$2" LC_ALL=C TERM=dumb \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin ${http_proxy:+http_proxy="$http_proxy"} \
        ${https_proxy:+https_proxy="$https_proxy"} ${MAVEN_OPTS:+MAVEN_OPTS="$MAVEN_OPTS"} sh -c "cd; $3"
}

as root /root 'update-ca-certificates 2>&1; git config --system --add safe.directory "*"' >/dev/null
if [ "$who" = user ]; then
    as root /root 'apt-get update -qq && apt-get install -y --no-install-recommends sudo && useradd -m learner &&
        echo "learner ALL=(ALL) NOPASSWD: ALL" >/etc/sudoers.d/learner' >/dev/null
fi

# Runs a line of shell as the one who is to do it.
there() {
    if [ "$who" = user ]; then as learner:learner /home/learner "$1"; else as root /root "$1"; fi
}

# Opens the chapters, asks the printed address for its page, and stops Jupyter again.
open() {
    there 'cd chainrule && exec ./lab --no-browser' >"$root/open.log" 2>&1 &
    lab=$!
    while ! grep -q 'Ctrl-C stops' "$root/open.log"; do
        kill -0 "$lab" 2>/dev/null || break
        sleep 1
    done
    cat "$root/open.log"
    address=$(grep -o 'http://127[^ ]*' "$root/open.log") || return 1
    there "python3 -c 'import urllib.request as u; print(u.urlopen(\"$address\").status, \"is what the address answers\")'" || return 1
    end_processes
    wait "$lab" || true
}

report=
run() {
    start=$(date +%s)
    if "$2" "$3"; then verdict=ok; else verdict=FAILED failed=1; fi
    report="$report$(printf '%-24s %4d s  %s' "$1" $(($(date +%s) - start)) "$verdict")
"
}

run 'git clone' there 'git clone -q /srv/chainrule.git chainrule'
for command in "$@"; do
    echo "== ./lab $command, as $who on $suite"
    case "$command" in
        open) run './lab --no-browser' open '' ;;
        *) run "./lab $command" there "cd chainrule && ./lab $command" ;;
    esac
done
printf '\n%s' "$report"
exit "$failed"
