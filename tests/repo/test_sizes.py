"""Size budgets (style, 11), measured on every file that somebody wrote: no exemption list."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

from repo.sources import Breach, Function, functions, python, templates, told

BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match, ast.AsyncFor, ast.AsyncWith)


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def ninth_decile(sizes: Sequence[int]) -> float:
    return quantiles(sizes, n=10, method="inclusive")[8]


def depth(node: ast.AST) -> int:
    """How many blocks stand one inside another; `elif` is no deeper, a function begins anew."""
    deepest = 0
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function | ast.ClassDef | ast.Lambda):
            continue
        chained = isinstance(node, ast.If) and node.orelse == [child] and isinstance(child, ast.If)
        step = isinstance(child, BLOCKS) and not chained
        deepest = max(deepest, depth(child) + step)
    return deepest


def positional(function: Function) -> int:
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    return len(names) - (names[:1] in (["self"], ["cls"]))


def every_function() -> Iterator[tuple[Path, Function]]:
    for path in python():
        for function in functions(path):
            yield path, function


def longest(sizes: dict[Path, int]) -> str:
    ranked = sorted(sizes.items(), key=lambda item: -item[1])[:15]
    return told(Breach(path, 1, f"{size} lines: split it by noun.") for path, size in ranked)


def test_half_of_the_files_fit_on_a_screen_and_nine_in_ten_are_short() -> None:
    sizes = {path: lines(path) for path in python() if lines(path)}
    assert median(sizes.values()) <= 70, longest(sizes)
    assert ninth_decile(list(sizes.values())) <= 250, longest(sizes)


def test_no_file_is_longer_than_the_cap() -> None:
    sizes = {path: lines(path) for path in python() if lines(path) > 500}
    assert not sizes, longest(sizes)


def test_nine_functions_in_ten_are_short() -> None:
    found = sorted(((length(f), p, f) for p, f in every_function()), key=lambda row: -row[0])
    ranked = [Breach(p, f.lineno, f"{f.name} has {n} lines.") for n, p, f in found[:15]]
    assert ninth_decile([n for n, _, _ in found]) <= 25, told(ranked)


def test_no_function_is_longer_than_the_cap() -> None:
    found = [
        Breach(path, f.lineno, f"{f.name} has {length(f)} lines, at most 50: name its parts.")
        for path, f in every_function()
        if length(f) > 50
    ]
    assert not found, told(found)


def test_no_block_nests_deeper_than_three() -> None:
    found = [
        Breach(path, f.lineno, f"{f.name} nests {depth(f)} deep, at most 3: return early or split.")
        for path, f in every_function()
        if depth(f) > 3
    ]
    assert not found, told(found)


def test_no_function_takes_more_than_four_arguments_by_position() -> None:
    found = [
        Breach(path, f.lineno, f"{f.name} takes {positional(f)} by position: put * first.")
        for path, f in every_function()
        if positional(f) > 4
    ]
    assert not found, told(found)


def test_nine_templates_in_ten_are_short() -> None:
    sizes = {path: lines(path) for path in templates()}
    assert ninth_decile(list(sizes.values())) <= 80, longest(sizes)
