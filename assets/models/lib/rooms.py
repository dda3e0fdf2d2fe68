# SPDX-License-Identifier: GPL-3.0-or-later
"""Composes a room's GLB from its JSON (assets/README.md, "Rooms") and the set pieces' GLBs.

What stands once is merged by material, its lamps' light baked into vertex colours; what is `shared` keeps one mesh that many
nodes draw, lit as the mean of its places. Glass and lamps carry no baked light. Cameras and places are written with it.
"""
import hashlib
import json
import math
import os
import pathlib
import struct

import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree

from lib.glb import ARRAY, ELEMENT, UINT, USHORT, Texture, Writer, unit
from lib.glb import Material as GltfMaterial

UBYTE = 5121
EDGE, SHARED_EDGE, RAYS, SAMPLES = 0.26, 1.0, 24, 4
sets = pathlib.Path(__file__).resolve().parents[2] / "sets"


class Piece:
    """A set piece's primitives in one variant: [(Material, {"p", "n", "uv", "t"}, triangles)]."""

    files, textures, materials = {}, {}, {}

    def __init__(self, name, variant):
        if name not in self.files:
            path = next(sets.glob(f"*/{name}.glb"))
            data = path.read_bytes()
            length = struct.unpack_from("<I", data, 12)[0]
            self.files[name] = json.loads(data[20:20 + length]), data[28 + length:]
        self.json, self.binary = self.files[name]
        names = [v["name"] for v in self.json.get("extensions", {}).get("KHR_materials_variants", {}).get("variants", [])]
        if variant and variant not in names:
            raise ValueError(f"{name} has no variant '{variant}'; there are: {', '.join(names)}")
        self.primitives = []
        for primitive in self.json["meshes"][0]["primitives"]:
            index = primitive["material"]
            for mapping in primitive.get("extensions", {}).get("KHR_materials_variants", {}).get("mappings", []):
                if variant and names.index(variant) in mapping["variants"]:
                    index = mapping["material"]
            read = {short: self.read(primitive["attributes"][long]) for short, long in
                    (("p", "POSITION"), ("n", "NORMAL"), ("uv", "TEXCOORD_0"), ("t",
                                                                                "TANGENT")) if long in primitive["attributes"]}
            self.primitives.append((self.material(index), read,
                                    self.read(primitive["indices"]).astype(np.int64).reshape(-1, 3)))

    def read(self, index):
        accessor = self.json["accessors"][index]
        view = self.json["bufferViews"][accessor["bufferView"]]
        width = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}[accessor["type"]]
        kind = {5126: np.float32, 5122: np.int16, 5123: np.uint16, 5125: np.uint32}[accessor["componentType"]]
        stride = view.get("byteStride", width * np.dtype(kind).itemsize) // np.dtype(kind).itemsize
        flat = np.frombuffer(self.binary, kind, accessor["count"] * stride, view.get("byteOffset",
                                                                                     0)).reshape(-1, stride)[:, :width]
        return flat / 32767.0 if accessor.get("normalized") else flat.astype(np.float64) if kind == np.float32 else flat

    def material(self, index):
        """The same material of two files is one."""
        def resolved(value, key=""):
            if isinstance(value, dict):
                out = {k: resolved(v, k) for k, v in value.items()}
                if key.endswith("Texture"):
                    out["index"] = self.texture(value["index"])
                return out
            return value

        body = resolved(self.json["materials"][index])
        key = json.dumps(body, sort_keys=True, default=lambda t: hashlib.sha256(t.data).hexdigest())
        if key not in self.materials:
            self.materials[key] = GltfMaterial(body.pop("name"), body)
        return self.materials[key]

    def texture(self, index):
        image = self.json["images"][self.json["textures"][index]["source"]]
        view = self.json["bufferViews"][image["bufferView"]]
        data = self.binary[view["byteOffset"]:view["byteOffset"] + view["byteLength"]]
        return self.textures.setdefault(data, Texture(image["name"], data, image["mimeType"]))


def dark(material):
    """Whether baked light is meant for it."""
    body = material.body
    return not (max(body.get("emissiveFactor", [0])) > 0 or "KHR_materials_transmission" in body.get("extensions", {})
                or body.get("alphaMode") == "BLEND")


def turned(yaw):
    a = math.radians(yaw)
    return np.array([[math.cos(a), 0, math.sin(a)], [0, 1, 0], [-math.sin(a), 0, math.cos(a)]])


