#!/usr/bin/env bash
# How long the window takes until something of it is on the screen, beside an empty eframe window with the same features.
# What counts is the ratio of the medians.
#
#   packaging/release-build.sh && benches/first_paint.sh [ROUNDS] [DOCUMENT]
#
# Needs Xvfb and a graphics driver (on Debian: xvfb, mesa-vulkan-drivers). Each round starts both programs, one after the
# other, on a display without a screen whose pixels are a file; time runs from the start of the program until the middle
# line of it shows the empty window's background, or more than a background of ours. EMPTY names an empty window that is
# built already.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=benches/empty_window.sh
source benches/empty_window.sh

rounds="${1:-15}"
ours="$(realpath "${CARGO_TARGET_DIR:-target}/release/icebreak")"
work="$(mktemp -d)"
started=()
clean_up() {
    local pid
    for pid in "${started[@]}"; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap clean_up EXIT

[[ -x "$ours" ]] || { echo "$ours is not there; run packaging/release-build.sh" >&2; exit 1; }
empty="${EMPTY:-}"
if [[ -z "$empty" ]]; then
    empty_window "$work/empty"
    CARGO_TARGET_DIR="$work/target" cargo build --quiet --release --manifest-path "$work/empty/Cargo.toml"
    empty="$work/target/release/empty-window"
fi

# Nothing of the person who runs this is read or written.
export HOME="$work/home" XDG_RUNTIME_DIR="$work/run"
export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share" XDG_STATE_HOME="$HOME/.local/state"
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_STATE_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset WAYLAND_DISPLAY WAYLAND_SOCKET
document="${2:-$work/sample.json}"
[[ -e "$document" ]] || "$ours" sample "$document" >/dev/null

mkdir "$work/pixels"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -nocursor -fbdir "$work/pixels" \
    3>"$work/display" 2>"$work/xvfb.log" &
started+=($!)
until [[ -s "$work/display" && -s "$work/pixels/Xvfb_screen0" ]]; do sleep 0.1; done
DISPLAY=":$(<"$work/display")"
export DISPLAY

# How many colours a thousand pixels in the middle of the screen have, once they are no longer what they were.
colours() {
    local from=$((1280 * 400 * 4))
    if cmp -s -i "$from" -n 4000 "$work/pixels/Xvfb_screen0" "$work/dark"; then
        echo 0
    else
        od -An -v -tx4 -w4 -j "$from" -N 4000 "$work/pixels/Xvfb_screen0" | sort -u | wc -l
    fi
}

# Milliseconds from the start of the program until its window shows so many colours.
first_paint() {
    local from to pid least="$1"
    shift
    cp "$work/pixels/Xvfb_screen0" "$work/dark"
    from="${EPOCHREALTIME/[.,]/}"
    "$@" >"$work/log" 2>&1 &
    pid=$!
    while (($(colours) < least)); do
        kill -0 "$pid" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
        sleep 0.002
    done
    to="${EPOCHREALTIME/[.,]/}"
    kill "$pid"
    wait "$pid" 2>/dev/null || true
    # Until the screen is dark again.
    sleep 0.5
    echo "$(((to - from) / 1000))"
}

median() { sort -n | awk '{ at[NR] = $1 } END { print at[int((NR + 1) / 2)] }'; }

for ((round = 0; round <= rounds; round++)); do
    a="$(first_paint 1 "$empty")"
    b="$(first_paint 3 "$ours" "$document")"
    # The first round only warms the disk.
    ((round == 0)) && continue
    echo "$a" >>"$work/empty.ms"
    echo "$b" >>"$work/ours.ms"
    echo "round $round: empty window $a ms, Icebreak $b ms"
done
a="$(median <"$work/empty.ms")"
b="$(median <"$work/ours.ms")"
awk -v a="$a" -v b="$b" 'BEGIN { printf "median: empty window %d ms, Icebreak %d ms, ratio %.2f\n", a, b, b / a }'
