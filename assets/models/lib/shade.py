# SPDX-License-Identifier: GPL-3.0-or-later
"""What a product's own parts keep from each other of the light around: shade between grains, under a rim, in a heap. The
shop's renderer casts no rays; where vertices have colours of their own, these take the shade in."""

import bpy
import numpy as np
from mathutils import Matrix, Vector
from mathutils.bvhtree import BVHTree

TINT = "Tint"  # the attribute of a mesh that holds its vertices' own colours
RAYS = 24
STEPS = 32  # of shade: finer ones cost bytes and are not seen
LEAST = 0.18  # of light that finds its way anywhere, also to the buried end of a grain, of which the rest is seen


def shaded(obj):
    """Gives a mesh white of its own to take the shade in: under a rim, in a cup, around a foot. Its vertices must lie close
    together where the light changes."""
    white = obj.data.color_attributes.new(TINT, "FLOAT_COLOR", "POINT")
    white.data.foreach_set("color", np.ones(4 * len(obj.data.vertices), np.float32))
    return obj


def rested(obj, places, near, far, dark, below=1e9):
    """Darkens a mesh's own colours where long things rest on it: `places` are ((x, y), (x, y)) in plan; `dark` is left up to
    `near` metres from such a line, nothing is lost `far` from it or higher than `below`. Rays alone leave pale things too pale
    where they touch."""
    v = np.empty(len(obj.data.vertices) * 3, np.float32)
    obj.data.vertices.foreach_get("co", v)
    p, least = v.reshape(-1, 3)[:, :2], np.full(len(v) // 3, far)
    for a, b in places:
        a, d = np.asarray(a), np.subtract(b, a)
        t = np.clip((p - a) @ d / (d @ d), 0, 1)[:, None]
        least = np.minimum(least, np.linalg.norm(p - a - t * d, axis=1))
    kept = np.where(v[2::3] > below, 1, dark + (1 - dark) * np.clip((least - near) / (far - near), 0, 1))
    layer = obj.data.color_attributes[TINT]
    c = np.empty(len(kept) * 4, np.float32)
    layer.data.foreach_get("color", c)
    c = c.reshape(-1, 4)
    c[:, :3] *= kept[:, None]
    layer.data.foreach_set("color", c.reshape(-1))
    return obj


def lets_through(material):
    return "KHR_materials_transmission" in material.body.get("extensions", {}) or material.body.get("alphaMode") == "BLEND"


def to_blender(v):
    return np.stack([v[:, 0], -v[:, 2], v[:, 1]], 1)


class Shade:
    """A product at rest, as it blocks light. Frames are where parts stand, by their identity."""

    def __init__(self, root, slots):
        self.slots, self.vertices, self.faces, self.frames, self.count = slots, [], [], {}, 0
        self.add(root, Matrix.Identity(4))
        v = np.concatenate(self.vertices)
        self.floor = float(v[:, 2].min())
        self.reach = float(np.linalg.norm(v.max(0) - v.min(0))) * 0.3
        self.tree = BVHTree.FromPolygons(v.tolist(), np.concatenate(self.faces).tolist(), all_triangles=True)
        k = np.arange(RAYS) + 0.5
        r, a = np.sqrt(k / RAYS), k * 2.399963
        self.rays = np.stack([r * np.cos(a), r * np.sin(a), np.sqrt(1 - k / RAYS)], 1)  # as a matt surface gathers light

    def add(self, part, frame):
        frame = frame if part.pose() is None else frame @ part.pose()
        self.frames[id(part)] = frame
        for obj, slot in part.layers:
            if lets_through(self.slots[slot]):
                continue
            depsgraph = bpy.context.evaluated_depsgraph_get()
            mesh = bpy.data.meshes.new_from_object(obj.evaluated_get(depsgraph), depsgraph=depsgraph)
            mesh.calc_loop_triangles()
            v, f = np.empty(len(mesh.vertices) * 3, np.float32), np.empty(len(mesh.loop_triangles) * 3, np.int32)
            mesh.vertices.foreach_get("co", v)
            mesh.loop_triangles.foreach_get("vertices", f)
            bpy.data.meshes.remove(mesh)
            m = np.array(frame @ obj.matrix_world)
            self.vertices.append(v.reshape(-1, 3) @ m[:3, :3].T + m[:3, 3])
            self.faces.append(f.reshape(-1, 3) + self.count)
            self.count += len(self.vertices[-1])
        for child in part.children:
            self.add(child, frame)

    def is_floor_shaded(self, at, way):
        """Whether a ray that meets nothing else ends on the floor under the product, where little light comes."""
        far = (self.floor - at.z) / way[2]
        if far > self.reach:
            return False
        return self.tree.ray_cast(Vector((at.x + far * way[0], at.y + far * way[1], self.floor - self.reach * 0.01)), (0, 0, 1),
                                  self.reach)[3] is not None

    def of(self, part, positions, normals, colours, over=0.0):
        """The colours (n, 3, linear) in the shade of what is near. `positions` are glTF's, from the part's origin. What is laid
        on nearer than `over` metres keeps nothing away: under it no one looks, and beside it the shade would smear."""
        m = np.array(self.frames[id(part)])
        p = (to_blender(positions.astype(float)) + part.origin) @ m[:3, :3].T + m[:3, 3]
        n = to_blender(normals.astype(float)) @ m[:3, :3].T
        side = np.cross(n, np.where(np.abs(n[:, 2:]) < 0.9, [[0.0, 0, 1]], [[1.0, 0, 0]]))
        side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
        across = np.cross(n, side)
        start = p + n * max(self.reach * 0.004, over)
        cast, open_ = self.tree.ray_cast, np.empty(len(p))
        for k in range(len(p)):
            at, seen = Vector(start[k]), 0.0
            for way in (self.rays @ np.stack([side[k], across[k], n[k]])).tolist():
                far = cast(at, way, self.reach)[3]
                if far is not None:
                    seen += 0.6 * (far / self.reach) ** 2  # what is far off throws light back
                elif way[2] < -1e-3 and self.is_floor_shaded(at, way):
                    seen += 0.25
                else:
                    seen += 1.0
            open_[k] = seen / RAYS
        return colours * bounced(np.round((LEAST + (1 - LEAST) * open_) * STEPS) / STEPS, np.minimum(colours, 0.8))


def bounced(open_, albedo):
    """Pale things light each other, so that less is lost between them (Jimenez et al. 2016, "Practical real-time strategies
    for accurate indirect occlusion")."""
    x = open_[:, None]
    return np.maximum(x, ((x * (2.0404 * albedo - 0.3324) - 4.7951 * albedo + 0.6417) * x + 2.7552 * albedo + 0.6903) * x)
