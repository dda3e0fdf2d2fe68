# SPDX-License-Identifier: GPL-3.0-or-later
"""Ours beside f3d and model-viewer: the same models and picture size, on the same machine and software rasteriser.

f3d draws with its light kit, without shadow and surround, edges smoothed afterwards (FXAA), so it has less to do than the others.
model-viewer has its neutral surround, a soft shadow and MSAA, in a headless Chromium whose GL is the same Mesa. Ours has its
studio, the traced shadow and MSAA.
"""
import ctypes
import json
import pathlib
import statistics
import subprocess
import tempfile
import time

import browser
from measure import figure, shared_folder
from memory import Peak

ASSETS = pathlib.Path(__file__).resolve().parents[2] / "assets"
SIZE = (1280, 720)
RUNS = 5
TURNS = 30
FEW_TURNS = 5
DEMO = ("camera", "chair", "shoe", "wristwatch")


def files():
    models = {"mixer": shared_folder() / "models" / "mixer" / "Mixer.glb"}
    return models | {name: next((ASSETS / "models").glob(f"*/{name}.glb")) for name in DEMO}


def run(command, watch=None):
    """Seconds of a whole process."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if watch:
        watch(process.pid)
    error = process.communicate()[1]
    seconds = time.perf_counter() - begin
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {error.decode(errors='replace').strip()}")
    return seconds


def by_turns(measures):
    """What each gives, RUNS times, one after the other again and again: what else the machine does meets all alike. A first round,
    which warms the caches up, does not count."""
    rounds = [{who: measure() for who, measure in measures.items()} for _ in range(RUNS + 1)][1:]
    return {who: [each[who] for each in rounds] for who in measures}


def medians(values):
    return {who: statistics.median(each) for who, each in values.items()}


def peak(start):
    """MiB at most, of all processes of one run."""
    watched = Peak()
    start(watched.watch)
    return watched.stop()


class Ours:
    def __init__(self, build, folder, model):
        self.program = str(build / "bin" / "vitrine")
        self.bench = str(build / "bin" / "vitrine-bench-frames")
        self.output = str(folder / "ours.png")
        self.raw = str(model)
        self.package = str(folder / "model.vpk")
        run([str(build / "bin" / "vitrine-bake"), "import", self.raw, "-o", self.package])

    def picture(self, source, watch=None):
        return run([self.program, "render", source, "--output", self.output, "--size", f"{SIZE[0]}x{SIZE[1]}"], watch)

    def frame(self, picture, *options):
        said = subprocess.run([self.bench, "--turns", str(TURNS), "--picture", picture, *options, self.package], check=True,
                              capture_output=True, text=True).stdout
        return json.loads(said)["frame"]


class F3d:
    def __init__(self, folder, model):
        self.model = str(model)
        self.output = str(folder / "f3d.png")
        self.log = folder / "f3d.log"

    def picture(self, watch=None, *options):
        return run(["f3d", self.model, f"--output={self.output}", f"--resolution={SIZE[0]},{SIZE[1]}", "--no-config",
                    "--anti-aliasing", "--tone-mapping", *options], watch)

    def dragged(self, frames):
        """A run in which the pointer turns the model, so many frames."""
        x, y = SIZE[0] // 2, SIZE[1] // 2
        events = ["# StreamVersion 1.1", f"LeftButtonPressEvent {x} {y} 0 0 0 0"]
        events += [f"MouseMoveEvent {x + 10 * (step + 1)} {y} 0 0 0 0" for step in range(frames)]
        events += [f"LeftButtonReleaseEvent {x + 10 * frames} {y} 0 0 0 0"]
        self.log.write_text("\n".join(events) + "\n", encoding="utf-8")
        return self.picture(None, f"--interaction-test-play={self.log}")


def hold_display():
    """The X server starts anew when its last client has left, and turns away who comes just then."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    if not x11.XOpenDisplay(None):
        raise RuntimeError("no display")


