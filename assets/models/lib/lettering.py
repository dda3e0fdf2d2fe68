# SPDX-License-Identifier: GPL-3.0-or-later
"""Bengali as it is written: vowel signs before their letter, letters joined. HarfBuzz sets the line and gives the
outlines; Blender's own text object sets letter by letter."""
import ctypes

import bpy
import numpy as np

STEPS = 5  # pieces a curve is cut into
_library, _fonts = None, {}
_move = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 3, ctypes.c_float, ctypes.c_float, ctypes.c_void_p)
_quadratic = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 3, *[ctypes.c_float] * 4, ctypes.c_void_p)
_cubic = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 3, *[ctypes.c_float] * 6, ctypes.c_void_p)


class Glyph(ctypes.Structure):
    _fields_ = [("codepoint", ctypes.c_uint32), ("mask", ctypes.c_uint32), ("cluster", ctypes.c_uint32),
                ("v1", ctypes.c_uint32), ("v2", ctypes.c_uint32)]


class Position(ctypes.Structure):
    _fields_ = [("x_advance", ctypes.c_int32), ("y_advance", ctypes.c_int32), ("x_offset", ctypes.c_int32),
                ("y_offset", ctypes.c_int32), ("v", ctypes.c_uint32)]


def library():
    global _library
    if _library is None:
        _library = ctypes.CDLL("libharfbuzz.so.0")
        for name in ("blob_create_from_file", "face_create", "font_create", "buffer_create", "draw_funcs_create",
                     "buffer_get_glyph_infos", "buffer_get_glyph_positions"):
            getattr(_library, f"hb_{name}").restype = ctypes.c_void_p
    return _library


class Pen:
    """Collects a glyph's outlines."""

    def __init__(self):
        hb, self.outlines, self.at = library(), [], (0.0, 0.0)

        def move(_f, _d, _s, x, y, _u):
            self.outlines.append([(x, y)])

        def line(_f, _d, _s, x, y, _u):
            self.outlines[-1].append((x, y))

        def bend(*controls):
            p = np.array([self.outlines[-1][-1], *controls])
            for t in np.linspace(0, 1, STEPS + 1)[1:]:
                q = p
                while len(q) > 1:
                    q = q[:-1] * (1 - t) + q[1:] * t
                self.outlines[-1].append(tuple(q[0]))

        self.kept = [_move(move), _move(line), _quadratic(lambda f, d, s, a, b, x, y, u: bend((a, b), (x, y))),
                     _cubic(lambda f, d, s, a, b, c, e, x, y, u: bend((a, b), (c, e), (x, y)))]
        self.functions = ctypes.c_void_p(hb.hb_draw_funcs_create())
        for name, function in zip(("move_to", "line_to", "quadratic_to", "cubic_to"), self.kept):
            getattr(hb, f"hb_draw_funcs_set_{name}_func")(self.functions, function, None, None)


def font(path):
    if path not in _fonts:
        hb = library()
        blob = ctypes.c_void_p(hb.hb_blob_create_from_file(path.encode()))
        face = ctypes.c_void_p(hb.hb_face_create(blob, 0))
        _fonts[path] = ctypes.c_void_p(hb.hb_font_create(face)), hb.hb_face_get_upem(face)
    return _fonts[path]


def outlines(words, path, spacing=1.0):
    """The outlines of a line of letters, one em high: a list of glyphs, each a list of closed polygons."""
    hb, (face, em) = library(), font(path)
    buffer = ctypes.c_void_p(hb.hb_buffer_create())
    text = words.encode()
    hb.hb_buffer_add_utf8(buffer, text, len(text), 0, len(text))
    hb.hb_buffer_guess_segment_properties(buffer)
    hb.hb_shape(face, buffer, None, 0)
    count = ctypes.c_uint()
    glyphs = ctypes.cast(hb.hb_buffer_get_glyph_infos(buffer, ctypes.byref(count)), ctypes.POINTER(Glyph))
    places = ctypes.cast(hb.hb_buffer_get_glyph_positions(buffer, ctypes.byref(count)), ctypes.POINTER(Position))
    out, x = [], 0.0
    for k in range(count.value):
        if glyphs[k].codepoint == 0:
            raise ValueError(f"no letter for a part of '{words}'")
        pen = Pen()
        hb.hb_font_draw_glyph(face, ctypes.c_uint32(glyphs[k].codepoint), pen.functions, None)
        offset = np.array([x + places[k].x_offset, places[k].y_offset])
        out.append([(np.array(o) + offset) / em for o in pen.outlines if len(o) > 2])
        x += places[k].x_advance * spacing
    return out


def triangles(words, path, spacing=1.0):
    """The same, filled: (n, 3, 2). Glyph by glyph, since neighbours overlap along the headline."""
    filled = []
    for glyph in outlines(words, path, spacing):
        if not glyph:
            continue
        curve = bpy.data.curves.new("Letter", "CURVE")
        curve.dimensions, curve.fill_mode = "2D", "BOTH"
        for polygon in glyph:
            p = polygon[:-1] if np.allclose(polygon[0], polygon[-1]) else polygon
            line = curve.splines.new("POLY")
            line.points.add(len(p) - 1)
            line.points.foreach_set("co", np.concatenate([p, np.tile([0.0, 1.0], (len(p), 1))], 1).reshape(-1))
            line.use_cyclic_u = True
        obj = bpy.data.objects.new("Letter", curve)
        bpy.context.scene.collection.objects.link(obj)
        mesh = bpy.data.meshes.new_from_object(obj.evaluated_get(bpy.context.evaluated_depsgraph_get()))
        mesh.calc_loop_triangles()
        co = np.array([v.co[:2] for v in mesh.vertices], float).reshape(-1, 2)
        filled.append(co[np.array([t.vertices[:] for t in mesh.loop_triangles], int).reshape(-1, 3)])
        bpy.data.objects.remove(obj)
        bpy.data.curves.remove(curve)
        bpy.data.meshes.remove(mesh)
    return np.concatenate(filled)
