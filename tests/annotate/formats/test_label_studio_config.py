"""The labelling configuration offers what a reading can hold."""

from xml.etree import ElementTree

from pipeline.annotate.check import ENTITY_LABELS
from pipeline.annotate.formats.label_studio_config import config


def test_the_configuration_offers_every_label_and_relation() -> None:
    tree = ElementTree.fromstring(config())  # noqa: S314 - our own
    labels = {label.get("value") for label in tree.iter("Label")}
    assert labels == {"sentence", "source", "cue", "content", *ENTITY_LABELS}
    assert [r.get("value") for r in tree.iter("Relation")] == ["supports", "attacks", "attribution"]
    assert [c.get("name") for c in tree.iter("Choices")] == ["kind", "stance", "quote", "role", "issue"]
    assert all(c.get("perRegion") == "true" for c in [*tree.iter("Choices"), *tree.iter("TextArea")])
