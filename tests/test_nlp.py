from spacy.strings import get_string_id

from pipeline.analysis.analyser import Analyser


def test_every_label_can_be_named_without_the_words_of_the_parser(analyser: Analyser) -> None:
    labels = {label for labels in analyser.nlp.pipe_labels.values() for label in labels}
    strings = analyser.nlp.vocab.strings
    assert {"MD", "nsubj", "PERSON"} <= labels
    assert all(strings[get_string_id(label)] == label for label in labels)
