# SPDX-License-Identifier: GPL-3.0-or-later
"""Arrays to JPEG bytes, by Blender's own encoder (so that the authoring needs no further package)."""
import os
import tempfile

import bpy
import numpy as np

from .glb import Texture


most = 100  # the finest that is written; build.py sets it, since above 80 a product grows faster than its picture improves


def jpeg(name, pixels, quality=88):
    """`pixels` (rows, columns, 3 or none) in 0…1, written as they are; `quality` counts up to `most`."""
    p = np.asarray(pixels, float)
    if p.ndim == 2:
        p = np.repeat(p[..., None], 3, 2)
    rgba = np.ones((*p.shape[:2], 4), np.float32)
    rgba[..., :3] = np.clip(p[::-1], 0, 1)
    image = bpy.data.images.new(name, p.shape[1], p.shape[0], alpha=False)
    image.colorspace_settings.name = "Non-Color"
    image.pixels.foreach_set(rgba.reshape(-1))
    image.file_format = "JPEG"
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "t.jpg")
        image.save(filepath=path, quality=min(quality, most))
        with open(path, "rb") as f:
            data = f.read()
    bpy.data.images.remove(image)
    return Texture(name, data)


def orm(name, occlusion, roughness, metallic, quality=85):
    """One image for the three: red occlusion, green roughness, blue metallic. Numbers or arrays."""
    shape = next(np.shape(x) for x in (occlusion, roughness, metallic) if np.ndim(x) == 2)
    return jpeg(name, np.stack([np.broadcast_to(x, shape) for x in (occlusion, roughness, metallic)], -1), quality)
