"""Stringing parts together: order, failures, near-copies, damage."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import create_autospec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.analysis.duplicates import signature_of
from pipeline.analysis.intake import Intake
from pipeline.analysis.text_records import TextRecords
from pipeline.corpus.digest import digest_of
from pipeline.corpus.gather import Gathered
from pipeline.errors import InputError
from pipeline.params import Params
from pipeline.records import Failure
from pipeline.records.article_records import ArticleRecords, read_articles
from pipeline.records.layout import PLAIN
from pipeline.report.drawn import draw_article
from pipeline.report.rows import load_row
from pipeline.report.write import Report
from pipeline.run.finish import Strung, with_original
from pipeline.run.parts import write_part
from pipeline.run.pieces import DIGEST, PAGE, ROW, SIGNATURE, label_pieces, text_pieces
from pipeline.run.setup import Setup
from pipeline.run.worker import Worked


@pytest.fixture
def intake(params: Params) -> Iterator[Intake]:
    with Intake(params.clean, print) as opened:
        yield opened


@pytest.fixture(scope="module")
def found(run_on_seeds: Path) -> ArticleRecords:
    """A real article's records."""
    return next(read_articles(run_on_seeds))


def renamed(found: ArticleRecords, name: str, params: Params) -> Worked:
    """Make the results of an article of the same words under another id."""
    article = replace(found.article, id=name)
    text = TextRecords(article, found.sentences, found.entities, found.quotes, [])
    records = replace(found, article=article)
    drawn = draw_article(records, one_page=True)
    return Worked(
        name,
        text_pieces(text)
        | label_pieces(records)
        | {
            SIGNATURE: signature_of(article.text, params.clean),
            DIGEST: digest_of(article, records.stances, records.map, params.corpus),
            ROW: drawn.row,
            PAGE: drawn.body,
        },
    )


def strung(folder: Path, params: Params, intake: Intake, *jobs: list[Worked]) -> Strung:
    """Write the parts of jobs."""
    parts = [folder / str(n) for n in range(len(jobs))]
    for part, job in zip(parts, jobs, strict=True):
        write_part(part, job)
    return Strung(parts, intake, Setup(params, folder / "model", folder / "linker", None, one_page=True))


def test_lines_come_in_order_failures_are_told_and_near_copies_named_everywhere(
    tmp_path: Path, params: Params, intake: Intake, found: ArticleRecords
) -> None:
    broken = Failure(input="b.txt", error="killed", fix="part it")
    unread = Failure(input="x.txt", error="empty", fix="give a text")
    all_parts = strung(
        tmp_path,
        params,
        intake,
        [renamed(found, "a", params), Worked("b", {}, broken)],
        [renamed(found, "c", params)],
    )
    corpus, report = create_autospec(Gathered, instance=True), create_autospec(Report, instance=True)
    assert all_parts.write(tmp_path / "out", PLAIN, [unread], corpus, report) == 1
    articles = [json.loads(line) for line in (tmp_path / "out" / "articles.jsonl").read_text().splitlines()]
    assert [(a["id"], a["duplicate_of"]) for a in articles] == [("a", None), ("c", "a")]
    failures = [json.loads(line) for line in (tmp_path / "out" / "failures.jsonl").read_text().splitlines()]
    assert [f["input"] for f in failures] == ["x.txt", "b.txt"]
    digests = [json.loads(call.args[0]) for call in corpus.add.call_args_list]
    assert [(digest["article"], digest["original"]) for digest in digests] == [("a", True), ("c", False)]
    assert [load_row(call.args[0]).duplicate_of for call in report.add.call_args_list] == [None, "a"]


def test_a_part_that_is_damaged_meanwhile_is_told_and_nothing_is_written(
    tmp_path: Path, params: Params, intake: Intake, found: ArticleRecords
) -> None:
    parts = strung(tmp_path, params, intake, [renamed(found, "a", params)])
    (tmp_path / "0").write_bytes((tmp_path / "0").read_bytes()[:-1])
    corpus, report = create_autospec(Gathered, instance=True), create_autospec(Report, instance=True)
    with pytest.raises(InputError, match="damaged"):
        parts.write(tmp_path / "out", PLAIN, [], corpus, report)
    assert list((tmp_path / "out").iterdir()) == []


@given(st.text(), st.text(min_size=1))
def test_an_original_is_filled_in_whatever_the_text_says(text: str, original: str) -> None:
    record: dict[str, object] = {"text": text + '"duplicate_of": null', "duplicate_of": None, "blocks": []}
    line = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
    assert json.loads(with_original(line, original)) == record | {"duplicate_of": original}
