#!/bin/sh
# Starts ./lab on made-up machines: a PATH of its own, on which java, mvn, apt-get and the like are scripts of this file.
# Prints what went wrong, and ends with 1 if anything did.
# shellcheck disable=SC2016 # the scripts that it writes have expressions of their own
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd)
all=$(mktemp -d)
trap 'rm -rf "$all"' EXIT
failures=0
machine=
status=
output=

script() {
    file=$1
    shift
    mkdir -p "$(dirname "$file")"
    { echo '#!/bin/sh'; printf '%s\n' "$@"; } >"$file"
    chmod 755 "$file"
}

# A machine with a clone of Chainrule that was not built, and nothing that it needs.
bare() {
    name=$1
    machine=$all/$name
    mkdir -p "$machine/bin" "$machine/chainrule/src/main/resources/org/chainrule/lab" "$machine/chainrule/src/main/sh"
    cp "$home/lab" "$machine/chainrule/lab"
    cp "$home/src/main/sh/packages.sh" "$machine/chainrule/src/main/sh"
    echo 'Usage: ./lab' >"$machine/chainrule/src/main/resources/org/chainrule/lab/usage.txt"
    touch "$machine/chainrule/pom.xml"
    for tool in sh sed tr grep dirname cat find head tail rm touch uname mktemp mkdir env; do
        script "$machine/bin/$tool" "exec $(command -v $tool) \"\$@\""
    done
    script "$machine/bin/id" 'echo 0'
}

# jdk DIRECTORY VERSION MODULE COMPILER: a JDK whose java, where it has nothing to say about itself, prints its arguments.
jdk() {
    script "$1/bin/java" 'case "$*" in' \
        "*-version) echo '    java.home = $1'; echo '    java.specification.version = $2' ;;" \
        "--list-modules) echo java.base@$2; echo $3@$2 ;;" \
        '*) echo "handed over: $*" ;;' 'esac'
    [ "$4" = none ] || script "$1/bin/$4"
}

good_jdk() {
    jdk "$machine/jdk" 17 jdk.jshell javac
    script "$machine/bin/java" "exec $machine/jdk/bin/java \"\$@\""
}

good_maven() {
    script "$machine/bin/mvn" 'if [ "$1" = -v ]; then echo "Apache Maven 3.8.7 (Debian)"; exit; fi' \
        "echo \"mvn \$*, with \$JAVA_HOME\" >>$machine/mvn.log" \
        "mkdir -p $machine/chainrule/target; touch $machine/chainrule/target/chainrule.jar"
}

# An apt-get that installs what this file has for it, and writes down how it was called.
apt() {
    jdk "$machine/archive/jdk" "${1:-17}" jdk.jshell javac
    script "$machine/archive/mvn" 'echo Apache Maven 3.9.1'
    script "$machine/bin/apt-cache" "case \$2 in openjdk-${1:-17}-jdk-headless|default-jdk-headless|maven) echo '  Candidate: 1';; *) echo '  Candidate: (none)';; esac"
    script "$machine/bin/apt-get" "echo \"\$*\" >>$machine/apt.log" \
        'case "$*" in' \
        "install*jdk*) echo '#!/bin/sh' >$machine/bin/java; echo 'exec $machine/archive/jdk/bin/java \"\$@\"' >>$machine/bin/java; $(command -v chmod) 755 $machine/bin/java;; esac" \
        'case "$*" in' \
        "install*maven*) $(command -v ln) -s $machine/archive/mvn $machine/bin/mvn;; esac"
}

# Runs ./lab on the machine, with the given environment before a --, and its arguments behind it.
lab() {
    environment=
    while [ "$1" != -- ]; do
        environment="$environment $1"
        shift
    done
    shift
    status=0
    # shellcheck disable=SC2086 # a list of settings without blanks
    output=$(env -i PATH="$machine/bin" HOME="$machine" LAB_JDKS="$machine/jdks/*" $environment \
        "$machine/chainrule/lab" "$@" 2>&1 </dev/null) || status=$?
}

fail() {
    failures=$((failures + 1))
    printf '%s: %s; it was %s and printed:\n%s\n\n' "$(basename "$machine")" "$1" "$status" "$output"
}

