# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a GLB a third of its size with what our importer reads: EXT_meshopt_compression, by the library's own encoder.

Positions and texture coordinates stay floats (no node needs a scale), but lie on a grid that is a 65,536th of the
largest mesh, or 1/32,768 of a picture. Directions are octahedral, 11 bits each way: eight would band on polished metal.
"""
import ctypes
import math

import numpy as np

EXTENSION = "EXT_meshopt_compression"
FLOAT, SHORT, USHORT, UINT = 5126, 5122, 5123, 5125
KINDS = {FLOAT: np.float32, SHORT: np.int16, USHORT: np.uint16, UINT: np.uint32}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}
DIRECTION_BITS = {"NORMAL": 11, "TANGENT": 10}
STRIDES = {"POSITION": 12, "NORMAL": 8, "TEXCOORD_0": 8, "TANGENT": 8, "COLOR_0": 8}
FILTERS = {"POSITION": "EXPONENTIAL", "TEXCOORD_0": "EXPONENTIAL", "NORMAL": "OCTAHEDRAL", "TANGENT": "OCTAHEDRAL",
           "COLOR_0": "NONE"}
_library = None


def library():
    global _library
    if _library is None:
        _library = ctypes.CDLL("libmeshoptimizer.so.2d")
        for name in ("encodeVertexBufferBound", "encodeVertexBuffer", "encodeIndexBufferBound", "encodeIndexBuffer",
                     "optimizeVertexFetchRemap"):
            getattr(_library, f"meshopt_{name}").restype = ctypes.c_size_t
        _library.meshopt_encodeVertexVersion(0)
        _library.meshopt_encodeIndexVersion(1)
    return _library


def pointer(array):
    return array.ctypes.data_as(ctypes.c_void_p)


def size(n):
    return ctypes.c_size_t(int(n))


def read(gltf, binary, index):
    """An accessor's values (count, width), views without a stride."""
    accessor = gltf["accessors"][index]
    view = gltf["bufferViews"][accessor["bufferView"]]
    kind, width = np.dtype(KINDS[accessor["componentType"]]), WIDTHS[accessor["type"]]
    start = view.get("byteOffset", 0) + accessor.get("byteOffset", 0)
    stride = view.get("byteStride", width * kind.itemsize)
    rows = np.frombuffer(binary, np.uint8, (accessor["count"] - 1) * stride + width * kind.itemsize, start)
    rows = np.lib.stride_tricks.as_strided(rows, (accessor["count"], width * kind.itemsize), (stride, 1))
    return np.ascontiguousarray(rows).view(kind)


def in_order(indices, vertices):
    """The triangles in an order that compresses (and draws) well, and where each vertex goes for it."""
    best = np.empty_like(indices)
    library().meshopt_optimizeVertexCache(pointer(best), pointer(indices), size(len(indices)), size(vertices))
    remap = np.empty(vertices, np.uint32)
    library().meshopt_optimizeVertexFetchRemap(pointer(remap), pointer(best), size(len(best)), size(vertices))
    return remap[best], remap


def on_grid(values, bits):
    """Whole steps of 2^-bits as the filter EXPONENTIAL holds them: a shared exponent, 24 bits of mantissa."""
    steps = np.round(values.astype(np.float64) * 2.0 ** bits).astype(np.int64)
    assert np.abs(steps).max(initial=0) < 1 << 23
    return ((steps & 0xFFFFFF) | ((-bits & 0xFF) << 24)).astype(np.uint32), steps * 2.0 ** -bits


def directions(values, bits):
    four = np.zeros((len(values), 4), np.float32)
    four[:, :values.shape[1]] = values
    out = np.empty((len(values), 4), np.int16)
    library().meshopt_encodeFilterOct(pointer(out), size(len(out)), size(8), ctypes.c_int(bits), pointer(four))
    return out


def encoded_vertices(rows, stride):
    room = library().meshopt_encodeVertexBufferBound(size(len(rows)), size(stride))
    out = np.empty(room, np.uint8)
    length = library().meshopt_encodeVertexBuffer(pointer(out), size(room), pointer(rows), size(len(rows)), size(stride))
    assert length
    return out[:length].tobytes()


def encoded_triangles(indices):
    room = library().meshopt_encodeIndexBufferBound(size(len(indices)), size(int(indices.max()) + 1))
    out = np.empty(room, np.uint8)
    length = library().meshopt_encodeIndexBuffer(pointer(out), size(room), pointer(indices), size(len(indices)))
    assert length
    return out[:length].tobytes()


