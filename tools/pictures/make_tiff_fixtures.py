#!/usr/bin/env python3
"""Writes test/fixtures/tiff: one small TIFF in every kind that is read, and what is right.

  pip install pillow==12.3.0 numpy tifffile imagecodecs          and ImageMagick
  python3 tools/pictures/make_tiff_fixtures.py

NAME.tif is written by tifffile, Pillow or ImageMagick; NAME.tif.right.png is what went into it, converted and turned by Pillow
(littlecms) where it has a profile or an orientation. What loses something is read back by Pillow (libtiff).
"""
import subprocess
from pathlib import Path

import numpy as np
import tifffile
from PIL import Image, ImageOps

from make_picture_fixtures import FOLDER as PICTURES, SIZE, in_srgb, scene

FOLDER = PICTURES.parent / "tiff"
RGB = np.asarray(scene())
RGB16 = (RGB.astype(np.uint16) * 257 + np.arange(SIZE[0], dtype=np.uint16)[None, :, None] * 5 % 128).astype(np.uint16)
ALPHA = np.linspace(0, 255, RGB[..., 0].size).reshape(RGB.shape[:2]).round().astype(np.uint8)
ALPHA16 = ALPHA.astype(np.uint16) * 257
WORD = 65535


def rounded(values: np.ndarray, full: int) -> np.ndarray:
    return (values.astype(np.float64) * 255 / full).round().clip(0, 255).astype(np.uint8)


def save_right(name: str, pixels: np.ndarray | Image.Image) -> None:
    image = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
    image.convert("RGBA").save(FOLDER / f"{name}.tif.right.png")


def write(name: str, samples: np.ndarray, right: np.ndarray, **options) -> None:
    tifffile.imwrite(FOLDER / f"{name}.tif", samples, metadata=None, **options)
    save_right(name, right)


def write_methods() -> None:
    rgb = {"photometric": "rgb"}
    write("lzw-strips", RGB, RGB, compression="lzw", predictor=True, rowsperstrip=5, **rgb)
    write("deflate-tiles-big-endian", RGB, RGB, compression="deflate", tile=(16, 16), byteorder=">", **rgb)
    write("packbits", RGB, RGB, compression="packbits", rowsperstrip=3, **rgb)
    write("planes", np.moveaxis(RGB, -1, 0), RGB, planarconfig="separate", compression="lzw", **rgb)
    write("big", RGB, RGB, bigtiff=True, compression="deflate", predictor=True, **rgb)
    write("pages", np.stack([RGB, 255 - RGB]), RGB, compression="deflate", **rgb)
    Image.fromarray(RGB).save(FOLDER / "jpeg.tif", compression="jpeg", quality=95)
    save_right("jpeg", Image.open(FOLDER / "jpeg.tif"))


def write_depths() -> None:
    rgb = {"photometric": "rgb"}
    write("rgb16-big-endian", RGB16, rounded(RGB16, WORD), compression="deflate", predictor=True, byteorder=">", **rgb)
    write("rgb16-tiles", RGB16, rounded(RGB16, WORD), compression="lzw", tile=(16, 16), predictor=True, **rgb)
    write("float32", (RGB / 255).astype(np.float32), RGB, **rgb)
    write("grey8", RGB[..., 0], RGB[..., 0], photometric="minisblack", compression="lzw")
    write("grey16", RGB16[..., 0], rounded(RGB16[..., 0], WORD), photometric="minisblack", byteorder=">")
    write("white-is-zero", 255 - RGB[..., 0], RGB[..., 0], photometric="miniswhite")
    write("cmyk", np.dstack([255 - RGB, ALPHA // 3]), rounded((RGB * (255 - ALPHA[..., None] // 3.0)), 255 * 255), photometric="separated")
    for name, image in {"one-bit": scene().convert("1"), "palette-4bit": scene().quantize(16)}.items():
        image.save(FOLDER / f"{name}.tif")
        save_right(name, image)


def write_alpha() -> None:
    write("alpha", np.dstack([RGB, ALPHA]), np.dstack([RGB, ALPHA]), photometric="rgb", extrasamples=["unassalpha"], compression="lzw")
    multiplied = (RGB16 * (ALPHA16[..., None] / WORD)).round().astype(np.uint16)
    straight = np.minimum(WORD, multiplied.astype(np.float64) * WORD / np.maximum(ALPHA16[..., None], 1))
    right = np.dstack([rounded(straight, WORD), ALPHA])
    write("alpha16-premultiplied", np.dstack([multiplied, ALPHA16]), right, photometric="rgb", extrasamples=["assocalpha"])
    write("saved-selection", np.dstack([RGB, ALPHA]), RGB, photometric="rgb", extrasamples=["unspecified"])
    grey = RGB[..., 0]
    write("grey-alpha", np.dstack([grey, ALPHA]), np.dstack([grey, grey, grey, ALPHA]), photometric="minisblack", planarconfig="contig", extrasamples=["unassalpha"])


def write_profiles() -> None:
    for kind, samples, full in (("display-p3", RGB, 255), ("adobe-rgb", RGB16, WORD)):
        profile = (PICTURES / f"profile-{kind}.icc").read_bytes()
        right = in_srgb(Image.fromarray(rounded(samples, full)), profile)
        write(kind, samples, np.asarray(right), photometric="rgb", compression="deflate", iccprofile=profile)


def write_orientations() -> None:
    for orientation in range(1, 9):
        path = FOLDER / f"orientation-{orientation}.tif"
        tifffile.imwrite(path, RGB, metadata=None, photometric="rgb", compression="deflate", extratags=[(274, 3, 1, orientation, True)])
        with Image.open(path) as written:
            save_right(path.stem, ImageOps.exif_transpose(written))


def write_by_imagemagick() -> None:
    source = FOLDER / "source.png"
    Image.fromarray(np.dstack([RGB, ALPHA])).save(source)
    for name, options in {"magick-zip": [], "magick-zip16": ["-depth", "16"], "magick-tiles": ["-define", "tiff:tile-geometry=16x16"]}.items():
        subprocess.run(["convert", source, *options, "-compress", "zip", FOLDER / f"{name}.tif"], check=True)
        save_right(name, Image.open(source))
    source.unlink()


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for written in (write_methods, write_depths, write_alpha, write_profiles, write_orientations, write_by_imagemagick):
        written()


if __name__ == "__main__":
    main()
