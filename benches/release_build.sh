#!/usr/bin/env bash
# What a release build from nothing costs, beside that of an empty eframe window with the same features.
# What counts is the ratio of processor time.
#
#   benches/release_build.sh [FOLDER]
#
# Where a FOLDER is named, the two programs are left in it for the other benches.
# Needs Rust, a quarter of an hour on an idle machine of two cores, and 3 GB in the temporary folder.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=benches/empty_window.sh
source benches/empty_window.sh

keep="${1:+$(realpath -m "$1")}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
empty_window "$work/empty"
cargo fetch --quiet --locked
TIMEFORMAT='%U %S'

# Processor seconds of a build of $1, whose program is called $2.
build() {
    local spent
    spent="$({ time CARGO_TARGET_DIR="$work/target" cargo build --quiet --release --manifest-path "$1"; } 2>&1)"
    [[ -z "$keep" ]] || install -D -t "$keep" "$work/target/release/$2"
    rm -rf "$work/target"
    awk '{ print $1 + $2 }' <<<"${spent##*$'\n'}"
}

empty="$(build "$work/empty/Cargo.toml" empty-window)"
ours="$(build Cargo.toml icebreak)"
awk -v a="$empty" -v b="$ours" 'BEGIN {
    printf "empty window %.1f processor minutes, Icebreak %.1f, ratio %.2f\n", a / 60, b / 60, b / a
}'
