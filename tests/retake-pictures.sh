#!/usr/bin/env bash
# Takes the accepted pictures of the window anew, as small as they can be, and compares them with the window again:
#
#   tests/retake-pictures.sh            all that changed
#   tests/retake-pictures.sh menu plan  the tests whose names have one of these words
#
# Needs Rust, a graphics adapter, and from Debian pngquant and optipng. Look at each picture before you commit it.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

for tool in pngquant optipng; do
    type -P "$tool" >/dev/null || { echo "Missing: $tool (from the Debian package of that name)" >&2; exit 1; }
done

filters=("${@:-snapshots::}")
[[ $# -gt 0 ]] || filters+=(components::)
compare() {
    ICEBREAK_SNAPSHOTS=required cargo test --locked --quiet --test ui -- "${filters[@]}"
}

UPDATE_SNAPSHOTS=1 compare || true
rm -f tests/snapshots/*.{old,new,diff}.png

# A palette of 256 colours where nobody could tell; where the window then differs by more than kittest.toml allows, all
# colours come back.
mapfile -t changed < <(git ls-files --modified --others --exclude-standard -- 'tests/snapshots/*.png')
whole="$(mktemp -d)"
trap 'rm -rf "$whole"' EXIT
for picture in "${changed[@]}"; do
    cp "$picture" "$whole/"
    pngquant --force --nofs --speed 2 --quality 98-100 --output "$picture" 256 "$picture" || [[ $? -eq 99 ]]
done
compare >/dev/null 2>&1 || true
for failed in tests/snapshots/*.diff.png; do
    [[ -e "$failed" ]] || continue
    picture="${failed%.diff.png}.png"
    [[ -e "$whole/${picture##*/}" ]] && cp "$whole/${picture##*/}" "$picture"
done
rm -f tests/snapshots/*.{old,new,diff}.png
[[ ${#changed[@]} -eq 0 ]] || optipng -quiet -strip all -o2 "${changed[@]}"
compare
printf '%s pictures retaken; all of them weigh %s.\n' "${#changed[@]}" "$(du -ch tests/snapshots/*.png | tail -n 1 | cut -f 1)"
