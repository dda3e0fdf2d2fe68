# SPDX-License-Identifier: GPL-3.0-or-later
"""What a shopper waits for: the client's start, and the GUI thread while a product opens."""
import contextlib
import ctypes
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

from measure import figure, median_of, shared_folder

RUNS = 7
DEADLINE = 60


class Automation:
    """The client's automation socket (app/client/Automation.h)."""

    def __init__(self, name):
        self.path = str(pathlib.Path(tempfile.gettempdir()) / name)
        self.socket = None

    def connect(self):
        deadline = time.monotonic() + DEADLINE
        while True:
            try:
                self.socket = socket.socket(socket.AF_UNIX)
                self.socket.connect(self.path)
                self.reader = self.socket.makefile("r", encoding="utf-8")
                return self
            except OSError:
                self.socket.close()
                if time.monotonic() > deadline:
                    raise RuntimeError("the client offers no automation socket") from None
                time.sleep(0.005)

    def ask(self, **request):
        self.socket.sendall((json.dumps(request) + "\n").encode())
        return json.loads(self.reader.readline())

    def wait(self, condition, **request):
        deadline = time.monotonic() + DEADLINE
        while True:
            answer = self.ask(**request)
            if condition(answer):
                return answer
            if time.monotonic() > deadline:
                raise RuntimeError(f"waited in vain: {request} → {answer}")
            time.sleep(0.005)

    def close(self):
        self.socket.close()


def click(x, y):
    """Presses the real pointer's left button (XTEST)."""
    x11, xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    xtst.XTestFakeMotionEvent(display, -1, x, y, 0)
    xtst.XTestFakeButtonEvent(display, 1, 1, 0)
    xtst.XTestFakeButtonEvent(display, 1, 0, 0)
    x11.XCloseDisplay(display)


@contextlib.contextmanager
def demo_server(build, folder, media=None):
    server = str(build / "bin" / "vitrine-server")
    content = ["--media", media] if media else []
    subprocess.run([server, "seed", "--demo", "--data", folder, *content], check=True, capture_output=True)
    process = subprocess.Popen([server, "serve", "--listen", "127.0.0.1:0", "--data", folder], stdout=subprocess.PIPE,
                               text=True)
    try:
        for line in process.stdout:
            if line.startswith("listening on "):
                yield line.split()[-1]
                break
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def client(build, url, data):
    automation = Automation(f"vitrine-bench-{os.getpid()}")
    process = subprocess.Popen([str(build / "bin" / "vitrine"), "--server", url, "--data", data, "--geometry",
                                "1280x800+0+0", "--automation", automation.path])
    try:
        yield automation.connect()
    finally:
        automation.close()
        process.terminate()
        process.wait()


def media_with_mixer(build, folder):
    """The demo shop's media, with the Mixer where the mug's model is; the folder."""
    media = pathlib.Path(folder) / "media"
    shutil.copytree(build / "media", media)
    mixer = shared_folder() / "models" / "mixer" / "Mixer.glb"
    (media / "mug.vpk").unlink()
    subprocess.run([str(build / "bin" / "vitrine-bake"), "import", str(mixer), "-o", str(media / "mug.vpk")],
                   check=True, capture_output=True)
    return str(media)


def figures(build):
    def start():
        """From the start of the process until the shelf is on screen and the event loop answers."""
        with tempfile.TemporaryDirectory() as folder, demo_server(build, folder + "/server") as url:
            def once():
                begin = time.perf_counter()
                with client(build, url, folder + "/client") as automation:
                    automation.wait(lambda answer: answer.get("names"), items="productCard_")
                    return (time.perf_counter() - begin,)
            (seconds,) = median_of(RUNS, once)
        yield figure("client.start.seconds", seconds, "s", "<= 1.0")

    def stall():
        """The longest gap of the GUI thread from the click on a card until its product stands in full quality.

        The product is the Mixer of the test data, which takes the mug's place on the shelf.
        """
        with tempfile.TemporaryDirectory() as folder:
            with demo_server(build, folder + "/server", media_with_mixer(build, folder)) as url:
                def once():
                    with client(build, url, folder + "/client") as automation:
                        card = automation.wait(lambda answer: answer["found"], item="productCard_stoneware-mug")
                        time.sleep(1)  # The shelf's pictures are not what is measured here.
                        automation.ask(stall=True)
                        click(int(card["x"] + card["width"] / 2), int(card["y"] + card["height"] / 2))
                        automation.wait(lambda answer: answer.get("value") is True, item="stage", property="settled")
                        time.sleep(1)  # The frame in full quality is drawn.
                        return (automation.ask(stall=True)["milliseconds"],)
                (milliseconds,) = median_of(5, once)
        yield figure("client.open.stall", milliseconds, "ms", "<= 50 here, <= 16 with a GPU")

    return {"client.start": start, "client.open.stall": stall}
