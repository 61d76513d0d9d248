"""Read the guideline's Markdown into plain blocks that the page's template draws: headings, lists, tables, paragraphs."""

import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

Kind = Literal["heading", "list", "table", "paragraph"]
BULLET = re.compile(r"[-*]\s+")
MARKER = re.compile(r"(?:[-*]|\d+\.)\s+")
RULE = re.compile(r"[|:\s-]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text within a line."""

    text: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Cells of text: a heading or paragraph has one line of one cell, a list one cell a line."""

    kind: Kind
    lines: list[list[list[Piece]]]


def read_guideline(path: Path) -> list[Block]:
    """Give the blocks of a guideline; none where the folder has no guideline."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    blocks = []
    for kind, group in groupby(lines, _kind):
        if kind:
            blocks.append(Block(kind, [_cells(kind, line) for line in group if kind != "table" or not _is_rule(line)]))
    return blocks


def _kind(line: str) -> Kind | None:
    if not line.strip():
        return None
    if line.startswith("#"):
        return "heading"
    if line.startswith("|"):
        return "table"
    return "list" if MARKER.match(line) else "paragraph"


def _is_rule(line: str) -> bool:
    return RULE.fullmatch(line) is not None


def _cells(kind: Kind, line: str) -> list[list[Piece]]:
    if kind == "table":
        return [_pieces(cell.strip()) for cell in line.strip().strip("|").split("|")]
    if kind == "heading":
        return [_pieces(line.lstrip("# "))]
    return [_pieces(line[found.end() :] if (found := BULLET.match(line)) else line)]  # a case keeps its number


def _pieces(text: str) -> list[Piece]:
    """Cut at the marks of emphasis; what is marked is strong."""
    parts = re.split(r"\*{1,2}([^*]+)\*{1,2}", text.replace("`", ""))
    return [Piece(part, number % 2 == 1) for number, part in enumerate(parts) if part]
