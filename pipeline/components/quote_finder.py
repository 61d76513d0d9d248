"""spaCy component: find attributions in a parsed document."""

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.keys import ATTRIBUTIONS, TREE
from pipeline.params import QuotesParams, load_params
from pipeline.quotes.attribute import find_attributions
from pipeline.quotes.tree import from_doc
from pipeline.resources import shipped

for name in (ATTRIBUTIONS, TREE):
    if not Doc.has_extension(name):
        Doc.set_extension(name, default=None)


@Language.factory(
    "argmap_quotes",
    requires=["token.dep", "token.head", "token.tag"],
    assigns=[f"doc._.{ATTRIBUTIONS}", f"doc._.{TREE}"],
    default_config={"params": None},
)
class QuoteFinder:
    """Set `doc._.argmap_attributions`: who said what, in tokens; and `doc._.argmap_tree`, for the speaker linker."""

    def __init__(self, nlp: Language, name: str, params: dict[str, Any] | None) -> None:  # noqa: ARG002
        # None: the shipped params, so that `nlp.add_pipe("argmap_quotes")` works as it is.
        self.params = QuotesParams.model_validate(params) if params else load_params(shipped("params.yaml")).quotes

    def __call__(self, doc: Doc) -> Doc:
        """Find in place."""
        tree = from_doc(doc)
        doc._.set(TREE, tree)
        doc._.set(ATTRIBUTIONS, find_attributions(tree, self.params))
        return doc
