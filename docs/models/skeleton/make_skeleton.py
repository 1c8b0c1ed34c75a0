"""Makes the weightless TorchScript skeleton of a small BERT encoder (CLS pooling) from its ONNX file.

    PYTHONHASHSEED=0 python make_skeleton.py bge-small-zh-v1.5.onnx bge-small-zh-v1.5.skeleton.zip 8
    PYTHONHASHSEED=0 python make_skeleton.py bge-small-en-v1.5.onnx bge-small-en-v1.5.skeleton.zip 12

The last argument is the number of attention heads, the one size that no weight tells.

The skeleton is the zip that `torch.jit.save` writes, without the entries that hold weights. Those are
listed in its entry `weights.tsv`, a line each: zip entry, tab, name of the ONNX initializer whose bytes
are that entry, tab, how many bytes. EncoderAssembly.java puts the two together; no weight is computed or changed on the way.
"""

import hashlib
import io
import sys
import zipfile

import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper

# Set by main from the weights' shapes.
VOCABULARY = HIDDEN = LAYERS = HEADS = INNER = POSITIONS = 0


class Dense(nn.Module):
    """y = x W + b with W as [in, out], the layout of ONNX MatMul, so that bytes can be copied."""

    def __init__(self, inputs: int, outputs: int):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(inputs, outputs))
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, x):
        return F.linear(x, self.weight.t(), self.bias)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query = Dense(HIDDEN, HIDDEN)
        self.key = Dense(HIDDEN, HIDDEN)
        self.value = Dense(HIDDEN, HIDDEN)
        self.output = Dense(HIDDEN, HIDDEN)
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = Dense(HIDDEN, INNER)
        self.outer = Dense(INNER, HIDDEN)
        self.output_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.heads = HEADS

    def split(self, x):
        return x.view(x.size(0), x.size(1), self.heads, -1).transpose(1, 2)

    def forward(self, x, asking, mask):
        """All tokens x [batch, tokens, hidden] and those of them that ask: what becomes of the latter."""
        attended = F.scaled_dot_product_attention(
            self.split(self.query(asking)), self.split(self.key(x)), self.split(self.value(x)), attn_mask=mask)
        y = self.attention_norm(asking + self.output(attended.transpose(1, 2).reshape(asking.shape)))
        return self.output_norm(y + self.outer(F.gelu(self.inner(y))))


class Encoder(nn.Module):
    """Token ids, mask and types, each int64 [batch, tokens] -> normalised CLS vectors [batch, hidden]."""

    def __init__(self):
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.segment = nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])

    def forward(self, input_ids, attention_mask, token_type_ids):
        positions = torch.arange(input_ids.size(1), device=input_ids.device)
        x = self.norm(self.word(input_ids) + self.position(positions) + self.segment(token_type_ids))
        mask = attention_mask.to(torch.bool)[:, None, None, :]
        last = len(self.layers) - 1
        for i, layer in enumerate(self.layers):
            # Of the last layer only CLS is read: for the others it would be work for nothing.
            x = layer(x, x if i < last else x[:, :1], mask)
        return F.normalize(x[:, 0], dim=1)


# Our module path -> the path BERT has in the ONNX graph.
OUTER = {
    "word": "embeddings.word_embeddings",
    "position": "embeddings.position_embeddings",
    "segment": "embeddings.token_type_embeddings",
    "norm": "embeddings.LayerNorm",
}
INNER_PATHS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "output_norm": "output.LayerNorm",
}


def onnx_path(key: str) -> str:
    module, leaf = key.rsplit(".", 1)
    if module.startswith("layers."):
        _, index, inner = module.split(".")
        return f"encoder.layer.{index}.{INNER_PATHS[inner]}.{leaf}"
    return f"{OUTER[module]}.{leaf}"


def main(source: str, target: str, heads: str) -> None:
    global VOCABULARY, HIDDEN, LAYERS, HEADS, INNER, POSITIONS
    graph = onnx.load(source).graph
    initializers = {t.name: t for t in graph.initializer}
    tensors = {n: t for n, t in initializers.items() if not n.startswith("onnx::")}
    for node in graph.node:  # MatMul weights are anonymous; the node's name is the module's path
        if node.op_type == "MatMul" and node.input[1] in initializers:
            path = node.name.strip("/").replace("/", ".").removesuffix(".MatMul")
            tensors[path + ".weight"] = initializers[node.input[1]]

    VOCABULARY, HIDDEN = tensors["embeddings.word_embeddings.weight"].dims
    POSITIONS = tensors["embeddings.position_embeddings.weight"].dims[0]
    INNER = tensors["encoder.layer.0.intermediate.dense.bias"].dims[0]
    LAYERS = sum(name.endswith("attention.self.query.bias") for name in tensors)
    HEADS = int(heads)
    encoder = Encoder().eval()
    encoder.load_state_dict(
        {k: torch.from_numpy(numpy_helper.to_array(tensors[onnx_path(k)]).copy()) for k in encoder.state_dict()})
    saved = io.BytesIO()
    torch.jit.save(torch.jit.script(encoder), saved)

    by_hash = {hashlib.sha256(t.raw_data).hexdigest(): n for n, t in initializers.items()}
    assert len(by_hash) == len(initializers), "two initializers hold the same bytes"
    lines = []
    with zipfile.ZipFile(saved) as full, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as skeleton:
        def write(name: str, content: bytes) -> None:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            skeleton.writestr(entry, content)

        for name in full.namelist():
            if name.endswith((".debug_pkl", "/serialization_id")):  # the maker's paths; differs by run
                continue
            content = full.read(name)
            initializer = by_hash.get(hashlib.sha256(content).hexdigest())
            if initializer:
                lines.append(f"{name}\t{initializer}\t{len(content)}\n")
            else:
                write(name, content)
        write("weights.tsv", "".join(lines).encode())
    assert len(lines) == len(encoder.state_dict()), "not every weight was found in the ONNX file"
    print(f"{len(lines)} weights mapped of {len(initializers)} initializers")


if __name__ == "__main__":
    main(*sys.argv[1:])
