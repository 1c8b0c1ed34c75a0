"""Fine-tunes an encoder by low-rank changes (LoRA) to tell what the steps of chains of thought do.

    python train.py STEPS.jsonl ENCODER SKELETON.zip HEADS EPOCHS OUT [--folds 0,1]

STEPS.jsonl is what ActionTexts writes, ENCODER an assembled encoder folder, SKELETON.zip its skeleton
among the resources of reward-components, HEADS its number of attention heads (zh 8, en 12). Writes
OUT/adapter.safetensors and OUT/head.safetensors, from which ActionBundle makes the bundle. With --folds
it learns from the records of the other folds of five, and prints how well these are read.

Every linear layer learns a change of rank 8 (Hu et al. 2021); a linear head reads the normalised vector.
AdamW, a tenth of the steps to warm up, then linear decay; label smoothing 0.05; dropout 0.1 before the
changes and the head; steps of our own count 0.6. What is written is the moving average of the weights.
"""

import argparse
import hashlib
import json
import math
import pathlib
import random
import time
import zipfile

import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from tokenizers import Tokenizer

ACTIONS = ["plan", "restate", "recall", "hypothesise", "support", "exclude", "backward", "reflect", "conclude"]
LINEAR = ["query", "key", "value", "output", "inner", "outer"]
RANK, RATE, HEAD_RATE, BATCH, DROPOUT, AVERAGE, OWN, SMOOTHING = 8, 1e-3, 2e-3, 32, 0.1, 0.99, 0.6, 0.05
MAXIMUM_TOKENS = 192

parser = argparse.ArgumentParser()
parser.add_argument("steps")
parser.add_argument("encoder", type=pathlib.Path)
parser.add_argument("skeleton")
parser.add_argument("heads", type=int)
parser.add_argument("epochs", type=int)
parser.add_argument("out", type=pathlib.Path)
parser.add_argument("--folds", default="")
parser.add_argument("--seed", type=int, default=1)
args = parser.parse_args()
torch.manual_seed(args.seed)
random.seed(args.seed)

model = torch.jit.load(str(args.encoder / "model.pt"))
weights = {name: value.detach().clone() for name, value in model.named_parameters()}
hidden = weights["norm.weight"].shape[0]
layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
tokenizer.no_padding()
tokenizer.enable_truncation(MAXIMUM_TOKENS)


def fold(record):
    return int(hashlib.sha256(("fold " + record).encode()).hexdigest()[:4], 16) % 5


rows = [json.loads(line) for line in open(args.steps, encoding="utf-8")]
for row, read in zip(rows, tokenizer.encode_batch([row["text"].lower() for row in rows])):
    row["ids"] = torch.tensor(read.ids)
    row["label"] = ACTIONS.index(row["action"])
folds = {int(f) for f in args.folds.split(",") if f}
held = [row for row in rows if not row["own"] and fold(row["record"]) in folds]
learnt = [row for row in rows if row["own"] or fold(row["record"]) not in folds]
print(len(learnt), "steps to learn from,", len(held), "held out,", layers, "layers of", hidden, flush=True)

changes = {}
for i in range(layers):
    for name in LINEAR:
        inputs, outputs = weights[f"layers.{i}.{name}.weight"].shape
        changes[f"layers.{i}.{name}"] = (
            torch.nn.Parameter(torch.randn(inputs, RANK) / math.sqrt(inputs)),
            torch.nn.Parameter(torch.zeros(RANK, outputs)))
head = torch.nn.Linear(hidden, len(ACTIONS))
torch.nn.init.zeros_(head.weight)
torch.nn.init.zeros_(head.bias)
low_rank = [p for pair in changes.values() for p in pair]


def linear(x, name, training):
    a, b = changes[name]
    return x @ weights[name + ".weight"] + weights[name + ".bias"] + F.dropout(x, DROPOUT, training) @ a @ b


def norm(x, name):
    return F.layer_norm(x, (hidden,), weights[name + ".weight"], weights[name + ".bias"], 1e-12)


