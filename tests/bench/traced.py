# SPDX-License-Identifier: GPL-3.0-or-later
"""How near the picture that the shop draws on a GPU is to one of the same scene for which light was followed."""
import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

from measure import figure

ASSETS = pathlib.Path(__file__).resolve().parents[2] / "assets"
SIDE = 480
SAMPLES = int(os.environ.get("VITRINE_BENCH_SAMPLES", "64"))


def figures(build):
    programs = {name: str(build / "bin" / name) for name in ("vitrine", "vitrine-bake", "vitrine-bench-pictures")}

    def draw(package, output, *more):
        subprocess.run([programs["vitrine"], "render", package, "--output", output, "--size", f"{SIDE}x{SIDE}",
                        "--background", "transparent", *more], check=True, capture_output=True)

    def products():
        decibels, likeness = {}, {}
        only = os.environ.get("VITRINE_BENCH_MODELS", "").split()
        keep = os.environ.get("VITRINE_BENCH_KEEP")
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(keep or folder)
            for file in sorted((ASSETS / "models").glob("*/*.glb")):
                if only and file.stem not in only:
                    continue
                package, live, golden = (str(folder / f"{file.stem}{end}") for end in (".vpk", ".png", ".traced.png"))
                subprocess.run([programs["vitrine-bake"], "import", file, "-o", package], check=True,
                               capture_output=True)
                draw(package, live, "--fine")
                begin = time.perf_counter()
                draw(package, golden, "--traced", str(SAMPLES))
                seconds = time.perf_counter() - begin
                said = subprocess.run([programs["vitrine-bench-pictures"], live, golden], check=True,
                                      capture_output=True, text=True).stdout
                measured = json.loads(said)
                decibels[file.stem], likeness[file.stem] = measured["db"], measured["ssim"]
                yield figure(f"traced.{file.stem}", measured["db"], "dB", ssim=measured["ssim"],
                             tracedSeconds=round(seconds, 1))
        worst = max(decibels, key=decibels.get)
        yield figure("traced.median", statistics.median(decibels.values()), "dB", "<= -20",
                     ssim=round(statistics.median(likeness.values()), 4), products=len(decibels), samples=SAMPLES)
        yield figure("traced.worst", decibels[worst], "dB", product=worst, ssim=likeness[worst])

    return {"traced": products}
