"""Turns a Hugging Face sequence-classification model (BERT, RoBERTa, XLM-RoBERTa) into a Twinline bundle.

    python to_bundle.py MODEL OUT --kind preference --language zh --licence apache-2.0 --rows pairs.jsonl

MODEL is a local folder (or a name that transformers can fetch), OUT the bundle's folder, which must not
exist. The rows are labelled ones in the form of `twinline reward train` (docs/formats.md, 12.4): the card
must tell how good the model is, and it is measured on them. Prints the sha256 of model.pt, which a job
must allow. README.md beside this file goes through it step by step.
"""

import argparse
import hashlib
import io
import json
import struct
import sys
import zipfile
from pathlib import Path

import torch
import torch.nn as nn
from tokenizers import Tokenizer
from transformers import AutoModelForSequenceClassification, AutoTokenizer

# What separates two texts, as the tokenizer of each family writes it.
SEPARATORS = {"bert": "[SEP]", "roberta": "</s></s>", "xlm-roberta": "</s></s>"}
SLOTS = ("question", "reference", "answer", "cot", "step")
MOST_TOKENS = 512
TOLERANCE = 1e-4
SHAPES = (16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512)
GOLDEN = [
    {"question": "肺炎最常见的症状是什么？", "reference": "咳嗽和发热", "answer": "多为咳嗽、咳痰伴发热。",
     "cot": "先考虑呼吸道症状。", "step": "先考虑呼吸道症状。"},
    {"question": "What is the first choice for anaphylaxis?", "reference": "intramuscular adrenaline",
     "answer": "Adrenaline into the outer thigh.", "cot": "Airway and circulation come first.",
     "step": "Airway and circulation come first."},
]


class Pooled(nn.Module):
    """Token ids, mask and types, each int64 [batch, tokens] -> the vector the classifier reads [batch, hidden].

    The third input is not used: which tokens are of the second text is told by the separator between the
    two, since Twinline fills one template with both.
    """

    def __init__(self, model, separator: int, two_types: bool):
        super().__init__()
        self.family = model.config.model_type
        self.base = getattr(model, model.base_model_prefix)
        self.dense = None if self.family == "bert" else model.classifier.dense
        self.separator = separator
        self.two_types = two_types
        self.padding = model.config.pad_token_id

    def forward(self, input_ids, attention_mask, token_type_ids):
        ids = input_ids.masked_fill(attention_mask == 0, self.padding)
        # Built here, with sizes that the trace keeps open; the library's own mask would be fixed by it.
        hidden = (1.0 - attention_mask[:, None, None, :].to(torch.float32)) * torch.finfo(torch.float32).min
        if self.family == "bert":
            positions = torch.arange(ids.size(1), device=ids.device)[None, :]
            ends = (ids == self.separator).to(torch.int64)
            types = (ends.cumsum(1) - ends).clamp(max=1) * attention_mask * int(self.two_types)
        else:
            positions = attention_mask.cumsum(1) * attention_mask + self.padding
            types = torch.zeros_like(ids)
        states = self.base(
            input_ids=ids, attention_mask=hidden, position_ids=positions, token_type_ids=types).last_hidden_state
        if self.family == "bert":
            return self.base.pooler(states)
        return torch.tanh(self.dense(states[:, 0]))


def head_of(model, names):
    """Rows of weights with their biases, one a dimension: one label is its logit, two are a difference."""
    linear = model.classifier if model.config.model_type == "bert" else model.classifier.out_proj
    weight, bias = linear.weight.detach().double(), linear.bias.detach().double()
    labels = weight.size(0)
    if labels == 2:  # softmax over two is the sigmoid of their difference
        weight, bias, labels = (weight[1] - weight[0])[None], (bias[1] - bias[0])[None], 1
    if len(names) != labels:
        sys.exit(f"the model has {labels} dimensions, --dimensions names {len(names)}")
    return weight.float(), bias.float()


def safetensors(tensors):
    """float32 tensors in order of their names, in the one layout that Twinline reads."""
    header, offset = {}, 0
    for name, tensor in sorted(tensors.items()):
        end = offset + 4 * tensor.numel()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [offset, end]}
        offset = end
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    body = b"".join(struct.pack(f"<{t.numel()}f", *t.flatten().tolist()) for _, t in sorted(tensors.items()))
    return struct.pack("<Q", len(text)) + text + body


