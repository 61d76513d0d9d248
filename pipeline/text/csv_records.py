"""Part a CSV stream into records with their raw bytes; quotation marks may hold separators and line breaks."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from pipeline.errors import InputError
from pipeline.text.byte_lines import byte_lines
from pipeline.text.decode import BOM, decode

QUOTES = "put quotation marks around a field with separators, marks or line breaks, and double the marks inside"


@dataclass(frozen=True, slots=True)
class CsvRecord:
    """One record: the number of its first line, its bytes without the last line break, its fields."""

    line: int
    raw: bytes
    fields: list[str]


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    data: bytes
    again: bool = False  # read a second time, since an open quotation mark had swallowed it


class CsvRecords:
    """The records of a stream (RFC 4180), one held at a time; an InputError stands in the place of a broken one."""

    def __init__(self, stream: BinaryIO, separator: str, limit: int, source_file: str) -> None:
        self._lines = byte_lines(stream, limit, source_file)
        self._limit = limit
        self._source_file = source_file
        self._separator = separator
        self._again: list[_Line] = []  # last one first
        self._taken: list[_Line] = []
        self._size = 0

    def __iter__(self) -> Iterator[CsvRecord | InputError]:
        csv.field_size_limit(max(csv.field_size_limit(), self._limit))  # the whole record is bounded here
        parser = csv.reader(_Feed(self), delimiter=self._separator, strict=True)
        while True:
            self._taken, self._size = [], 0
            try:
                fields = next(parser, None)
            except csv.Error as error:
                yield self._broken(str(error))
            except _TooLongError:
                yield self._broken(None)
            else:
                if fields is None:
                    return
                if fields:
                    yield self._record(fields)

    def next_line(self) -> str:
        """Give the parser a line. Each byte becomes a character: separators and marks are ASCII, and so nothing is lost."""
        if self._again:
            line = self._again.pop()
        else:
            number, data = next(self._lines)
            if data is None:
                self._taken.append(_Line(number, b""))
                raise _TooLongError
            line = _Line(number, data.removeprefix(BOM) if number == 1 else data)
        self._taken.append(line)
        self._size += len(line.data)
        if self._size > self._limit:
            raise _TooLongError
        return line.data.decode("latin-1")

    def _record(self, fields: list[str]) -> CsvRecord | InputError:
        first = self._taken[0].number
        raw = b"".join(line.data for line in self._taken).rstrip(b"\r\n")
        try:
            decode(raw, f"{self._source_file}:{first}")
        except InputError as error:
            return error
        return CsvRecord(first, raw, [field.encode("latin-1").decode("utf-8") for field in fields])

    def _broken(self, error: str | None) -> InputError:
        """Say what is wrong with the lines that were taken; all but the first are read again, each once at most.

        More often than once would take quadratic time, where every line leaves a mark open.
        """
        first, *others = self._taken
        swallowed = ""
        if not any(line.again for line in others):
            self._again.extend(replace(line, again=True) for line in reversed(others))
        elif others:
            swallowed = f"; lines {others[0].number} to {others[-1].number} are not read"
        where = f"{self._source_file}:{first.number}"
        what = f"not CSV: {error}"
        if error is None:
            what = f"a record of more than {self._limit} bytes: too long, or a quotation mark is never closed"
        return InputError(what + swallowed, where, QUOTES)


class _TooLongError(Exception):
    """More lines than a record may have."""


class _Feed:
    """The lines as the parser asks for them; unlike a generator it goes on after an exception."""

    def __init__(self, records: CsvRecords) -> None:
        self._records = records

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        return self._records.next_line()
