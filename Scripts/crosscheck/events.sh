#!/usr/bin/env bash
# Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes events and lets pyhepmc, pylhe and h5py read them: momentum balance, statuses, units,
# weights, and the same numbers in all three. Takes the packages from PYTHON (default python3) and
# passes over those that are not there. `events.sh [FOLDER]` reads files that are there already.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
python=${PYTHON:-python3}
if ! "$python" -c 'import importlib.util as u, sys; sys.exit(not any(map(u.find_spec, ("pyhepmc", "pylhe", "h5py"))))' 2>/dev/null; then
  echo "events: skipped (none of pyhepmc, pylhe and h5py is in $python) pip install them, or set PYTHON"
  exit 0
fi

folder=${1:-}
if [ -z "$folder" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  read -ra flags <<<"$("$root/Scripts/build-flags")"
  (cd "$root" && LACUNA_EVENTS=$folder swift test "${flags[@]}" \
    --disable-testable-imports --disable-xctest --filter EventSamplesTests)
fi
exec "$python" "$root/Scripts/events/read.py" "$folder"