def placed(data, position, yaw):
    turn, out = turned(yaw), dict(data)
    out["p"] = data["p"] @ turn.T + np.asarray(position, float)
    out["n"] = data["n"] @ turn.T
    if "t" in data:
        out["t"] = np.concatenate([data["t"][:, :3] @ turn.T, data["t"][:, 3:]], 1)
    return out


def divided(data, triangles, limit):
    """Halves every edge longer than `limit`, so that there is something to carry the light; neighbours stay joined."""
    data = dict(data)
    while True:
        p = data["p"]
        length = np.stack([np.linalg.norm(p[triangles[:, i]] - p[triangles[:, (i + 1) % 3]], axis=1) for i in range(3)], 1)
        longest = np.argmax(np.round(length, 6), 1)
        split = length[np.arange(len(length)), longest] > limit
        if not split.any():
            return data, triangles
        t, k = triangles[split], longest[split]
        rows = np.arange(len(t))
        a, b, c = t[rows, k], t[rows, (k + 1) % 3], t[rows, (k + 2) % 3]
        pairs, inverse = np.unique(np.sort(np.stack([a, b], 1), 1), axis=0, return_inverse=True)
        middle = len(p) + inverse.reshape(-1)
        for key, value in data.items():
            half = (value[pairs[:, 0]] + value[pairs[:, 1]]) / 2
            if key == "n":
                half = unit(half)
            if key == "t":
                half = np.concatenate([unit(half[:, :3]), value[pairs[:, 0], 3:]], 1)
            data[key] = np.concatenate([value, half])
        triangles = np.concatenate([triangles[~split], np.stack([a, middle, c], 1), np.stack([middle, b, c], 1)])


class Light:
    """The room's light: a sky seen through what stands about, what its surfaces throw back, and lamps with soft shadows."""

    def __init__(self, room, blockers):
        light = room["light"]
        self.sky, self.bounce = (np.array(light[k], float) for k in ("sky", "bounce"))
        self.reach = light.get("reach", 6.0)
        self.stand(light["lamps"])
        vertices, faces, start = [], [], 0
        for data, triangles in blockers:
            vertices.append(data["p"])
            faces.append(triangles + start)
            start += len(data["p"])
        self.tree = BVHTree.FromPolygons([tuple(v) for v in np.concatenate(vertices).tolist()],
                                         np.concatenate(faces).tolist(), all_triangles=True)
        k = np.arange(RAYS) + 0.5
        r, a = np.sqrt(k / RAYS), k * 2.399963
        self.rays = np.stack([r * np.cos(a), r * np.sin(a), np.sqrt(1 - k / RAYS)], 1)
        self.known = {}

    def stand(self, lamps):
        """The lamps as arrays; one without a target shines all round."""
        self.lamp_at = np.array([lamp["position"] for lamp in lamps], float)
        self.power = np.array([lamp["power"] for lamp in lamps], float)
        self.colour = np.array([lamp["colour"] for lamp in lamps], float)
        self.axis = unit(np.array([np.subtract(lamp["target"],
                                               lamp["position"]) if "target" in lamp else (0, -1, 0) for lamp in lamps], float))
        cone = [math.radians(lamp["cone"]) if "target" in lamp else None for lamp in lamps]
        self.inner = np.array([-2.0 if c is None else math.cos(c * 0.45) for c in cone])
        self.outer = np.array([-3.0 if c is None else math.cos(c) for c in cone])
        self.goals = []
        for lamp in lamps:
            turns = [k * 2 * math.pi / SAMPLES + 0.3 for k in range(SAMPLES)]
            self.goals.append([Vector(np.array(lamp["position"]) + lamp["size"] * np.array(
                [math.cos(a), 0.4 * math.sin(2 * a), math.sin(a)])) for a in turns])

    def at(self, p, n, lift):
        key = (*np.round(p * 100), *np.round(n * 2), round(lift * 50))
        if key not in self.known:
            self.known[key] = self.measured(p, n, lift)
        return self.known[key]

    def measured(self, p, n, lift):
        cast, start = self.tree.ray_cast, Vector(p + n * lift)
        side = np.cross(n, (0, 1, 0) if abs(n[1]) < 0.9 else (1, 0, 0))
        side /= np.linalg.norm(side)
        sky = bounce = 0.0
        for way in (self.rays @ np.stack([side, np.cross(n, side), n])).tolist():
            far = cast(start, way, self.reach)[3]
            if far is None:
                sky += 0.45 + 0.55 * max(way[1], 0)
            else:
                bounce += min(1.0, 0.25 + far / 3.0)
        total = (self.sky * sky + self.bounce * bounce) / RAYS
        to = self.lamp_at - p
        distance = np.sqrt((to * to).sum(1))
        strength = self.power * np.maximum(to @ n, 0) / distance / np.maximum(distance, 0.3) ** 2
        f = np.clip((-(to * self.axis).sum(1) / distance - self.outer) / (self.inner - self.outer), 0, 1)
        strength *= f * f * (3 - 2 * f)
        for k in np.flatnonzero(strength > 0.006):
            seen = 0
            for goal in self.goals[k]:
                way = goal - start
                seen += cast(start, way, way.length - 0.03)[0] is None
            total = total + strength[k] * seen / SAMPLES * self.colour[k]
        return total

    def colours(self, data, triangles):
        """Light per vertex; what would be brighter than white rolls off. Where triangles are large the light is taken a
        little above them, or a rail on a wall would stain as far as the next vertex."""
        edge = np.full(len(data["p"]), 9.0)
        for i in range(3):
            a, b = triangles[:, i], triangles[:, (i + 1) % 3]
            long = np.linalg.norm(data["p"][a] - data["p"][b], axis=1)
            np.minimum.at(edge, a, long)
            np.minimum.at(edge, b, long)
        lift = np.clip(edge * 0.4, 0.004, 0.07)
        e = np.array([self.at(*x) for x in zip(data["p"], data["n"], lift)])
        e = np.where(e < 0.6, e, 0.6 + 0.4 * (1 - np.exp(-(e - 0.6) / 0.4)))
        return e


