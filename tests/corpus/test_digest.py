"""Digests that are kept: the same bytes, and each hangs on its own article alone."""

import json
from pathlib import Path

from pipeline.corpus.bands import band_keys
from pipeline.corpus.digest import read_digests
from pipeline.corpus.write_corpus import gathering, write_gathered
from pipeline.params import load_params

PARAMS = load_params(Path(__file__).resolve().parents[2] / "params.yaml").corpus
FILES = ("claims.jsonl", "actors.jsonl", "outlets.jsonl")


def test_digests_give_the_same_bytes_as_the_files(run_on_seeds: Path, tmp_path: Path) -> None:
    kept = list(read_digests(run_on_seeds, PARAMS))
    with gathering(PARAMS) as gathered:
        for number, digest in reversed(list(enumerate(kept))):
            gathered.add(number, digest)
        assert write_gathered(tmp_path, PARAMS, gathered).claims
    assert [(tmp_path / name).read_bytes() for name in FILES] == [(run_on_seeds / name).read_bytes() for name in FILES]


def test_a_digest_is_one_line_of_json_of_one_article(run_on_seeds: Path) -> None:
    articles = [json.loads(line)["id"] for line in (run_on_seeds / "articles.jsonl").read_text("utf-8").splitlines()]
    kept = list(read_digests(run_on_seeds, PARAMS))
    assert [json.loads(digest)["article"] for digest in kept] == articles
    assert not [digest for digest in kept if b"\n" in digest]


def test_the_same_words_share_all_bands_and_the_sides_none() -> None:
    one = band_keys("pro", ["bell", "mill", "rang"], PARAMS)
    assert one == band_keys("pro", ["bell", "mill", "rang"], PARAMS)
    assert not set(one) & set(band_keys("anti", ["bell", "mill", "rang"], PARAMS))
    assert set(one) & set(band_keys("pro", ["bell", "mill", "rang", "twice"], PARAMS))
    assert all(-(2**63) <= key < 2**63 for key in one)
