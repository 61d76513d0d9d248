"""Results strung together: each article's come back, and those of all at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.kept.box import DamagedError, Pieces, pack, unpack
from pipeline.records import Failure
from pipeline.run.joined import HEAD, join, joined
from pipeline.run.pieces import PAGE
from pipeline.run.worker import Worked

FAILURE = Failure(input="c.txt", error="killed", fix="part it")
PIECES = st.dictionaries(st.sampled_from(["articles", "quotes", "signature"]), st.binary(max_size=9))
RESULTS = st.lists(
    st.builds(Worked, st.text(max_size=5), PIECES, kept=st.none() | st.tuples(st.text("0f"), st.text("1e")))
    | st.builds(Worked, st.text(max_size=5), st.just({}), st.just(FAILURE)),
    max_size=6,
)


def _put_away(results: list[Worked]) -> Pieces:
    return unpack(pack(join(results)))


@given(RESULTS)
def test_what_is_joined_comes_back(results: list[Worked]) -> None:
    found = joined(_put_away(results))
    assert found.ids == [worked.id for worked in results]
    assert found.failures == {n: FAILURE for n, worked in enumerate(results) if worked.failure}
    assert found.kept == [worked.kept for worked in results]
    for name in ("articles", "quotes", "signature", "none of them"):
        each = [worked.pieces.get(name, b"") for worked in results]
        assert [found.one(at, name) for at in range(len(results))] == each
        assert found.all(name) == b"".join(each)
    for at, worked in enumerate(results):
        assert worked.pieces.items() <= found.pieces(at).items()


def test_a_page_comes_back_by_itself() -> None:
    found = joined(
        _put_away([Worked("a", {"quotes": b"{}"}, kept=("0f", "1e")), Worked("b", {PAGE: b"<article>" * 9})])
    )
    assert found.page(1) == {PAGE: b"<article>" * 9}
    assert found.pieces(1) == {"quotes": b""}


def test_results_are_named_where_none_failed_and_all_pages_are_kept() -> None:
    kept = Worked("a", {}, kept=("0f", "1e"))
    assert joined(_put_away([kept, kept])).is_named
    assert not joined(_put_away([kept, Worked("b", {})])).is_named
    assert not joined(_put_away([kept, Worked("b", {}, FAILURE)])).is_named


@pytest.mark.parametrize(
    "pieces",
    [
        {},
        {HEAD: b""},
        {HEAD: b"[]"},
        {HEAD: b"{}"},
        _put_away([Worked("a", {"quotes": b"{}"})]) | {HEAD: b'{"ids": ["a"]}'},
    ],
)
def test_what_was_not_joined_is_damaged(pieces: Pieces) -> None:
    with pytest.raises(DamagedError):
        joined(pieces)


def test_a_piece_that_is_missing_is_damage() -> None:
    pieces = _put_away([Worked("a", {"quotes": b"{}", "maps": b""})])
    del pieces["maps"]
    with pytest.raises(DamagedError):
        joined(pieces)