def encode(batch, training):
    """Normalised CLS vectors [batch, hidden], as the encoder's own code makes them."""
    ids = torch.nn.utils.rnn.pad_sequence([row["ids"] for row in batch], batch_first=True)
    mask = torch.nn.utils.rnn.pad_sequence([torch.ones(len(row["ids"]), dtype=torch.bool) for row in batch], batch_first=True)
    x = norm(weights["word.weight"][ids] + weights["position.weight"][: ids.shape[1]] + weights["segment.weight"][0], "norm")
    for i in range(layers):
        at = f"layers.{i}."
        asking = x[:, :1] if i == layers - 1 else x
        split = lambda y: y.view(y.shape[0], y.shape[1], args.heads, -1).transpose(1, 2)
        attended = F.scaled_dot_product_attention(
            split(linear(asking, at + "query", training)), split(linear(x, at + "key", training)),
            split(linear(x, at + "value", training)), attn_mask=mask[:, None, None, :])
        y = norm(asking + linear(attended.transpose(1, 2).reshape(asking.shape), at + "output", training), at + "attention_norm")
        x = norm(y + linear(F.gelu(linear(y, at + "inner", training)), at + "outer", training), at + "output_norm")
    return F.normalize(x[:, 0])


def logits(batch, training):
    # Of the size of plain vectors, for which the rates are made.
    return head(F.dropout(encode(batch, training) * math.sqrt(hidden), DROPOUT, training))


with torch.no_grad():  # without changes it is the encoder
    probe = rows[0]["ids"][None]
    ones = torch.ones_like(probe)
    assert (encode(rows[:1], False) - model(probe, ones, torch.zeros_like(probe))).abs().max() < 1e-5
del model

parameters = low_rank + list(head.parameters())
average = [p.detach().clone() for p in parameters]


def swap():
    for p, a in zip(parameters, average):
        p.data, a.data = a.data, p.data


def figures():
    table = torch.zeros(len(ACTIONS), len(ACTIONS))
    ordered = sorted(held, key=lambda row: len(row["ids"]))
    with torch.no_grad():
        for start in range(0, len(ordered), BATCH):
            batch = ordered[start:start + BATCH]
            for row, read in zip(batch, logits(batch, False).argmax(1)):
                table[row["label"], read] += 1
    f1 = 2 * table.diag() / (table.sum(0) + table.sum(1)).clamp(min=1)
    return f"macro-F1 {f1.mean():.3f}, accuracy {table.diag().sum() / table.sum():.3f}"


optimizer = torch.optim.AdamW(
    [{"params": low_rank, "lr": RATE}, {"params": head.parameters(), "lr": HEAD_RATE}], weight_decay=0.01)
total = args.epochs * -(-len(learnt) // BATCH)
schedule = torch.optim.lr_scheduler.LambdaLR(
    optimizer, lambda s: min(1, (s + 1) / (0.1 * total)) * max(0, 1 - s / total))
done, start_time = 0, time.time()
for epoch in range(args.epochs):
    order = random.sample(learnt, len(learnt))
    batches = []
    for start in range(0, len(order), BATCH * 8):
        near = sorted(order[start:start + BATCH * 8], key=lambda row: len(row["ids"]))
        batches += [near[i:i + BATCH] for i in range(0, len(near), BATCH)]
    random.shuffle(batches)
    sum_of_losses = 0
    for batch in batches:
        labels = torch.tensor([row["label"] for row in batch])
        count = torch.tensor([OWN if row["own"] else 1.0 for row in batch])
        loss = (F.cross_entropy(logits(batch, True), labels, reduction="none", label_smoothing=SMOOTHING) * count).mean()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(low_rank, 1.0)
        optimizer.step()
        schedule.step()
        sum_of_losses += loss.item()
        done += 1
        keep = min(AVERAGE, (1 + done) / (10 + done))
        for p, a in zip(parameters, average):
            a.mul_(keep).add_(p.detach(), alpha=1 - keep)
    swap()
    print(f"epoch {epoch + 1}: loss {sum_of_losses / len(batches):.3f}, {figures() if held else ''} {time.time() - start_time:.0f} s", flush=True)
    swap()

swap()
with zipfile.ZipFile(args.skeleton) as skeleton, zipfile.ZipFile(args.encoder / "model.pt") as archive:
    lines = [line.split("\t") for line in skeleton.read("weights.tsv").decode().splitlines()]
    initializers = {hashlib.sha256(archive.read(entry)).hexdigest(): name for entry, name, _ in lines}
adapter = {}
for name, (a, b) in changes.items():
    initializer = initializers[hashlib.sha256(weights[name + ".weight"].numpy().tobytes()).hexdigest()]
    adapter[initializer + ".a"] = a.detach().half().contiguous()
    adapter[initializer + ".b"] = b.detach().half().contiguous()
args.out.mkdir(parents=True, exist_ok=True)
save_file(adapter, args.out / "adapter.safetensors")
save_file(
    {"weight": (head.weight.detach() * math.sqrt(hidden)).contiguous(), "bias": head.bias.detach().contiguous()},
    args.out / "head.safetensors")