ends_with() {
    [ "$status" = "$1" ] || fail "the exit code is to be $1"
}

says() {
    case "$output" in *"$1"*) ;; *) fail "\"$1\" is to be printed" ;; esac
}

keeps_quiet_about() {
    case "$output" in *"$1"*) fail "\"$1\" is not to be printed" ;; esac
}

holds() {
    grep -qF -e "$2" "$machine/$1" 2>/dev/null || fail "$1 is to hold \"$2\""
}

bare good-machine
good_jdk
good_maven
lab -- --no-browser
ends_with 0
says 'Builds Chainrule'
says 'handed over: '
says 'org.chainrule.lab.Lab --no-browser'
holds mvn.log "package, with $machine/jdk"
rm "$machine/mvn.log"
rm "$machine/bin/mvn"
lab -- run
ends_with 0
keeps_quiet_about 'Builds'

bare tests-with-onnx-runtime
good_jdk
good_maven
lab -- test
ends_with 0
holds mvn.log 'pom.xml verify, with'
lab -- test --onnx
holds mvn.log 'pom.xml -Ponnx verify, with'
lab -- test --onxx
ends_with 2
says 'test does not know the option "--onxx"; there are --browser and --onnx.'

bare help-needs-nothing
lab -- help
ends_with 0
says 'Usage: ./lab'

bare a-book
good_jdk
good_maven
script "$machine/bin/node" 'echo v18.20.4'
lab -- book
ends_with 0
says 'Makes the book'
holds mvn.log '-Pbook'
lab -- book chapter
ends_with 2
says 'book takes no arguments.'

bare a-book-without-node
good_jdk
good_maven
script "$machine/bin/brew" "echo \"\$*\" >>$machine/brew.log"
lab -- book
ends_with 2
says 'No Node.js was found.'
holds brew.log 'install node'

bare nothing-but-apt
apt
lab -- run
says 'No JDK 17 or newer was found. No Maven was found.'
says 'Installs with apt-get: openjdk-17-jdk-headless maven ...'
holds apt.log 'install -y --no-install-recommends openjdk-17-jdk-headless maven'
# The Maven of this archive builds nothing, which is told as what it is.
script "$machine/archive/mvn" '[ "$1" = -v ] && echo Apache Maven 3.9.1 && exit' 'echo "mvn says why"; exit 1'
lab -- run
ends_with 2
says 'mvn says why'
says 'check the network, then ./lab again'

bare behind-a-proxy
good_jdk
script "$machine/bin/mvn" '[ "$1" = -v ] && echo Apache Maven 3.9.1 && exit' 'exit 1'
lab https_proxy=http://name:secret@proxy.example:3128/ -- run
ends_with 2
says '-Dhttp.proxyHost=proxy.example -Dhttp.proxyPort=3128 -Dhttps.proxyHost=proxy.example -Dhttps.proxyPort=3128'
keeps_quiet_about secret

bare a-distribution-with-another-jdk
apt 21
good_maven
lab -- run
ends_with 0
holds apt.log 'install -y --no-install-recommends default-jdk-headless'

bare apt-without-network
script "$machine/bin/apt-get" 'echo "Could not resolve the mirror"; exit 100'
script "$machine/bin/apt-cache"
lab -- test
ends_with 2
says 'Could not resolve the mirror'
says 'apt-get does not offer default-jdk-headless: check the network'
says 'then apt-get install -y --no-install-recommends default-jdk-headless maven and ./lab.'

bare neither-root-nor-sudo
apt
script "$machine/bin/id" 'echo 1000'
lab -- run
ends_with 2
says 'This needs root: as root, apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven and then ./lab.'

bare a-user-with-sudo
apt
good_maven
script "$machine/bin/id" 'echo 1000'
script "$machine/bin/sudo" "[ \"\$1\" = -n ] && exit 0; echo \"\$*\" >>$machine/sudo.log; exec \"\$@\""
lab -- run
ends_with 0
holds sudo.log 'env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get install'

bare a-mac-with-brew
script "$machine/bin/brew" "echo \"\$*\" >>$machine/brew.log"
script "$machine/bin/uname" 'echo Darwin'
lab -- run
ends_with 2
says 'Installs with brew: openjdk@17 maven ...'
holds brew.log 'install openjdk@17 maven'
says 'It was installed, but still: No JDK 17 or newer was found. Set JAVA_HOME and PATH to where it is.'

