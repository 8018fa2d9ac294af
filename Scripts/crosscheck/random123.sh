#!/bin/bash
# Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
#
# Compares our random streams, bit by bit, with the Random123 library, and the validation table
# with what the library gives now. Needs the headers (Debian: librandom123-dev) and swiftc.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/Scripts/random123
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! echo '#include <Random123/philox.h>' | "${CC:-cc}" -E - >/dev/null 2>&1; then
  echo "random123: skipped (Random123/philox.h is not installed) apt-get install librandom123-dev"
  exit 0
fi

"${CC:-cc}" -O2 -Wall -Wextra -o "$work/random123" "$here/random123.c"
"$work/random123" table | diff -u "$root/Data/validation/philox4x32.csv" - >&2
echo "random123: Data/validation/philox4x32.csv is what the library gives"

swiftc -O -wmo -package-name lacuna -lm -o "$work/streams" "$here/main.swift" \
  "$root"/Sources/Numerics/Random/*.swift "$root"/Sources/Numerics/Vector/*.swift \
  "$root"/Sources/Numerics/Histograms/CompensatedSum.swift
"$work/streams" | "$work/random123" compare
