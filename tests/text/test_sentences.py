"""Sentence boundaries: one behaviour a test, examples of our own."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import Block
from pipeline.text.blocks import find_blocks
from pipeline.text.sentences import split_sentences

MAX = 5000
PIECES = st.sampled_from(
    [
        "The ",
        "mayor ",
        "said",
        ".",
        ". ",
        "! ",
        "? ",
        "...",
        "… ",
        ". . . ",
        "“",
        "”",
        '"',
        "'",
        "’",
        "(",
        ")",
        "[1]",
        " [2]. ",
        "U.S. ",
        "Mr. ",
        "No. 5 ",
        "Jan. 3",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "• ",
        "— ",
        "a.m. ",
        "😀",
        "\u2028",
        "\xa0",
        "x.Y",
        "«",
        "»",
        "WASHINGTON (AP) — ",
        "OPINION: ",
        "By Ann Lee",
        "CLOSE ",
        "Photo: A/AP",
        "Related: x",
        "J. B. ",
        "’’ ",
        "\x0b",
        "\x1c",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=200))


def split(line: str) -> list[str]:
    block = Block(kind="body", start=0, end=len(line))
    return [line[s.start : s.end] for s in split_sentences(line, [block], MAX)]


@pytest.mark.parametrize(
    "parts",
    [
        # abbreviations inside a sentence
        ["Gov. Dana Holt met Sen. Lee Ortiz in St. Louis on Jan. 25 at 9 a.m. Monday."],
        ["The case, Doe v. Roe, names Acme Inc. and Burr Corp. as owners, said J. B. Smith."],
        ["He won in Springfield, Mass., over Rep. Al Roy, D-Calif., by one vote."],
        ["The U.S. Immigration and Customs Enforcement office cited U.S. District Judge Ann Fry."],
        ["Item No. 5 on the list was H.R. 3003, he said."],
        ["Martin Hale Jr. Boulevard runs by the jail."],
        ["The U.N. Security Council met the D.C. Council."],
        ['Rep. Robert C. "Bo" Hale spoke.'],
        ["1. The first rule holds for Acme."],
        ["Yahoo! News and the show Jeopardy! Live ran it."],
        # abbreviations that end one
        ["It spread around the U.S. ", "The law changed."],
        ["Concern about immigration rose around the U.S. ", "Immigration became a top issue."],
        ["They met at 5 p.m. ", "Both sides left early."],
        ["It was signed by Acme Inc. ", "The deal closed."],
        ["He lives in Salem, Ore. ", "Neighbors like him."],
        ["They left in Jan. ", "Few came back."],
        ["The answer was No. ", "The rest followed."],
        # closing quotes of every style
        ["“We will stay.” ", "He left."],
        ['"We will stay." ', "He left."],
        ["‘We will stay.’ ", "He left."],
        ["''We will stay.'' ", "He left."],
        ["“We will stay.’’ ", "He left."],
        ["«We will stay.» ", "He left."],
        ["“He called it ‘a mess.’” ", "She agreed."],
        ["The town “will obey.”. ", "It did not."],
        ["“It failed. ", "It cost us. ", "It is over,” she said."],
        # questions and calls inside quotation marks
        ["“Stop right there!” she said."],
        ["“Why would we?” Sheriff Dana Holt asked reporters."],
        ['He asked "Why?" ', "He left."],
        ["“Who pays?” ", "The question stood."],
        # no splits at these
        ["There were two rules: Ask nothing; tell nothing."],
        ["He paused ... and went on."],
        ["“We want … to leave,” he said."],
        ["They came — Maria. too — at 3.5 percent."],
        ["Write to ann.lee@star.example or see www.star.example/Home.Page for No. 2."],
        ["The mother . . . not the child spoke."],
        ["A post by @Mayor.Lee reached many."],
        ["He said the bill (it has two parts. Both matter) will pass."],
        ["“A fine day.” — Ann Lee"],
        # citations
        ["Cities decline holds [1] [2]. ", "Others comply [3]."],
        ["They need a warrant [3]. ", "The rest do not."],
        ["It raises risk.[4] ", "The agency objects."],
        ["It raises risk. [4] [5] ", "The agency objects."],
        # ellipses that end a sentence
        ["“We are a big town. ... ", "We want trust.”"],
        ["He trailed off… ", "The room was silent."],
        # lost space
        ["Order was restored.", "The next day was calm."],
        ["“It was restored.”", "The next day was calm."],
        # parentheses and bullets
        ["He won. ", "(She did not vote.) ", "It was over."],
        ["The rules changed. ", "• Jails may not hold anyone."],
        ["They shout “Shame!” ", "(Read a book.)"],
    ],
)
def test_sentence_ends(parts: list[str]) -> None:
    assert split("".join(parts)) == [part.strip() for part in parts]


def test_kind_and_paragraph_come_from_block_and_line() -> None:
    text = (
        "Town keeps rule\n\nSALEM, Ore. (AP) — The town kept it. It voted twice.\r\n \r\nThe end came late on Monday."
    )
    found = split_sentences(text, find_blocks(text), MAX)
    assert [(text[s.start : s.end], s.kind, s.paragraph) for s in found] == [
        ("Town keeps rule", "headline", 0),
        ("SALEM, Ore. (AP) —", "byline", 1),
        ("The town kept it.", "body", 1),
        ("It voted twice.", "body", 1),
        ("The end came late on Monday.", "body", 2),
    ]


def test_long_sentence_is_cut_at_white_space() -> None:
    text = "word " * 50
    found = split_sentences(text, [Block(kind="body", start=0, end=len(text) - 1)], 22)
    assert all(s.end - s.start <= 22 for s in found)
    assert " ".join(text[s.start : s.end] for s in found) == text.strip()


def test_long_run_without_white_space_is_cut_hard() -> None:
    found = split_sentences("x" * 25, [Block(kind="body", start=0, end=25)], 10)
    assert [(s.start, s.end) for s in found] == [(0, 10), (10, 20), (20, 25)]


@given(TEXTS, st.integers(min_value=1, max_value=60))
@settings(max_examples=400, deadline=None)
def test_sentences_cover_all_and_stay_inside_blocks_and_lines(text: str, size: int) -> None:
    blocks = find_blocks(text)
    found = split_sentences(text, blocks, size)
    position = 0
    for s in found:
        assert position <= s.start < s.end <= s.start + size
        assert not text[position : s.start].strip()
        piece = text[s.start : s.end]
        assert piece == piece.strip()
        assert "\n" not in piece
        assert "\r" not in piece
        (block,) = (b for b in blocks if b.start <= s.start and s.end <= b.end)
        assert s.kind == block.kind
        lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
        assert piece in lines[s.paragraph]
        position = s.end
    assert not text[position:].strip()


@pytest.mark.parametrize("piece", ["U.S. ", "… ", "a. [1] ", "(a. ", "aB.Cd", "! ", '" ', ". "])
def test_time_is_linear_on_hostile_lines(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    start = time.process_time()
    split_sentences(text, find_blocks(text), MAX)
    assert time.process_time() - start < 10  # quadratic code takes minutes
