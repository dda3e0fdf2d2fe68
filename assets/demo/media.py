#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bakes the demo shop's models and pictures its variants.

media.py --programs BIN --output FOLDER   Writes FOLDER/<model>.vpk for each model of catalogue.json and
FOLDER/<SKU>.png for each variant: transparent, square, one studio, one angle, so that a shelf looks like a shelf.
What was made from the same inputs before is kept: a record of their hashes lies in FOLDER/made.json.
"""
import argparse
import hashlib
import json
import pathlib
import subprocess
import sys

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


def bake(programs, output, models, record):
    for file in sorted({entry["file"] for entry in models}):
        model = ROOT / "assets" / file
        package = output / f"{model.stem}.vpk"
        key = digest(model.read_bytes(), (programs / "vitrine-bake").read_bytes())
        if record.get(package.name) == key and package.exists():
            continue
        subprocess.run([programs / "vitrine-bake", "import", model, "-o", package], check=True,
                       stdout=subprocess.DEVNULL)
        record[package.name] = key


def wanted_pictures(catalogue, output):
    products = {product["id"]: product for product in catalogue["products"]}
    for entry in catalogue["models"]:
        package = output / f"{pathlib.Path(entry['file']).stem}.vpk"
        for variant in products[entry["product"]]["variants"]:
            yield package, variant["modelVariant"], output / f"{variant['sku']}.png"


def picture(programs, output, catalogue, record):
    style = look()
    todo = []
    for package, variant, file in wanted_pictures(catalogue, output):
        key = digest(package.read_bytes(), variant, style, SIZE)
        if record.get(file.name) == key and file.exists():
            continue
        todo.append((key, {"model": str(package), "variant": variant, "output": str(file), "size": SIZE,
                           "background": "transparent"}))
    if not todo:
        return
    print(f"picturing {len(todo)} variants", flush=True)
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
    catalogue = json.loads((HERE / "catalogue.json").read_text(encoding="utf-8"))
    record_file = options.output / "made.json"
    record = json.loads(record_file.read_text(encoding="utf-8")) if record_file.exists() else {}
    try:
        bake(options.programs, options.output, catalogue["models"], record)
        picture(options.programs, options.output, catalogue, record)
    except subprocess.CalledProcessError as error:
        print(f"media.py: {' '.join(map(str, error.cmd))} ended with {error.returncode}", file=sys.stderr)
        return 1
    finally:
        record_file.write_text(json.dumps(record, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
