"""The code blocks of the documents, and what the documents show of their output.

A block ```sh or ```python is run unless its fence goes on with `no-run`, which says why: ```sh no-run: needs the network.
A ```text block just after one that is run is what it prints; a line … in it stands for any lines, and a … at the end of a
line for the rest of that line.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^```(?P<language>\w+)(?P<note>[^\n`]*)\n(?P<text>.*?)^```$\n?", re.MULTILINE | re.DOTALL)

CUT = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block; `shown` is the text block just after it."""

    language: str
    note: str
    text: str
    line: int
    shown: "Block | None" = None

    @property
    def runs(self) -> bool:
        return self.language in ("sh", "python") and not self.note.startswith("no-run")


def blocks_of(page: str) -> list[Block]:
    """List the blocks of a page's text."""
    places = list(FENCE.finditer(page))
    blocks = [Block(p["language"], p["note"].strip(), p["text"], page.count("\n", 0, p.start()) + 1) for p in places]
    after = {
        n: blocks[n + 1]
        for n in range(len(blocks) - 1)
        if blocks[n + 1].language == "text" and not page[places[n].end() : places[n + 1].start()].strip()
    }
    return [Block(b.language, b.note, b.text, b.line, after.get(n)) for n, b in enumerate(blocks)]


def fits(shown: str, printed: str) -> bool:
    """Tell whether a page shows what was printed; blanks at the ends of lines count for nothing."""
    lines = [line.rstrip() for line in printed.splitlines()]
    pattern = "".join(_line(line.rstrip()) for line in shown.splitlines())
    return re.fullmatch(pattern, "".join(line + "\n" for line in lines)) is not None


def _line(shown: str) -> str:
    if shown == CUT:
        return r"(?:.*\n)*?"
    return re.escape(shown.removesuffix(CUT)) + (".*" if shown.endswith(CUT) else "") + "\n"


def pages(root: Path) -> list[Path]:
    """List the documents: the README and the Markdown in docs/, decisions aside."""
    return [root / "README.md", *sorted((root / "docs").glob("*.md"))]
