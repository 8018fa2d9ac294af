# Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every file of events in a folder with a reader of others and checks what it holds.

    read.py FOLDER

Checks of each event: four-momentum in and out agree to 1e-9 of the energy of the beam; two particles
come in and the rest follows from them; what decays has an end; weights are finite and as many as
named. HepMC3 and HDF5 also at every vertex. Files of the same name but different endings must hold
the same numbers. Readers that are not installed are passed over.
"""

import importlib
import math
import pathlib
import sys

TOLERANCE = 1e-9
problems = []


def check(holds, place, sentence):
    if not holds and len(problems) < 20:
        problems.append(f"{place}: {sentence}")


def reader(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def balanced(incoming, outgoing, scale):
    """Whether lists of (E, px, py, pz) have the same sum, to a part of a scale."""
    return all(
        abs(math.fsum(p[k] for p in incoming) - math.fsum(p[k] for p in outgoing))
        <= TOLERANCE * scale
        for k in range(4)
    )


def check_event(place, particles, weights, names):
    """particles: (id, status, (E, px, py, pz), mass, production, end), production -1 and end -1 for none."""
    incoming = [p for p in particles if p[1] == 4]
    final = [p[2] for p in particles if p[1] == 1]
    check(len(incoming) == 2, place, f"{len(incoming)} incoming particles")
    scale = max((p[2][0] for p in incoming), default=1)
    check(balanced([p[2] for p in incoming], final, scale), place, "momentum is not balanced")
    for index, (_, status, _, _, production, end) in enumerate(particles):
        check((status == 4) == (production < 0), place, f"particle {index}: status {status}, no origin")
        check((status == 1) == (end < 0), place, f"particle {index}: status {status} and its end")
    for vertex in {p[4] for p in particles if p[4] >= 0}:
        entering = [p[2] for p in particles if p[5] == vertex]
        leaving = [p[2] for p in particles if p[4] == vertex]
        check(balanced(entering, leaving, scale), place, f"vertex {vertex} is not balanced")
    check(len(weights) == len(names), place, f"{len(weights)} weights for {len(names)} names")
    check(all(map(math.isfinite, weights)), place, "a weight is not finite")


def read_hepmc3(path, pyhepmc):
    events = []
    with pyhepmc.open(str(path)) as file:
        for event in file:
            place = f"{path.name}, event {event.event_number}"
            check(event.momentum_unit == pyhepmc.Units.GEV, place, "momenta are not in GeV")
            check(event.length_unit == pyhepmc.Units.MM, place, "lengths are not in mm")
            check(event.run_info is not None and event.run_info.tools, place, "no tool is named")
            check(event.cross_section is not None, place, "no cross section")
            vertices = [(v.position.x, v.position.y, v.position.z, v.position.t) for v in event.vertices]
            index = lambda v: -v.id - 1 if v is not None and v.id < 0 else -1
            particles = [
                (p.pid, p.status, (p.momentum.e, p.momentum.px, p.momentum.py, p.momentum.pz),
                 p.generated_mass, index(p.production_vertex), index(p.end_vertex))
                for p in event.particles
            ]
            names = event.run_info.weight_names
            check_event(place, particles, list(event.weights), names)
            section = [event.cross_section.xsec(k) for k in range(len(names))]
            events.append((particles, list(event.weights), vertices, section))
    return events


def read_lhe(path, pylhe):
    file = pylhe.LHEFile.fromfile(str(path)) if hasattr(pylhe, "LHEFile") else None
    events = file.events if file is not None else pylhe.read_lhe_with_attributes(str(path))
    result = []
    for number, event in enumerate(events):
        place = f"{path.name}, event {number}"
        particles = []
        for p in event.particles:
            status = {-1: 4}.get(int(p.status), int(p.status))
            mothers = (int(p.mother1), int(p.mother2))
            check((status == 4) == (mothers == (0, 0)), place, "a particle without mothers")
            particles.append((int(p.id), status, (p.e, p.px, p.py, p.pz), p.m, mothers, p.lifetime))
        incoming = [p[2] for p in particles if p[1] == 4]
        final = [p[2] for p in particles if p[1] == 1]
        check(len(incoming) == 2, place, f"{len(incoming)} incoming particles")
        scale = max((p[0] for p in incoming), default=1)
        check(balanced(incoming, final, scale), place, "momentum is not balanced")
        for index, p in enumerate(particles):
            if p[1] == 2:
                daughters = [q[2] for q in particles if q[4] == (index + 1, index + 1)]
                check(balanced([p[2]], daughters, scale), place, f"particle {index + 1} is not balanced")
        weights = [float(w) for w in event.weights.values()] or [event.eventinfo.weight]
        result.append((particles, weights))
    return result


def read_hdf5(path, h5py):
    events = []
    with h5py.File(path) as file:
        check(file.attrs["format"] == "lacuna events", path.name, "the attribute 'format' is another")
        for name, unit in [("particles/energy", "GeV"), ("particles/mass", "GeV"),
                           ("vertices/z", "mm"), ("vertices/time", "ns")]:
            check(file[name].attrs["units"] == unit, path.name, f"{name} is not in {unit}")
        columns = {n: d[()] for group in ("events", "particles", "vertices")
                   for n, d in ((f"{group}/{key}", value) for key, value in file[group].items())}
        names = list(file["events/weights"].attrs["names"])
        check(file.attrs["event_count"] == len(columns["events/number"]), path.name, "event_count")
        particle = lambda key: columns["particles/" + key]
        vertex = lambda key: columns["vertices/" + key]
        sections = list(file["events/weights"].attrs["cross_section_pb"])
        for row, number in enumerate(columns["events/number"]):
            first = columns["events/first_particle"][row]
            particles = [
                (int(particle("id")[k]), int(particle("status")[k]),
                 tuple(float(particle(c)[k]) for c in ("energy", "px", "py", "pz")),
                 float(particle("mass")[k]), int(particle("production_vertex")[k]),
                 int(particle("end_vertex")[k]))
                for k in range(first, first + columns["events/particle_count"][row])
            ]
            first = columns["events/first_vertex"][row]
            vertices = [
                tuple(float(vertex(c)[k]) for c in ("x", "y", "z", "time"))
                for k in range(first, first + columns["events/vertex_count"][row])
            ]
            weights = [float(w) for w in columns["events/weights"][row]]
            check_event(f"{path.name}, event {number}", particles, weights, names)
            events.append((particles, weights, vertices, sections))
    return events


def compare(name, hepmc3, lhe, hdf5):
    """Files of one run in different formats hold the same numbers."""
    known = [events for events in (hepmc3, lhe, hdf5) if events is not None]
    check(len({len(events) for events in known}) <= 1, name, "different numbers of events")
    for number, events in enumerate(zip(*known)):
        place = f"{name}, event {number}"
        kinds = [[p[:4] for p in event[0]] for event in events]
        check(all(kind == kinds[0] for kind in kinds), place, "particles differ between formats")
    if hepmc3 is not None and hdf5 is not None:
        for number, (a, b) in enumerate(zip(hepmc3, hdf5)):
            place = f"{name}, event {number}"
            check(a[1] == b[1], place, "weights differ between HepMC3 and HDF5")
            check(all(math.isclose(x, y, rel_tol=1e-8) for x, y in zip(a[3], b[3])), place,
                  "cross sections differ between HepMC3 and HDF5")
            for u, v in zip(a[2], b[2]):
                check(u[:3] == v[:3] and math.isclose(u[3], 299.792458 * v[3], rel_tol=1e-14),
                      place, "vertices differ between HepMC3 and HDF5")
    if lhe is not None and hdf5 is not None:
        for number, (a, b) in enumerate(zip(lhe, hdf5)):
            expected = [w * s for w, s in zip(b[1], b[3])]
            check(all(math.isclose(x, y, rel_tol=1e-14) for x, y in zip(a[1], expected)),
                  f"{name}, event {number}", "LHE weights are not weight times cross section")
            for p, q in zip(a[0], b[0]):
                if q[1] == 2:
                    u, v = b[2][q[4]], b[2][q[5]]
                    length = math.dist(u[:3], v[:3]) * q[3] / math.hypot(*q[2][1:])
                    check(math.isclose(p[5], length, rel_tol=1e-9), f"{name}, event {number}",
                          "VTIMUP is not c tau of the flight path")


def main(folder):
    readers = {".hepmc3": ("pyhepmc", read_hepmc3), ".hepmc": ("pyhepmc", read_hepmc3),
               ".lhe": ("pylhe", read_lhe), ".h5": ("h5py", read_hdf5), ".hdf5": ("h5py", read_hdf5)}
    runs = {}
    for path in sorted(pathlib.Path(folder).iterdir()):
        if path.suffix not in readers:
            continue
        name, read = readers[path.suffix]
        module = reader(name)
        if module is None:
            print(f"events: {path.name} skipped ({name} is not installed)")
            continue
        events = read(path, module)
        print(f"events: {path.name}: {len(events)} events read by {name} {module.__version__}")
        runs.setdefault(path.stem, {})[read] = events
    for name, run in sorted(runs.items()):
        compare(name, run.get(read_hepmc3), run.get(read_lhe), run.get(read_hdf5))
    for problem in problems:
        print("events: FAILED,", problem)
    if not runs:
        print("events: no file was read")
    return 1 if problems or not runs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
