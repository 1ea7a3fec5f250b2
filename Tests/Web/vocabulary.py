"""What schema.org's vocabulary says of types, properties and their values, and what of a graph does not hold to it."""
from __future__ import annotations

import re
from functools import cache

from schema_org import registry

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
DATE_TIME = re.compile(DATE.pattern + r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)?")
#: Datatypes, and whether a text is one.
TEXTS = {
    "Text": lambda text: text.strip() != "",
    "URL": lambda text: re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", text) is not None,
    "Date": lambda text: DATE.fullmatch(text) is not None,
    "DateTime": lambda text: DATE_TIME.fullmatch(text) is not None,
}
#: Properties in which a text is a link, whatever else they may hold.
LINKS = {"url", "sameAs", "archivedAt", "license", "publishingPrinciples", "correctionsPolicy"}


@cache
def ancestors(kind: str) -> frozenset[str]:
    """A type and all that it is a kind of."""
    found, open_ = set(), [kind]
    while open_:
        name = open_.pop()
        if name not in found:
            found.add(name)
            open_ += registry.PARENTS.get(name, ())
    return frozenset(found)


def known(kind: str) -> bool:
    return kind in registry.CLASS_METADATA


def members(enumeration: str) -> set[str]:
    return {"https://schema.org/" + name for name in registry.ENUM_MEMBERS.get(enumeration, ())}


def nodes(value):
    """All nodes of a graph, from the outside in."""
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for item in value.values():
            yield from nodes(item)


def faults(graph, types_of: dict[str, set[str]]) -> list[str]:
    """What of a graph does not hold; ids that stand alone are looked up among those of the whole site."""
    found: list[str] = []
    for node in nodes(graph):
        kind = node["@type"]
        if not known(kind):
            found.append(f"there is no type {kind}")
            continue
        for name, value in node.items():
            if name in ("@type", "@id", "@context"):
                continue
            property_ = registry.PROPERTY_BY_SCHEMA.get(name)
            if property_ is None:
                found.append(f"there is no property {name}")
                continue
            if not ancestors(kind) & set(property_.domains):
                found.append(f"{kind} has no {name}")
            for item in value if isinstance(value, list) else [value]:
                if not fits(item, name, property_.ranges, types_of):
                    found.append(f"{kind}.{name} is none of {', '.join(property_.ranges)}: {item}")
    return found


def fits(value, name: str, ranges: tuple[str, ...], types_of: dict[str, set[str]]) -> bool:
    if isinstance(value, dict):
        kinds = {value["@type"]} if "@type" in value else types_of.get(value.get("@id", ""), set())
        return any(ancestors(kind) & set(ranges) for kind in kinds)
    if not isinstance(value, str):
        return False
    if name in LINKS:
        return "URL" in ranges and TEXTS["URL"](value)
    if any(value in members(range_) for range_ in ranges):
        return True
    return any(TEXTS[range_](value) for range_ in ranges if range_ in TEXTS)