def entries(room):
    """Every piece that stands in the room: one row may repeat along a step."""
    for row in room["pieces"]:
        count, step = row.get("repeat", {}).get("count", 1), np.array(row.get("repeat", {}).get("step", [0, 0, 0]), float)
        for k in range(count):
            yield row, np.array(row["position"], float) + k * step


def look(position, target):
    """The quaternion that turns −Z from `position` to `target`."""
    from mathutils import Matrix
    z = unit(np.subtract(position, target).astype(float))
    x = unit(np.cross((0, 1, 0), z))
    q = Matrix(np.stack([x, np.cross(z, x), z], 1).tolist()).to_quaternion()
    return [round(v, 6) + 0.0 for v in (q.x, q.y, q.z, q.w)]


class RoomWriter(Writer):
    def mesh_of(self, material, data, triangles, colours):
        textured = "uv" in data and any(isinstance(v, Texture) for v in walk(material.body))
        order = np.concatenate([data["p"], data["n"]] + ([data["uv"]] if textured else [])
                               + ([data["t"]] if textured and "t" in data else []), 1)
        if colours is not None:
            colours = np.round(np.clip(colours, 0.0, 1) * 255)
            order = np.concatenate([order, colours], 1)
        order, inverse = np.unique(np.round(order, 5), axis=0, return_inverse=True)
        triangles = inverse.reshape(-1)[triangles]
        out = {"POSITION": self.accessor(order[:, :3].astype(np.float32), "VEC3", 5126, ARRAY, True),
               "NORMAL": self.directions(unit(order[:, 3:6]))}
        at = 6
        if textured:
            out["TEXCOORD_0"] = self.accessor(np.ascontiguousarray(order[:, at:at + 2].astype(np.float32)), "VEC2", 5126, ARRAY)
            at += 2
            if "t" in data:
                out["TANGENT"] = self.directions(np.concatenate([unit(order[:, at:at + 3]), order[:, at + 3:at + 4]], 1))
                at += 4
        if colours is not None:
            rgba = np.full((len(order), 4), 255, np.uint8)
            rgba[:, :3] = order[:, at:at + 3]
            self.json["accessors"].append({"bufferView": self.view(rgba.tobytes(), ARRAY), "componentType": UBYTE,
                                           "normalized": True,
                                           "count": len(rgba), "type": "VEC4"})
            out["COLOR_0"] = len(self.json["accessors"]) - 1
        small = len(order) < 65535
        index = triangles.reshape(-1).astype(np.uint16 if small else np.uint32)
        self.triangle_count += len(triangles)
        return {"attributes": out, "mode": 4, "material": self.material(material),
                "indices": self.accessor(index, "SCALAR", USHORT if small else UINT, ELEMENT)}

    def add(self, node):
        self.json["nodes"].append(node)
        return len(self.json["nodes"]) - 1


def walk(value):
    if isinstance(value, dict):
        for v in value.values():
            yield from walk(v)
    else:
        yield value


