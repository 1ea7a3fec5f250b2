"""YAML by the core schema of YAML 1.2, as yaml-language-server reads it: a date is text, a year is a number."""
from __future__ import annotations

import re

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode

FLAG = re.compile(r"true|True|TRUE|false|False|FALSE")
WHOLE = re.compile(r"[-+]?[0-9]+")
NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def load(text: str):
    node = YAML(typ="safe", pure=True).compose(text)
    return None if node is None else value(node)


def value(node):
    if isinstance(node, MappingNode):
        return {key.value: value(inner) for key, inner in node.value}
    if not isinstance(node, ScalarNode):
        return [value(inner) for inner in node.value]
    text = node.value
    if node.style:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if FLAG.fullmatch(text):
        return text.lower() == "true"
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if NUMBER.fullmatch(text) else text
