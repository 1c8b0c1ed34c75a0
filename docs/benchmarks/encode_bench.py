"""Texts a second of processor time in Python, for EncodeBench: the same encoder, texts and one thread.

    python encode_bench.py ENCODER.onnx tokenizer.json PAIRS.jsonl HEADS MODE

MODE: sorted (batches of at most 2,048 padded tokens after sorting by tokens, sdpa; the best setting found),
default (batches of 32 sorted by characters, as sentence-transformers does), unsorted (batches of 32 as they
come, as a transformers pipeline with a batch size does), single (one text a call, as such a pipeline does without). Needs torch, transformers, tokenizers, onnx; the product does not.
"""

import json
import sys
import time

import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel


def load(path: str, heads: int) -> BertModel:
    graph = onnx.load(path).graph
    raw = {t.name: t for t in graph.initializer}
    state = {n: torch.from_numpy(numpy_helper.to_array(t).copy()) for n, t in raw.items() if not n.startswith("onnx::")}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in raw:
            name = node.name.strip("/").replace("/", ".").removesuffix(".MatMul") + ".weight"
            state[name] = torch.from_numpy(numpy_helper.to_array(raw[node.input[1]]).T.copy())
    vocabulary, hidden = state["embeddings.word_embeddings.weight"].shape
    layers = sum(n.endswith("attention.self.query.bias") for n in state)
    config = BertConfig(
        vocab_size=vocabulary, hidden_size=hidden, num_hidden_layers=layers, num_attention_heads=heads,
        intermediate_size=state["encoder.layer.0.intermediate.dense.bias"].shape[0], attn_implementation="sdpa")
    model = BertModel(config, add_pooling_layer=False).eval()
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert not unexpected and all("position_ids" in m for m in missing), (missing, unexpected)
    return model


def batches(ids: list, mode: str, texts: list):
    if mode == "single":
        yield from ([i] for i in range(len(ids)))
    elif mode == "unsorted":
        yield from (list(range(i, min(i + 32, len(ids)))) for i in range(0, len(ids), 32))
    elif mode == "default":
        order = sorted(range(len(ids)), key=lambda i: -len(texts[i]))
        yield from (order[i : i + 32] for i in range(0, len(order), 32))
    else:
        batch, longest = [], 0
        for i in sorted(range(len(ids)), key=lambda i: len(ids[i])):
            longest = max(longest, len(ids[i]))
            if batch and longest * (len(batch) + 1) > 2048:
                yield batch
                batch, longest = [], len(ids[i])
            batch.append(i)
        yield batch


def main(model: str, tokenizer: str, data: str, heads: str, mode: str) -> None:
    torch.set_num_threads(1)
    encoder = load(model, int(heads))
    tokens = Tokenizer.from_file(tokenizer)
    tokens.enable_truncation(512)
    texts = []
    for line in open(data, encoding="utf-8"):
        row = json.loads(line)
        texts += [row["question"].lower(), row["answer"].lower()]
    texts = list(dict.fromkeys(texts))

    def run(some: list) -> None:
        ids = [tokens.encode(t).ids for t in some]
        for batch in batches(ids, mode, some):
            longest = max(len(ids[i]) for i in batch)
            given = torch.tensor([ids[i] + [0] * (longest - len(ids[i])) for i in batch])
            mask = torch.tensor([[1] * len(ids[i]) + [0] * (longest - len(ids[i])) for i in batch])
            with torch.inference_mode():
                hidden = encoder(input_ids=given, attention_mask=mask, return_dict=False)[0]
                torch.nn.functional.normalize(hidden[:, 0], dim=1).numpy()

    run(texts[:64])
    start = time.process_time()
    run(texts)
    print(f"python {mode} {len(texts) / (time.process_time() - start):.1f} texts/CPU-s")


if __name__ == "__main__":
    main(*sys.argv[1:])
