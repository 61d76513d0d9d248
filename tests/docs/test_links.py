"""What the documents point at is there."""

import re
from pathlib import Path

import pytest
from doc_blocks import FENCE, pages

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)")
NAMED = re.compile(r"`((?:pipeline|docs|tests|bench|annotations|models|metrics|seeds)/[\w./-]*\w/?)`")
PAGES = [*pages(ROOT), ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs" / "decisions").glob("*.md"))]
by_name = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@by_name
def test_every_link_leads_somewhere(page: Path) -> None:
    for path, anchor in LINK.findall(prose(page)):
        goal = page.parent / path if path else page
        assert goal.exists(), path
        assert not anchor or anchor in anchors(goal), f"{path}#{anchor}"


@by_name
def test_every_file_that_is_named_is_there(page: Path) -> None:
    missing = [name for name in NAMED.findall(prose(page)) if not (ROOT / name).exists()]
    assert missing == []


def prose(page: Path) -> str:
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """Name the headings as GitHub does."""
    heads = re.findall(r"^#+ (.+)$", prose(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_the_index_lists_every_document() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = {path.name for kind in ("*.md", "*.ipynb") for path in (ROOT / "docs").glob(kind)} - {"README.md"}
    assert {name for name in pages if f"]({name})" not in index} == set()
