"""Cuts the phone pages' sheet from Tabler's: only what they use, the same in both directions.

Needs tinycss2, a tool of development: the sheet that it writes is committed.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tinycss2

STATIC = Path(__file__).parent / "static/design"
SOURCE = STATIC / "vendor/tabler.min.css"
OWN = STATIC / "amparo.css"
TARGET = STATIC / "phone.css"
HEADER = "/* Cut from Tabler 1.6.1, MIT licence, see vendor/LICENSE. Made by: cut_sheet */\n"

KEPT = tomllib.loads((Path(__file__).parent / "phone_sheet.toml").read_text(encoding="utf-8"))
CLASSES, ELEMENTS = frozenset(KEPT["classes"]), frozenset(KEPT["elements"])
# Old phones do not know these functions; amparo.css gives the colours they would compute.
TOO_NEW = re.compile(r"oklch\(|color-mix\(|light-dark\(")
NAMED = re.compile(r"var\(\s*(--[\w-]+)")
# The page's policy refuses data: pictures, and amparo.css draws without any.
PICTURE = re.compile(r"url\(|^background-(position|repeat|size|image)$")
PHYSICAL = re.compile(r"(?<![a-z])(left|right)(?![a-z])")
LOGICAL = {
    "left": "inset-inline-start",
    "right": "inset-inline-end",
    "border-top-left-radius": "border-start-start-radius",
    "border-top-right-radius": "border-start-end-radius",
    "border-bottom-left-radius": "border-end-start-radius",
    "border-bottom-right-radius": "border-end-end-radius",
}


@dataclass(frozen=True)
class Rule:
    """`media` is the condition around it, or nothing."""

    media: str
    selectors: tuple[str, ...]
    declarations: tuple[tuple[str, str], ...]


def cut() -> str:
    """The text of phone.css. Raises ValueError for a declaration that cannot be mirrored."""
    source = SOURCE.read_text(encoding="utf-8")
    rules = list(kept_rules(tinycss2.parse_stylesheet(source, True, True)))
    own = OWN.read_text(encoding="utf-8")
    return HEADER + "".join(written(rule) for rule in without_idle(rules, own)) + "\n"


def kept_rules(nodes: list[Any], media: str = "") -> Iterator[Rule]:
    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword == "media" and not media:
            condition = tinycss2.serialize(node.prelude).strip()
            if "print" not in condition:
                inner = tinycss2.parse_rule_list(node.content, True, True)
                yield from kept_rules(inner, condition)
        elif node.type == "qualified-rule":
            selectors = tuple(s for s in split_selectors(node.prelude) if is_used(s))
            if selectors:
                yield Rule(media, selectors, tuple(kept_declarations(node.content)))


def split_selectors(prelude: list[Any]) -> Iterator[str]:
    """The selectors between top-level commas. A comma inside :not() is inside its own node."""
    part: list[Any] = []
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            yield tinycss2.serialize(part).strip()
            part = []
        else:
            part.append(node)
    yield tinycss2.serialize(part).strip()


def is_used(selector: str) -> bool:
    """Whether every class and element it names is one of ours."""
    if re.search(r"#|:host|\[(?!type|list|role|href)", selector):
        return False
    selector = re.sub(r":not\([^)]*\)", "", selector)  # what it excludes need not be ours
    classes = re.findall(r"\.((?:[\w-]|\\.)+)", selector)
    bare = re.sub(r"::?[\w-]+|\.(?:[\w-]|\\.)+|\[[^]]*\]", " ", selector)
    elements = re.findall(r"[a-zA-Z][\w-]*", bare)
    return CLASSES.issuperset(classes) and ELEMENTS.issuperset(elements)


def kept_declarations(content: list[Any]) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(content, True, True):
        if node.type != "declaration":
            continue
        value = tinycss2.serialize(node.value).strip()
        if not (TOO_NEW.search(value) or PICTURE.search(value) or PICTURE.search(node.name)):
            yield logical(node.name, value + ("!important" if node.important else ""))


def logical(name: str, value: str) -> tuple[str, str]:
    """The same declaration in terms of the line of text."""
    if name.startswith("--"):
        return name, value
    name = LOGICAL.get(name, name)
    name = re.sub(r"^(margin|padding|border)-left\b", r"\1-inline-start", name)
    name = re.sub(r"^(margin|padding|border)-right\b", r"\1-inline-end", name)
    if name == "text-align":
        value = value.replace("left", "start").replace("right", "end")
    if name in ("float", "clear"):
        value = value.replace("left", "inline-start").replace("right", "inline-end")
    if PHYSICAL.search(f"{name} {value}"):
        raise ValueError(f"{name}: {value} has a side and no logical name")
    return name, value


def without_idle(rules: list[Rule], own: str) -> list[Rule]:
    """Without the custom properties that nothing reads, or that our own sheet sets for the root."""
    root = own.split("@media", 1)[0]
    set_by_us = set(re.findall(r"(--[\w-]+)\s*:", root))
    while True:
        read = set(NAMED.findall(own + " ".join(v for r in rules for _, v in r.declarations)))
        fewer = [slimmer(rule, read, set_by_us) for rule in rules]
        fewer = [rule for rule in fewer if rule.declarations]
        if fewer == rules:
            return rules
        rules = fewer


def slimmer(rule: Rule, read: set[str], set_by_us: set[str]) -> Rule:
    at_root = ":root" in rule.selectors
    kept = tuple(
        (name, value)
        for name, value in rule.declarations
        if not name.startswith("--") or (name in read and not (at_root and name in set_by_us))
    )
    return Rule(rule.media, rule.selectors, kept)


def written(rule: Rule) -> str:
    body = ";".join(f"{name}:{value}" for name, value in dict(rule.declarations).items())
    text = f"{','.join(rule.selectors)}{{{body}}}"
    return f"@media {rule.media}{{{text}}}" if rule.media else text


def unknown_classes(template: str) -> set[str]:
    """The classes that a phone page's template names and that neither of its sheets draws."""
    drawn = set(re.findall(r"\.([a-zA-Z][\w-]*)", OWN.read_text(encoding="utf-8"))) | CLASSES
    named = {
        name
        for names in re.findall(r'class="([^"]*)"', template)
        for name in re.sub(r"\S*{[{%].*?[%}]}\S*", " ", names).split()
    }
    return named - drawn