def beside(build, name, model):
    hold_display()
    bundle = browser.installed_viewer(build / "model-viewer")
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        ours, f3d = Ours(build, folder, model), F3d(folder, model)

        def viewer(**options):
            return browser.visit(bundle, model, SIZE, **options)

        def figures_of(what, unit, values, **more):
            for who, value in values.items():
                yield figure(f"compare.{name}.{what}.{who}", value, unit, **more.get(who, {}))

        # A browser by itself: what of it is still ending would be in the way of the next.
        visits = by_turns({"model-viewer": viewer})["model-viewer"]
        shown = by_turns({"f3d": f3d.picture, "ours.package": lambda: ours.picture(ours.package),
                          "ours.raw": lambda: ours.picture(ours.raw)})
        # In favour of model-viewer: until its frame is out, while the others have written a file as well.
        seconds = medians(shown | {"model-viewer": [v["shown"] for v in visits]})
        yield from figures_of("picture", "s", seconds, **{
            "model-viewer": {"withPng": round(statistics.median(v["picture"] for v in visits), 3)}})

        memory = {"f3d": peak(f3d.picture), "model-viewer": peak(lambda watch: viewer(watch=watch)),
                  "ours.package": peak(lambda watch: ours.picture(ours.package, watch)),
                  "ours.raw": peak(lambda watch: ours.picture(ours.raw, watch))}
        yield from figures_of("memory", "MiB", memory)

        tiers = {"ours.moving": "0", "ours.slower1": "1", "ours.slower2": "2"}
        viewers = ("model-viewer.full", "model-viewer.scaled")
        pictures = {who: folder / f"{who}.png" for who in (*viewers, "ours.full", *tiers)}
        turned = by_turns({"few": lambda: f3d.dragged(FEW_TURNS), "many": lambda: f3d.dragged(FEW_TURNS + TURNS),
                           "model-viewer.full": lambda: viewer(turns=TURNS, full=True),
                           "model-viewer.scaled": lambda: viewer(turns=TURNS, full=False),
                           "ours.full": lambda: ours.frame(pictures["ours.full"], "--full")} |
                          {who: lambda who=who, times=times: ours.frame(pictures[who], "--slower", times)
                           for who, times in tiers.items()})
        for who in viewers:
            pictures[who].write_bytes(turned[who][-1]["last"])
        renderer = turned["model-viewer.full"][-1]["renderer"]
        turned |= {who: [frame for v in turned[who] for frame in v["frames"]] for who in viewers}
        middle = medians(turned)
        # f3d draws one frame for each move of the pointer: what more of them cost.
        frames = {"f3d": (middle.pop("many") - middle.pop("few")) / TURNS} | middle
        frames = {who: one * 1e3 for who, one in frames.items()}
        yield from figures_of("frame", "ms", frames, **{"model-viewer.full": {"renderer": renderer}})
        # What each gives away while it moves: the last frame beside its own in full.
        lost = {who: json.loads(subprocess.run([build / "bin" / "vitrine-bench-pictures", pictures[who],
                                                pictures[who.split(".")[0] + ".full"]],
                                               check=True, capture_output=True, text=True).stdout)
                for who in ("model-viewer.scaled", *tiers)}
        yield from figures_of("moving", "SSIM", {who: one["ssim"] for who, one in lost.items()},
                              **{who: {"psnr": one["psnr"]} for who, one in lost.items()})
        # As coarse as may be without giving away more than model-viewer does.
        equal = min((who for who in tiers if lost[who]["ssim"] >= lost["model-viewer.scaled"]["ssim"]),
                    key=lambda who: lost[who]["ssim"], default="ours.moving")

        better = min("f3d", "model-viewer", key=seconds.get)
        for what, value, target in (
                ("picture.package", seconds[better] / seconds["ours.package"], ">= 2.5"),
                ("picture.raw", seconds[better] / seconds["ours.raw"], ">= 1"),
                ("memory.package", memory["ours.package"] / memory[better], "<= 0.65"),
                ("frame.full.model-viewer", frames["model-viewer.full"] / frames["ours.full"], ">= 3"),
                ("frame.moving.model-viewer", frames["model-viewer.scaled"] / frames["ours.moving"], None),
                ("frame.equal.model-viewer", frames["model-viewer.scaled"] / frames[equal], ">= 3"),
                ("frame.moving.f3d", frames["f3d"] / frames["ours.moving"], ">= 1"),
                ("frame.full.f3d", frames["f3d"] / frames["ours.full"], None)):
            yield figure(f"compare.{name}.ratio.{what}", value, "times", target,
                         **({"better": better} if "frame" not in what else {}))


def figures(build):
    try:
        models = files()
    except RuntimeError:
        models = {}
    return {f"compare.{name}": lambda name=name, model=model: beside(build, name, model)
            for name, model in models.items()}
