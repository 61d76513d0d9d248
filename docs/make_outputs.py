"""Renew the tables of docs/outputs.md from the record types: `python docs/make_outputs.py`.

What a field means is the comment beside it in pipeline/records.
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml

from pipeline.records.meanings import meanings_of
from pipeline.records.schema import FILES
from pipeline.tables.of_corpus import OF_CORPUS
from pipeline.tables.walk import OF_ARTICLE

DOCS = Path(__file__).resolve().parent
PAGE = DOCS / "outputs.md"
PLAIN = {str: "text", int: "whole number", float: "number", bool: "true or false", tuple[int, int]: "span"}


def renewed(text: str) -> str:
    """Give the page with what stands between `<!-- name -->` and `<!-- /name -->` written anew."""
    for name, lines in (("files", _files()), ("records", _records()), ("tables", _tables())):
        body = "\n".join(lines) + "\n"
        text = re.sub(
            rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)",
            lambda place, body=body: place[1] + body + place[2],
            text,
            flags=re.DOTALL,
        )
    return text


def _files() -> Iterator[str]:
    stages = yaml.safe_load((DOCS.parent / "dvc.yaml").read_text(encoding="utf-8"))["stages"]
    writer = {Path(out).stem: name for name, stage in stages.items() for out in map(_path, stage["outs"])}
    yield "| file | written by the stage | one line is |\n|---|---|---|"
    for name, kind in FILES.items():
        yield f"| [`{name}.jsonl`](#{name}jsonl) | {writer.get(name, 'clean')} | {kind.__name__} |"
    yield "| `report.html`, `report/` | report | no JSON: pages to read and share |"


def _path(out: Any) -> str:
    return out if isinstance(out, str) else str(next(iter(out)))


def _records() -> Iterator[str]:
    told: set[type[Any]] = set()
    for name, kind in FILES.items():
        yield f"\n## {name}.jsonl\n"
        yield from _record(kind, told)


def _record(kind: type[Any], told: set[type[Any]]) -> Iterator[str]:
    """Describe a record, then the records inside it that no file before had."""
    told.add(kind)
    yield f"{inspect.getdoc(kind)}\n\n| field | type | meaning |\n|---|---|---|"
    meaning, types = meanings_of(kind), get_type_hints(kind)
    for field in fields(kind):
        yield f"| `{field.name}` | {_type(types[field.name])} | {meaning[field.name].replace('|', chr(92) + '|')} |"
    for part in dict.fromkeys(p for f in fields(kind) for p in _parts(types[f.name])):
        if part not in told and part not in FILES.values():
            yield f"\n### {part.__name__}\n"
            yield from _record(part, told)


def _parts(kind: Any) -> Iterator[type[Any]]:
    if is_dataclass(kind) and isinstance(kind, type):
        yield kind
    for inner in get_args(kind):
        yield from _parts(inner)


def _type(kind: Any) -> str:
    """Say a type in words."""
    origin, args = get_origin(kind), get_args(kind)
    if kind in PLAIN:
        return PLAIN[kind]
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in args)
    if origin in (Union, UnionType):
        return " or ".join("null" if a is NoneType else _type(a) for a in args)
    if origin is tuple:
        return f"list of {_type(args[0])}"
    if origin is dict:
        return f"object: {_type(args[0])} to {_type(args[1])}"
    name = kind.__name__
    return f"[{name}](#{name.lower()})" if kind not in FILES.values() else name


def _tables() -> Iterator[str]:
    yield "| table | columns |\n|---|---|"
    for table in (*OF_ARTICLE, *(part.table for part in OF_CORPUS)):
        yield f"| `{table.name}` | {', '.join(f'`{name}`' for name in table.columns)} |"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
