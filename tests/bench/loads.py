# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole collection on and off the stage, again and again, in one process: what stays in memory."""
import json
import os
import pathlib
import statistics
import subprocess
import tempfile

from collection import baked
from measure import figure

ASSETS = pathlib.Path(__file__).resolve().parents[2] / "assets"


def figures(build):
    def growth():
        rounds = int(os.environ.get("VITRINE_BENCH_ROUNDS", "100"))
        with tempfile.TemporaryDirectory() as folder:
            packages, _ = baked(build, sorted((ASSETS / "models").glob("*/*.glb")), folder)
            said = subprocess.run([build / "bin" / "vitrine-bench-loads", str(rounds), *packages], check=True,
                                  capture_output=True, text=True).stdout
        resident = [json.loads(line)["residentBytes"] / 2**20 for line in said.splitlines()]
        # It swings by a tenth from round to round, around what the last products left.
        first, last = statistics.median(resident[:10]), statistics.median(resident[-10:])
        yield figure("loads.growth", (last / first - 1) * 100, "%", "<= 2", rounds=rounds, packages=len(packages),
                     firstMiB=round(first, 1), mostMiB=round(max(resident), 1), lastMiB=round(last, 1))

    return {"loads": growth}
