# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benches share: whole processes timed, figures shaped."""
import os
import pathlib
import statistics
import subprocess
import time


def figure(name, value, unit, target=None, **more):
    line = {"name": name, "value": round(value, 4) if isinstance(value, float) else value, "unit": unit}
    if target is not None:
        line["target"] = target
    return {**line, **more}


def shared_folder():
    """The test data beside the checkout; RuntimeError where it is not there."""
    folder = pathlib.Path(__file__).resolve().parents[3] / "shared"
    if not folder.is_dir():
        raise RuntimeError("no test data at ../shared")
    return folder


def timed(command, environment=None):
    """Runs a whole process; seconds by the wall clock, and its peak resident memory in MiB."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {error.decode(errors='replace').strip()}")
    return seconds, usage.ru_maxrss / 1024


def median_of(runs, measure):
    """The median of several runs of a function that gives a tuple of numbers, place by place; the first run warms up."""
    measure()
    return tuple(statistics.median(column) for column in zip(*(measure() for _ in range(runs))))
