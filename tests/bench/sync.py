# SPDX-License-Identifier: GPL-3.0-or-later
"""Catching up: everything that a new device has to know, from a real vitrine-server over a real WebSocket."""
import base64
import json
import os
import pathlib
import socket
import struct
import subprocess
import tempfile
import time

from measure import figure, median_of
from server import Server

RUNS = 5
# Each is two entities: itself and its stock.
PRODUCTS = 50_000


def end_to_end(build):
    """From before a new device opens its session until its replica is whole, committed and at the server's head."""
    program = build / "bin" / "vitrine-bench-catchup"
    with Server(build, PRODUCTS) as server, tempfile.TemporaryDirectory(prefix="vitrine-bench-") as folder:
        devices = iter(range(RUNS + 1))

        def once():
            data = pathlib.Path(folder) / f"device-{next(devices)}"
            output = subprocess.run([program, server.url(""), data], check=True, capture_output=True, text=True).stdout
            answer = json.loads(output)
            if answer["rows"] < 2 * PRODUCTS:
                raise RuntimeError(f"only {answer['rows']} rows arrived")
            return answer["seconds"], answer["rows"]

        seconds, rows = median_of(RUNS, once)
        yield figure("sync.catchUp", seconds, "s", 3, entities=rows)


class Sync:
    """Just enough of a WebSocket to take rows in and acknowledge them."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET /v1/sync HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        self.reader = self.socket.makefile("rb", 1 << 20)
        while self.reader.readline() != b"\r\n":
            pass

    def send(self, text):
        data = text.encode()
        self.socket.sendall(bytes([0x81, 0x80 | len(data)]) + bytes(4) + data)

    def receive(self):
        _, size = self.reader.read(2)
        if size == 126:
            size = struct.unpack(">H", self.reader.read(2))[0]
        elif size == 127:
            size = struct.unpack(">Q", self.reader.read(8))[0]
        return self.reader.read(size)


def server_part(build):
    """What the server needs for its part: rows read, written and acknowledged, and thrown away here."""
    with Server(build, PRODUCTS) as server:
        begin = time.perf_counter()
        sync = Sync(server.port)
        sync.send('{"type":"hello","protocol":1,"origin":"","cursor":0}')
        entities = 0
        while True:
            frame = sync.receive()
            if frame.startswith(b'{"type":"changes"'):
                entities += frame.count(b"\n") // 2
                sync.send('{"type":"ack","batch":%d}' % json.loads(frame[:frame.index(b"\n")])["batch"])
            elif frame.startswith(b'{"type":"checkpoint"'):
                break
            elif frame.startswith(b'{"type":"goodbye"'):
                raise RuntimeError(frame.decode())
        yield figure("server.catchUp", time.perf_counter() - begin, "s", entities=entities)
        yield figure("server.catchUp.memory", server.peak_memory(), "MiB")


def figures(build):
    return {
        "sync.catchUp": lambda: end_to_end(build),
        "server.catchUp": lambda: server_part(build),
    }
