#!/usr/bin/env bash
# Draws assets/icons/icebreak-*.png from the SVG files (apt-get install librsvg2-bin).
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../../assets/icons"
rsvg-convert --width 16 --height 16 icebreak-small.svg --output icebreak-16.png
for size in 32 48 64 128 256 512; do
    rsvg-convert --width "$size" --height "$size" icebreak.svg --output "icebreak-$size.png"
done
