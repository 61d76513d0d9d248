"""Bad inputs by kind: what makes one, and what must come of it."""

import gzip
import json
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Make = Callable[[Path], object]
MILLION = 1_000_000
GOOD = "Mayor Ana Ruiz said the sanctuary rule keeps families safe.\n"
PAGE = f"<html><head><title>Harlow</title></head><body><article>%s<p>{GOOD * 6}</p></article></body></html>"


@dataclass(frozen=True, slots=True)
class Bad:
    """A kind of bad input in a folder of its own, and its outcome."""

    kind: str
    make: Make
    failures: str = ""  # words of the first failure; "" for none
    articles: int = 1


def file(name: str, data: bytes | str) -> Make:
    return lambda folder: (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)


def text(data: bytes | str) -> Make:
    return file("a.txt", data)


def line(**fields: Any) -> Make:
    return lines(json.dumps({"id": "a", "text": GOOD} | fields))


def lines(*raw: str) -> Make:
    return file("a.jsonl", "\n".join(raw))


def both(*makes: Make) -> Make:
    return lambda folder: [make(folder) for make in makes]


def page(inside: str) -> Make:
    return file("a.html", PAGE % inside)


def special(name: str, make: Callable[[str], object]) -> Make:
    return lambda folder: make(str(folder / name))