bare no-package-manager
lab -- run
ends_with 2
says 'No package manager that ./lab knows was found: install jdk maven yourself, then ./lab.'

bare a-package-manager-we-only-advise
script "$machine/bin/dnf" 'exit 1'
lab -- run
ends_with 2
says 'dnf install -y java-21-openjdk-devel maven and then ./lab.'

bare an-old-jdk
jdk "$machine/old" 1.8 jdk.jshell javac
lab JAVA_HOME="$machine/old" -- doctor
ends_with 1
says "problem  No JDK 17 or newer was found ($machine/old/bin/java is Java 8, older than 17). No Maven was found."

bare a-jre
jdk "$machine/jre" 17 jdk.jshell none
script "$machine/bin/java" "exec $machine/jre/bin/java \"\$@\""
lab JAVA_HOME="$machine/jre" -- doctor
ends_with 1
says "($machine/jre/bin/java is a JRE, without the compiler). No"

bare without-jshell
apt
good_maven
jdk "$machine/small" 17 java.desktop javac
lab JAVA_HOME="$machine/small" -- doctor
ends_with 1
says "($machine/small/bin/java lacks the module jdk.jshell)."
says 'mend it: apt-get install -y --no-install-recommends openjdk-17-jdk-headless'
[ ! -e "$machine/apt.log" ] || fail 'the doctor is to install nothing'

bare a-good-jdk-beside-an-old-one
jdk "$machine/old" 11 jdk.jshell javac
jdk "$machine/jdks/new" 21 jdk.jshell javac
good_maven
lab JAVA_HOME="$machine/old" -- run
ends_with 0
says "JAVA_HOME cannot be used ($machine/old/bin/java is Java 11, older than 17); takes $machine/jdks/new."
holds mvn.log "with $machine/jdks/new"

bare no-maven
good_jdk
lab -- doctor
ends_with 1
says 'problem  No Maven was found.'

bare an-old-maven
good_jdk
script "$machine/bin/mvn" 'echo Apache Maven 3.6.3'
lab -- run
ends_with 2
says "$machine/bin/mvn is Maven 3.6, older than 3.8: unpack a newer one and PATH=ITS-DIRECTORY/bin:\$PATH ./lab"

bare a-maven-that-does-not-run
good_jdk
script "$machine/bin/mvn" 'exit 1'
lab -- test
ends_with 2
says "$machine/bin/mvn does not run: mvn -v says why."

# What only the test in a browser needs, with the given version of Node.js.
browser_and_node() {
    for tool in chromium chromedriver jupyter-notebook jupyter-server npm; do
        script "$machine/bin/$tool"
    done
    script "$machine/bin/node" "echo $1"
}

bare a-browser-test
good_jdk
good_maven
browser_and_node v18.20.4
lab -- test --browser
ends_with 0
holds mvn.log '-Pbook,browser verify'

bare a-browser-test-without-a-browser
good_jdk
good_maven
script "$machine/bin/apt-cache" "echo '  Candidate: 1'"
script "$machine/bin/apt-get" "echo \"\$*\" >>$machine/apt.log"
lab -- test --browser
ends_with 2
says 'No Chromium with its driver was found. No classic Jupyter Notebook was found. No Jupyter server was found. No Node.js was found. No npm was found.'
holds apt.log 'install -y --no-install-recommends chromium chromium-driver jupyter-notebook jupyter-server nodejs npm'

bare an-old-node
good_jdk
good_maven
browser_and_node v16.20.2
lab -- test --browser
ends_with 2
says "$machine/bin/node is Node.js 16, older than 18: put a newer one on the PATH."

# Nothing is read-only for root.
if [ "$(id -u)" != 0 ]; then
    bare a-clone-of-someone-elses
    good_jdk
    good_maven
    chmod a-w "$machine/chainrule"
    lab -- run
    chmod u+w "$machine/chainrule"
    ends_with 2
    says "$machine/chainrule cannot be written: git clone $machine/chainrule DIRECTORY-OF-YOURS, and ./lab there."
fi

[ "$failures" = 0 ] || exit 1
