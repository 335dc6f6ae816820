#!/usr/bin/env bash
# Makes every file in assets/fonts and assets/icons/phosphor.txt from published packages, then checks them.
#
#   apt-get install fonts-noto-core fonts-noto-cjk python3-fonttools npm
#   packaging/fonts/make-fonts.sh
#
# The same packages give the same bytes; assets/fonts/README.md names their versions.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
phosphor='@phosphor-icons/web@2.1.2'
# Debian's own Python, because python3-fonttools is a package of that one.
python="${PYTHON:-/usr/bin/python3}"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

(cd "$work" && npm pack --silent "$phosphor" >/dev/null && tar -xzf ./*.tgz)

# dpkg knows where its packages put the fonts.
noto="$(dirname "$(dpkg -L fonts-noto-core | grep '/NotoSans-Regular\.ttf$')")"
cjk="$(dirname "$(dpkg -L fonts-noto-cjk | grep '/NotoSansCJK-Regular\.ttc$')")"

mkdir -p "$root/assets/fonts" "$root/assets/icons"
"$python" "$here/make_fonts.py" "$noto" "$cjk" "$work/package" "$root/assets"
cp "$work/package/LICENSE" "$root/assets/fonts/Phosphor-LICENSE.txt"
"$python" "$here/check_fonts.py" "$root/assets/fonts"
