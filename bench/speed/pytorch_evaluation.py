#!/usr/bin/env python3
"""One evaluation of J(G) with its gradient in PyTorch, for `npm run bench -- --pytorch` (CPU) and `npm run bench:gpu` (CUDA).

Reads requests, one JSON object a line, from standard input and answers each with one line.
"""
import json
import resource
import sys
import time

import torch
import torch.nn.functional as F


class Evaluation:
    """The trunk of VGG-16 with average pooling, and the balanced content and style losses."""

    def __init__(self, weights, layers, channel_offsets, objective, device):
        self.objective = objective
        self.device = device
        self.channel_offsets = torch.tensor(channel_offsets, device=device).view(1, 3, 1, 1)
        values = torch.from_file(weights, dtype=torch.float32, size=sum(kernel_size(l) + l["outputs"] for l in layers)).to(device)
        self.layers, start = [], 0
        for layer in layers:
            kernel = values[start : start + kernel_size(layer)].view(3, 3, layer["inputs"], layer["outputs"])
            start += kernel_size(layer)
            bias = values[start : start + layer["outputs"]].clone()
            start += layer["outputs"]
            self.layers.append((layer["name"], layer["poolBefore"], kernel.permute(3, 2, 0, 1).contiguous(), bias))

    def prepare(self, size, pictures):
        values = torch.from_file(pictures, dtype=torch.float32, size=3 * 3 * size * size).view(3, 1, size, size, 3)
        content, style, generated = values.to(self.device).permute(0, 1, 4, 2, 3).contiguous()
        with torch.no_grad():
            self.content_target = self.activations(content)[self.objective["contentLayer"]]
            activations = self.activations(style)
            self.grams = {layer: gram_per_position(activations[layer]) for layer in self.objective["styleLayers"]}
        self.generated = generated.requires_grad_()

    def evaluate(self):
        started_at = self.time()
        activations = self.activations(self.generated)
        forward_at = self.time()
        total = self.loss(activations)
        loss_at = self.time()
        (gradient,) = torch.autograd.grad(total, self.generated)
        backward_at = self.time()
        return {
            "forward": forward_at - started_at,
            "loss": loss_at - forward_at,
            "backward": backward_at - loss_at,
            "total": total.item(),
            "gradientNorm": gradient.norm().item(),
        }

    def time(self):
        if self.device == "cuda":
            torch.cuda.synchronize()
        return time.perf_counter()

    def activations(self, image):
        values, activations = image + self.channel_offsets, {}
        for name, pool_before, kernel, bias in self.layers:
            if pool_before:
                values = F.avg_pool2d(values, 2)
            values = F.relu(F.conv2d(values, kernel, bias, padding=1))
            activations[name] = values
        return activations

    def loss(self, activations):
        distance = (activations[self.objective["contentLayer"]] - self.content_target).square().sum()
        content = distance / self.content_target.square().sum()
        style = sum((gram_per_position(activations[l]) - gram).square().sum() / gram.square().sum() for l, gram in self.grams.items())
        return self.objective["contentWeight"] * content + self.objective["styleWeight"] * style


def kernel_size(layer):
    return 9 * layer["inputs"] * layer["outputs"]


def gram_per_position(activation):
    positions = activation.flatten(2).squeeze(0)
    return positions @ positions.T / positions.shape[1]


def main():
    evaluation = None
    for line in sys.stdin:
        request = json.loads(line)
        kind = request.pop("type")
        if kind == "open":
            threads = request.pop("threads")
            if request["device"] == "cpu":
                torch.set_num_threads(threads)
            # Full float32 on the card too: TF32 keeps 10 bits of the mantissa.
            torch.backends.cudnn.allow_tf32 = request.pop("tf32")
            torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32
            torch.backends.cudnn.benchmark = True
            evaluation = Evaluation(**request)
            answer = {"version": torch.__version__}
        elif kind == "prepare":
            answer = evaluation.prepare(**request)
        elif kind == "evaluate":
            answer = evaluation.evaluate()
        else:
            answer = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps(answer), flush=True)


main()
