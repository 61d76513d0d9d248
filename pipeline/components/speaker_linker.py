"""spaCy component: tell who speaks in each attribution."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.keys import ATTRIBUTIONS, SPEAKERS, TREE
from pipeline.speakers.resolve import resolve_speakers

if not Doc.has_extension(SPEAKERS):
    Doc.set_extension(SPEAKERS, default=None)


@Language.factory(
    "argmap_speakers", requires=["doc.ents", f"doc._.{ATTRIBUTIONS}", f"doc._.{TREE}"], assigns=[f"doc._.{SPEAKERS}"]
)
class SpeakerLinker:
    """Set `doc._.argmap_speakers`: the speakers, each with the numbers of its attributions."""

    def __init__(self, nlp: Language, name: str) -> None:
        pass

    def __call__(self, doc: Doc) -> Doc:
        """Link in place."""
        doc._.set(SPEAKERS, resolve_speakers(doc._.get(TREE), doc.ents, doc._.get(ATTRIBUTIONS) or []))
        return doc