class Scorer:
    """Scores as Twinline will: template, tokens, pooled vector, head, sigmoid."""

    def __init__(self, pooled, tokenizer, head, template, maximum):
        self.pooled, self.tokenizer, self.template, self.maximum = pooled, tokenizer, template, maximum
        self.weight, self.bias = head

    def ids(self, slots):
        text = self.template
        for slot in SLOTS:
            text = text.replace("{" + slot + "}", "\0" + slot + "\0")
        text = "".join(
            slots.get(part, "") if i % 2 else part for i, part in enumerate(text.split("\0")))
        ids = self.tokenizer.encode(text).ids
        return ids if len(ids) <= self.maximum else ids[: self.maximum - 1] + ids[-1:]

    @torch.no_grad()
    def scores(self, slots):
        ids = self.ids(slots)
        width = next(w for w in SHAPES if w >= len(ids))
        row = torch.tensor([ids + [0] * (width - len(ids))])
        mask = torch.tensor([[1] * len(ids) + [0] * (width - len(ids))])
        vector = self.pooled(row, mask, torch.zeros_like(row))[0]
        logits = self.weight.double() @ vector.double() + self.bias.double()
        return torch.sigmoid(logits).tolist()


@torch.no_grad()
def compare(model, tokenizer, scorer, maximum):
    """The scores must be those of the model as its makers use it: both texts given as a pair."""
    for slots in GOLDEN:
        pair = tokenizer(slots["question"], slots["answer"], return_tensors="pt")
        if pair["input_ids"].size(1) > maximum:
            continue
        logits = model(**pair).logits[0].double()
        expected = torch.softmax(logits, 0)[1:] if len(logits) == 2 else torch.sigmoid(logits)
        gap = (expected - torch.tensor(scorer.scores(slots), dtype=torch.float64)).abs().max().item()
        if not gap < 1e-5:
            sys.exit(f"the bundle's score differs by {gap} from the model's own on a pair of texts")


def auc(good, bad):
    wins = sum(1.0 if g > b else 0.5 if g == b else 0.0 for g in good for b in bad)
    return wins / (len(good) * len(bad))


def quality(scorer, rows):
    """Accuracy and AUC on labelled rows, by the mean of all dimensions."""
    good, bad, hits = [], [], 0.0
    for row in rows:
        def score(answer, cot=""):
            scores = scorer.scores({**row, "answer": answer, "cot": row.get("cot", cot)})
            return sum(scores) / len(scores)
        if "chosen" in row:
            if row.get("tie"):
                continue
            chosen, rejected = score(row["chosen"]), score(row["rejected"])
            hits += 1.0 if chosen > rejected else 0.5 if chosen == rejected else 0.0
            good.append(chosen)
            bad.append(rejected)
        else:
            value = score(row["answer"])
            hits += (value >= 0.5) == (row["label"] == 1)
            (good if row["label"] == 1 else bad).append(value)
    n = len(good) if rows and "chosen" in rows[0] else len(good) + len(bad)
    if not n:
        sys.exit("no row to measure the model on")
    figures = {"n": n, "accuracy": hits / n}
    if good and bad:
        figures["auc"] = auc(good, bad)
    return figures


