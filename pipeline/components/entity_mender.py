"""spaCy component: mend the model's entities."""

from spacy.language import Language
from spacy.tokens import Doc, Span


@Language.factory("argmap_entities", requires=["doc.ents"], assigns=["doc.ents"])
class EntityMender:
    """Placeholder until the rules arrive."""

    def __init__(self, nlp: Language, name: str) -> None:
        pass

    def __call__(self, doc: Doc) -> Doc:
        """Name entities."""
        full = {}
        for e in doc.ents:
            if e.label_ == "PERSON":
                full.setdefault(e.text.split()[-1], e.text)
        doc.ents = [
            Span(doc, e.start, e.end, label=e.label_, kb_id=full.get(e.text, e.text), span_id="model") for e in doc.ents
        ]
        return doc
