#!/usr/bin/env python3
"""Fails when a dependency's licence is not covered by deny.toml, for machines without cargo-deny.

    cargo metadata --format-version 1 --locked | packaging/licences/check.py
"""

import json
import re
import sys
import tomllib
from pathlib import Path


def allowed(expression, allow):
    """Whether an SPDX expression can be met by the allowed licences alone."""
    tokens = re.findall(r"[()]|[^\s()]+", expression.replace("/", " OR "))

    def alternatives():
        met = requirements()
        while tokens and tokens[0] == "OR":
            tokens.pop(0)
            other = requirements()
            met = met or other
        return met

    def requirements():
        met = one()
        while tokens and tokens[0] == "AND":
            tokens.pop(0)
            other = one()
            met = met and other
        return met

    def one():
        token = tokens.pop(0)
        if token == "(":
            met = alternatives()
            tokens.pop(0)
            return met
        if tokens and tokens[0] == "WITH":
            tokens.pop(0)
            token = f"{token} WITH {tokens.pop(0)}"
        return token.removesuffix("+") in allow

    return alternatives()


def main():
    deny = tomllib.loads((Path(__file__).parents[2] / "deny.toml").read_text())
    allow = set(deny["licenses"]["allow"])
    packages = json.load(sys.stdin)["packages"]
    refused = [
        f"{p['name']} {p['version']}: {p['license'] or 'no licence named'}"
        for p in packages
        if not p["license"] or not allowed(p["license"], allow)
    ]
    foreign = [p["name"] for p in packages if p["source"] and not p["source"].startswith("registry+")]
    for line in refused:
        print(f"licence not allowed: {line}", file=sys.stderr)
    for name in foreign:
        print(f"not from the registry: {name}", file=sys.stderr)
    if refused or foreign:
        sys.exit(1)
    print(f"{len(packages)} packages, every licence is covered")


if __name__ == "__main__":
    main()
