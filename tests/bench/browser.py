# SPDX-License-Identifier: GPL-3.0-or-later
"""model-viewer in a headless Chromium, from a page on loopback (compare/page.html)."""
import contextlib
import http.server
import json
import os
import pathlib
import queue
import shutil
import signal
import subprocess
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent / "compare"
DEADLINE = 120
# Nothing is asked of the network: each name but loopback's is unknown. Its GL is Mesa's software rasteriser, as ours is.
FLAGS = ("--headless=new", "--no-sandbox", "--no-first-run", "--disable-extensions", "--disable-background-networking",
         "--disable-component-update", "--disable-default-apps", "--disable-sync", "--no-pings", "--mute-audio",
         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--ignore-gpu-blocklist", "--use-gl=angle",
         "--use-angle=gl-egl", "--force-device-scale-factor=1", "--hide-scrollbars")


def installed_viewer(folder):
    """model-viewer's one file, by the lock file's hashes; kept in `folder`."""
    bundle = folder / "node_modules" / "@google" / "model-viewer" / "dist" / "model-viewer.min.js"
    if not bundle.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder / name)
        subprocess.run(["npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder,
                       check=True, capture_output=True)
    return bundle


def meshopt_decoder(bundle):
    """The decoder that came with model-viewer, for meshopt-coded models: it is loaded as a script, and lies there as a module."""
    modules = next(parent for parent in bundle.parents if parent.name == "node_modules")
    script = bundle.parent / "meshopt_decoder.js"
    if not script.is_file():
        text = (modules / "three/examples/jsm/libs/meshopt_decoder.module.js").read_text(encoding="utf-8")
        script.write_text(text.replace("export { MeshoptDecoder };", ""), encoding="utf-8")
    return script


@contextlib.contextmanager
def page(files):
    """Serves the files by their paths; what the page posts comes out of the queue as (path, seconds, body)."""
    said = queue.Queue()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            file = files.get(self.path.split("?")[0])
            self.send_response(200 if file else 404)
            body = file.read_bytes() if file else b""
            kind = {".html": "text/html", ".js": "text/javascript"}.get(file.suffix if file else "", "model/gltf-binary")
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            said.put((self.path[1:], time.perf_counter(), body))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", said
    finally:
        server.shutdown()
        server.server_close()


def awaited(said, wanted):
    while True:
        try:
            what, when, body = said.get(timeout=DEADLINE)
        except queue.Empty:
            raise RuntimeError(f"model-viewer did not say '{wanted}' within {DEADLINE} s") from None
        if what == "failed":
            raise RuntimeError(f"model-viewer: {body.decode(errors='replace')}")
        if what == wanted:
            return when, body


def visit(bundle, model, size, turns=0, full=False, watch=None):
    """Shows a model once: `shown` and `picture`, seconds from the browser's start until the frame with the product is out and
    until its PNG is here, `png`, and where it is turned `frames` (seconds each), the `last` of them as it was drawn, and the `renderer`'s name."""
    files = {"/": HERE / "page.html", "/model-viewer.min.js": bundle, "/meshopt_decoder.js": meshopt_decoder(bundle),
             "/model.glb": pathlib.Path(model)}
    with page(files) as (address, said), tempfile.TemporaryDirectory() as profile:
        url = f"{address}/?turns={turns}{'&full' if full else ''}"
        begin = time.perf_counter()
        browser = subprocess.Popen(["chromium", *FLAGS, f"--user-data-dir={profile}", f"--window-size={size[0]},{size[1]}",
                                    url], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            if watch:
                watch(browser.pid)
            shown, _ = awaited(said, "shown")
            picture, png = awaited(said, "picture")
            result = {"shown": shown - begin, "picture": picture - begin, "png": png}
            if turns:
                result["last"] = awaited(said, "last")[1]
                turned = json.loads(awaited(said, "turned")[1])
                result.update(frames=turned["seconds"], renderer=turned["renderer"])
            return result
        finally:
            os.killpg(browser.pid, signal.SIGKILL)
            browser.wait()
