"""spaCy component: mend the model's entities and name each by its fullest form in the article."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.entities.canonical import canonical_names
from pipeline.entities.mend import mend
from pipeline.entities.mention import MODEL, Mention
from pipeline.entities.page import Page


@Language.factory("argmap_entities", requires=["doc.ents"], assigns=["doc.ents"])
class EntityMender:
    """Set `doc.ents`: `label_`, `kb_id_` (canonical name in the article) and `id_` (what decided: a rule or "model").

    A document that was mended before is left as it is.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        pass

    def __call__(self, doc: Doc) -> Doc:
        """Mend in place."""
        if doc.ents and all(e.kb_id and e.ent_id for e in doc.ents):
            return doc
        page = Page(doc)
        mentions = mend(page, [Mention(e.start, e.end, e.label_, MODEL, 0) for e in doc.ents])
        names = canonical_names(page, mentions)
        doc.ents = [
            Span(doc, m.start, m.end, label=m.label, kb_id=name, span_id=m.method)
            for m, name in zip(mentions, names, strict=True)
        ]
        return doc
