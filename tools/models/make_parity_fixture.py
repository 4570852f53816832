#!/usr/bin/env python3
"""Writes test/fixtures/parity-*: J(G) and its gradient from the project's own 8-bit weights, computed by PyTorch.

  pip install torch==2.13.0 numpy pillow
  python3 tools/models/make_parity_fixture.py

Everything is computed in float64 from the dequantised weights, so that the fixture's own rounding is far below
any engine's. See test/fixtures/README.md for the formulas and the files.
"""
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

from shards import ShardReader

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "test" / "fixtures"

# Sides that are odd before several poolings: 38→19→9→4→2 and 35→17→8→4→2; 42→21→10→5→2 and 33→16→8→4→2.
CONTENT_CROP = (64, 40, 64 + 38, 40 + 35)
STYLE_CROP = (60, 50, 60 + 33, 50 + 42)
SETTINGS = {
    "contentWeight": 1,
    "styleWeight": 10,
    "tvWeight": 1e-3,
    "contentLayers": {"relu4_2": 1},
    "styleLayers": {"relu1_1": 1, "relu2_1": 1, "relu3_1": 1, "relu4_1": 1, "relu5_1": 1},
}


class Network:
    """The layers of models/vgg16 on images [1, 3, h, w], RGB in 0..255."""

    def __init__(self, folder: Path):
        reader = ShardReader(folder)
        self.mean = torch.tensor(reader.manifest["input"]["mean"], dtype=torch.float64).view(1, 3, 1, 1)
        self.layers = [self.read(reader, entry) for entry in reader.manifest["layers"]]

    @staticmethod
    def read(reader: ShardReader, entry: dict):
        kernel = torch.from_numpy(reader.read(entry["kernel"]).astype(np.float64))
        bias = torch.from_numpy(reader.read(entry["bias"]).astype(np.float64))
        return entry["name"], entry["poolBefore"], kernel.permute(3, 2, 0, 1), bias

    def activations(self, image: torch.Tensor, pooling: str) -> dict[str, torch.Tensor]:
        pool = F.avg_pool2d if pooling == "avg" else F.max_pool2d
        x = image.flip(1) - self.mean  # RGB → BGR
        activations = {}
        for name, pool_before, kernel, bias in self.layers:
            x = F.relu(F.conv2d(pool(x, 2) if pool_before else x, kernel, bias, padding=1))
            activations[name] = x
        return activations


def gram_per_position(activation: torch.Tensor) -> torch.Tensor:
    positions = activation[0].flatten(1)
    return positions @ positions.T / positions.shape[1]


def total_variation(image: torch.Tensor) -> torch.Tensor:
    return image.diff(dim=2).square().mean() + image.diff(dim=3).square().mean()


class Objective:
    def __init__(self, network: Network, content: torch.Tensor, style: torch.Tensor, normalization: str, pooling: str):
        self.network, self.pooling, self.balanced = network, pooling, normalization == "balanced"
        with torch.no_grad():
            self.content = network.activations(content, pooling)
            self.style = {name: gram_per_position(a) for name, a in network.activations(style, pooling).items()}

    def parts(self, generated: torch.Tensor):
        activations = self.network.activations(generated, self.pooling)
        content = {name: self.content_loss(name, activations[name]) for name in SETTINGS["contentLayers"]}
        style = {name: self.style_loss(name, activations[name]) for name in SETTINGS["styleLayers"]}
        return content, style, total_variation(generated)

    def content_loss(self, name: str, activation: torch.Tensor) -> torch.Tensor:
        target = self.content[name]
        energy = target.square().sum() / 2 if self.balanced else 1
        return (activation - target).square().sum() / 2 / energy

    def style_loss(self, name: str, activation: torch.Tensor) -> torch.Tensor:
        target = self.style[name]
        energy = target.square().sum() if self.balanced else 4 * activation.shape[1] ** 2
        return (gram_per_position(activation) - target).square().sum() / energy


def evaluate(objective: Objective, generated: torch.Tensor) -> tuple[dict, np.ndarray]:
    """The loss parts and ∂J/∂G [h, w, 3] as float32."""
    generated = generated.clone().requires_grad_(True)
    content, style, tv = objective.parts(generated)
    total = (
        SETTINGS["contentWeight"] * sum(SETTINGS["contentLayers"][name] * loss for name, loss in content.items())
        + SETTINGS["styleWeight"] * sum(SETTINGS["styleLayers"][name] * loss for name, loss in style.items())
        + SETTINGS["tvWeight"] * tv
    )
    total.backward()
    gradient = generated.grad[0].permute(1, 2, 0).numpy().astype("<f4")
    per_layer = {"content": numbers(content), "style": numbers(style)}
    return {"perLayer": per_layer, "tv": tv.item(), "total": total.item()}, gradient


def numbers(losses: dict[str, torch.Tensor]) -> dict[str, float]:
    return {name: loss.item() for name, loss in losses.items()}


def crop(source: str, box: tuple[int, int, int, int], target: str) -> torch.Tensor:
    image = Image.open(FIXTURES / source).convert("RGB").crop(box)
    return saved(np.asarray(image), target)


def saved(pixels: np.ndarray, target: str) -> torch.Tensor:
    """[h, w, 3] of 8 bits → PNG, and [1, 3, h, w]."""
    Image.fromarray(pixels).save(FIXTURES / target, optimize=True)
    return torch.from_numpy(pixels.astype(np.float64)).permute(2, 0, 1)[None]


def grey_noise(height: int, width: int) -> torch.Tensor:
    """Near mid grey; exactly flat grey would make max pooling choose by rounding among equal values."""
    pixels = np.random.default_rng(1).integers(112, 145, (height, width, 3), dtype=np.uint8)
    return saved(pixels, "parity-grey-noise.png")


def main() -> None:
    network = Network(ROOT / "models" / "vgg16")
    content = crop("ref-content.png", CONTENT_CROP, "parity-content.png")
    style = crop("ref-style.png", STYLE_CROP, "parity-style.png")
    generated = {"content": content, "mirrored content": content.flip(3), "grey noise": grey_noise(*content.shape[2:])}
    cases, gradients = [], []
    for normalization in ("balanced", "seed"):
        for pooling in ("avg", "max"):
            objective = Objective(network, content, style, normalization, pooling)
            for name, image in generated.items():
                losses, gradient = evaluate(objective, image)
                cases.append({"normalization": normalization, "pooling": pooling, "generated": name, **losses})
                gradients.append(gradient.tobytes())
    height, width = content.shape[2:]
    fixture = {"width": width, "height": height, "settings": SETTINGS, "cases": cases}
    (FIXTURES / "parity-dequantised.json").write_text(json.dumps(fixture, indent=1) + "\n")
    (FIXTURES / "parity-gradients.bin").write_bytes(b"".join(gradients))


if __name__ == "__main__":
    main()
