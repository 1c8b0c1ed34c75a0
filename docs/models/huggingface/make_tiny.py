"""Makes a tiny BERT of random numbers to try to_bundle.py with: nothing is fetched.

    python make_tiny.py OUT ROWS
"""

import json
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
CHARACTERS = "肺炎最常见的症状是什么？咳嗽和发热多为、痰伴。先考虑呼吸道关节疼痛"
WORDS = "what is the first choice for an ##ap ##hyl ##axis ? adrenaline into outer thigh . it rest".split()


def main(out: str, rows: str) -> None:
    torch.manual_seed(17)
    vocabulary = SPECIAL + sorted(set(CHARACTERS)) + WORDS + list("abcdefghijklmnopqrstuvwxyz")
    vocabulary += ["##" + letter for letter in "abcdefghijklmnopqrstuvwxyz"]
    ids = {word: i for i, word in enumerate(dict.fromkeys(vocabulary))}
    tokenizer = Tokenizer(models.WordPiece(ids, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", ids["[CLS]"]), ("[SEP]", ids["[SEP]"])])
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]",
        mask_token="[MASK]", model_input_names=["input_ids", "token_type_ids", "attention_mask"]).save_pretrained(out)
    config = BertConfig(
        vocab_size=len(ids), hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=64, num_labels=2, pad_token_id=0, initializer_range=0.5)
    BertForSequenceClassification(config).save_pretrained(out)
    pairs = [("肺炎最常见的症状是什么？", "多为咳嗽、咳痰伴发热。", "多为关节疼痛。"),
             ("What is the first choice for anaphylaxis?", "Adrenaline into the outer thigh.", "Rest.")]
    lines = [json.dumps({"question": q, "chosen": c, "rejected": r, "language": "en" if q[0] == "W" else "zh"},
                        ensure_ascii=False) for q, c, r in pairs]
    Path(rows).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
