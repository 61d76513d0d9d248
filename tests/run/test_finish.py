"""Stringing parts together: order, failures, near-copies, damage."""

import json
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock, create_autospec

import pytest

from pipeline.analysis.duplicates import signature_of
from pipeline.analysis.intake import Intake
from pipeline.analysis.text_records import TextRecords
from pipeline.corpus.digest import digest_of
from pipeline.corpus.gather import Gathered
from pipeline.errors import InputError
from pipeline.kept.cache import Used
from pipeline.params import Params
from pipeline.records import Failure
from pipeline.records.article_records import ArticleRecords, read_articles
from pipeline.records.layout import PLAIN, Layout
from pipeline.records.output import outputs
from pipeline.report.drawn import draw_article
from pipeline.report.rows import load_row
from pipeline.report.write import Report
from pipeline.run.done import Done
from pipeline.run.finish import LateFailureError, Strung
from pipeline.run.jobs import Planned
from pipeline.run.parts import write_part
from pipeline.run.pieces import DIGEST, FILES, LINE, PAGE, ROW, SIGNATURE, label_pieces, text_pieces
from pipeline.run.setup import Setup
from pipeline.run.worker import Worked
from pipeline.text.raw import RawArticle


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
            LINE: drawn.line,
            PAGE: drawn.body,
        },
    )


def planned(folder: Path, *jobs: list[Worked]) -> list[Planned]:
    """Write the parts of jobs."""
    plans: list[Planned] = []
    for number, results in enumerate(jobs):
        start = sum(p.articles for p in plans)
        plans.append(Planned(folder, number, "0f", start, results[0].id, len(results), len(results)))
        write_part(plans[-1].part, results)
    return plans


def worked(plans: list[Planned]) -> Generator[Path, None, None]:
    yield from (plan.part for plan in plans)


def string(
    folder: Path, params: Params, intake: Intake, plans: list[Planned], layout: Layout = PLAIN, *, ahead: bool = False
) -> tuple[list[Failure], Mock, Mock]:
    """Write the files; give the failures, the corpus and the report."""
    corpus, report = create_autospec(Gathered, instance=True), create_autospec(Report, instance=True)
    setup = Setup(params, folder / "model", folder / "linker", None, one_page=True)
    strung = Strung(plans, Done(worked(plans)), intake, setup, Used())
    with outputs(folder / "out", FILES, layout, sum(p.articles for p in plans)) as files:
        broken = strung.write(files, corpus, report, ahead=ahead)
    return broken, corpus, report


BROKEN = Failure(input="b.txt", error="killed", fix="part it")


def digests(corpus: Mock) -> list[tuple[int, str, bool]]:
    """List what the corpus was given, in order: each article's place, id, and whether it is no near-copy."""
    calls = [(call.args[0], json.loads(call.args[1])) for call in corpus.add.call_args_list]
    return [(number, digest["article"], digest["original"]) for number, digest in calls]


@pytest.mark.parametrize("shards", [1, 3])
def test_lines_come_in_order_failures_are_told_and_near_copies_named_everywhere(
    tmp_path: Path, params: Params, intake: Intake, found: ArticleRecords, shards: int
) -> None:
    plans = planned(
        tmp_path,
        [renamed(found, "a", params), Worked("b", {}, BROKEN)],
        [renamed(found, "c", params)],
    )
    broken, corpus, report = string(tmp_path, params, intake, plans, Layout(shards=shards))
    assert broken == [BROKEN]
    files = sorted((tmp_path / "out").glob("articles*.jsonl"))
    articles = [[json.loads(line) for line in file.read_text().splitlines()] for file in files]
    told = [[(a["id"], a["duplicate_of"]) for a in some] for some in articles]
    assert told == ([[("a", None), ("c", "a")]] if shards == 1 else [[("a", None)], [], [("c", "a")]])
    assert digests(corpus) == [(0, "a", True), (2, "c", False)]
    assert [load_row(call.args[1]).duplicate_of for call in report.add.call_args_list] == [None, "a"]
    assert all(call.args[3]().startswith(b"<article") for call in report.add.call_args_list)


