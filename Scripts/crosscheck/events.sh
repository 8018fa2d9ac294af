#!/usr/bin/env bash
# Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
#
# Has lacuna write events of every process in every format and lets pyhepmc, pylhe and h5py read
# them: momentum balance, statuses, units, weights, and the same numbers in all three. Takes the
# packages from PYTHON (default python3) and passes over those that are not there, and the program
# from LACUNA (default the release build).
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
python=${PYTHON:-python3}
lacuna=${LACUNA:-$root/.build/release/lacuna}
if ! "$python" -c 'import importlib.util as u, sys; sys.exit(not any(map(u.find_spec, ("pyhepmc", "pylhe", "h5py"))))' 2>/dev/null; then
  echo "events: skipped (none of pyhepmc, pylhe and h5py is in $python) pip install them, or set PYTHON"
  exit 0
fi
if [ ! -x "$lacuna" ]; then
  echo "events: there is no program at $lacuna; 'make build' makes it" >&2
  exit 1
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# write NAME WORDS...: the same events in all formats.
write() {
  local name=$1 ending
  shift
  for ending in hepmc3 lhe h5; do
    "$lacuna" events "$@" --events 1000 --quiet --out "$folder/$name.$ending"
  done
}

dark=(--dark-matter dirac --mass-chi 0.33m --alpha-d 0.1 --decay dark)
write brems --energy 100GeV --mass 16.7MeV --epsilon 1e-3 --decay e+e-
write brems-left --energy 100GeV --mass 16.7MeV
write brems-positron --lepton positron --energy 10GeV --mass 2MeV --mediator pseudoscalar
write brems-muon --lepton muon --mediator scalar --energy 160GeV --mass 300MeV --decay all
write brems-compound --energy 100GeV --mass 100MeV --material PbWO4 --epsilon 1e-4 "${dark[@]}"
write brems-volume --energy 100GeV --mass 16.7MeV --epsilon 1e-4 --decay e+e- --decay-volume 1m..10m
write brems-weighted --energy 100GeV --mass 16.7MeV --mediator axial --weighted
write brems-masses --energy 100GeV --mass 10MeV,16.7MeV,30MeV
write brems-photons --energy 100GeV --mass 0.9MeV --decay 3gamma
write primakoff --process primakoff --g 1e-4/GeV --energy 50GeV --mass 100MeV --decay gammagamma
write annihilation --process annihilation --energy 9.78424GeV --mass 100MeV --epsilon 1e-4 "${dark[@]}"
write continuum --process continuum-annihilation --energy 10GeV --mass 50MeV --decay e+e-
write compton --process compton --energy 1GeV --mass 10MeV --decay e+e-
exec "$python" "$root/Scripts/events/read.py" "$folder"
