# Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
"""Asks pyhf about workspaces and writes its answers beside them.

    answers.py check FOLDER            answers NAME.answers.json for every NAME.json without one
    answers.py random FOLDER N SEED    makes N random workspaces and answers them
    answers.py same FOLDER WRITTEN     compares -2 ln L of the workspaces in two folders
    answers.py ratio PROGRAM FILE      times one limit, observed and expected, in both and compares

A folder of workspaces and answers is what Tests/ExchangeTests compares with our own.
"""
import json
import random
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pyhf

LEVEL = 0.1


def prepared(spec):
    workspace = pyhf.Workspace(spec)
    model = workspace.model()
    return model, workspace.data(model)


def answers(spec, rng, bands):
    """-2 ln L at points, tests of signal strengths, limits."""
    pyhf.set_backend("numpy", pyhf.optimize.scipy_optimizer(maxiter=100000, tolerance=1e-12))
    model, data = prepared(spec)
    names = model.config.par_names
    start = np.array(model.config.suggested_init())
    bounds = np.array(model.config.suggested_bounds())
    fixed = np.array(model.config.suggested_fixed())
    points = []
    for index in range(6):
        spread = 0.0 if index == 0 else 0.35 * index
        values = start + spread * np.array([rng.uniform(-1, 1) for _ in start])
        values = np.where(fixed, start, np.clip(values, bounds[:, 0] + 0.01, bounds[:, 1]))
        logpdf = float(model.logpdf(values.tolist(), data)[0])
        if not np.isfinite(logpdf):
            continue
        points.append({"values": dict(zip(names, values.tolist())), "twiceNegativeLogLikelihood": -2 * logpdf})
    result = {"points": points, "level": 1 - LEVEL}
    if model.config.poi_name is None:
        return result
    observed, expected = pyhf.infer.intervals.upper_limits.toms748_scan(
        data, model, 0.0, 10.0, level=LEVEL, rtol=1e-7, test_stat="qtilde")
    result["observedLimit"] = float(observed)
    result["expectedLimits"] = [float(limit) for limit in expected]
    tests = []
    for factor in bands:
        strength = factor * float(observed)
        ratio, (both, background), expected = pyhf.infer.hypotest(
            strength, data, model, test_stat="qtilde", return_tail_probs=True,
            return_expected_set=True)
        tests.append({
            "strength": strength, "cls": float(ratio), "clsb": float(both),
            "clb": float(background), "expected": [float(value) for value in expected]})
    result["tests"] = tests
    result["discoveryP"] = float(
        pyhf.infer.hypotest(0.0, data, model, test_stat="q0"))
    return result


def random_modifiers(rng, channel, sample, rates, kinds):
    found = []
    for kind in kinds:
        if rng.random() > 0.45:
            continue
        shared = f"{kind}_{rng.randrange(3)}"
        alone = f"{kind}_{channel}_{sample}"
        if kind == "normsys":
            shift = rng.uniform(0.02, 0.3)
            data = {"lo": 1 - shift * rng.uniform(0.5, 1.2), "hi": 1 + shift}
            # Two kinds of deviation may share a parameter.
            name = rng.choice([shared, "common"])
        elif kind == "histosys":
            tilt = [rng.uniform(-0.2, 0.2) for _ in rates]
            data = {
                "lo_data": [r * (1 - t * rng.uniform(0.6, 1.3)) for r, t in zip(rates, tilt)],
                "hi_data": [r * (1 + t) for r, t in zip(rates, tilt)]}
            name = rng.choice([shared, "common"])
        elif kind == "shapesys":
            data = [r * rng.choice([0.0, 0.05, 0.2, 0.5]) for r in rates]
            name = alone
        elif kind == "staterror":
            data = [r * rng.choice([0.0, 0.03, 0.1, 0.3]) for r in rates]
            name = f"staterror_{channel}"
        elif kind == "shapefactor":
            data, name = None, alone
        elif kind == "lumi":
            data, name = None, "lumi"
        else:
            data, name = None, shared
        found.append({"name": name, "type": kind, "data": data})
    return found


