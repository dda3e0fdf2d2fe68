# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeded noise that tiles without a seam, and the small image operations that textures are made of.

Arrays are float64 (rows, columns); row 0 is the top of the image. Colours are sRGB in 0…1.
"""
import numpy as np


def spectral(shape, seed, slope=1.6, low=1.0, high=1e9, stretch=(1.0, 1.0)):
    """Gaussian noise with a power-law spectrum between `low` and `high` cycles per tile, mean 0, deviation 1.

    Made in the frequency domain, so that it is periodic. `stretch` (rows, columns) above 1 draws it out.
    """
    rows, columns = shape
    white = np.random.default_rng(seed).standard_normal(shape)
    fy = np.fft.fftfreq(rows, 1 / rows)[:, None] * stretch[0]
    fx = np.fft.fftfreq(columns, 1 / columns)[None, :] * stretch[1]
    f = np.sqrt(fy * fy + fx * fx)
    with np.errstate(divide="ignore"):
        amplitude = np.where((f >= low) & (f <= high), f ** -slope, 0.0)
    amplitude[0, 0] = 0
    out = np.fft.ifft2(np.fft.fft2(white) * amplitude).real
    return out / max(out.std(), 1e-12)


def blur(image, sigma_rows, sigma_columns=None):
    """Periodic Gaussian blur, sigmas in pixels."""
    sigma_columns = sigma_rows if sigma_columns is None else sigma_columns
    fy = np.fft.fftfreq(image.shape[0])[:, None]
    fx = np.fft.fftfreq(image.shape[1])[None, :]
    transfer = np.exp(-2 * np.pi ** 2 * ((fy * sigma_rows) ** 2 + (fx * sigma_columns) ** 2))
    return np.fft.ifft2(np.fft.fft2(image) * transfer).real


def speckles(shape, seed, count, radius, spread=0.5, soften=0.7):
    """Irregular round specks in 0…1, wrapped at the edges. `radius` in pixels, log-normal with `spread`."""
    rng = np.random.default_rng(seed)
    out = np.zeros(shape)
    rows, columns = shape
    for _ in range(count):
        r = float(radius * np.exp(rng.standard_normal() * spread))
        cy, cx = rng.random() * rows, rng.random() * columns
        squash, angle, strength = rng.uniform(0.65, 1.0), rng.random() * np.pi, rng.uniform(0.55, 1.0)
        reach = int(np.ceil(r * 1.6)) + 1
        y = np.arange(int(cy) - reach, int(cy) + reach + 1)
        x = np.arange(int(cx) - reach, int(cx) + reach + 1)
        dy, dx = np.meshgrid(y - cy, x - cx, indexing="ij")
        a = (dx * np.cos(angle) + dy * np.sin(angle)) / r
        b = (-dx * np.sin(angle) + dy * np.cos(angle)) / (r * squash)
        d = np.sqrt(a * a + b * b)
        blot = np.clip((1 + soften * 0.5 - d) / soften, 0, 1) * strength
        window = np.ix_(y % rows, x % columns)
        out[window] = np.maximum(out[window], blot)
    return out


def cells(size, across, seed, jitter=0.42):
    """Distances to the nearest and the second nearest point of a jittered grid that tiles, in grid steps."""
    rng = np.random.default_rng(seed)
    dots = rng.uniform(-jitter, jitter, (across, across, 2)) + 0.5
    y, x = np.meshgrid((np.arange(size) + 0.5) / size * across, (np.arange(size) + 0.5) / size * across, indexing="ij")
    iy, ix = np.floor(y).astype(int), np.floor(x).astype(int)
    first, second = np.full((size, size), 9.0), np.full((size, size), 9.0)
    for oy in (-1, 0, 1):
        for ox in (-1, 0, 1):
            dot = dots[(iy + oy) % across, (ix + ox) % across]
            d = np.hypot(y - (iy + oy + dot[..., 0]), x - (ix + ox + dot[..., 1]))
            second = np.minimum(second, np.maximum(first, d))
            first = np.minimum(first, d)
    return first, second


def smoothstep(low, high, x):
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def srgb(code):
    """'#RRGGBB' as three floats."""
    return np.array([int(code[i:i + 2], 16) for i in (1, 3, 5)]) / 255


def linear(code):
    """'#RRGGBB' as a linear glTF factor."""
    c = srgb(code)
    return [round(float(x), 5) for x in np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)]


def mix(a, b, t):
    """Blend of two colours (or images) by a mask."""
    a, b, t = np.asarray(a, float), np.asarray(b, float), np.asarray(t, float)
    if t.ndim == 2:
        t = t[..., None]
    return a * (1 - t) + b * t


def normal_map(height, strength_rows, strength_columns=None):
    """Tangent-space normals of a height field; strength = height unit over pixel size."""
    strength_columns = strength_rows if strength_columns is None else strength_columns
    dx = (np.roll(height, -1, 1) - np.roll(height, 1, 1)) * 0.5 * strength_columns
    dy = (np.roll(height, -1, 0) - np.roll(height, 1, 0)) * 0.5 * strength_rows
    n = np.stack([-dx, dy, np.ones_like(height)], -1)
    n /= np.linalg.norm(n, axis=-1, keepdims=True)
    return n * 0.5 + 0.5