class Packer:
    """The parts of a finished file; one compressed view for all that is of one kind."""

    def __init__(self, gltf, binary):
        self.gltf, self.old = gltf, bytes(binary)
        self.binary, self.views, self.fallback = bytearray(), [], 0
        self.streams = {}  # kind → ([rows …], rows so far)

    def plain(self, index):
        """Copies a view as it is."""
        view = dict(self.gltf["bufferViews"][index])
        start, length = view.get("byteOffset", 0), view["byteLength"]
        view["byteOffset"] = self.append(self.old[start:start + length])
        self.views.append(view)
        return len(self.views) - 1

    def append(self, data):
        self.binary += b"\0" * (-len(self.binary) % 4)
        self.binary += data
        return len(self.binary) - len(data)

    def stream(self, kind, rows):
        """Adds rows to a kind's stream; the number of those before."""
        chunks, before = self.streams.get(kind, ([], 0))
        self.streams[kind] = (chunks + [rows], before + len(rows))
        return before

    def mesh_bits(self):
        reach = 1e-6
        for mesh in self.gltf["meshes"]:
            for primitive in mesh["primitives"]:
                accessor = self.gltf["accessors"][primitive["attributes"]["POSITION"]]
                reach = max(reach, *np.abs(accessor["min"]), *np.abs(accessor["max"]))
        return min(max(math.ceil(math.log2(32768 / reach)), 14), 20)

    def is_tiled(self, primitive):
        mappings = primitive.get("extensions", {}).get("KHR_materials_variants", {}).get("mappings", [])
        return any("KHR_texture_transform" in str(self.gltf["materials"][m])
                   for m in {primitive["material"], *(x["material"] for x in mappings)})

    def primitive(self, primitive, bits):
        accessors, attributes = self.gltf["accessors"], primitive["attributes"]
        indices = read(self.gltf, self.old, primitive["indices"]).reshape(-1).astype(np.uint32)
        indices, remap = in_order(indices, accessors[attributes["POSITION"]]["count"])
        for name, index in attributes.items():
            values = read(self.gltf, self.old, index)
            values = values[np.argsort(remap)]
            accessor = accessors[index]
            if name in DIRECTION_BITS:
                rows = directions(values, DIRECTION_BITS[name])
                accessor.update(componentType=SHORT, normalized=True)
            elif name == "COLOR_0":
                rows = values
            else:
                rows, exact = on_grid(values, bits if name == "POSITION" else 18 if self.is_tiled(primitive) else 15)
                if name == "POSITION":
                    accessor.update(min=exact.min(0).tolist(), max=exact.max(0).tolist())
            self.place(accessor, name, self.stream(name, rows) * STRIDES[name])
        accessor = accessors[primitive["indices"]]
        kind = "indices" if accessor["componentType"] == USHORT else "wide indices"
        self.place(accessor, kind, self.stream(kind, indices) * (2 if kind == "indices" else 4))

    def place(self, accessor, kind, offset):
        accessor["bufferView"] = kind
        accessor.pop("byteOffset", None)
        if offset:
            accessor["byteOffset"] = offset

    def close(self, kind):
        """Writes a stream; its view's number."""
        rows = np.concatenate(self.streams[kind][0])
        if kind in STRIDES:
            stride, data = STRIDES[kind], encoded_vertices(rows, STRIDES[kind])
            more = {"mode": "ATTRIBUTES", "filter": FILTERS[kind]}
        else:
            stride, data, more = 2 if kind == "indices" else 4, encoded_triangles(rows), {"mode": "TRIANGLES"}
        length = len(rows) * stride
        view = {"buffer": 1, "byteOffset": self.fallback, "byteLength": length,
                "target": 34962 if kind in STRIDES else 34963,
                "extensions": {EXTENSION: {"buffer": 0, "byteOffset": self.append(data), "byteLength": len(data),
                                           "byteStride": stride, "count": len(rows), **more}}}
        if kind in STRIDES:
            view["byteStride"] = stride
        self.fallback += length + -length % 4
        self.views.append(view)
        return len(self.views) - 1


def packed(gltf, binary, grid=None):
    """JSON and binary chunk of the same file, its geometry compressed. `gltf` is used up."""
    packer = Packer(gltf, binary)
    bits = grid or packer.mesh_bits()
    for mesh in gltf["meshes"]:
        for primitive in mesh["primitives"]:
            packer.primitive(primitive, bits)
    for image in gltf.get("images", []):
        image["bufferView"] = packer.plain(image["bufferView"])
    views = {}
    for accessor in gltf["accessors"]:
        kind = accessor["bufferView"]
        if kind not in views:
            views[kind] = packer.plain(kind) if isinstance(kind, int) else packer.close(kind)
        accessor["bufferView"] = views[kind]
    gltf["bufferViews"] = packer.views
    packer.append(b"")
    gltf["buffers"] = [{"byteLength": len(packer.binary)},
                       {"byteLength": packer.fallback, "extensions": {EXTENSION: {"fallback": True}}}]
    for key in ("extensionsUsed", "extensionsRequired"):
        gltf[key] = sorted({*gltf.get(key, []), EXTENSION, "KHR_mesh_quantization"})
    return gltf, packer.binary


def unpacked(gltf, binary):
    """The same file for readers that know no compression. `gltf` is used up."""
    if EXTENSION not in gltf.get("extensionsUsed", []):
        return gltf, binary
    out = bytearray()
    for view in gltf["bufferViews"]:
        coded = view.pop("extensions", {}).get(EXTENSION)
        out += b"\0" * (-len(out) % 4)
        if coded:
            data = decoded(coded, bytes(binary[coded["byteOffset"]:coded["byteOffset"] + coded["byteLength"]]))
        else:
            data = bytes(binary[view.get("byteOffset", 0):view.get("byteOffset", 0) + view["byteLength"]])
        view.update(buffer=0, byteOffset=len(out))
        out += data
    out += b"\0" * (-len(out) % 4)
    gltf["buffers"] = [{"byteLength": len(out)}]
    for key in ("extensionsUsed", "extensionsRequired"):
        gltf[key].remove(EXTENSION)
    return gltf, out


def decoded(coded, data):
    count, stride = coded["count"], coded["byteStride"]
    out, source = np.zeros(count * stride, np.uint8), np.frombuffer(data, np.uint8)
    decode = (library().meshopt_decodeVertexBuffer if coded["mode"] == "ATTRIBUTES" else library().meshopt_decodeIndexBuffer)
    fault = decode(pointer(out), size(count), size(stride), pointer(source), size(len(source)))
    assert not fault
    if coded.get("filter") == "OCTAHEDRAL":
        library().meshopt_decodeFilterOct(pointer(out), size(count), size(stride))
    elif coded.get("filter") == "EXPONENTIAL":
        library().meshopt_decodeFilterExp(pointer(out), size(count), size(stride))
    return out.tobytes()
