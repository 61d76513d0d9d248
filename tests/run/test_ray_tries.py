from pathlib import Path

from pipeline.run.ray_tries import Tries, tries_of


def test_the_first_try_has_none_before_it(tmp_path: Path) -> None:
    tries = Tries(tmp_path / "0.part")
    assert (tries.before, tries.killed.total()) == (0, 0)


def test_a_death_with_all_articles_in_hand_blames_none(tmp_path: Path) -> None:
    Tries(tmp_path / "0.part")
    tries = Tries(tmp_path / "0.part")
    assert (tries.before, tries.killed.total()) == (1, 0)


def test_a_death_blames_the_article_in_hand_alone(tmp_path: Path) -> None:
    Tries(tmp_path / "0.part")
    for death in (1, 1, 3):
        tries = Tries(tmp_path / "0.part")
        for number in range(death + 1):
            tries.in_hand(number)
    assert Tries(tmp_path / "0.part").killed == {1: 2, 3: 1}


def test_a_job_that_is_done_has_no_tries(tmp_path: Path) -> None:
    Tries(tmp_path / "0.part").end()
    assert not tries_of(tmp_path / "0.part").exists()
