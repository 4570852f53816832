"""Writes and reads the project's weight format: raw little-endian shards described by a manifest.

A tensor is described as {shape, dtype, shard, byteOffset, byteLength}; an int8 tensor also names its
`scales`, one float32 per index of its last axis: value = int8 * scale.
"""
import hashlib
import json
from pathlib import Path

import numpy as np

FORMAT = "brushover-weights"
VERSION = 1
# Below 4 MB whether a megabyte is counted in thousands or in 1024s.
SHARD_LIMIT = 4_000_000


class ShardWriter:
    """Appends tensors to shards; those of one group always share a shard, so that a network can be loaded up to a layer."""

    def __init__(self):
        self.shards = [bytearray()]

    def start_group(self, byte_length: int) -> None:
        if self.shards[-1] and len(self.shards[-1]) + byte_length > SHARD_LIMIT:
            self.shards.append(bytearray())

    def add(self, values: np.ndarray) -> dict:
        """Appends an array with its own dtype; its description for the manifest."""
        shard = self.shards[-1]
        shard.extend(b"\0" * (-len(shard) % 4))  # typed arrays of four-byte numbers need aligned offsets
        content = np.ascontiguousarray(values).astype(values.dtype.newbyteorder("<")).tobytes()
        entry = {
            "shape": list(values.shape),
            "dtype": values.dtype.name,
            "shard": len(self.shards) - 1,
            "byteOffset": len(shard),
            "byteLength": len(content),
        }
        shard.extend(content)
        if len(shard) > SHARD_LIMIT:
            raise ValueError(f"A group of {len(shard)} bytes does not fit a shard.")
        return entry

    def add_quantised(self, kernel: np.ndarray, factors: np.ndarray | float = 1) -> dict:
        """int8, symmetric, one scale per output channel (the last axis); the scales are multiplied by `factors`."""
        quantised, scales = quantise(kernel)
        return self.add_scaled(quantised, (scales * factors).astype(np.float32))

    def add_scaled(self, quantised: np.ndarray, scales: np.ndarray) -> dict:
        """int8 values [..., out] with one float32 scale per index of the last axis."""
        return {**self.add(quantised), "scales": self.add(scales)}

    def write(self, folder: Path, description: dict) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("shard-*.bin"):
            old.unlink()
        entries = []
        for index, content in enumerate(self.shards):
            file = f"shard-{index + 1}.bin"
            (folder / file).write_bytes(content)
            entries.append({"file": file, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()})
        manifest = {"format": FORMAT, "version": VERSION, **description, "shards": entries}
        (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")


def quantise(kernel: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """[…, out] float32 → int8 in −127…127 and float32 scales [out]."""
    largest = np.abs(kernel).reshape(-1, kernel.shape[-1]).max(axis=0)
    scales = np.where(largest > 0, largest / np.float32(127), np.float32(1)).astype(np.float32)
    return np.clip(np.rint(kernel / scales), -127, 127).astype(np.int8), scales


class ShardReader:
    """Reads tensors back as float32, with hashes checked."""

    def __init__(self, folder: Path):
        self.manifest = json.loads((folder / "manifest.json").read_text())
        self.shards = [self.checked(folder, entry) for entry in self.manifest["shards"]]

    @staticmethod
    def checked(folder: Path, entry: dict) -> bytes:
        content = (folder / entry["file"]).read_bytes()
        if hashlib.sha256(content).hexdigest() != entry["sha256"]:
            raise ValueError(f"{folder / entry['file']} is damaged; run the conversion again.")
        return content

    def read(self, entry: dict) -> np.ndarray:
        dtype = np.dtype(entry["dtype"]).newbyteorder("<")
        count = int(np.prod(entry["shape"]))
        values = np.frombuffer(self.shards[entry["shard"]], dtype, count, entry["byteOffset"])
        values = values.reshape(entry["shape"]).astype(np.float32)
        return values * self.read(entry["scales"]) if "scales" in entry else values
