# SPDX-License-Identifier: GPL-3.0-or-later
"""What a still picture costs: `vitrine render` as a whole process, with a display server running."""
import pathlib
import subprocess
import tempfile

from measure import figure, median_of, shared_folder, timed

RUNS = 7


def figures(build):
    program = str(build / "bin" / "vitrine")
    bake = str(build / "bin" / "vitrine-bake")

    def render(model, output):
        return timed([program, "render", model, "--output", output, "--size", "1280x720"])

    def from_package():
        mixer = shared_folder() / "models" / "mixer" / "Mixer.glb"
        with tempfile.TemporaryDirectory() as folder:
            package = str(pathlib.Path(folder) / "mixer.vpk")
            subprocess.run([bake, "import", str(mixer), "-o", package], check=True, capture_output=True)
            seconds, mib = median_of(RUNS, lambda: render(package, str(pathlib.Path(folder) / "out.png")))
        yield figure("render.package.seconds", seconds, "s", "<= 0.6")
        yield figure("render.package.memory", mib, "MiB", "<= 300")

    def from_raw():
        mixer = str(shared_folder() / "models" / "mixer" / "Mixer.glb")
        with tempfile.TemporaryDirectory() as folder:
            seconds, mib = median_of(RUNS, lambda: render(mixer, str(pathlib.Path(folder) / "out.png")))
        yield figure("render.raw.seconds", seconds, "s", "<= 1.3")
        yield figure("render.raw.memory", mib, "MiB")

    def bake_only():
        mixer = str(shared_folder() / "models" / "mixer" / "Mixer.glb")
        with tempfile.TemporaryDirectory() as folder:
            output = str(pathlib.Path(folder) / "mixer.vpk")
            seconds, mib = median_of(RUNS, lambda: timed([bake, "import", mixer, "-o", output]))
        yield figure("bake.mixer.seconds", seconds, "s")
        yield figure("bake.mixer.memory", mib, "MiB")

    return {"render.package": from_package, "render.raw": from_raw, "bake.mixer": bake_only}
