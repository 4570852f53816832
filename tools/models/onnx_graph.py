"""Looks up the weights of an ONNX graph whose tensors may be stored as integers with scales (QDQ form)."""
from dataclasses import dataclass

import numpy as np
import onnx
from onnx import numpy_helper


@dataclass(frozen=True)
class Stored:
    """A weight as the file stores it: integers and one scale per output channel, or float32 without scales."""

    values: np.ndarray
    scales: np.ndarray | None

    def floats(self) -> np.ndarray:
        if self.scales is None:
            return self.values
        shape = (-1,) + (1,) * (self.values.ndim - 1)
        return (self.values * self.scales.reshape(shape)).astype(np.float32)


class Graph:
    def __init__(self, content: bytes):
        self.graph = onnx.load_from_string(content).graph
        self.initializers = {tensor.name: numpy_helper.to_array(tensor) for tensor in self.graph.initializer}
        self.dequantised = {node.output[0]: node for node in self.graph.node if node.op_type == "DequantizeLinear"}

    def weight(self, name: str) -> Stored:
        """Of an initializer, or of the output of the DequantizeLinear node that reads one."""
        if name in self.initializers:
            return Stored(self.initializers[name], None)
        stored, scale, zero_point = self.dequantised[name].input
        if np.any(self.initializers[zero_point]):
            raise ValueError(f"{stored} isn't stored symmetrically.")
        values = self.initializers[stored]
        return Stored(values, np.broadcast_to(self.initializers[scale], values.shape[:1]).astype(np.float32))

    def convolutions(self) -> list[onnx.NodeProto]:
        return [node for node in self.graph.node if node.op_type == "Conv"]


def attribute(node: onnx.NodeProto, name: str, default: int) -> int:
    """The first value of an integer list, or an integer."""
    for entry in node.attribute:
        if entry.name == name:
            return entry.ints[0] if entry.ints else entry.i
    return default
