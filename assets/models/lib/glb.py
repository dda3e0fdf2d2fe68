# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a product as GLB, byte for byte the same on every run.

Blender's own exporter is not used: it knows no way to say "this primitive wears these materials in
these variants" from a script, and its material conversion would be a second truth beside materials.py.
Here a material is the glTF material itself, and a part is a node with its names and its way to come apart.
"""
import json
import math
import os
import struct

import bmesh
import bpy
import numpy as np
from mathutils import Matrix

from . import extras, motion, packing, shade
from .shade import TINT

FLOAT, SHORT, USHORT, UINT = 5126, 5122, 5123, 5125
ARRAY, ELEMENT = 34962, 34963


class Texture:
    """An encoded image (bytes of a JPEG or PNG) that materials share by identity."""

    def __init__(self, name, data, mime="image/jpeg"):
        self.name, self.data, self.mime = name, data, mime


class Material:
    """A glTF material: `body` is its JSON, with Texture objects where the JSON has texture indices."""

    def __init__(self, name, body):
        self.name, self.body = name, body

    def has_normal_map(self):
        clearcoat = self.body.get("extensions", {}).get("KHR_materials_clearcoat", {})
        return ("normalTexture" in self.body or "clearcoatNormalTexture" in clearcoat
                or "KHR_materials_anisotropy" in self.body.get("extensions", {}))


class Part:
    """A named node. `object` is a Blender mesh (or None for a group), in world coordinates, Z up.

    `slot` names what it is made of; a variant says which Material that slot wears.
    `explode` is (x, y, z, metres, order) in glTF axes: where the part goes when the product comes apart.
    `place` (x, y, z, degrees about the vertical), or a rigid Matrix, puts a part or group, drawn at the origin, somewhere
    else in its parent's frame; two parts with the same object share its mesh.
    `layers` [(object, slot), …] instead of `object` is a part of several stuffs: one mesh, a primitive each.
    `hollow`: only its inside is drawn (an object's property "open" says the same of strips without a back; "unshaded": its
    own colours stay as they are; "over": shade.py).
    `price` (paisa) is what the part costs alone; `hotspots` and `animations` belong to a root.
    """

    def __init__(self, name, en, bn, object=None, slot=None, origin=(0, 0, 0), made_of=None, explode=None,
                 children=(), place=None, layers=(), price=None, hotspots=(), animations=(),
                 hollow=False):
        self.name, self.en, self.bn = name, en, bn
        self.layers, self.origin = list(layers) or ([(object, slot)] if object else []), np.asarray(origin, float)
        self.made_of, self.explode, self.children = made_of, explode, list(children)
        self.hollow = hollow
        self.place, self.price, self.hotspots, self.animations = place, price, list(hotspots), list(animations)

    def pose(self):
        """Where the node stands in its parent's frame, or None where the origins say it."""
        if self.place is None or isinstance(self.place, Matrix):
            return self.place
        return Matrix.Translation(self.place[:3]) @ Matrix.Rotation(math.radians(self.place[3]), 4, "Z")


def to_gltf(v):
    """Blender's Z up, front −Y, to glTF's Y up, front +Z."""
    v = np.asarray(v, dtype=np.float64)
    return np.stack([v[..., 0], v[..., 2], -v[..., 1]], axis=-1)


