#!/usr/bin/env python3
"""Stylises pictures the usual way, so that `npm run judge` can set it against the product.

  pip install torch==2.13.0 numpy pillow
  python3 bench/judge/usual_way.py --content C.png --style S.jpg --output G.png [--size 384] [--evaluations 50]

The usual way: content weight 5 at relu4_2, style weight 100 at relu1_1 to relu5_1, total variation 1e-3, maximum pooling,
zero padding, mean squared errors of activations and of Gram matrices divided by their number of activations, all at the
full size by unconstrained L-BFGS, clamped at the end; the widespread defaults for Gatys et al. (2016), from the content.
The network is the one in models/vgg16, dequantised.
"""
import argparse
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools" / "models"))
from shards import ShardReader  # noqa: E402

CONTENT_LAYER = "relu4_2"
STYLE_LAYERS = ["relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"]
CONTENT_WEIGHT, STYLE_WEIGHT, TV_WEIGHT = 5, 100, 1e-3


class Network:
    def __init__(self):
        reader = ShardReader(ROOT / "models" / "vgg16")
        self.mean = torch.tensor(reader.manifest["input"]["mean"], dtype=torch.float32).view(1, 3, 1, 1)
        self.layers = [self.layer(reader, entry) for entry in reader.manifest["layers"]]

    @staticmethod
    def layer(reader, entry):
        kernel = torch.from_numpy(reader.read(entry["kernel"]).astype(np.float32)).permute(3, 2, 0, 1).contiguous()
        return entry["name"], entry["poolBefore"], kernel, torch.from_numpy(reader.read(entry["bias"]).astype(np.float32))

    def activations(self, bgr):
        """BGR less the mean, [1, 3, h, w], to activations by layer, as far as the deepest style layer."""
        found = {}
        for name, pool_before, kernel, bias in self.layers:
            bgr = F.relu(F.conv2d(F.max_pool2d(bgr, 2) if pool_before else bgr, kernel, bias, padding=1))
            found[name] = bgr
            if name == STYLE_LAYERS[-1]:
                return found


def gram(activation):
    positions = activation[0].flatten(1)
    return positions @ positions.T / positions.numel()


def total_variation(image):
    return (image[..., 1:, :] - image[..., :-1, :]).abs().sum() + (image[..., 1:] - image[..., :-1]).abs().sum()


def read(path, size, network):
    image = Image.open(path).convert("RGB")
    factor = size / max(image.size)
    image = image.resize([max(1, round(side * factor)) for side in image.size], Image.LANCZOS)
    rgb = torch.from_numpy(np.asarray(image).copy()).permute(2, 0, 1)[None].float()
    return rgb.flip(1) - network.mean


def stylize(content, style, network, evaluations):
    with torch.no_grad():
        shapes = network.activations(content)[CONTENT_LAYER]
        textures = {name: gram(network.activations(style)[name]) for name in STYLE_LAYERS}
    generated = content.clone(memory_format=torch.contiguous_format).requires_grad_(True)
    optimizer = torch.optim.LBFGS([generated], max_iter=evaluations, max_eval=evaluations, tolerance_grad=-1, tolerance_change=-1, history_size=100)

    def evaluate():
        optimizer.zero_grad()
        found = network.activations(generated)
        loss = CONTENT_WEIGHT * F.mse_loss(found[CONTENT_LAYER], shapes) + TV_WEIGHT * total_variation(generated)
        loss = loss + STYLE_WEIGHT * sum(F.mse_loss(gram(found[name]), textures[name]) for name in STYLE_LAYERS)
        loss.backward()
        return loss

    optimizer.step(evaluate)
    return generated.detach()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--content", required=True)
    parser.add_argument("--style", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--size", type=int, default=384)
    parser.add_argument("--evaluations", type=int, default=50)
    options = parser.parse_args()
    network = Network()
    content, style = read(options.content, options.size, network), read(options.style, options.size, network)
    generated = stylize(content, style, network, options.evaluations)
    rgb = (generated + network.mean).flip(1).clamp(0, 255).round()[0].permute(1, 2, 0)
    Image.fromarray(rgb.numpy().astype(np.uint8)).save(options.output)


if __name__ == "__main__":
    main()
