# SPDX-License-Identifier: GPL-3.0-or-later
"""Our pictures beside those of other renderers (../shared/models), on white, in the neutral studio.

Theirs were taken in surrounds that are not there, so reflections differ; the camera is theirs to the pixel. How far the others
are apart from one another, in one and the same surround, stands beside it.
"""
import itertools
import json
import pathlib
import subprocess
import tempfile

from measure import figure, shared_folder
from viewpoint import with_camera

OTHERS = ("babylon", "filament", "model-viewer")
# Where the gallery's camera stood: found by laying silhouettes over one another. 45° high, straight from the front.
FEATURES = {
    "AnisotropyDiscTest": ((-0.5, 1, 0), 8, (512, 512)),
    "AttenuationTest": ((0, 0, 0), 22, (512, 384)),
    "ClearCoatTest": ((0, 0, 0), 20, (512, 512)),
    "NormalTangentTest": ((0, 0, 0), 4.25, (512, 512)),
    "SpecularTest": ((-0.18, 0, 0), 1.1, (512, 400)),
    "TransmissionRoughnessTest": ((0, -0.09, 0), 1.1, (512, 200)),
}


def figures(build):
    def compared(actual, expected):
        said = subprocess.run([build / "bin" / "vitrine-bench-pictures", actual, expected,
                               sheets() / f"{actual.stem}-{expected.stem}.png"], check=True, capture_output=True, text=True)
        return json.loads(said.stdout)

    def sheets():
        folder = build / "references"
        folder.mkdir(exist_ok=True)
        return folder

    def picture(model, output, camera, size):
        subprocess.run([build / "bin" / "vitrine", "render", model, "--output", output, "--studio", "neutral", "--camera",
                        f"gltf:{camera}", "--background", "#ffffff", "--size", f"{size[0]}x{size[1]}"], check=True,
                       capture_output=True)

    def mixer():
        folder = shared_folder() / "models" / "mixer"
        with tempfile.TemporaryDirectory() as temporary:
            for camera in range(3):
                output = pathlib.Path(temporary) / f"mixer-{camera}.png"
                picture(folder / "Mixer.glb", output, camera, (1024, 1024))
                apart = compared(output, folder / f"reference-{camera}.png")
                yield figure(f"references.mixer.{camera}.ssim", apart["ssim"], "", ">= 0.85")
                yield figure(f"references.mixer.{camera}.psnr", apart["psnr"], "dB", ">= 24", colorDistanceDb=apart["db"])

    def features():
        folder = shared_folder() / "models" / "gltf-features"
        with tempfile.TemporaryDirectory() as temporary:
            for name, (target, radius, size) in FEATURES.items():
                model = pathlib.Path(temporary) / f"{name}.glb"
                camera = with_camera(folder / f"{name}.glb", model, target, radius, 45, size[0] / size[1])
                output = model.with_suffix(".png")
                picture(model, output, camera, size)
                theirs = {other: folder / "reference" / f"{name}-{other}.png" for other in OTHERS}
                between = [compared(theirs[a], theirs[b])["db"] for a, b in itertools.combinations(OTHERS, 2)]
                for other, expected in theirs.items():
                    apart = compared(output, expected)
                    yield figure(f"references.{name}.{other}", apart["db"], "dB", ssim=apart["ssim"], psnr=apart["psnr"],
                                 othersFrom=min(between), othersTo=max(between))

    return {"references.mixer": mixer, "references.features": features}
