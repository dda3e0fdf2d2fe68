# SPDX-License-Identifier: GPL-3.0-or-later
"""The server's figures: a real vitrine-server on a free port of loopback, asked by wrk, which shares the machine."""
import concurrent.futures
import hashlib
import http.client
import json
import pathlib
import re
import subprocess
import tempfile
import time
import uuid

from measure import figure

SECONDS = 5
THREADS = 2
SHOPPERS = 2000
PRODUCT = "sample-77"


class Server:
    """A server over a new shop of generated products; stopped with the block."""

    def __init__(self, build, products):
        self.program = build / "bin" / "vitrine-server"
        self.products = products
        self.folder = tempfile.TemporaryDirectory(prefix="vitrine-bench-")
        self.process = None
        self.port = 0

    def __enter__(self):
        subprocess.run([self.program, "seed", "--data", self.folder.name, "--scale", str(self.products)], check=True,
                       stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            [self.program, "serve", "--data", self.folder.name, "--listen", "127.0.0.1:0", "--threads", str(THREADS),
             "--requests-per-second", "0"], stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on"):
            raise RuntimeError("the server does not listen")
        self.port = int(line.rsplit(":", 1)[1])
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise RuntimeError(f"{path} answers {response.status}")
        return json.loads(body)

    def peak_memory(self):
        """Of the server so far, in MiB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024


def wrk(server, path, connections, script=None):
    """(requests a second, 99th percentile in milliseconds); RuntimeError where any answer was an error."""
    command = ["wrk", "-t", "1", "-c", str(connections), "-d", f"{SECONDS}s", "--latency"]
    if script:
        command += ["-s", script]
    output = subprocess.run(command + [server.url(path)], check=True, capture_output=True, text=True).stdout
    errors = re.search(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)", output)
    if errors:
        raise RuntimeError("wrk: " + errors.group(0))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1))
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", output).groups()
    return rate, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def at_rate(build, server, path, connections, rate):
    """Of a fixed offered rate, over the runs the one with the median 99th percentile."""
    command = [build / "bin" / "vitrine-bench-rate", str(server.port), path, str(rate), str(connections), str(SECONDS)]
    runs = [json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(3)]
    return sorted(runs, key=lambda run: run["p99"])[1]


def reads(build):
    with Server(build, 1000) as server:
        wrk(server, f"/v1/products/{PRODUCT}", 32)
        # At saturation every connection asks again at once, and the generator takes its share of the cores: the
        # tail there is that of three busy threads on two cores. What a shopper waits under the load that is promised
        # is the second one.
        rate, p99 = wrk(server, f"/v1/products/{PRODUCT}", 32)
        yield figure("server.product", rate, "1/s", 30_000, connections=32, threads=THREADS)
        yield figure("server.product.p99AtSaturation", p99, "ms")
        answers = at_rate(build, server, f"/v1/products/{PRODUCT}", 32, 30_000)
        yield figure("server.product.p99At30000", answers["p99"], "ms", 5, connections=32, threads=THREADS,
                     answered=answers["rate"], p50=answers["p50"], p999=answers["p999"])
        rate, p99 = wrk(server, "/v1/products?limit=20", 32)
        yield figure("server.list20", rate, "1/s", 10_000, p99=p99)
        yield figure("server.memory", server.peak_memory(), "MiB")


def post(server, name, body, token, key):
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("POST", "/v1/commands/" + name, json.dumps(body),
                       {"Content-Type": "application/json", "Idempotency-Key": key, "Authorization": "Bearer " + token})
    response = connection.getresponse()
    answer = response.read()
    if response.status != 200:
        raise RuntimeError(f"{name} answers {response.status}: {answer.decode()}")


def register(server, count):
    """Makes that many shoppers known; their tokens are bench-0, bench-1…"""
    def one(number):
        token = f"bench-{number}"
        post(server, "registerDevice", {"device": str(uuid.uuid4()), "customer": str(uuid.uuid4()),
                                        "tokenHash": hashlib.sha256(token.encode()).hexdigest()},
             token, str(uuid.uuid4()))
    with concurrent.futures.ThreadPoolExecutor(32) as pool:
        list(pool.map(one, range(count)))


# Each request has a key and ids of its own, and goes to the next shopper.
SCRIPT = """
local number = 0
local seed = %(seed)d
wrk.method = "POST"
local function id(kind)
  return string.format("%%08x-%%04x-7000-8000-%%012x", seed, kind, number)
end
request = function()
  number = number + 1
  local headers = { ["Content-Type"] = "application/json", ["Idempotency-Key"] = id(1),
                    ["Authorization"] = "Bearer bench-" .. (number %% %(shoppers)d) }
  return wrk.format("POST", nil, headers, %(body)s)
end
"""


def command_rate(server, name, body):
    script = pathlib.Path(server.folder.name) / f"{name}.lua"
    script.write_text(SCRIPT % {"seed": time.time_ns() & 0xFFFFFFFF, "shoppers": SHOPPERS, "body": body},
                      encoding="utf-8")
    return wrk(server, "/v1/commands/" + name, 64, script)


def commands(build):
    with Server(build, 1000) as server:
        register(server, SHOPPERS)
        product = server.get(f"/v1/products/{PRODUCT}")
        variant = product["variants"][0]
        line = {"product": product["id"], "variant": variant["id"], "quantity": 1}
        add = json.dumps({**line, "at": {"at": "2026-03-01T00:00:00Z", "counter": 0, "device": str(uuid.uuid4())}})
        rate, p99 = command_rate(server, "addToCart", f"'{add}'")
        yield figure("server.addToCart", rate, "1/s", 5_000, connections=64, p99=p99, durable="FULL")
        order = json.dumps({
            "order": "ORDER", "lines": [{**line, "unitPrice": variant["price"]}],
            "address": {"name": "Rahim", "phone": "01700000000", "division": "Dhaka", "district": "Dhaka",
                        "line": "House 1, Road 2", "country": "BD"},
            "paymentMethod": "cashOnDelivery"}).replace("ORDER", "' .. id(2) .. '")
        rate, p99 = command_rate(server, "placeOrder", f"'{order}'")
        taken = server.get(f"/v1/stock-levels?variant={variant['id']}")["items"][0]["reserved"]
        if taken < rate * SECONDS * 0.9:
            raise RuntimeError(f"only {taken} orders were accepted")
        yield figure("server.placeOrder", rate, "1/s", 2_000, connections=64, p99=p99, durable="FULL")


def figures(build):
    return {
        "server.reads": lambda: reads(build),
        "server.commands": lambda: commands(build),
    }
