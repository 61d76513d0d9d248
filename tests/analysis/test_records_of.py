"""Entities, quotes and speakers as records: ids count from 0 by offset and every reference leads somewhere."""

from collections.abc import Callable

import pytest

from pipeline.analysis.analyser import Analysis

TEXT = (
    "Harlow keeps its rule\n\n"
    "By Ana Ruiz, Harlow Beacon\n\n"
    "Mayor Edda Krohn said the rule keeps families safe. “We hold nobody without a warrant,” she said.\n\n"
    "Sheriff Tom Lund told the Harlow Beacon that it is a gift to criminals. The council met on Monday.\n\n"
    "Subscribe to our newsletter\n"
)
Analyse = Callable[[str], Analysis]


@pytest.fixture(scope="module")
def found(analyse: Analyse) -> Analysis:
    return analyse(TEXT)


def test_entity_ids_count_from_0_by_offset(found: Analysis) -> None:
    assert [e.id for e in found.entities] == [f"a:e{n}" for n in range(len(found.entities))]
    assert [e.start for e in found.entities] == sorted(e.start for e in found.entities)
    assert {"Edda Krohn", "Tom Lund", "Harlow Beacon"} <= {e.text for e in found.entities}


def test_entities_show_their_own_text_name_and_rule(found: Analysis) -> None:
    for e in found.entities:
        assert TEXT[e.start : e.end] == e.text
        assert e.entity
        assert e.method


def test_quote_ids_count_from_0_by_offset(found: Analysis) -> None:
    assert [q.id for q in found.quotes] == [f"a:q{n}" for n in range(len(found.quotes))]
    first = [min(start for start, _ in q.content) for q in found.quotes]
    assert first == sorted(first)
    assert len(first) == 3


def test_every_reference_leads_to_a_record(found: Analysis) -> None:
    sentences, quotes = {s.id for s in found.sentences}, {q.id: q for q in found.quotes}
    speakers = {p.id for p in found.ledger}
    assert {e.sentence for e in found.entities} <= sentences
    assert all(q.sentences and set(q.sentences) <= sentences for q in found.quotes)
    assert {q.speaker for q in found.quotes if q.speaker} <= speakers
    for speaker in found.ledger:
        assert all(quotes[q].speaker == speaker.id for q in speaker.quotes)
    assert {q for p in found.ledger for q in p.quotes} == {q.id for q in found.quotes if q.speaker}


def test_speakers_are_numbered_in_order(found: Analysis) -> None:
    assert [p.id for p in found.ledger] == [f"a:p{n}" for n in range(len(found.ledger))]
    assert [p.name for p in found.ledger if p.quotes] == ["Edda Krohn", "Tom Lund"]


def test_a_quote_names_the_sentences_that_its_content_touches(found: Analysis) -> None:
    sentences = {s.id: s for s in found.sentences}
    for q in found.quotes:
        for start, end in q.content:
            assert any(sentences[s].start < end and start < sentences[s].end for s in q.sentences)


@pytest.mark.parametrize("text", ["", " \n\n\t", "…", "“”", "\n\nWord"])
def test_a_text_without_speech_gives_no_quotes(analyse: Analyse, text: str) -> None:
    got = analyse(text)
    assert (got.quotes, got.ledger) == ([], [])
    assert all(text[s.start : s.end] == s.text for s in got.sentences)


def test_what_stands_in_boilerplate_is_no_quote(analyse: Analyse) -> None:
    text = "Rule stays\n\nThe council met on Monday in Harlow.\n\nRead more: Mayor says the rule stays\n"
    got = analyse(text)
    last = got.sentences[-1]
    assert last.kind == "boilerplate"
    assert all(last.id not in q.sentences for q in got.quotes)
