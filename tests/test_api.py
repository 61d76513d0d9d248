from pipeline import load


def test_a_text_gives_typed_records_that_point_into_it() -> None:
    text = "Mayor Ana Ruiz said the sanctuary rule keeps families safe.\n\n“We will not yield,” she said."
    found = load()(text)
    assert [text[s.start : s.end] for s in found.sentences] == [s.text for s in found.sentences]
    assert [s.name for s in found.speakers] == ["Ana Ruiz"]
    assert len(found.stances) == len(found.sentences) == 2
    assert found.map.nodes[0].text == "Sanctuary policies are good"
