"""Writes the model in the layout of transformers.js: int8 ONNX, tokenizer, config."""

import hashlib
import json
from pathlib import Path

import numpy
import onnx
import torch
from onnx import helper, numpy_helper

import wordpiece


def write(model, vocabulary, labels, out):
    folder = Path(out)
    (folder / 'onnx').mkdir(parents=True, exist_ok=True)
    model.eval()
    model.fold()
    example = (torch.tensor([[2, 5, 6, 3]]), torch.ones(1, 4, dtype=torch.long))
    path = folder / 'onnx' / 'model_quantized.onnx'
    axes = {0: 'batch', 1: 'length'}
    torch.onnx.export(
        model,
        example,
        str(path),
        opset_version=14,
        input_names=['input_ids', 'attention_mask'],
        output_names=['logits'],
        dynamic_axes={'input_ids': axes, 'attention_mask': axes, 'logits': axes},
    )
    onnx.save(quantized(onnx.load(str(path))), str(path))
    dump(folder / 'tokenizer.json', wordpiece.tokenizer_json(vocabulary))
    dump(
        folder / 'tokenizer_config.json',
        {
            'tokenizer_class': 'BertTokenizer',
            'do_lower_case': False,
            'strip_accents': False,
            'model_max_length': 256,
            'unk_token': '[UNK]',
            'sep_token': '[SEP]',
            'pad_token': '[PAD]',
            'cls_token': '[CLS]',
            'mask_token': '[MASK]',
        },
    )
    names = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx']
    dump(
        folder / 'config.json',
        {
            'model_type': 'bert',
            'architectures': ['BertForTokenClassification'],
            'id2label': dict(enumerate(labels)),
            'label2id': {label: i for i, label in enumerate(labels)},
            'vocab_size': len(vocabulary),
            'max_position_embeddings': 256,
            'hidden_size': 128,
            'num_hidden_layers': 1,
            'num_attention_heads': 4,
            'pad_token_id': 0,
        },
    )
    dump(
        folder / 'checksums.json',
        {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
    )


def quantized(model):
    """Weights of more than 1,000 numbers as int8 with one scale a row (the first axis), made float again when loaded."""
    graph = model.graph
    kept, nodes = [], []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != numpy.float32 or values.size < 1000 or values.ndim < 2:
            kept.append(tensor)
            continue
        scale = numpy.maximum(numpy.abs(values).reshape(len(values), -1).max(1), 1e-8) / 127
        shape = (-1,) + (1,) * (values.ndim - 1)
        whole = numpy.clip(numpy.round(values / scale.reshape(shape)), -127, 127).astype(numpy.int8)
        kept += [
            numpy_helper.from_array(whole, f'{tensor.name}.int8'),
            numpy_helper.from_array(scale.astype(numpy.float32), f'{tensor.name}.scale'),
        ]
        nodes.append(
            helper.make_node(
                'DequantizeLinear', [f'{tensor.name}.int8', f'{tensor.name}.scale'], [tensor.name], axis=0
            )
        )
    del graph.initializer[:]
    graph.initializer.extend(kept)
    rest = list(graph.node)
    del graph.node[:]
    graph.node.extend(nodes + rest)
    onnx.checker.check_model(model)
    return model


def dump(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(',', ':')) + '\n')
