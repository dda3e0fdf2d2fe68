#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bakes the demo shop's models and pictures each in the variants that are sold.

media.py --programs BIN --output FOLDER   Writes FOLDER/<model>.vpk for each model that catalogue/*.json names and
FOLDER/<model>.<variant>.png for each of its variants there, however many products show it: transparent, square, one
studio, one angle, so that a shelf looks like a shelf. What was made from the same inputs before is kept: a record of
their hashes lies in FOLDER/made.json. Models and variants that are not there are counted and left out.
"""
import argparse
import concurrent.futures
import contextlib
import hashlib
import json
import os
import pathlib
import re
import struct
import subprocess
import sys
import threading

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SIZE = "640x640"
# What decides how a picture looks, beside the package itself.
LOOK = ("render/scene", "render/studio", "qml/stage", "assets/studios", "shaders/stage", "app/client/RenderCommand.cpp")


def digest(*parts):
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part if isinstance(part, bytes) else str(part).encode())
        whole.update(b"\0")
    return whole.hexdigest()


def look():
    files = []
    for place in LOOK:
        path = ROOT / place
        files += sorted(f for f in path.rglob("*") if f.is_file()) if path.is_dir() else [path]
    return digest(*(f.read_bytes() for f in files if f.exists()))


def wanted():
    """Model ("headphones/headphones") → the names of its variants that products are sold in; "" is its default."""
    models = {}
    for file in sorted((HERE / "catalogue").glob("*.json")):
        for product in json.loads(file.read_text(encoding="utf-8"))["products"]:
            if product.get("model"):
                models.setdefault(product["model"], set()).update(variants(product["options"]))
    stems = [model.rsplit("/", 1)[-1] for model in models]
    if len(set(stems)) != len(stems):
        raise SystemExit("media.py: two models have one name: " + ", ".join(sorted(stems)))
    return models


def variants(options):
    """What the product's variants show: of each combination of values the first that names a variant."""
    shown = {""}
    for option in reversed(options):
        named = [value.get("modelVariant") or "" for value in option["values"]]
        shown = {name for name in named if name} | (shown if "" in named else set())
    return shown


def variants_of(model):
    """The names in a GLB's KHR_materials_variants."""
    data = model.read_bytes()
    length = struct.unpack_from("<I", data, 12)[0]
    extensions = json.loads(data[20:20 + length]).get("extensions", {})
    return {variant["name"] for variant in extensions.get("KHR_materials_variants", {}).get("variants", [])}


def picture_name(model, variant):
    """The same as pictureName() in app/server/SeedCatalogue.cpp."""
    name = model.rsplit("/", 1)[-1] + ("." if variant else "")
    return name + re.sub(rb"[^a-z0-9]", b"-", variant.encode().lower()).decode() + ".png"


def present(models):
    """Those of the models and variants that there are; says in one line how many there are not."""
    found = {}
    left_out = []
    for model, names in sorted(models.items()):
        file = ROOT / "assets" / "models" / f"{model}.glb"
        if not file.exists():
            left_out.append(model)
            continue
        known = variants_of(file) | {""}
        left_out += [f"{model} in {name}" for name in sorted(names - known)]
        found[file] = (model, sorted(names & known))
    if left_out:
        print(f"media.py: left out {len(left_out)} models and variants that are not there: {', '.join(left_out)}",
              flush=True)
    return found


def bake(programs, output, models, record):
    # The shadows of the studios' lights are traced into the packages.
    studios = sorted((programs.parent / "share" / "studios").glob("*.json"))
    baker = digest((programs / "vitrine-bake").read_bytes(), *(file.read_bytes() for file in studios))

    alone = threading.Lock()

    def one(model):
        package = output / f"{model.stem}.vpk"
        shots = model.with_suffix(".shots")
        key = digest(model.read_bytes(), shots.read_bytes() if shots.exists() else b"", baker)
        if record.get(package.name) == key and package.exists():
            return
        # An import has its time by the wall's clock, for shops that wait for one: on a machine with other things to do it gets
        # another go, with no other import beside it.
        for turn in range(5):
            with alone if turn > 0 else contextlib.nullcontext():
                done = subprocess.run([programs / "vitrine-bake", "import", model, "-o", package],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            if done.returncode == 0:
                break
            if turn == 4 or "timeout" not in done.stderr:
                sys.exit(f"media.py: {model.name}: {done.stderr.strip()}")
        record[package.name] = key

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(one, models))


def picture(programs, output, models, record):
    style = look()
    todo = []
    for model, (name, names) in models.items():
        package = output / f"{model.stem}.vpk"
        shown = digest(package.read_bytes())
        for variant in names:
            file = output / picture_name(name, variant)
            key = digest(shown, variant, style, SIZE)
            if record.get(file.name) == key and file.exists():
                continue
            todo.append((key, {"model": str(package), "variant": variant, "output": str(file), "size": SIZE,
                               "background": "transparent"}))
    if not todo:
        return
    print(f"picturing {len(todo)} variants of models", flush=True)
    batch = output / "batch.json"
    batch.write_text(json.dumps([job for _, job in todo]), encoding="utf-8")
    subprocess.run([programs / "vitrine", "render", "--batch", batch], check=True, stdout=subprocess.DEVNULL)
    for key, job in todo:
        record[pathlib.Path(job["output"]).name] = key


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--output", type=pathlib.Path, required=True)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    models = present(wanted())
    record_file = options.output / "made.json"
    record = json.loads(record_file.read_text(encoding="utf-8")) if record_file.exists() else {}
    try:
        bake(options.programs, options.output, models, record)
        picture(options.programs, options.output, models, record)
    except subprocess.CalledProcessError as error:
        print(f"media.py: {' '.join(map(str, error.cmd))} ended with {error.returncode}", file=sys.stderr)
        return 1
    finally:
        record_file.write_text(json.dumps(record, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
