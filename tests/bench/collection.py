# SPDX-License-Identifier: GPL-3.0-or-later
"""The shop's own models and rooms: what they weigh, how soon they open, and how a room moves."""
import json
import pathlib
import re
import subprocess
import tempfile
import time

from measure import figure

ASSETS = pathlib.Path(__file__).resolve().parents[2] / "assets"


def facts(bake, package):
    """What `vitrine-bake info` says, as numbers."""
    said = subprocess.run([bake, "info", package], check=True, capture_output=True, text=True).stdout
    counts = re.search(r"^geometry +([\d,]+) triangles?,.* ([\d,]+) draws?$", said, re.MULTILINE).groups()
    triangles, draws = (int(count.replace(",", "")) for count in counts)
    textures = re.search(r"^textures .*?([\d.]+) MiB", said, re.MULTILINE)
    return {"triangles": triangles, "draws": draws, "textureMiB": float(textures.group(1)) if textures else 0.0,
            "packageMiB": round(package.stat().st_size / 2**20, 2)}


def baked(build, models, folder):
    """The packages in the order of the models, and the seconds that making them took."""
    begin = time.perf_counter()
    packages = []
    for model in models:
        packages.append(pathlib.Path(folder) / f"{model.stem}.vpk")
        subprocess.run([build / "bin" / "vitrine-bake", "import", model, "-o", packages[-1]], check=True,
                       capture_output=True)
    return packages, time.perf_counter() - begin


def figures(build):
    bake = build / "bin" / "vitrine-bake"
    frames = build / "bin" / "vitrine-bench-frames"
    geometry = build / "bin" / "vitrine-bench-geometry"

    def shown(packages, *options):
        """The stage's figures for each package."""
        said = subprocess.run([frames, *options, *packages], check=True, capture_output=True, text=True).stdout
        return [json.loads(line) for line in said.splitlines()]

    def models():
        with tempfile.TemporaryDirectory() as folder:
            files = sorted((ASSETS / "models").glob("*/*.glb"))
            packages, seconds = baked(build, files, folder)
            yield figure("collection.bake", seconds, "s", models=len(files))
            size = sum(file.stat().st_size for file in files) / 1e6
            yield figure("collection.glb", size, "MB", "<= 45")
            said = subprocess.run([geometry, *packages], check=True, capture_output=True, text=True).stdout
            coded = json.loads(said)
            yield figure("collection.vertexDecode", coded["vertexBytesPerSecond"] / 1e9, "GB/s", ">= 2",
                         wholeMesh=round(coded["meshBytesPerSecond"] / 1e9, 2))
            yield figure("collection.acmr", coded["acmr"], "", "<= 0.8")
            yield figure("collection.overdraw", coded["overdraw"], "", "<= 1.05", partOfFloats=round(coded["codedPart"], 3),
                         positionErrorMm=round(coded["positionErrorMetres"] * 1e3, 4))
            slowest = max(shown(packages, "--cancel"), key=lambda stage: stage["cancel"])
            yield figure("collection.cancel", slowest["cancel"] * 1e3, "ms", "<= 50",
                         slowest=pathlib.Path(slowest["package"]).stem)
            for package, stage in zip(packages, shown(packages)):
                yield figure(f"collection.open.{package.stem}", stage["open"], "s", frameMs=round(stage["frame"] * 1e3, 1),
                             **facts(bake, package))

    def rooms():
        with tempfile.TemporaryDirectory() as folder:
            packages, _ = baked(build, sorted((ASSETS / "sets" / "rooms").glob("*.glb")), folder)
            for package, stage in zip(packages, shown(packages, "--cameras")):
                about = facts(bake, package)
                yield figure(f"collection.frame.{package.stem}", stage["frame"] * 1e3, "ms", "<= 100",
                             slowestMs=round(stage["slowest"] * 1e3, 1), openSeconds=stage["open"], **about)
                yield figure(f"collection.draws.{package.stem}", about["draws"], "draws", "<= 100")

    return {"collection.models": models, "collection.rooms": rooms}