def save(module, path) -> None:
    """The archive without what differs by machine: the maker's paths, an id of the saving, times."""
    saved = io.BytesIO()
    torch.jit.save(module, saved)
    with zipfile.ZipFile(saved) as full, zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as plain:
        for name in full.namelist():
            if not name.endswith((".debug_pkl", "/serialization_id")):
                plain.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), full.read(name))


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model")
    parser.add_argument("out", type=Path)
    parser.add_argument("--kind", choices=("verifier", "preference"), required=True)
    parser.add_argument("--language", action="append", choices=("zh", "en"), required=True)
    parser.add_argument("--licence", required=True, help="SPDX identifier of the weights")
    parser.add_argument("--rows", type=Path, required=True, help="labelled rows to measure it on")
    parser.add_argument("--name", help="default: the folder's name")
    parser.add_argument("--dimensions", help="names, by comma; default: the kind")
    parser.add_argument("--template", help="default: question (reference) and answer with the family's separator")
    parser.add_argument("--maximum-tokens", type=int, default=MOST_TOKENS)
    args = parser.parse_args()
    name = args.name or args.out.name

    model = AutoModelForSequenceClassification.from_pretrained(
        args.model, attn_implementation="eager", dtype=torch.float32).eval()
    family = model.config.model_type
    if family not in SEPARATORS:
        sys.exit(f"cannot convert a model of type {family}; known: {', '.join(SEPARATORS)}")
    fast = AutoTokenizer.from_pretrained(args.model, use_fast=True)
    maximum = min(args.maximum_tokens, MOST_TOKENS,
                  model.config.max_position_embeddings - (0 if family == "bert" else 2))
    separator = SEPARATORS[family]
    parts = ["{question}", "{reference}", "{answer}"] if args.kind == "verifier" else ["{question}", "{answer}"]
    template = args.template or separator.join(parts)
    names = (args.dimensions or args.kind).split(",")

    args.out.mkdir(parents=True)
    (args.out / "tokenizer.json").write_text(fast.backend_tokenizer.to_str(), encoding="utf-8")
    tokenizer = Tokenizer.from_file(str(args.out / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()

    two_types = any(fast("a", "b").get("token_type_ids") or [0])  # some tokenizers do not tell the texts apart
    pooled = Pooled(model, fast.sep_token_id, two_types).eval()
    example = torch.ones(2, 16, dtype=torch.int64)
    with torch.no_grad():
        traced = torch.jit.trace(pooled, (example * 3, example, example * 0), check_trace=False)
        for rows, width in ((1, 24), (3, maximum)):  # a trace may hide a fixed size
            ids = torch.randint(5, model.config.vocab_size, (rows, width))
            mask = torch.ones_like(ids)
            mask[0, width // 2:] = 0
            gap = (traced(ids, mask, mask * 0) - pooled(ids, mask, mask * 0)).abs().max().item()
            if not gap < 1e-5:
                sys.exit(f"the traced model differs by {gap} at {rows} x {width}")
    save(traced, args.out / "model.pt")
    loaded = torch.jit.load(str(args.out / "model.pt"))

    hidden = model.config.hidden_size
    encoder = {
        "format": 1, "name": name, "model_sha256": sha256(args.out / "model.pt"),
        "tokenizer_sha256": sha256(args.out / "tokenizer.json"), "pooling": "cls", "normalised": False,
        "hidden_size": hidden, "maximum_tokens": maximum, "lower_case": False, "licence": args.licence,
        "source": {"artifact": f"Hugging Face {family} {Path(args.model).name}", "model_sha256": weights(args.model, model)},
    }
    write(args.out / "encoder.json", encoder)
    head = head_of(model, names)
    (args.out / "head.safetensors").write_bytes(safetensors({"weight": head[0], "bias": head[1]}))

    scorer = Scorer(loaded, tokenizer, head, template, maximum)
    if args.template is None and args.kind == "preference":
        compare(model, fast, scorer, maximum)
    rows = [json.loads(line) for line in args.rows.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [row for row in rows if row.get("language") in args.language]
    card = {
        "format": 2, "name": name, "kind": args.kind, "licence": args.licence,
        "languages": sorted(set(args.language), reverse=True),
        "encoder": {"name": name, "model_sha256": encoder["model_sha256"],
                    "tokenizer_sha256": encoder["tokenizer_sha256"]},
        "inputs": {"templates": [template], "features": "single", "maximum_tokens": maximum, "truncation": "right"},
        "outputs": {"scale": "sigmoid",
                    "dimensions": [{"name": n, "calibration": {"kind": "none"}} for n in names],
                    "head_sha256": sha256(args.out / "head.safetensors")},
        "quality": {"held_out": quality(scorer, rows), "slices": {}, "baselines": {}},
        "golden": {"tolerance": TOLERANCE,
                   "examples": [{**slots, "scores": scorer.scores(slots)} for slots in GOLDEN]},
    }
    write(args.out / "card.json", card)
    figures = card["quality"]["held_out"]
    print(f"{args.out}: {len(names)} dimensions on {hidden} numbers; accuracy {figures['accuracy']:.3f} of {figures['n']} rows")
    print(f"allow its code by the sha256 of model.pt: {encoder['model_sha256']}")


def weights(source, model) -> str:
    """The hash of the weights as they came; of a model that is no local folder that of its state."""
    for name in ("model.safetensors", "pytorch_model.bin"):
        if (Path(source) / name).is_file():
            return sha256(Path(source) / name)
    digest = hashlib.sha256()
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(key.encode())
        digest.update(tensor.contiguous().numpy().tobytes())
    return digest.hexdigest()


def write(path, document) -> None:
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