def some_late(folder: Path, params: Params, intake: Intake, found: ArticleRecords, late: Worked) -> Mock:
    """String three jobs ahead, of which the second is still to do."""
    jobs = [[renamed(found, "a", params)], [late], [renamed(found, "c", params), renamed(found, "d", params)]]
    plans = [replace(plan, to_do=number == 1) for number, plan in enumerate(planned(folder, *jobs))]
    text = found.article.text if late.failure else f"{found.article.text[: len(found.article.text) // 2]} Ahem."
    intake.add_all(RawArticle(id=name, source_file="in", sha256="", text=text) for name in "abcd")
    return string(folder, params, intake, plans, ahead=True)[1]


def test_what_is_there_is_handed_out_before_what_is_worked_and_written_in_order(
    tmp_path: Path, params: Params, intake: Intake, found: ArticleRecords
) -> None:
    half = replace(found.article, text=f"{found.article.text[: len(found.article.text) // 2]} Ahem.")
    corpus = some_late(tmp_path, params, intake, found, renamed(replace(found, article=half), "b", params))
    assert digests(corpus) == [(0, "a", True), (2, "c", False), (3, "d", False), (1, "b", True)]
    lines = (tmp_path / "out" / "articles.jsonl").read_text().splitlines()
    originals = [(a["id"], a["duplicate_of"]) for a in map(json.loads, lines)]
    assert originals == [("a", None), ("b", None), ("c", "a"), ("d", "a")]


def test_what_fails_after_others_were_told_from_it_is_no_article_for_them(
    tmp_path: Path, params: Params, intake: Intake, found: ArticleRecords
) -> None:
    with pytest.raises(LateFailureError):
        some_late(tmp_path, params, intake, found, Worked("b", {}, BROKEN))
    assert list((tmp_path / "out").iterdir()) == []


def test_a_copy_of_what_is_worked_waits_for_it(
    tmp_path: Path, params: Params, intake: Intake, found: ArticleRecords
) -> None:
    jobs = [[renamed(found, "a", params)], [renamed(found, "b", params)]]
    plans = [replace(plan, to_do=1 - number) for number, plan in enumerate(planned(tmp_path, *jobs))]
    intake.add_all([RawArticle(id="a", source_file="in", sha256="", text=found.article.text)])
    _, corpus, _ = string(tmp_path, params, intake, plans, ahead=True)
    assert digests(corpus) == [(0, "a", True), (1, "b", False)]


def test_a_copy_of_what_waits_waits_too(tmp_path: Path, params: Params, intake: Intake, found: ArticleRecords) -> None:
    middle = len(found.article.text) // 2
    one, other = (replace(found, article=replace(found.article, text=t * 2)) for t in
                  (found.article.text[:middle], found.article.text[middle:]))  # fmt: skip
    jobs = [[renamed(one, "a", params)], [renamed(one, "b", params), renamed(other, "c", params)],
            [renamed(other, "d", params)]]  # fmt: skip
    plans = [replace(plan, to_do=number == 0) for number, plan in enumerate(planned(tmp_path, *jobs))]
    intake.add_all([RawArticle(id="a", source_file="in", sha256="", text=one.article.text)])
    _, corpus, _ = string(tmp_path, params, intake, plans, ahead=True)
    assert digests(corpus) == [(0, "a", True), (1, "b", False), (2, "c", True), (3, "d", False)]


def test_a_part_that_is_damaged_meanwhile_is_told_and_nothing_is_written(
    tmp_path: Path, params: Params, intake: Intake, found: ArticleRecords
) -> None:
    plans = planned(tmp_path, [renamed(found, "a", params)])
    plans[0].part.write_bytes(plans[0].part.read_bytes()[:-1])
    with pytest.raises(InputError, match="damaged"):
        string(tmp_path, params, intake, plans)
    assert list((tmp_path / "out").iterdir()) == []