def places(room):
    """Where products stand, in the room's coordinates."""
    out = []
    for row, position in entries(room):
        for place in row.get("places", []):
            at = turned(row.get("yaw", 0)) @ np.array(place["position"], float) + position
            out.append({**place, "position": [round(float(v), 4) + 0.0 for v in at],
                        "yaw": row.get("yaw", 0) + place.get("yaw", 0)})
    return out


def build(script, folder):
    room = json.loads(pathlib.Path(script).read_text())
    merged, shared, blockers = {}, {}, []
    for row, position in entries(room):
        piece, yaw = Piece(row["piece"], row.get("variant")), row.get("yaw", 0)
        if row.get("shared"):
            shared.setdefault((row["piece"], row.get("variant")), (piece, [], row.get("edge", SHARED_EDGE)))[1].append((position, yaw))
        for material, data, triangles in piece.primitives:
            there = placed(data, position, yaw)
            if dark(material) and row.get("casts", True):
                blockers.append((there, triangles))
            if not row.get("shared"):
                merged.setdefault(id(material), (material, []))[1].append((there, triangles, row.get("edge", EDGE)))
    light, writer, top = Light(room, blockers), RoomWriter(compact=True), []
    draws = drawn = 0
    for material, many in merged.values():
        keys = set.intersection(*(set(d) for d, _, _ in many))
        start, parts, faces = 0, {k: [] for k in sorted(keys)}, []
        for data, triangles, edge in many:
            if dark(material):
                data, triangles = divided(data, triangles, edge)
            for k in parts:
                parts[k].append(data[k])
            faces.append(triangles + start)
            start += len(data["p"])
        data, triangles = {k: np.concatenate(v) for k, v in parts.items()}, np.concatenate(faces)
        colours = light.colours(data, triangles) if dark(material) else None
        writer.json["meshes"].append({"name": material.name,
                                      "primitives": [writer.mesh_of(material, data, triangles, colours)]})
        top.append(writer.add({"name": material.name, "mesh": len(writer.json["meshes"]) - 1}))
        draws, drawn = draws + 1, drawn + len(triangles)
    for (name, _), (piece, where, edge) in shared.items():
        primitives = []
        for material, data, triangles in piece.primitives:
            colours = None
            if dark(material):
                data, triangles = divided(data, triangles, edge)
                some = where[:: max(len(where) // 3, 1)][:3]
                colours = np.mean([light.colours(placed(data, *place), triangles) for place in some], 0)
            primitives.append(writer.mesh_of(material, data, triangles, colours))
            draws, drawn = draws + len(where), drawn + len(triangles) * len(where)
        writer.json["meshes"].append({"name": name, "primitives": primitives})
        for position, yaw in where:
            node = {"name": name, "mesh": len(writer.json["meshes"]) - 1,
                    "translation": [round(float(v), 4) + 0.0 for v in position]}
            if yaw:
                half = math.radians(yaw) / 2
                node["rotation"] = [0.0, round(math.sin(half), 7), 0.0, round(math.cos(half), 7)]
            top.append(writer.add(node))
    for camera in room["cameras"]:
        writer.json.setdefault("cameras", []).append({"name": camera["name"], "type": "perspective", "perspective": {
            "yfov": round(math.radians(camera["fov"]), 5), "znear": 0.05, "zfar": 100.0}})
        top.append(writer.add({"name": camera["name"], "camera": len(writer.json["cameras"]) - 1,
                               "translation": camera["position"],
                               "rotation": look(camera["position"], camera["target"])}))
    root = writer.add({"name": room["name"], "children": top, "extras": {"part": room["title"], "places": places(room)}})
    save(writer, root, room["name"], os.path.join(folder, f"{room['name']}.glb"))
    print(f"model {room['name']}: {draws} draws of {drawn} triangles, "
          f"{os.path.getsize(os.path.join(folder, room['name'] + '.glb')) / 1e6:.2f} MB")


def save(writer, root, name, path):
    writer.json["scenes"] = [{"name": name, "nodes": [root]}]
    while len(writer.binary) % 4:
        writer.binary.append(0)
    writer.json["buffers"] = [{"byteLength": len(writer.binary)}]
    text = json.dumps(writer.json, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    with open(path, "wb") as out:
        out.write(struct.pack("<4sII", b"glTF", 2, 12 + 8 + len(text) + 8 + len(writer.binary)))
        out.write(struct.pack("<II", len(text), 0x4E4F534A) + text)
        out.write(struct.pack("<II", len(writer.binary), 0x004E4942) + bytes(writer.binary))
