#!/usr/bin/env bash
# Installs a built Icebreak for the current user, without an administrator. PREFIX chooses another place.
#
#   cargo build --release && packaging/linux/install.sh
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
prefix="${PREFIX:-$HOME/.local}"
id=io.github.icebreak.Icebreak
program="${CARGO_TARGET_DIR:-$root/target}/release/icebreak"

if [[ ! -x "$program" ]]; then
    echo "Not built yet: run cargo build --release first." >&2
    exit 1
fi

install -Dm755 "$program" "$prefix/bin/icebreak"
install -Dm644 "$root/packaging/linux/$id.desktop" "$prefix/share/applications/$id.desktop"
install -Dm644 "$root/packaging/linux/$id.metainfo.xml" "$prefix/share/metainfo/$id.metainfo.xml"
install -Dm644 "$root/assets/icons/icebreak.svg" "$prefix/share/icons/hicolor/scalable/apps/$id.svg"
for size in 16 32 48 64 128 256 512; do
    install -Dm644 "$root/assets/icons/icebreak-$size.png" "$prefix/share/icons/hicolor/${size}x$size/apps/$id.png"
done
echo "Installed to $prefix/bin/icebreak."
