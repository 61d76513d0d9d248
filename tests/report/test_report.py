"""The report: whole, linked, safe with hostile text, split into pages when large."""

import json
import re
import shutil
from base64 import b64encode
from collections.abc import Callable, Sequence
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import InputError, MissingArtifactError
from pipeline.params import ReportParams
from pipeline.records.own_files import own_files
from pipeline.records.pages import page_of
from pipeline.report.anchors import anchor
from pipeline.report.write import write_report

MakeUp = Callable[[Path, Sequence[Any]], Path]
ONE_PAGE, PAGES = ReportParams(max_articles_on_one_page=50), ReportParams(max_articles_on_one_page=1)
BROKEN = "</script></style></title>{}<script>alert(1)</script><img src=x onerror=alert(1)>\"'>"
# Ids that would meet those of the page itself, if a page took them as they are.
HOSTILE = ("page-top", "a-map", BROKEN, "javascript:alert(1)", "../../etc")


class Page(HTMLParser):
    """Collects ids, links, element and attribute names."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = path.read_text(encoding="utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {k for k, _ in attrs}
        self.ids += [v for k, v in attrs if k == "id" and v]
        self.hrefs += [v for k, v in attrs if k == "href" and v]


def pages_of(out: Path) -> dict[Path, Page]:
    paths = [out / "report.html", *(out / "report").glob("*.html")]
    return {path.resolve(): Page(path) for path in paths}


def check_links(pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids))
        for href in page.hrefs:
            file, _, fragment = href.partition("#")
            there = (path.parent / file).resolve() if file else path
            assert not fragment or fragment in pages[there].ids, href
            assert there in pages, href


@pytest.fixture
def three(make_up: MakeUp, told: Any, tmp_path: Path) -> Path:
    copy = told("c", title="The copy", duplicate_of="a", source=None, published=None)
    return make_up(tmp_path / "out", [told("a", title=None), told("b", source="The Globe"), copy])


@pytest.mark.parametrize("params", [ONE_PAGE, PAGES])
def test_every_link_leads_somewhere_and_ids_differ(three: Path, params: ReportParams) -> None:
    assert write_report(three, params) == 3
    pages = pages_of(three)
    assert len(pages) == (1 if params is ONE_PAGE else 5)
    check_links(pages)


@pytest.mark.parametrize("params", [ONE_PAGE, PAGES])
def test_nothing_comes_from_elsewhere(three: Path, params: ReportParams) -> None:
    write_report(three, params)
    for page in pages_of(three).values():
        assert not {"img", "iframe", "link", "object", "base"} & set(page.tags)
        assert not {"src", "style", "srcset", "action"} & page.attributes
        assert not [name for name in page.attributes if name.startswith("on")]
        assert "://" not in re.sub(r'xmlns="[^"]*"', "", page.text)


@pytest.mark.parametrize("params", [ONE_PAGE, PAGES])
def test_the_policy_allows_our_own_style_and_script_alone(three: Path, params: ReportParams) -> None:
    write_report(three, params)
    for page in pages_of(three).values():
        policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', page.text)[0].replace("&#39;", "'")
        for tag, rule in (("style", "style-src"), ("script", "script-src")):
            (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page.text, re.DOTALL)
            digest = b64encode(sha256(inside.encode()).digest()).decode()
            assert f"{rule} 'sha256-{digest}';" in policy
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy


@pytest.mark.parametrize("params", [ONE_PAGE, PAGES])
def test_hostile_text_stays_text(make_up: MakeUp, told: Any, tmp_path: Path, params: ReportParams) -> None:
    articles = [
        told(id_, title=BROKEN, source=BROKEN, url=f"javascript:{BROKEN}", name=BROKEN, extra=BROKEN) for id_ in HOSTILE
    ]
    out = make_up(tmp_path / "out", articles)
    write_report(out, params)
    pages = pages_of(out)
    check_links(pages)
    for page in pages.values():
        assert page.tags.count("script") == 1
        assert "img" not in page.tags
        assert not [href for href in page.hrefs if href.lower().startswith("javascript:")]


@pytest.mark.parametrize("params", [ONE_PAGE, PAGES])
def test_the_same_records_give_the_same_bytes(three: Path, params: ReportParams) -> None:
    write_report(three, params)
    before = {path: page.text for path, page in pages_of(three).items()}
    write_report(three, params)
    assert {path: page.text for path, page in pages_of(three).items()} == before


def test_near_copies_are_marked_and_lead_to_what_they_copy(three: Path) -> None:
    write_report(three, PAGES)
    index, copy = (three / "report.html").read_text(), (three / "report" / page_of("c")).read_text()
    assert f'near-copy of <a href="report/{page_of("a")}">' in index
    assert f'near-copy of <a href="{page_of("a")}#a">' in copy


@pytest.mark.parametrize("name", ["claims", "actors", "outlets"])
def test_a_report_of_several_articles_needs_the_stage_corpus(three: Path, name: str) -> None:
    (three / f"{name}.jsonl").unlink()
    with pytest.raises(MissingArtifactError) as caught:
        write_report(three, PAGES)
    assert "argmap corpus" in caught.value.fix
    assert not (three / "report.html").exists()
    assert not (three / "report").exists()


def test_a_report_of_one_article_has_no_list_and_no_view_across(make_up: MakeUp, told: Any, tmp_path: Path) -> None:
    out = make_up(tmp_path / "out", [told("a")])
    for name in ("claims", "actors", "outlets"):
        (out / f"{name}.jsonl").unlink()
    write_report(out, PAGES)
    page = Page(out / "report.html")
    assert "page-index" not in page.ids
    assert "page-corpus" not in page.ids
    check_links({(out / "report.html").resolve(): page})


@pytest.mark.parametrize("name", ["claims", "actors"])
def test_what_is_across_other_articles_is_an_error(make_up: MakeUp, told: Any, tmp_path: Path, name: str) -> None:
    out = make_up(tmp_path / "out", [told("a"), told("b")])
    other = make_up(tmp_path / "other", [told("x"), told("y")])
    shutil.copy(other / f"{name}.jsonl", out / f"{name}.jsonl")
    with pytest.raises(InputError) as caught:
        write_report(out, ONE_PAGE)
    assert "argmap corpus" in caught.value.fix
    assert f"{name}.jsonl" in caught.value.where


def test_pages_of_an_earlier_larger_run_go_and_other_files_stay(three: Path) -> None:
    write_report(three, PAGES)
    (three / "report" / "notes.html").write_text("mine")
    (three / "report" / "000009.html").write_text("of a larger run")
    write_report(three, PAGES)
    assert len(list((three / "report").iterdir())) == 5
    write_report(three, ONE_PAGE)
    assert [p.name for p in (three / "report").iterdir()] == ["notes.html"]


def test_the_files_of_a_report_are_known_as_a_run_s_own(three: Path) -> None:
    write_report(three, PAGES)
    is_own = own_files(three)
    assert all(is_own(path) for path in pages_of(three))


def test_an_article_without_a_title_is_known_by_how_it_begins(three: Path) -> None:
    write_report(three, ONE_PAGE)
    assert re.search(r'<h2 id="a-h">The rule keeps families safe.</h2>', (three / "report.html").read_text())


def test_the_view_across_tells_of_claims_actors_and_changes_of_side(three: Path) -> None:
    write_report(three, PAGES)
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", (three / "report" / "corpus.html").read_text()))
    assert "It rained. anti Ana Ruiz 3 places, alike by their words" in text
    assert "3 (2)" in text  # articles, and without near-copies
    assert "⇄ for in The rule keeps families safe. (2021-03-04), then against in A title (2021-03-04)" in text
    assert "Without a date: 0 articles" in text  # the undated one is a near-copy


def test_all_of_the_seeds_is_on_the_page(run_on_seeds: Path) -> None:
    page = Page(run_on_seeds / "report.html")
    check_links({(run_on_seeds / "report.html").resolve(): page})
    assert page.text.count("<article ") == 5
    for line in (run_on_seeds / "speakers.jsonl").read_text(encoding="utf-8").splitlines():
        assert anchor(json.loads(line)["id"]) in page.ids


def test_every_speaker_of_a_sentence_is_linked_from_it(run_on_seeds: Path) -> None:
    page = (run_on_seeds / "report.html").read_text(encoding="utf-8")
    linked = set(re.findall(r'class="who" href="#([^"]+)"', page))
    for line in (run_on_seeds / "quotes.jsonl").read_text(encoding="utf-8").splitlines():
        speaker = json.loads(line)["speaker"]
        assert speaker is None or anchor(speaker) in linked
