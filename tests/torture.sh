#!/usr/bin/env bash
# Runs every row of the battery at its full count and prints the table:
#
#   tests/torture.sh            all rows
#   tests/torture.sh clock two  the rows whose test's name has one of these words
#
# Needs Rust, and from Debian: strace, util-linux (prlimit, setpriv, mount), procps or coreutils for kill.
# As root every row runs; as another user those that need root say that they are skipped.
# Ends with 1 when anything failed.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

declare -A package=([strace]=strace [prlimit]=util-linux [setpriv]=util-linux [mount]=mount [kill]=procps [cargo]=cargo)
missing=()
for tool in "${!package[@]}"; do
    type -P "$tool" >/dev/null || missing+=("${package[$tool]} (for $tool)")
done
if [[ ${#missing[@]} -gt 0 ]]; then
    printf 'Missing: %s\n' "${missing[@]}" >&2
    exit 1
fi
[[ $EUID -eq 0 ]] || echo 'Not root: the full disk is skipped, and permissions are tried as this user.'

echo 'Building (dev profile) …'
cargo build --locked --quiet
cargo test --locked --quiet --test torture --no-run

mkdir -p target
log=target/torture.log
echo "Running; everything that is said goes to $log."
started=$SECONDS
status=0
ICEBREAK_TORTURE=full RUST_BACKTRACE=0 \
    cargo test --locked --quiet --test torture -- --test-threads=1 --nocapture "$@" >"$log" 2>&1 || status=$?

printf '\n%-44s %7s %5s  %-s\n' 'row' 'count' 's' 'result; what must hold'
grep -a $'^ROW\t' "$log" | while IFS=$'\t' read -r _ name count checked result seconds; do
    printf '%-44s %7d %5d  %s (%s)\n' "$name" "$count" "$seconds" "$result" "$checked"
done
grep -a $'^FAILURE\t' "$log" | cut -f 2- || true

rows=$(grep -ac $'^ROW\t' "$log" || true)
expected=$(grep -rhc 'Row::new(' tests/torture/ | awk '{ total += $1 } END { print total }')
printf '\n%d rows in %d s.\n' "$rows" "$((SECONDS - started))"
if [[ $# -eq 0 && $rows -ne $expected ]]; then
    echo "$expected rows were to be printed: one broke off, see $log." >&2
    status=1
fi
if [[ $status -ne 0 ]]; then
    echo "FAILED; see $log." >&2
    exit 1
fi
echo 'Nothing lost, silently changed or left behind.'
