#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rebuilds the product models, set pieces and rooms: `./dev models`, or `./dev models NAME` for one.

A product is a folder with a script of the same name that defines `build(folder)`; Blender runs it headless
and it writes its GLB (or several) beside itself. Set pieces are the same in `../sets/`; a room is a `../sets/rooms/NAME.json`,
from which `lib/rooms.py` composes a GLB. Nothing here depends on the time, the machine or a window.

  build.py [NAME …]                   write the models
  build.py --check [NAME …]           build into a scratch folder and compare, byte for byte, with what is committed
  build.py --preview NAME [OPTION …]  a picture in build/preview/ by Cycles (options: lib/preview.py)
  build.py --sheet [NAME …]           products by Cycles beside `vitrine render`, in build/contact-sheet.png (sheet.py)
"""
import filecmp
import pathlib
import subprocess
import sys
import tempfile

import sheet

here = pathlib.Path(__file__).resolve().parent
sets = here.parent / "sets"
rooms = sets / "rooms"
bootstrap = """
import sys, importlib.util
sys.path.insert(0, {here!r})
sys.dont_write_bytecode = True
import lib.encode
lib.encode.most = {most}
spec = importlib.util.spec_from_file_location({name!r}, {script!r})
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
module.build(*{arguments!r})
"""


def blender(*arguments):
    process = subprocess.run(["blender", "--background", "--factory-startup", "--python-exit-code", "1", *arguments],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if process.returncode:
        sys.exit(process.stdout + "\nbuild.py: Blender failed")
    return process.stdout


def scripts():
    """Every name that can be built, and what it is built from, in the order in which they must be."""
    found = sorted((p for root in (here, sets) for p in root.glob("*/*.py") if p.stem == p.parent.name),
                   key=lambda p: (p.parent.parent != here, p.stem))
    return {p.stem: p for p in [*found, *sorted(rooms.glob("*.json"))]}


def chosen(names):
    known = scripts()
    unknown = [n for n in names if n not in known]
    if unknown:
        sys.exit(f"build.py: no model '{unknown[0]}'; there are: {', '.join(known)}")
    return {n: known[n] for n in names or known}


def build(script, folder):
    room = script.suffix == ".json"
    made_by, arguments = (here / "lib" / "rooms.py", [script, folder]) if room else (script, [folder])
    code = bootstrap.format(here=str(here), name=script.stem, script=str(made_by), arguments=[str(a) for a in arguments],
                            most=80 if script.parent.parent == here else 100)
    output = blender("--python-expr", code)
    print("\n".join(line for line in output.splitlines() if line.startswith("model ")), flush=True)


def check(names):
    different = []
    for script in chosen(names).values():
        with tempfile.TemporaryDirectory() as folder:
            build(script, folder)
            for made in sorted(pathlib.Path(folder).glob("*.glb")):
                committed = script.parent / made.name
                if not committed.exists() or not filecmp.cmp(made, committed, shallow=False):
                    different.append(made.name)
    sys.exit(f"build.py: not what is committed: {', '.join(different)}" if different else 0)


def preview(arguments):
    glb = next((p for root in (here, sets) for p in root.glob(f"*/{arguments[0]}.glb")), None)
    if glb is None:
        sys.exit(f"build.py: no {arguments[0]}.glb")
    variant = arguments[arguments.index("--variant") + 1] if "--variant" in arguments else "default"
    out = here.parent.parent / "build" / "preview" / f"{arguments[0]}-{variant}.png"
    out.parent.mkdir(parents=True, exist_ok=True)
    output = blender("--python", str(here / "lib" / "preview.py"), "--", str(glb), str(out), *arguments[1:])
    print("\n".join(line for line in output.splitlines() if line.startswith("size in")))
    print(out)


def main():
    arguments = sys.argv[1:]
    if arguments[:1] == ["--preview"]:
        preview(arguments[1:])
    elif arguments[:1] == ["--sheet"]:
        sheet.main(arguments[1:], blender)
    elif arguments[:1] == ["--check"]:
        check(arguments[1:])
    else:
        for script in chosen(arguments).values():
            build(script, script.parent)


if __name__ == "__main__":
    main()
