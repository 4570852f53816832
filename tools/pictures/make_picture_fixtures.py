#!/usr/bin/env python3
"""Writes test/fixtures/pictures: one small picture in every format, colour profile and orientation, and what is right.

  pip install pillow==12.3.0 numpy
  python3 tools/pictures/make_picture_fixtures.py

NAME.EXTENSION is what is read, NAME.EXTENSION.right.png what it should look like, converted and turned by Pillow (littlecms).
The profiles are the CC0 ones that test/fixtures/pictures/profile-*.icc hold.
"""
import io
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, ImageOps

FOLDER = Path(__file__).parents[2] / "test" / "fixtures" / "pictures"
SIZE = (24, 16)
SRGB = ImageCms.createProfile("sRGB")
LOSSY = {"jpg": {"quality": 95, "subsampling": 0}, "webp": {"lossless": True}, "avif": {"quality": 95, "subsampling": "4:4:4"}}
ORIENTATION = 0x0112


def scene() -> Image.Image:
    """Soft colours all over the gamut, different in every corner."""
    x, y = np.meshgrid(np.linspace(0, 1, SIZE[0]), np.linspace(0, 1, SIZE[1]))
    return Image.fromarray(np.stack([30 + 200 * x, 220 - 190 * y, 40 + 180 * x * y], -1).round().astype(np.uint8), "RGB")


def with_alpha(image: Image.Image) -> Image.Image:
    alpha = np.linspace(0, 255, SIZE[0] * SIZE[1]).reshape(SIZE[::-1]).round().astype(np.uint8)
    return Image.merge("RGBA", [*image.split(), Image.fromarray(alpha)])


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    converted = ImageCms.profileToProfile(image.convert("RGB"), source, SRGB, renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC)
    return converted if alpha is None else Image.merge("RGBA", [*converted.split(), alpha])


def write(name: str, image: Image.Image, right, **options) -> None:
    path = FOLDER / name
    image.save(path, **options)
    with Image.open(path) as written:
        right(written).save(FOLDER / f"{name}.right.png")


def write_profiles() -> None:
    for profile_file in sorted(FOLDER.glob("profile-*.icc")):
        profile, kind = profile_file.read_bytes(), profile_file.stem.removeprefix("profile-")
        right = lambda written: in_srgb(written.convert("RGBA" if written.mode == "RGBA" else "RGB"), profile)
        write(f"{kind}.png", scene(), right, icc_profile=profile)
        write(f"{kind}-alpha.png", with_alpha(scene()), right, icc_profile=profile)
        for extension, options in LOSSY.items():
            write(f"{kind}.{extension}", scene(), right, icc_profile=profile, **options)


def write_orientations() -> None:
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[ORIENTATION] = orientation
        for extension, options in {"png": {}, **LOSSY}.items():
            right = lambda written: ImageOps.exif_transpose(written).convert("RGB")
            write(f"exif-{orientation}.{extension}", scene(), right, exif=exif, **options)


def write_linear() -> None:
    """gAMA 1: samples are light. Browsers show them by sRGB's curve (IEC 61966-2-1)."""
    from PIL import PngImagePlugin

    info = PngImagePlugin.PngInfo()
    info.add(b"gAMA", (100000).to_bytes(4, "big"))

    def right(written: Image.Image) -> Image.Image:
        light = np.asarray(written.convert("RGB")) / 255
        curve = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
        return Image.fromarray((255 * curve).round().astype(np.uint8), "RGB")

    write("gamma-1.png", scene(), right, pnginfo=info)


def main() -> None:
    write_profiles()
    write_orientations()
    write_linear()


if __name__ == "__main__":
    main()
