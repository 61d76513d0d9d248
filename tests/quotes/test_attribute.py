"""What is found in sentences written for the purpose; each row shows one construction."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.analysis.analyser import Analysis

Analyse = Callable[[str], Analysis]

# text, type, source, cue, content
ROWS = [
    ("“We will not hold anyone past release,” Sheriff Ana Ruiz said.", "direct", "Sheriff Ana Ruiz", "said", "“We will not hold anyone past release,”"),
    ('"We will not hold anyone past release," said Ana Ruiz, a former jailer.', "direct", "Ana Ruiz, a former jailer", "said", '"We will not hold anyone past release,"'),
    ("Ana Ruiz said that the county would appeal the ruling.", "indirect", "Ana Ruiz", "said", "that the county would appeal the ruling"),
    ("The mayor said the rule “puts families first” and should stay.", "mixed", "The mayor", "said", "the rule “puts families first” and should stay"),
    ("According to the county clerk, the jail received nine requests.", "indirect", "the county clerk", "According to", "the jail received nine requests"),
    ("The jail received nine requests, according to the county clerk.", "indirect", "the county clerk", "according to", "The jail received nine requests"),
    ("Ana Ruiz vowed to fight the order in court.", "indirect", "Ana Ruiz", "vowed", "to fight the order in court"),
    ("Ana Ruiz denied the allegations.", "indirect", "Ana Ruiz", "denied", "the allegations"),
    ("Ana Ruiz called the order a mistake.", "indirect", "Ana Ruiz", "called", "the order a mistake"),
    ("Ana Ruiz called for an audit of the jail.", "indirect", "Ana Ruiz", "called for", "an audit of the jail"),
    ("The governor urged lawmakers to reject the bill.", "indirect", "The governor", "urged", "lawmakers to reject the bill"),
    ("Nobody shared his claim that the policy is unlawful.", "indirect", "his", "claim", "that the policy is unlawful"),
    ("Residents are worried that the county will lose money.", "indirect", "Residents", "are worried", "that the county will lose money"),
    ("``We were never asked,'' the chief told reporters.", "direct", "the chief", "told", "``We were never asked,''"),
    ("«We were never asked,» the chief told reporters.", "direct", "the chief", "told", "«We were never asked,»"),
    ("The bill was supported by the union.", "indirect", "the union", "supported", "The bill"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "source", "cue", "content"), ROWS)
def test_construction_is_found(analyse: Analyse, text: str, kind: str, source: str, cue: str, content: str) -> None:
    found = analyse(text).quotes
    assert len(found) == 1
    (quote,) = found
    assert quote.type == kind
    assert quote.source is not None
    assert text[slice(*quote.source)] == source
    assert quote.cue is not None
    assert text[slice(*quote.cue)] == cue
    assert [text[a:b] for a, b in quote.content] == [content]


def test_split_quotation_is_one_attribution(analyse: Analyse) -> None:
    text = "“Nobody asked us,” Ana Ruiz said. “Nobody ever does.”"
    (quote,) = analyse(text).quotes
    assert [text[a:b] for a, b in quote.content] == ["“Nobody asked us,”", "“Nobody ever does.”"]


def test_quotation_goes_on_in_the_next_paragraph_when_its_mark_did_not_close(analyse: Analyse) -> None:
    text = "Ana Ruiz said: “The jail is full.\n\n“It has been full for years.”"
    quotes = analyse(text).quotes
    assert {q.speaker for q in quotes} == {"a:p0"}
    assert sum(len(q.content) for q in quotes) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “welcoming” rule took effect in May.",
        "The town is known for its “Harvest Days” parade.",
        "The council meets on Tuesdays in the old mill.",
    ],
)
def test_scare_quotes_and_plain_prose_are_no_speech(analyse: Analyse, text: str) -> None:
    assert analyse(text).quotes == []


def test_apostrophes_are_no_marks(analyse: Analyse) -> None:
    text = "The cities’ lawyers’ fees rose, and ’tis said the ’90s rule stays."
    assert all(q.type == "indirect" for q in analyse(text).quotes)


PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "''", "``", "«", "»", " said ", "Ana Ruiz", "he", " that ", "the rule works", ", ", ". ", "\n", "\n\n",
     " according to ", " called ", "NAME: ", "(", ")", " — ", "U.S.", "é", "😀", " \u200b"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(PIECES, min_size=1, max_size=30))
def test_spans_lie_inside_the_text_and_contents_never_overlap(analyse: Analyse, parts: list[str]) -> None:
    text = "".join(parts)
    taken: set[int] = set()
    for quote in analyse(text).quotes:
        mine = {i for a, b in quote.content for i in range(a, b)}
        assert all(0 <= a < b <= len(text) for a, b in quote.content)
        assert not mine & taken
        taken |= mine
        for outside in (quote.cue, quote.source):
            if outside:
                assert 0 <= outside[0] < outside[1] <= len(text)
                assert not mine & set(range(*outside))
