"""spaCy component: find attributions in a parsed document."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.keys import ATTRIBUTIONS
from pipeline.quotes.attribute import find_attributions
from pipeline.quotes.tree import from_doc

if not Doc.has_extension(ATTRIBUTIONS):
    Doc.set_extension(ATTRIBUTIONS, default=None)


@Language.factory(
    "argmap_quotes",
    requires=["token.dep", "token.head", "token.tag"],
    assigns=[f"doc._.{ATTRIBUTIONS}"],
    default_config={"min_reliability": 0.5, "strict": False},
)
class QuoteFinder:
    """Set `doc._.argmap_attributions`: who said what, in tokens."""

    def __init__(self, nlp: Language, name: str, min_reliability: float, strict: bool) -> None:  # noqa: ARG002
        self.min_reliability = min_reliability
        self.strict = strict

    def __call__(self, doc: Doc) -> Doc:
        """Find in place."""
        doc._.set(ATTRIBUTIONS, find_attributions(from_doc(doc), self.min_reliability, self.strict))
        return doc
