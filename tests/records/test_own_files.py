from pathlib import Path

import pytest

from pipeline.records.own_files import own_files

OWN = [
    "articles.jsonl",
    "claims.jsonl.zst",
    "quotes-00003-of-00012.jsonl.gz",
    "maps-00000-of-00004.parquet",
    ".quotes-00003-of-00012.jsonl.gz.part",
    "report.html",
    ".report.html.part",
    "report/000012.html",
    "report/.corpus.html.part",
    "intermediate/ledger.jsonl",
    ".argmap/kept/ab/cd",
    ".argmap",
]
OTHERS = [
    "",
    "mine.jsonl",
    "my-articles.jsonl",
    "articles.txt",
    "articles-00004-of-00004.jsonl",
    "report/mine.html",
    "report/quotes.jsonl",
    "sub/report.html",
    "intermediate/articles.jsonl",
    "sub/.argmap/kept",
    "../articles.jsonl",
]


@pytest.mark.parametrize("name", OWN)
def test_what_a_run_writes_is_known(tmp_path: Path, name: str) -> None:
    assert own_files(tmp_path)(tmp_path / name)


@pytest.mark.parametrize("name", OTHERS)
def test_what_others_wrote_is_not_taken_for_a_run_s(tmp_path: Path, name: str) -> None:
    assert not own_files(tmp_path)(tmp_path / name)
