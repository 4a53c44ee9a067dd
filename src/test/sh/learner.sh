#!/bin/sh
# What a learner needs while the chapters run: the kernel's peak memory and processor time for each, with a bounded heap.
# By hand, on Linux: sh src/test/sh/learner.sh [HEAP [CHAPTER…]]. docs/classroom.md has the figures.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd)
heap=${1:-512m}
[ $# = 0 ] || shift
[ $# -gt 0 ] || set -- "$home"/notebooks/*.ipynb
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

JUPYTER_DATA_DIR=$work JUPYTER_PATH=$work
export JUPYTER_DATA_DIR JUPYTER_PATH
"$home/lab" install --heap "$heap" >/dev/null
ticks=$(getconf CLK_TCK)

printf '%-30s %9s %9s %9s\n' "chapter, heap $heap" "peak MB" "cpu s" "wall s"
for chapter; do
    start=$(date +%s)
    "$home/lab" run --kernel chainrule "$chapter" >"$work/log" &
    lab=$!
    peak=0
    cpu=0
    while kill -0 "$lab" 2>/dev/null; do
        kernel=$(pgrep -n -f "$work/kernels/.*KernelMain" || true)
        if [ -n "$kernel" ] && [ -r "/proc/$kernel/status" ]; then
            # Between the two the kernel may have ended.
            now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$kernel/status" 2>/dev/null) || now=
            used=$(awk '{ print $14 + $15 }' "/proc/$kernel/stat" 2>/dev/null) || used=
            [ -z "$now" ] || peak=$now
            [ -z "$used" ] || cpu=$used
        fi
        sleep 0.2
    done
    wait "$lab" || { cat "$work/log"; exit 1; }
    printf '%-30s %9d %9.1f %9d\n' "$(basename "$chapter" .ipynb)" $((peak / 1024)) \
        "$(echo "$cpu $ticks" | awk '{ print $1 / $2 }')" $(($(date +%s) - start))
done
