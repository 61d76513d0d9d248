"""Every compiled pattern of the package, attacked with its own repeats: none takes more than time in proportion."""

import ast
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from pumped import pumped

import pipeline

SHORT, LONG = 400, 3200  # characters
PROPORTION = 24  # eight times as long takes eight times as long; with squares it takes 64
NOTICED = 0.03  # seconds; less is noise
SEARCHES = {"search", "match", "fullmatch", "finditer", "findall", "sub", "split"}
MOST = 40  # strings a pattern
# Only ever given short strings: names of files, ids, one field of a table.
SHORT_ONLY = {"pipeline.export.write_maps.OWN", "pipeline.records.own_files.OWN"}


def _patterns(value: Any) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (dict, list, tuple)) and len(value) < 1000:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _patterns(inner)


def _all() -> dict[str, tuple[re.Pattern[Any], set[str]]]:
    """Give the patterns by the name of the module and variable that hold them, with the methods that are called."""
    found: dict[re.Pattern[Any], str] = {}
    called: dict[re.Pattern[Any], set[str]] = {}
    for info in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for number, pattern in enumerate(_patterns(value)):
                found.setdefault(pattern, f"{module.__name__}.{name}" + (f"[{number}]" if value is not pattern else ""))
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Attribute) and node.attr in SEARCHES and isinstance(node.value, ast.Name):
                value = getattr(module, node.value.id, None)
                if isinstance(value, re.Pattern):
                    called.setdefault(value, set()).add(node.attr)
    return {name: (pattern, called.get(pattern, {"search"})) for pattern, name in found.items()}


PATTERNS = _all()


def _spent(pattern: re.Pattern[Any], methods: set[str], text: str) -> float:
    given = text.encode("utf-8") if isinstance(pattern.pattern, bytes) else text
    started = time.process_time()
    for method in methods:
        if method in ("search", "match", "fullmatch"):
            getattr(pattern, method)(given)
        else:
            for _found in pattern.finditer(given):
                pass
    return time.process_time() - started


def _slow(pattern: re.Pattern[Any], methods: set[str], before: str, unit: str) -> bool:
    """Tell whether a pumped string takes too long, at the best of two."""
    tiny, short, long = (f"{before}{unit * (size // len(unit))}\x01" for size in (40, SHORT, LONG))
    if _spent(pattern, methods, tiny) > 1:  # exponential: the longer ones would not end
        return True
    spent = _spent(pattern, methods, long)
    return spent > NOTICED and all(
        _spent(pattern, methods, long) > PROPORTION * _spent(pattern, methods, short) for _ in range(2)
    )


@pytest.mark.parametrize("name", sorted(PATTERNS.keys() - SHORT_ONLY))
def test_a_pattern_takes_time_in_proportion(name: str) -> None:
    pattern, methods = PATTERNS[name]
    assert [pair for pair in pumped(pattern, MOST) if _slow(pattern, methods, *pair)] == []


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 100
    assert PATTERNS["pipeline.text.bylines.BY"][1] == {"match"}
