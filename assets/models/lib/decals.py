# SPDX-License-Identifier: GPL-3.0-or-later
"""Print: a sheet of colour drawn at true scale with numpy, letters from the project's own typefaces (Bengali: lettering.py)."""
import math
import os

import bpy
import numpy as np

from . import encode, geometry, lettering
from .noise import mix, srgb

FONTS = {"regular": "opentype/inter/Inter-Medium.otf", "bold": "opentype/inter/Inter-SemiBold.otf",
         "light": "opentype/inter/InterDisplay-Light.otf", "bengali": "truetype/noto/NotoSansBengali-Regular.ttf",
         "bengali-bold": "truetype/noto/NotoSansBengali-Bold.ttf"}
_glyphs = {}


class Sheet:
    """`width` × `height` metres about the origin, x to the right, y up. Masks are (rows, columns) in 0…1."""

    def __init__(self, width, height, pixels, ground="#000000"):
        self.width, self.height = width, height
        self.columns, self.rows = pixels if not np.isscalar(pixels) else (pixels, max(int(round(pixels * height / width)), 1))
        self.pixel = width / self.columns
        self.x = ((np.arange(self.columns) + 0.5) / self.columns - 0.5)[None, :] * width
        self.y = (0.5 - (np.arange(self.rows) + 0.5) / self.rows)[:, None] * height
        self.colour = np.broadcast_to(srgb(ground), (self.rows, self.columns, 3)).copy()

    def paint(self, mask, colour, amount=1.0):
        self.colour = mix(self.colour, srgb(colour) if isinstance(colour, str) else colour, np.clip(mask * amount, 0, 1))
        return self

    def cover(self, distance):
        """Coverage of a pixel by the side of a signed distance (metres) that is below zero."""
        return np.clip(0.5 - distance / self.pixel, 0, 1)

    def disc(self, radius, centre=(0, 0)):
        return self.cover(np.hypot(self.x - centre[0], self.y - centre[1]) - radius)

    def ring(self, radius, thick, centre=(0, 0)):
        return self.cover(np.abs(np.hypot(self.x - centre[0], self.y - centre[1]) - radius) - thick / 2)

    def box(self, width, height, corner=0.0, centre=(0, 0), line=None):
        """A rounded rectangle, filled, or its outline of `line` metres."""
        dx = np.abs(self.x - centre[0]) - width / 2 + corner
        dy = np.abs(self.y - centre[1]) - height / 2 + corner
        d = np.hypot(np.maximum(dx, 0), np.maximum(dy, 0)) + np.minimum(np.maximum(dx, dy), 0) - corner
        return self.cover(d if line is None else np.abs(d) - line / 2)

    def stroke(self, points, thick, closed=False):
        p = [np.asarray(q, float) for q in points]
        d = np.full((self.rows, self.columns), 1e9)
        for a, b in zip(p, p[1:] + (p[:1] if closed else [])):
            ab = b - a
            t = np.clip(((self.x - a[0]) * ab[0] + (self.y - a[1]) * ab[1]) / max(ab @ ab, 1e-18), 0, 1)
            d = np.minimum(d, np.hypot(self.x - a[0] - t * ab[0], self.y - a[1] - t * ab[1]))
        return self.cover(d - thick / 2)

    def marks(self, count, inner, outer, thick, skip=None, centre=(0, 0), start=0.0):
        """Radial marks, clockwise from the top, all but those whose number `skip` divides."""
        out = np.zeros((self.rows, self.columns))
        for k in range(count):
            if skip and k % skip == 0:
                continue
            a = start + 2 * math.pi * k / count
            way = np.array([math.sin(a), math.cos(a)])
            out = np.maximum(out, self.stroke([way * inner + centre, way * outer + centre], thick))
        return out

    def text(self, words, size, at=(0, 0), font="regular", align="CENTER", turn=0.0, spacing=1.0, mirror=False):
        """Letters whose capitals are about 0.73 of `size` metres high, centred on `at` (or from it)."""
        triangles = glyphs(words, font, spacing) * size
        low, high = triangles.reshape(-1, 2).min(0), triangles.reshape(-1, 2).max(0)
        anchor = {"CENTER": (low + high) / 2, "LEFT": np.array([low[0], (low + high)[1] / 2]),
                  "RIGHT": np.array([high[0], (low + high)[1] / 2])}[align]
        c, s = math.cos(turn), math.sin(turn)
        flat = (triangles - anchor) @ np.array([[c, s], [-s, c]])
        if mirror:
            flat[..., 0] = -flat[..., 0]
        return self.fill(flat + np.asarray(at, float))

    def fill(self, triangles, fine=4):
        """Coverage by triangles (n, 3, 2) in metres, sampled `fine` times each way."""
        t = np.asarray(triangles, float)
        scale = fine / self.pixel
        p = np.stack([(t[..., 0] + self.width / 2) * scale, (self.height / 2 - t[..., 1]) * scale], -1)
        low = np.maximum(np.floor(p.reshape(-1, 2).min(0) / fine).astype(int) - 1, 0)
        high = np.minimum(np.ceil(p.reshape(-1, 2).max(0) / fine).astype(int) + 1, [self.columns, self.rows])
        out = np.zeros((self.rows, self.columns))
        if (high <= low).any():
            return out
        p = p - low * fine
        big = np.zeros(((high[1] - low[1]) * fine, (high[0] - low[0]) * fine), bool)
        for a, b, c in p:
            x0, y0 = np.maximum(np.floor(np.minimum(np.minimum(a, b), c)).astype(int), 0)
            x1, y1 = np.ceil(np.maximum(np.maximum(a, b), c)).astype(int) + 1
            x, y = np.arange(x0, min(x1, big.shape[1]))[None] + 0.5, np.arange(y0, min(y1, big.shape[0]))[:, None] + 0.5
            if not x.size or not y.size:
                continue
            e = [(q[0] - o[0]) * (y - o[1]) - (q[1] - o[1]) * (x - o[0]) for o, q in ((a, b), (b, c), (c, a))]
            inside = ((e[0] >= 0) & (e[1] >= 0) & (e[2] >= 0)) | ((e[0] <= 0) & (e[1] <= 0) & (e[2] <= 0))
            big[y0:y0 + y.size, x0:x0 + x.size] |= inside
        small = big.reshape(high[1] - low[1], fine, high[0] - low[0], fine).mean((1, 3))
        out[low[1]:high[1], low[0]:high[0]] = small
        return out

    def jpeg(self, name, quality=88):
        return encode.jpeg(name, self.colour, quality)