def _socket(path: str) -> None:
    """Bind by a short name: a socket's path may have 107 bytes."""
    here = Path.cwd()
    os.chdir(Path(path).parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(Path(path).name)
    finally:
        os.chdir(here)


def _loop(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(GOOD)
    (folder / "in" / "loop").symlink_to(folder)


def _folder(folder: Path) -> None:
    (folder / "x.txt").mkdir()
    (folder / "x.txt" / "a.txt").write_text(GOOD)


def _table(folder: Path) -> None:
    """Rows of a wrong type among right ones."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"id": ["a", None], "text": [GOOD, GOOD]}), folder / "a.parquet")


TEXTS = [
    Bad("empty file", text(b""), "empty", 0),
    Bad("white space only", text(" \n\t\r\n\u00a0"), "white space", 0),
    Bad("zero-width signs only", text("\u200b\u2060\ufeff"), "white space", 0),
    Bad("UTF-8 byte-order mark", text(b"\xef\xbb\xbf" + GOOD.encode())),
    Bad("byte-order mark alone", text(b"\xef\xbb\xbf"), "empty", 0),
    Bad("UTF-16 LE with byte-order mark", text(b"\xff\xfe" + GOOD.encode("utf-16-le")), "UTF-16", 0),
    Bad("UTF-16 BE with byte-order mark", text(b"\xfe\xff" + GOOD.encode("utf-16-be")), "UTF-16", 0),
    Bad("UTF-16 without byte-order mark", text(GOOD.encode("utf-16-le")), "UTF-16LE", 0),
    Bad("UTF-32", text(GOOD.encode("utf-32")), "UTF-32", 0),
    Bad("Latin-1", text("Déjà vu, said the mayor.".encode("latin-1")), "byte offset 1; it looks like Latin-1", 0),
    Bad("Windows-1252", text("“No,” she said.".encode("cp1252")), "looks like Windows-1252", 0),
    Bad("NUL bytes", text(b"The mayor\0 spoke."), "NUL byte at offset 9", 0),
    Bad("overlong UTF-8", text(b"The mayor \xc0\xaf spoke."), "not UTF-8 at byte offset 10", 0),
    Bad("surrogates in UTF-8", text(b"The mayor \xed\xa0\xbd spoke."), "not UTF-8 at byte offset 10", 0),
    Bad("UTF-8 cut off inside a character", text("The café".encode()[:-1]), "cut off", 0),
    Bad("PDF named .txt", text(b"%PDF-1.7 ..."), "a PDF", 0),
    Bad("text longer than max_chars", text("a" * (MILLION + 1)), "more than 1000000", 0),
    Bad("file too large to read", text(b"a" * (5 * MILLION)), "too long", 0),
    Bad("a line of 1,000,000 characters", text((GOOD.strip() + " ") * (MILLION // 61))),
    Bad("1,000,000 quotation marks", text('"' * MILLION)),
    Bad("opening marks that never close", text("“She said no. " * 2000)),
    Bad("marks nested 1,000 deep", text("“‘" * 500 + GOOD.strip() + "’”" * 500)),
    Bad("brackets nested 1,000 deep", text("(" * 1000 + GOOD.strip() + ")" * 1000)),
    Bad("only punctuation", text("… . . . — – !?")),
    Bad("a single word", text("sanctuary")),
    Bad("a word of 1,000,000 letters", text("a" * MILLION)),
    Bad("1,000,000 line breaks", text("\n" * (MILLION - 100) + GOOD)),
    Bad("1,000,000 spaces", text(" " * (MILLION - 100) + GOOD)),
    Bad("1,000,000 digits", text("7" * MILLION)),
    Bad("right-to-left", text("أعلن رئيس البلدية أن المدينة ملاذ.\n\u202eesrever\u202c " + GOOD)),
    Bad("emoji and joined emoji", text("👩‍👩‍👧‍👦🏳️‍🌈🇺🇸 " * 200 + GOOD)),
    Bad("1,000 combining marks on one letter", text("e" + "\u0301" * 1000 + " " + GOOD)),
    Bad("zero-width signs and soft hyphens", text("sanc\u00adtu\u200bary\u2060 " * 100 + GOOD)),
    Bad("CRLF", text(GOOD.replace("\n", "\r\n") * 3)),
    Bad("CR alone", text(GOOD.replace("\n", "\r") * 3)),
    Bad("U+2028 and U+2029", text(f"{GOOD.strip()}\u2028{GOOD.strip()}\u2029{GOOD}")),
    Bad("form feeds and vertical tabs", text(f"{GOOD}\f{GOOD}\v{GOOD}")),
    Bad("control characters", text("\x01\x1b[31m" + GOOD + "\x7f\x85\x9f")),
    Bad("characters not in Unicode yet", text("\u0378\ufffe\uffff\U000e0fff " + GOOD)),
    Bad("markup in text", text("<script>alert(1)</script> {{ 7*7 }} [n1]: x " + GOOD)),
    Bad("a thousand words of attribution", text("said " * 1000)),
    Bad("a thousand abbreviations", text("Mr. Dr. U.S. No. " * 250)),
]
PAGES = [
    Bad("HTML without an article", file("a.html", "<html><body></body></html>"), "no article", 0),
    Bad("HTML: 100,000 nested divs", file("a.html", "<div>" * 100_000 + GOOD), "page", 0),
    Bad("HTML: an attribute of 1,000,000 characters", page(f'<p title="{"x" * MILLION}">{GOOD}</p>')),
    Bad(
        "HTML: a billion entities",
        file(
            "a.html",
            '<!DOCTYPE html [<!ENTITY a "ha">'
            + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
            + "]>"
            + PAGE % "<p>&j;</p>",
        ),
    ),
    Bad("HTML: undeclared Windows-1252", file("a.html", (PAGE % "“”").encode("cp1252")), "Windows-1252", 0),
]
LINES = [
    Bad("JSONL: half a surrogate pair", lines('{"id": "a", "text": "A \\ud83d B"}'), "surrogate", 0),
    Bad("JSONL: a line of 50 MB", lines("x" * 50_000_000, json.dumps({"id": "a", "text": GOOD})), "cannot hold"),
    Bad("JSONL: nested 100,000 deep", lines("[" * 100_000), "deep", 0),
    Bad("JSONL: a number of 10,000 digits", lines('{"id": "a", "text": "x", "n": ' + "9" * 10_000 + "}"), "number", 0),
    Bad("JSONL: NaN as a text", lines('{"id": "a", "text": NaN}'), "text is a number", 0),
    Bad("JSONL: NaN in another field", lines('{"id": "a", "text": "The mayor spoke.", "score": NaN}')),
    Bad("JSONL: a key twice", lines('{"id": "z", "id": "a", "text": "The mayor spoke."}')),
    Bad("JSONL: an array instead of lines", lines('[{"id": "a", "text": "x"}]'), "a JSON list", 0),
    Bad("JSONL: pretty-printed object", lines("{", '"id": "a"', "}"), "not JSON", 0),
    Bad("JSONL: no lines", lines("", " "), "empty", 0),
    Bad("JSONL: missing fields", lines("{}"), "id is missing", 0),
    Bad("JSONL: wrong types", line(text=["x"]), "text is a list", 0),
    Bad("JSONL: a date that is none", line(published="last May"), "ISO 8601", 0),
    Bad("id that leads out of the folder", line(id="../../etc/passwd")),
    Bad("id with slashes and a drive", line(id="C:\\a/b")),
    Bad("id of 10,000 characters", line(id="a" * 10_000)),
    Bad("blank id", line(id=" \u200b "), "id is missing or blank", 0),
    Bad("id of white space", line(id=" \t"), "id is missing", 0),
    Bad("id with a line break", line(id="a\nb"), "id is missing or blank", 0),
    Bad("an id twice", lines(*[json.dumps({"id": "a", "text": GOOD})] * 2), "already that of"),
    Bad("CSV: unbalanced quotes", file("a.csv", 'id,text\nb,"open\na,The mayor spoke.\n'), "not CSV"),
    Bad("CSV: no id column", file("a.csv", f"name,text\na,{GOOD}"), "no column 'id'", 0),
    Bad("CSV: too few fields", file("a.csv", "id,text\nb\na,The mayor spoke.\n"), "1 fields under 2 columns"),
    Bad("CSV: CR alone", file("a.csv", "id,text\ra,The mayor spoke.\r"), "not CSV", 0),
    Bad("CSV: header alone", file("a.csv", "id,text\n"), "without a record", 0),
    Bad(
        "CSV: a date in another form than ISO 8601", file("a.csv", "id,text,published\na,The mayor spoke.,11/26/2025\n")
    ),
    Bad(
        "CSV: a date that may be two",
        file("a.csv", "id,text,published\na,Yes.,03/04/2025\n"),
        "may be 2025-03-04 or",
        0,
    ),
    Bad("Parquet that is none", file("a.parquet", b"PAR1 no PAR1"), "not Parquet", 0),
    Bad("Parquet: rows without an id", _table, "id is missing"),
]
FILES = [
    Bad("file name of 200 characters", file("a" * 200 + ".txt", GOOD)),
    Bad("file name that is not UTF-8", special(b"caf\xe9.txt".decode("utf-8", "surrogateescape"), lambda p: Path(p).write_text(GOOD)), "not UTF-8", 0),
    Bad("link in a circle", _loop),
    Bad("link to itself", special("a.txt", lambda p: Path(p).symlink_to(p)), "cannot be read", 0),
    Bad("dangling link", special("a.txt", lambda p: Path(p).symlink_to("nowhere")), "a link to nothing", 0),
    Bad("named pipe", special("a.txt", os.mkfifo), "not an ordinary file", 0),
    Bad("socket", special("a.txt", _socket), "not an ordinary file", 0),
    # The kernel gives it as an ordinary file of which no byte can be read, even by root.
    Bad("file that cannot be read", special("a.txt", lambda p: Path(p).symlink_to("/proc/self/mem")), "cannot be read", 0),
    Bad("device", special("a.txt", lambda p: Path(p).symlink_to("/dev/zero")), "not an ordinary file", 0),
    Bad("a folder named x.txt", _folder),
    Bad("gzip bomb", file("a.txt.gz", gzip.compress(b"a" * 50_000_000)), "too long", 0),
    Bad("truncated gzip", file("a.txt.gz", gzip.compress(GOOD.encode())[:-9]), "cut off", 0),
    Bad("gzip with a wrong checksum", file("a.txt.gz", gzip.compress(GOOD.encode())[:-8] + b"\0" * 8), "broken", 0),
    Bad("text named .gz", file("a.txt.gz", GOOD), "broken", 0),
    Bad("truncated Zstandard", special("a.txt.zst", lambda p: Path(p).write_bytes(_zst(GOOD.encode())[:-5])), "cut off", 0),
]  # fmt: skip


def _zst(data: bytes) -> bytes:
    import zstandard

    return zstandard.compress(data)


TABLE = [*TEXTS, *PAGES, *LINES, *FILES]
