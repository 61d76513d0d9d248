"""The guideline is drawn as it is written: headings, lists with their numbers, tables, emphasis."""

import re
from pathlib import Path

from pipeline.annotate.editor.guideline import Block, read_guideline

ROOT = Path(__file__).resolve().parents[3]
WRITTEN = """# Labels

*Policy* is any
- **pro**: for it
1. *Reported counts.* Yes

| a | b |
|---|---|
| c `d` | e |
"""


def plain(block: Block) -> list[list[str]]:
    return [["".join(piece.text for piece in cell) for cell in line] for line in block.lines]


def test_blocks_of_every_kind(tmp_path: Path) -> None:
    (tmp_path / "g.md").write_text(WRITTEN)
    blocks = read_guideline(tmp_path / "g.md")
    assert [(b.kind, plain(b)) for b in blocks] == [
        ("heading", [["Labels"]]),
        ("paragraph", [["Policy is any"]]),
        ("list", [["pro: for it"], ["1. Reported counts. Yes"]]),
        ("table", [["a", "b"], ["c d", "e"]]),
    ]
    assert [(p.text, p.strong) for p in blocks[2].lines[0][0]] == [("pro", True), (": for it", False)]


def test_all_words_of_the_real_guideline_are_there() -> None:
    path = ROOT / "annotations" / "GUIDELINE.md"
    shown = "".join("".join(cell) for b in read_guideline(path) for cell in plain(b))
    written = re.sub(r"[*`|#\s]|^- |---+", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert "".join(shown.split()) == written


def test_a_folder_without_one_has_none(tmp_path: Path) -> None:
    assert read_guideline(tmp_path / "none.md") == []
