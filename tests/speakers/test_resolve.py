"""Who speaks: pronouns, titles, surnames, groups, documents; examples written for the purpose."""

from collections.abc import Callable

import pytest

from pipeline.analysis.analyser import Analysis

Analyse = Callable[[str], Analysis]


def speakers(found: Analysis) -> list[str | None]:
    names = {entry.id: entry.name for entry in found.ledger}
    return [names.get(q.speaker or "") for q in found.quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Linda Marsh runs the jail. She said the cells were full.", ["Linda Marsh"]),
        ("Linda Marsh met Paul Odell. He said the cells were full.", ["Paul Odell"]),
        ("Sheriff Linda Marsh runs the jail. The sheriff said the cells were full.", ["Linda Marsh"]),
        ("Linda Marsh runs the jail. Marsh said the cells were full.", ["Linda Marsh"]),
        ("Advocates for tenants said the cells were full.", ["Advocates for tenants"]),
        ("An immigration official said the cells were full.", ["An immigration official"]),
        ("The report says the cells were full.", ["report"]),
        ("“It works,” said the owner, Soo-Jin Pak.", ["Soo-Jin Pak"]),
        ("The majority leader, Winston Adair, spoke first. The leader said the cells were full.", ["Winston Adair"]),
        (
            "Ms. Brandt said the cells were full after Aaron Brandt, a deputy, died. Tessa Brandt is his widow.",
            ["Tessa Brandt"],
        ),
        ("The District Court met. The court ruled that the cells were full.", ["District Court"]),
        ("Boston is a port. The city said the cells were full.", ["Boston"]),
        ("A memo went out on Friday. It told jailers to call.", ["A memo"]),
        ("RUIZ: We are full.\n\nORR: We are not.\n\nAna Ruiz and Dana Orr are candidates.", ["Ana Ruiz", "Dana Orr"]),
        (
            "Rick Farrow said the cells were full. “They are full,” Farrow said. Guards sat in the hall. Chief Tom Alvarez "
            "disagreed. His guards held fewer people than ever, he said.",
            ["Rick Farrow", "Rick Farrow", "Tom Alvarez"],
        ),
        ("“We think it works,” Linda Marsh said. “We will keep it.”", ["Linda Marsh"]),
    ],
)
def test_speaker_is_resolved(analyse: Analyse, text: str, expected: list[str]) -> None:
    assert speakers(analyse(text)) == expected


def test_president_of_an_order_is_the_one_who_gave_it(analyse: Analyse) -> None:
    text = (
        "President Donald Trump ordered the department to draw up a list in January.\n\n"
        "The order was broad.\n\nHe said the jurisdictions were putting citizens at risk."
    )
    assert speakers(analyse(text))[-1] == "Donald Trump"


def test_unnamed_pronoun_stays_unknown(analyse: Analyse) -> None:
    assert speakers(analyse("She said the cells were full.")) == [None]


def test_one_ledger_line_a_speaker(analyse: Analyse) -> None:
    found = analyse("Linda Marsh said it works. Marsh said it is cheap. “It is fair,” she added.")
    assert len(found.ledger) == 1
    assert found.ledger[0].quotes == tuple(q.id for q in found.quotes)


def test_role_and_affiliation_come_from_title_and_apposition(analyse: Analyse) -> None:
    found = analyse("“It works,” said Linda Marsh, director of the Belford Tenants Council.")
    (entry,) = found.ledger
    assert entry.role == "director"
    assert entry.affiliation == "Belford Tenants Council"
