# SPDX-License-Identifier: GPL-3.0-or-later
"""One painted sheet for many parts: named places on a Canvas, and shapes whose texture coordinates go there."""
import numpy as np

from . import geometry, shapes


class Atlas:
    """`places`: {name: (x0, y0, x1, y1)} on a sheet of `width` × `height` metres about its middle."""

    def __init__(self, width, height, places):
        self.width, self.height, self.places = width, height, dict(places)

    def swatches(self, names, x0, y0, size):
        """Squares of one colour each in a row, for what is painted plainly."""
        for k, name in enumerate(names):
            self.places[name] = (x0 + k * size, y0, x0 + (k + 1) * size, y0 + size)

    def to_sheet(self, name, uv):
        """0…1 within a place to 0…1 of the sheet."""
        x0, y0, x1, y1 = self.places[name]
        uv = np.asarray(uv, float)
        return np.stack([(x0 + uv[..., 0] * (x1 - x0)) / self.width + 0.5, (y0 + uv[..., 1] * (y1 - y0)) / self.height + 0.5], -1)

    def remap(self, obj, name):
        layer = obj.data.uv_layers[0].data
        uv = np.empty(len(obj.data.loops) * 2, np.float32)
        layer.foreach_get("uv", uv)
        layer.foreach_set("uv", self.to_sheet(name, uv.reshape(-1, 2)).astype(np.float32).reshape(-1))
        return obj

    def printed(self, obj, name, centre, across=(1, 0, 0), upwards=(0, 0, 1), size=None):
        """Projects a place onto a shape; `size` (width, height) in metres is the place's own unless given."""
        x0, y0, x1, y1 = self.places[name]
        width, height = size or (x1 - x0, y1 - y0)
        shapes.plan_uv(obj, width, height, centre, across, upwards)
        return self.remap(obj, name)

    def plain(self, obj, name):
        """The whole shape in the middle of a place."""
        geometry.apply(obj)
        uv = np.full((len(obj.data.loops), 2), 0.5)
        obj.data.uv_layers[0].data.foreach_set("uv", self.to_sheet(name, uv).astype(np.float32).reshape(-1))
        return obj

    def fill(self, canvas, colours):
        for name, colour in colours.items():
            canvas.box(*self.places[name], colour)
