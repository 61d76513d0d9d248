"""Write records as lines of JSON: keys in field order, floats of four decimals, one fixed spelling.

What a record type needs is worked out once; walking every record's fields afresh costs three times as much. A field whose
type says too little is written by `json`, with the same result.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from json.encoder import encode_basestring
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

DECIMALS = 4
Dump = Callable[[Any], str]


def plain(value: Any) -> Any:
    """Turn a record into dicts and lists with keys in field order and floats rounded."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, float):
        return round(value, DECIMALS)
    if isinstance(value, (tuple, list)):
        return [plain(v) for v in value]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return value


def dump_line(record: Any) -> str:
    """Give the JSON of a record, without the newline."""
    kind: Any = type(record)
    return _dump_of(kind)(record)


def dump_lines(records: Iterable[Any]) -> bytes:
    """Give the lines of records."""
    return "".join([dump_line(record) + "\n" for record in records]).encode()


@cache
def _dump_of(kind: Any) -> Dump:
    origin, args = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return _of_record(kind)
    if origin is tuple and args[1:] == (...,):
        return _of_several(_dump_of(args[0]))
    if origin in (Union, UnionType) and len(args) == 2 and args[1] is NoneType:
        return _or_null(_dump_of(args[0]))
    if origin is Literal and all(isinstance(value, str) for value in args):
        return encode_basestring
    return SIMPLE.get(kind, _anything)


def _of_record(kind: type[Any]) -> Dump:
    types = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    if len(names) < 2:  # attrgetter gives no tuple
        return _anything
    form = "{" + ", ".join(f"{encode_basestring(name)}: %s" for name in names) + "}"
    dumps = [_dump_of(types[name]) for name in names]
    values = attrgetter(*names)
    return lambda record: form % tuple([dump(v) for dump, v in zip(dumps, values(record), strict=True)])


def _of_several(dump: Dump) -> Dump:
    return lambda values: "[" + ", ".join([dump(v) for v in values]) + "]"


def _or_null(dump: Dump) -> Dump:
    return lambda value: "null" if value is None else dump(value)


def _anything(value: Any) -> str:
    return json.dumps(plain(value), ensure_ascii=False)


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _real(value: float) -> str:
    # NumPy's floats are floats with a repr of their own; a whole number stays one.
    return float.__repr__(round(value, DECIMALS)) if isinstance(value, float) else int.__repr__(value)


def _span(value: tuple[int, int]) -> str:
    return "[%d, %d]" % value  # noqa: UP031 (takes the tuple as it is, and nothing but two numbers)


SIMPLE: dict[Any, Dump] = {
    str: encode_basestring,
    int: int.__repr__,
    float: _real,
    bool: _truth,
    tuple[int, int]: _span,
}
