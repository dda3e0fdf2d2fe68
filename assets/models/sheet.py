# SPDX-License-Identifier: GPL-3.0-or-later
"""`build.py --sheet [NAME …] [--size N] [--samples N]`: every product as a ray tracer sees it beside what
`vitrine render` makes of it, in build/contact-sheet.png, and a line of figures for each.

Both pictures have the same studio, camera, ground and tone mapping. What was drawn from the same inputs before is kept
under build/sheet/.
"""
import argparse
import hashlib
import json
import os
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
STUDIO = "softbox"
GROUND = "#77736c"  # between a white product and a black one, and light enough for a shadow to show


def digest(*parts):
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.read_bytes() if isinstance(part, pathlib.Path) else json.dumps(part).encode())
        whole.update(b"\0")
    return whole.hexdigest()[:16]


def products(names):
    """The GLBs to draw by name: all, or those whose own name or whose folder's is given."""
    known = {p.stem: p for p in sorted(here.glob("*/*.glb"), key=lambda p: (p.parent.name, p.stem))}
    for name in names:
        if not any(name in (stem, p.parent.name) for stem, p in known.items()):
            sys.exit(f"build.py: no model '{name}'; there are: {', '.join(known)}")
    return {stem: p for stem, p in known.items() if not names or stem in names or p.parent.name in names}


def run(*command):
    process = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, text=True)
    if process.returncode:
        sys.exit(f"build.py: {pathlib.Path(command[0]).name} failed")
    return process.stdout


def live(models, programs, kept, size):
    """Draws what is not there yet; name → the picture and the camera that it was taken by."""
    look = digest(programs / "bin" / "vitrine", *sorted((programs / "share" / "studios").glob(f"{STUDIO}.*")), GROUND, size)
    found, missing = {}, []
    for name, glb in models.items():
        picture = kept / f"{name}-live-{digest(glb, look)}.png"
        found[name] = picture, picture.with_suffix(".json")
        if not all(p.exists() for p in found[name]):
            missing.append({"model": str(glb), "output": str(picture)})
    if missing:
        batch = kept / "live.json"
        batch.write_text(json.dumps(missing))
        said = run(programs / "bin" / "vitrine", "render", "--batch", batch, "--say-camera", "--studio", STUDIO,
                   "--size", f"{size}x{size}", "--background", GROUND)
        for line in said.splitlines():
            camera = json.loads(line)
            pathlib.Path(camera.pop("output")).with_suffix(".json").write_text(json.dumps(camera))
    return {name: (picture, json.loads(camera.read_text())) for name, (picture, camera) in found.items()}


def references(models, pictures, kept, surround, size, samples, blender):
    tool = here / "lib" / "reference.py"
    light = digest(surround, tool, size, samples)
    found = {name: kept / f"{name}-ref-{digest(glb, light, pictures[name][1])}.npy" for name, glb in models.items()}
    jobs = [{"name": name, "model": str(glb), "camera": pictures[name][1], "out": str(found[name])}
            for name, glb in models.items() if not found[name].exists()]
    if jobs:
        work = kept / "reference.json"
        work.write_text(json.dumps({"jobs": jobs, "studio": str(surround), "size": size, "samples": samples,
                                    "threads": os.cpu_count()}))
        blender("--python", str(tool), "--", str(work))
    return found


def main(arguments, blender):
    parser = argparse.ArgumentParser(prog="build.py --sheet")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--size", type=int, default=256, help="pixels of a picture")
    parser.add_argument("--samples", type=int, default=40)
    parser.add_argument("--columns", type=int, default=5)
    o = parser.parse_args(arguments)
    programs = root / os.environ.get("VITRINE_BUILD", "build/release")
    kept = root / "build" / "sheet"
    kept.mkdir(parents=True, exist_ok=True)
    models = products(o.names)
    studio = here.parent / "studios" / f"{STUDIO}.json"
    surround = kept / f"{STUDIO}-{digest(studio, programs / 'bin' / 'vitrine-studio')}.hdr"
    if not surround.exists():
        run(programs / "bin" / "vitrine-studio", studio, "--surround", surround)
    pictures = live(models, programs, kept, o.size)
    traced = references(models, pictures, kept, surround, o.size, o.samples, blender)
    out = root / "build" / "contact-sheet.png"
    work = kept / "contact.json"
    work.write_text(json.dumps({
        "pairs": [{"name": name, "reference": str(traced[name]), "live": str(pictures[name][0])} for name in models],
        "exposure": json.loads(studio.read_text()).get("exposure", 1), "ground": GROUND, "columns": o.columns,
        "out": str(out)}))
    said = blender("--python", str(here / "lib" / "contact.py"), "--", str(work))
    print("\n".join(line for line in said.splitlines() if line.startswith("sheet ")))
    print(out)
