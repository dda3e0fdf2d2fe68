# SPDX-License-Identifier: GPL-3.0-or-later
"""How the stage moves scenes of thousands of draws: of as many shapes, and of few shapes again and again."""
import json
import pathlib
import subprocess
import tempfile

from many_draws import scene
from measure import figure

DRAWS = 3000


def figures(build):
    def shown(glb):
        with tempfile.TemporaryDirectory() as folder:
            model = pathlib.Path(folder) / "many.glb"
            model.write_bytes(glb)
            package = model.with_suffix(".vpk")
            subprocess.run([build / "bin" / "vitrine-bake", "import", model, "-o", package], check=True,
                           capture_output=True)
            said = subprocess.run([build / "bin" / "vitrine-bench-frames", package], check=True, capture_output=True,
                                  text=True).stdout
            return json.loads(said)

    def measured(name, glb):
        stage = shown(glb)
        yield figure(name, stage["frame"] * 1e3, "ms", "<= 50", slowestMs=round(stage["slowest"] * 1e3, 1),
                     openSeconds=stage["open"])

    return {"draws.different": lambda: measured("draws.different", scene(DRAWS, DRAWS)),
            "draws.parts": lambda: measured("draws.parts", scene(DRAWS, DRAWS, parts=30)),
            "draws.repeated": lambda: measured("draws.repeated", scene(DRAWS, 3))}