def letters(words, size, at=(0, 0), turn=0.0, font="bold", spacing=1.0):
    """Print as a shape of its own, on z = 0 looking along +Z, for marks that stay sharp however near one comes: lay it a
    hair over what it is printed on."""
    t = glyphs(words, font, spacing) * size
    low, high = t.reshape(-1, 2).min(0), t.reshape(-1, 2).max(0)
    c, s = math.cos(turn), math.sin(turn)
    t = (t - (low + high) / 2) @ np.array([[c, s], [-s, c]]) + np.asarray(at, float)
    return flat("Letters", t)


def flat(name, triangles):
    """Triangles (n, 3, 2) on z = 0, facing up."""
    t = np.asarray(triangles, float)
    area = (t[:, 1, 0] - t[:, 0, 0]) * (t[:, 2, 1] - t[:, 0, 1]) - (t[:, 1, 1] - t[:, 0, 1]) * (t[:, 2, 0] - t[:, 0, 0])
    t = np.where((area > 0)[:, None, None], t, t[:, ::-1])
    vertices = np.concatenate([t.reshape(-1, 2), np.zeros((3 * len(t), 1))], 1)
    obj = geometry.mesh_object(name, vertices, np.arange(3 * len(t)).reshape(-1, 3), np.zeros((3 * len(t), 2)))
    geometry.weld(obj, 1e-7)
    obj["open"] = True
    return geometry.finish(obj, 180, weighted=False)


def glyphs(words, font, spacing=1.0):
    """The filled triangles (n, 3, 2) of a line of letters, one em high."""
    key = (words, font, spacing)
    if key not in _glyphs:
        path = os.path.join("/usr/share/fonts", FONTS[font])
        if font.startswith("bengali"):
            _glyphs[key] = lettering.triangles(words, path, spacing)
            return _glyphs[key]
        curve = bpy.data.curves.new("Letters", "FONT")
        curve.font = bpy.data.fonts.load(path, check_existing=True)
        curve.body, curve.size, curve.resolution_u, curve.space_character = words, 1.0, 6, spacing
        obj = bpy.data.objects.new("Letters", curve)
        bpy.context.scene.collection.objects.link(obj)
        mesh = bpy.data.meshes.new_from_object(obj.evaluated_get(bpy.context.evaluated_depsgraph_get()))
        mesh.calc_loop_triangles()
        co = np.array([v.co[:2] for v in mesh.vertices], float).reshape(-1, 2)
        _glyphs[key] = co[np.array([t.vertices[:] for t in mesh.loop_triangles], int).reshape(-1, 3)]
        bpy.data.objects.remove(obj)
        bpy.data.curves.remove(curve)
        bpy.data.meshes.remove(mesh)
    return _glyphs[key]
