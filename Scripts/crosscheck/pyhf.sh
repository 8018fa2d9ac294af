#!/usr/bin/env bash
# Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
#
# Compares our likelihoods, fits and limits with pyhf: on the example workspaces of the tests,
# answered anew, and on random ones. `pyhf.sh [NUMBER [SEED]]`. Takes pyhf from PYTHON, or puts
# it into a virtual environment that is removed at the end.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=${PYTHON:-python3}

if ! "$python" -c 'import pyhf' 2>/dev/null; then
  "$python" -m venv "$work/python"
  python=$work/python/bin/python
  "$python" -m pip install --quiet pyhf==0.7.6 'numpy<2.4' scipy
fi

mkdir "$work/tables"
for file in "$root"/Tests/ExchangeTests/Tables/*.json; do
  case $file in *.answers.json) ;; *) cp "$file" "$work/tables" ;; esac
done
export OMP_NUM_THREADS=1
"$python" -W ignore "$root/Scripts/pyhf/answers.py" random "$work/tables" "${1:-5}" "${2:-1}"
echo "pyhf: $(find "$work/tables" -name '*.answers.json' | wc -l) workspaces answered"

read -ra flags <<<"$("$root/Scripts/build-flags")"
cd "$root"
mkdir "$work/written"
LACUNA_PYHF=$work/tables LACUNA_PYHF_WRITTEN=$work/written swift test "${flags[@]}" \
  --disable-testable-imports --disable-xctest --filter PyhfAgreementTests
"$python" -W ignore "$root/Scripts/pyhf/answers.py" same "$work/tables" "$work/written"