def random_workspace(rng):
    channels, observations = [], []
    for number in range(rng.randint(1, 3)):
        bins = rng.randint(1, 6)
        name = f"region{number}"
        scale = 10 ** rng.uniform(0.3, 3)
        samples = []
        for index in range(rng.randint(1, 3)):
            rates = [scale * rng.uniform(0.2, 1) for _ in range(bins)]
            kinds = ["normsys", "histosys", "shapesys", "staterror", "lumi"]
            if number > 0 and index == 0:
                kinds.append("normfactor")
            if number == 2 and index == 1:
                kinds.append("shapefactor")
            samples.append({
                "name": f"process{index}", "data": rates,
                "modifiers": random_modifiers(rng, name, index, rates, kinds)})
        total = np.sum([sample["data"] for sample in samples], axis=0)
        signal = [rng.uniform(0.2, 1) * (1 + 2 * np.sqrt(t)) for t in total]
        kinds = ["normsys", "histosys", "lumi"]
        samples.append({
            "name": "signal", "data": signal,
            "modifiers": [{"name": "mu", "type": "normfactor", "data": None}]
            + random_modifiers(rng, name, "s", signal, kinds)})
        channels.append({"name": name, "samples": samples})
        observations.append({
            "name": name, "data": [float(np.random.poisson(t)) for t in total]})
    settings = [{
        "name": "lumi", "inits": [1.0], "bounds": [[0.5, 1.5]], "auxdata": [1.0],
        "sigmas": [0.02], "fixed": rng.random() < 0.3}]
    return {
        "version": "1.0.0", "channels": channels, "observations": observations,
        "measurements": [
            {"name": "random", "config": {"poi": "mu", "parameters": settings}}]}


def compare(folder, written):
    paths = sorted(written.glob("*.json"))
    for path in paths:
        values = []
        for version in (folder / path.name, path):
            model, data = prepared(json.loads(version.read_text()))
            bounds = np.array(model.config.suggested_bounds())
            points = 0.7 * np.array(model.config.suggested_init()) + 0.03 * bounds[:, 1]
            values.append(float(model.logpdf(points.tolist(), data)[0]))
        if values[0] != values[1]:
            sys.exit(f"{path.name}: ln L is {values[1]}, was {values[0]}")
    print(f"pyhf: {len(paths)} workspaces that we wrote give the same ln L")


def timed(work, repeats):
    """The least seconds of some runs, and the last result."""
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - begin)
    return min(times), result


def ratio(program, path):
    """One upper limit with its five expected ones.

    pyhf: `upper_limit` with the backend and optimiser it starts with, model and data prepared. At
    95%, for pyhf 0.7.6 does not hand another level on to its search.
    Here: the whole process, from its start over reading the file to the printed document.
    """
    model, data = prepared(json.loads(path.read_text()))
    words = [program, "limit", "--workspace", str(path), "--expected", "--cl", "95%", "--json"]
    ours, text = timed(lambda: subprocess.run(words, check=True, capture_output=True).stdout, 20)
    idle = [program, "--version"]
    nothing, _ = timed(lambda: subprocess.run(idle, check=True, capture_output=True), 20)
    test, _ = timed(lambda: pyhf.infer.hypotest(1.0, data, model), 3)
    limit, (observed, expected) = timed(
        lambda: pyhf.infer.intervals.upper_limits.upper_limit(data, model), 1)
    answer = json.loads(text)
    bands = [answer["expected"][key] for key in ("low_95", "low_68", "median", "high_68", "high_95")]
    pairs = zip([answer["upper"], *bands], [observed, *expected])
    apart = max(abs(mine / float(theirs) - 1) for mine, theirs in pairs)
    print(f"one upper limit and its five expected ones, {len(model.config.auxdata)} nuisance "
          f"parameters, {model.nominal_rates.shape[-1]} bins, {len(model.config.channels)} channels:")
    print(f"  pyhf {pyhf.__version__}, upper_limits.upper_limit  {limit:.2f} s ({test:.3f} s a test)")
    print(f"  lacuna limit, the whole process  {1e3 * ours:.1f} ms ({1e3 * nothing:.1f} ms do nothing)")
    print(f"  ratio {limit / ours:.0f}, without the start of the process "
          f"{limit / max(ours - nothing, 1e-4):.0f}; limits differ by {apart:.1e} at most")


def write(path, value):
    path.write_text(json.dumps(value, indent=1) + "\n")


def main():
    verb, folder = sys.argv[1], Path(sys.argv[2])
    if verb == "ratio":
        ratio(sys.argv[2], Path(sys.argv[3]))
        return
    if verb == "same":
        compare(folder, Path(sys.argv[3]))
        return
    rng = random.Random(1)
    if verb == "random":
        rng = random.Random(int(sys.argv[4]))
        np.random.seed(int(sys.argv[4]))
        for number in range(int(sys.argv[3])):
            write(folder / f"random{number:03}.json", random_workspace(rng))
    for path in sorted(folder.glob("*.json")):
        answer = path.with_suffix(".answers.json")
        if path.name.endswith(".answers.json") or answer.exists():
            continue
        try:
            write(answer, answers(json.loads(path.read_text()), rng, [0.3, 1.0, 1.6]))
        except Exception as error:
            print(f"pyhf has no answer for {path.name}: {error!r}"[:300], file=sys.stderr)


main()
