#!/usr/bin/env bash
# Builds the program as it is handed on, and says how large it is.
#
#   packaging/release-build.sh
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A program that people download; what makes it larger than this has to be worth it. The fonts for buyers' names in
# twenty scripts are 5.8 MB of it.
most_bytes=52000000

cargo build --release --locked
program="${CARGO_TARGET_DIR:-target}/release/icebreak"
bytes="$(stat -c %s "$program")"
echo "$program: $bytes bytes (limit $most_bytes)"
((bytes <= most_bytes)) || { echo 'It is too large.' >&2; exit 1; }