def mesh_arrays(obj, origin, tangents):
    """Positions, normals, texture coordinates (and tangents) per welded corner, the triangles, and the corners' own
    colours (linear) where the mesh has an attribute of that name, else None."""
    depsgraph = bpy.context.evaluated_depsgraph_get()
    evaluated = obj.evaluated_get(depsgraph)
    mesh = bpy.data.meshes.new_from_object(evaluated, depsgraph=depsgraph)
    bm = bmesh.new()
    bm.from_mesh(mesh)
    if any(len(f.verts) > 4 for f in bm.faces):
        bmesh.ops.triangulate(bm, faces=[f for f in bm.faces if len(f.verts) > 4])
        bm.to_mesh(mesh)
    bm.free()
    mesh.calc_loop_triangles()
    count = len(mesh.loops)
    corner_vertex = np.empty(count, np.int32)
    mesh.loops.foreach_get("vertex_index", corner_vertex)
    positions = np.empty(len(mesh.vertices) * 3, np.float32)
    mesh.vertices.foreach_get("co", positions)
    matrix = np.array(obj.matrix_world)
    world = positions.reshape(-1, 3) @ matrix[:3, :3].T + matrix[:3, 3]
    rotate = np.linalg.inv(matrix[:3, :3])
    normals = np.empty(count * 3, np.float32)
    mesh.corner_normals.foreach_get("vector", normals)
    normals = normals.reshape(-1, 3) @ rotate
    uv = np.empty(count * 2, np.float32)
    mesh.uv_layers[0].data.foreach_get("uv", uv)
    uv = uv.reshape(-1, 2)
    columns = [to_gltf(world[corner_vertex] - origin), unit(to_gltf(normals)), np.stack([uv[:, 0], 1 - uv[:, 1]], 1)]
    tint = mesh.color_attributes.get(TINT)
    if tint is not None:
        colours = np.empty(len(mesh.vertices) * 4, np.float32)
        tint.data.foreach_get("color", colours)
        columns.append(colours.reshape(-1, 4)[corner_vertex, :3])
    corners = np.concatenate(columns, 1)
    triangles = np.empty(len(mesh.loop_triangles) * 3, np.int32)
    mesh.loop_triangles.foreach_get("loops", triangles)
    tint = None if tint is None else True
    bpy.data.meshes.remove(mesh)
    # Weld corners that agree to well under what can be seen.
    scale = np.array(([2e6] * 3 + [4e3] * 3 + [1e5] * 2 + [1e3] * 3)[:corners.shape[1]])
    key = np.round(corners * scale).astype(np.int64)
    _, first, inverse = np.unique(key, axis=0, return_index=True, return_inverse=True)
    triangles = inverse.reshape(-1)[triangles].reshape(-1, 3)
    corners = corners[first]
    a, b, c = (corners[triangles[:, i], :3] for i in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    keep = (area > 1e-12) & (triangles[:, 0] != triangles[:, 1]) & (triangles[:, 1] != triangles[:, 2]) & (
        triangles[:, 0] != triangles[:, 2])
    triangles = triangles[keep]
    used, compact = np.unique(triangles, return_inverse=True)
    corners, triangles = corners[used], compact.reshape(-1, 3)
    colours = corners[:, 8:11].astype(np.float32) if tint is not None else None
    corners = corners[:, :8]
    if tangents:
        corners = np.concatenate([corners, tangent_frames(corners, triangles)], 1)
    return corners.astype(np.float32), triangles, colours


def inside_out(position, triangles):
    """Whether a closed piece of the mesh (or, where none is closed, the whole) has its faces looking inwards."""
    _, joined = np.unique(np.round(position, 6), axis=0, return_inverse=True)
    joined = joined.reshape(-1)[triangles]
    label = np.arange(joined.max() + 1)
    while True:  # the smallest corner of a piece names it
        lower = label.copy()
        np.minimum.at(lower, joined, label[joined].min(1)[:, None])
        lower = lower[lower]
        if (lower == label).all():
            break
        label = lower
    piece, any_closed = label[joined[:, 0]], False
    for name in np.unique(piece):
        mine = piece == name
        edges = np.sort(np.concatenate([joined[mine][:, pair] for pair in ([0, 1], [1, 2], [2, 0])]), axis=1)
        _, uses = np.unique(edges, axis=0, return_counts=True)
        if (uses == 2).mean() > 0.98:
            any_closed = True
            if volume(position, triangles[mine]) < 0:
                return True
    return not any_closed and volume(position, triangles) < 0


def volume(position, triangles):
    """Six times the volume, seen from the middle; below zero where the faces look inwards."""
    middle = position[triangles].reshape(-1, 3).mean(0)
    a, b, c = ((position - middle)[triangles[:, i]] for i in range(3))
    return float((a * np.cross(b, c)).sum())


def tangent_frames(corners, triangles):
    """Tangents with handedness, averaged over the welded corners.

    Blender's own are summed by several threads in no fixed order, so that two runs differ in the last bit.
    """
    position, normal, uv = corners[:, :3], corners[:, 3:6], corners[:, 6:8] * [1, -1]
    p = position[triangles]
    e1, e2 = p[:, 1] - p[:, 0], p[:, 2] - p[:, 0]
    t = uv[triangles]
    d1, d2 = t[:, 1] - t[:, 0], t[:, 2] - t[:, 0]
    determinant = d1[:, 0] * d2[:, 1] - d2[:, 0] * d1[:, 1]
    inverse = np.where(np.abs(determinant) > 1e-14, 1 / np.where(determinant == 0, 1, determinant), 0)[:, None]
    along_u = unit_or_zero((e1 * d2[:, 1:] - e2 * d1[:, 1:]) * inverse)
    along_v = unit_or_zero((e2 * d1[:, :1] - e1 * d2[:, :1]) * inverse)
    sum_u, sum_v = np.zeros_like(position), np.zeros_like(position)
    for k in range(3):
        a, b = unit_or_zero(p[:, (k + 1) % 3] - p[:, k]), unit_or_zero(p[:, (k + 2) % 3] - p[:, k])
        angle = np.arccos(np.clip((a * b).sum(1), -1, 1))[:, None]
        np.add.at(sum_u, triangles[:, k], along_u * angle)
        np.add.at(sum_v, triangles[:, k], along_v * angle)
    tangent = unit(sum_u - normal * (normal * sum_u).sum(1, keepdims=True), fallback=normal)
    sign = np.where((np.cross(normal, tangent) * sum_v).sum(1) < 0, -1.0, 1.0)
    return np.concatenate([tangent, sign[:, None]], 1)


def unit_or_zero(v):
    length = np.linalg.norm(v, axis=-1, keepdims=True)
    return np.where(length > 1e-12, v / np.maximum(length, 1e-12), 0)


def unit(v, fallback=None):
    length = np.linalg.norm(v, axis=-1, keepdims=True)
    if fallback is None:
        fallback = np.array([0.0, 1.0, 0.0])
    else:  # any direction at a right angle to the normal
        axis = np.where(np.abs(fallback[..., :1]) < 0.9, [[1.0, 0, 0]], [[0, 1.0, 0]])
        fallback = np.cross(fallback, axis)
        fallback = fallback / np.linalg.norm(fallback, axis=-1, keepdims=True)
    return np.where(length > 1e-6, v / np.maximum(length, 1e-9), fallback)


class Writer:
    """A product is packed (packing.py). `compact` writes a set piece: directions as 16-bit numbers (KHR_mesh_quantization)
    and nothing coded, since rooms are composed from these files."""

    def __init__(self, compact=False, grid=None):
        self.compact, self.grid = compact, grid
        self.binary = bytearray()
        self.json = {"asset": {"version": "2.0", "generator": "Vitrine assets/models",
                               "copyright": "The Vitrine authors, CC BY 4.0"},
                     "scene": 0, "scenes": [], "nodes": [], "meshes": [], "materials": [], "accessors": [],
                     "bufferViews": [], "buffers": []}
        self.materials, self.textures, self.meshes, self.nodes = {}, {}, {}, {}
        self.triangle_count, self.shade = 0, None

    def view(self, data, target=None, stride=None):
        while len(self.binary) % 4:
            self.binary.append(0)
        view = {"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(data)}
        if stride:
            view["byteStride"] = stride
        if target:
            view["target"] = target
        self.binary += data
        self.json["bufferViews"].append(view)
        return len(self.json["bufferViews"]) - 1

    def accessor(self, array, kind, component, target=None, bounds=False):
        accessor = {"bufferView": self.view(array.tobytes(), target), "componentType": component,
                    "count": int(array.shape[0] if array.ndim > 1 else array.size), "type": kind}
        if bounds:
            accessor["min"] = [float(x) for x in np.atleast_1d(array.min(0))]
            accessor["max"] = [float(x) for x in np.atleast_1d(array.max(0))]
        self.json["accessors"].append(accessor)
        return len(self.json["accessors"]) - 1

    def directions(self, array):
        """Normals (n, 3) or tangents (n, 4)."""
        kind = f"VEC{array.shape[1]}"
        if not self.compact:
            return self.accessor(np.ascontiguousarray(array), kind, FLOAT, ARRAY)
        self.use("KHR_mesh_quantization")
        self.json["extensionsRequired"] = ["KHR_mesh_quantization"]
        short = np.zeros((len(array), 4), np.int16)
        short[:, :array.shape[1]] = np.round(np.clip(array, -1, 1) * 32767)
        self.json["accessors"].append({"bufferView": self.view(short.tobytes(), ARRAY, 8), "componentType": SHORT,
                                       "normalized": True, "count": len(short), "type": kind})
        return len(self.json["accessors"]) - 1

    def texture(self, texture):
        if id(texture) not in self.textures:
            self.json.setdefault("samplers", [{"magFilter": 9729, "minFilter": 9987, "wrapS": 10497, "wrapT": 10497}])
            images = self.json.setdefault("images", [])
            images.append({"name": texture.name, "mimeType": texture.mime, "bufferView": self.view(texture.data)})
            textures = self.json.setdefault("textures", [])
            textures.append({"sampler": 0, "source": len(images) - 1})
            self.textures[id(texture)] = len(textures) - 1
        return self.textures[id(texture)]

    def resolve(self, value):
        if isinstance(value, Texture):
            return self.texture(value)
        if isinstance(value, dict):
            return {k: self.resolve(v) for k, v in value.items()}
        return value

    def material(self, material):
        if id(material) not in self.materials:
            body = {"name": material.name, **self.resolve(material.body)}
            for extension in body.get("extensions", {}):
                self.use(extension)
            if "KHR_texture_transform" in json.dumps(body):
                self.use("KHR_texture_transform")
            self.json["materials"].append(body)
            self.materials[id(material)] = len(self.json["materials"]) - 1
        return self.materials[id(material)]

    def use(self, extension):
        used = self.json.setdefault("extensionsUsed", [])
        if extension not in used:
            used.append(extension)
            used.sort()

    def primitive(self, part, obj, slot, variants):
        wears = [variant["materials"][slot] for variant in variants]
        tangents = any(m.has_normal_map() for m in wears)
        corners, triangles, colours = mesh_arrays(obj, part.origin, tangents)
        self.triangle_count += len(triangles)
        if not part.hollow and not obj.get("open") and inside_out(corners[:, :3].astype(float), triangles):
            raise ValueError(f"{part.name} ({obj.name}) is inside out: its faces look inwards")
        attributes = {"POSITION": self.accessor(np.ascontiguousarray(corners[:, 0:3]), "VEC3", FLOAT, ARRAY, True),
                      "NORMAL": self.directions(corners[:, 3:6])}
        if any(uses_texture(m.body) for m in wears):
            attributes["TEXCOORD_0"] = self.accessor(np.ascontiguousarray(corners[:, 6:8]), "VEC2", FLOAT, ARRAY)
        if tangents:
            attributes["TANGENT"] = self.directions(corners[:, 8:12])
        if colours is not None:
            if self.shade and not obj.get("unshaded"):
                colours = self.shade.of(part, corners[:, 0:3], corners[:, 3:6], colours, obj.get("over", 0.0))
            four = np.concatenate([np.clip(colours, 0, 1), np.ones((len(colours), 1))], 1)
            steps = np.where(four < 0.1, np.round(four * 1024) * 64, np.round(four * 256) * 256)  # fine only where it is dark
            attributes["COLOR_0"] = self.accessor(np.minimum(steps, 65535).astype(np.uint16), "VEC4", USHORT, ARRAY)
            self.json["accessors"][-1]["normalized"] = True
        small = len(corners) < 65535
        indices = triangles.reshape(-1).astype(np.uint16 if small else np.uint32)
        primitive = {"attributes": attributes, "mode": 4, "material": self.material(wears[0]),
                     "indices": self.accessor(indices, "SCALAR", USHORT if small else UINT, ELEMENT)}
        # Blender's reader stumbles over a mesh of which only some primitives have mappings.
        if len(variants) > 1 and (len(part.layers) > 1 or any(m is not wears[0] for m in wears)):
            by_material = {}
            for index, material in enumerate(wears):
                by_material.setdefault(self.material(material), []).append(index)
            primitive["extensions"] = {"KHR_materials_variants": {
                "mappings": [{"material": m, "variants": v} for m, v in by_material.items()]}}
        return primitive

    def node(self, part, variants, parent_origin):
        node = {"name": part.name}
        index = len(self.json["nodes"])
        self.json["nodes"].append(node)
        self.nodes[id(part)] = index
        offset = to_gltf(part.origin - parent_origin)
        if isinstance(part.place, Matrix):
            offset, turn = to_gltf(part.place.translation), part.place.to_quaternion()
            if abs(turn.w) < 1:
                node["rotation"] = motion.quaternion(turn)
        elif part.place:  # in double precision, since a Matrix holds single
            offset, half = to_gltf(part.place[:3]), math.radians(part.place[3]) / 2
            if half:
                node["rotation"] = [0.0, round(math.sin(half), 7), 0.0, round(math.cos(half), 7)]
        if np.abs(offset).max() > 0:
            node["translation"] = [round(float(x), 6) + 0.0 for x in offset]
        node["extras"] = extras.of_part(part)
        if part.layers:
            key = tuple(o.name for o, _ in part.layers)
            if key not in self.meshes:
                self.json["meshes"].append({"name": part.name, "primitives": [
                    self.primitive(part, o, slot, variants) for o, slot in part.layers]})
                self.meshes[key] = len(self.json["meshes"]) - 1
            node["mesh"] = self.meshes[key]
        if part.children:
            node["children"] = [self.node(child, variants, part.origin) for child in part.children]
        return index

    def write(self, root, variants, path):
        """`variants`: a list of {"name", "materials": {slot: Material}} with, at will, "bn" (its name in Bengali) and
        "price" (paisa that it adds); the first is the one shown by default."""
        if not self.compact and any_tint(root):
            self.shade = shade.Shade(root, variants[0]["materials"])
        top = self.node(root, variants, np.zeros(3))
        self.json["scenes"] = [{"name": root.name, "nodes": [top]}]
        if len(variants) > 1:
            self.use("KHR_materials_variants")
            self.json["extensions"] = {"KHR_materials_variants": {"variants": [extras.of_variant(v) for v in variants]}}
        if root.animations:
            self.json["animations"] = [motion.written(self, a) for a in root.animations]
        while len(self.binary) % 4:
            self.binary.append(0)
        self.json["buffers"] = [{"byteLength": len(self.binary)}]
        if not self.compact:
            self.json, self.binary = packing.packed(self.json, self.binary, self.grid)
        written(path, self.json, self.binary)
        return self.triangle_count


def any_tint(part):
    return any(o.data.color_attributes.get(TINT) for o, _ in part.layers) or any(any_tint(c) for c in part.children)


def written(path, gltf, binary):
    text = json.dumps(gltf, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    binary = bytes(binary) + b"\0" * (-len(binary) % 4)
    with open(path, "wb") as out:
        out.write(struct.pack("<4sII", b"glTF", 2, 12 + 8 + len(text) + 8 + len(binary)))
        out.write(struct.pack("<II", len(text), 0x4E4F534A) + text)
        out.write(struct.pack("<II", len(binary), 0x004E4942) + binary)


def save(folder, root, variants, compact=False, grid=None):
    """Writes `<root's name>.glb` and says how big it is. `grid`: positions are whole steps of 2^-grid metres, where the
    packer's own choice would be finer than what is strewn by chance deserves."""
    path = os.path.join(folder, f"{root.name}.glb")
    count = Writer(compact, grid).write(root, variants, path)
    print(f"model {root.name}: {count} triangles, {os.path.getsize(path) / 1e6:.2f} MB")


def uses_texture(value):
    if isinstance(value, Texture):
        return True
    return isinstance(value, dict) and any(uses_texture(v) for v in value.values())
