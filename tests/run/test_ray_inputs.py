import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pipeline.run.jobs import Job
from pipeline.run.ray_inputs import read_input, write_input
from pipeline.run.ray_tries import Tries
from pipeline.text.raw import RawArticle

any_text = st.text(st.characters(exclude_categories=()))  # with halves of surrogate pairs, as names of files have them
raws = st.builds(
    RawArticle, id=any_text, source_file=any_text, sha256=any_text, text=any_text, title=st.none() | any_text,
    authors=st.lists(any_text).map(tuple), place=any_text, folder=any_text,
)  # fmt: skip


@given(st.lists(raws, min_size=1))
def test_articles_come_back_as_they_were(articles: list[RawArticle]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / "0.part"
        write_input(Job(part, tuple(articles)))
        found = read_input(part)
    assert found == articles
    assert [(raw.place, raw.folder) for raw in found] == [(raw.place, raw.folder) for raw in articles]


def test_a_new_run_forgets_the_tries_of_a_stopped_one(tmp_path: Path) -> None:
    part = tmp_path / "0.part"
    Tries(part)
    write_input(Job(part, (RawArticle("a", "a.txt", "", "text"),)))
    assert Tries(part).before == 0
