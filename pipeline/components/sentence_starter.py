"""spaCy component: split a raw text by argmap's rules, so that the parser works inside true sentences."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.parsing.docs import set_sentences
from pipeline.text.blocks import find_blocks
from pipeline.text.sentences import split_sentences


@Language.factory(
    "argmap_sentences",
    assigns=["token.is_sent_start", "doc.spans"],
    default_config={"max_sentence_chars": 5000},
)
class SentenceStarter:
    """Set sentence starts and `doc.spans["argmap_kinds"]`; put it before the parser."""

    def __init__(self, nlp: Language, name: str, max_sentence_chars: int) -> None:  # noqa: ARG002 (spaCy's call)
        self.max_sentence_chars = max_sentence_chars

    def __call__(self, doc: Doc) -> Doc:
        """Split in place."""
        found = split_sentences(doc.text, find_blocks(doc.text), self.max_sentence_chars)
        set_sentences(doc, [(s.start, s.end, s.kind) for s in found])
        return doc
