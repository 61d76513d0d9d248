"""Build the spaCy pipeline and its documents."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import pipeline.components.entity_mender
import pipeline.components.quote_finder
import pipeline.components.sentence_starter
import pipeline.components.speaker_linker  # noqa: F401 (registered here, so that a checkout works without entry points)
from pipeline.errors import ParamsError
from pipeline.params import EntitiesParams, QuotesParams
from pipeline.parsing.embeddings import embed_once
from pipeline.parsing.pared import is_near_sighted, lay_back, pared
from pipeline.parsing.tokens import TOKENIZER

UNUSED = ["lemmatizer", "attribute_ruler", "senter"]  # lemmas and coarse tags are never read, sentences are our own
MENDER = "argmap_entities"
WORDS = "strings"  # 80,000 that were trained on; the parser knows words by their hashes


def build_nlp(params: EntitiesParams) -> Language:
    """Load the parser named in the params with the entity mender behind it.

    Raises:
        ParamsError: the parser is not installed.
    """
    tokenizer = {"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}}
    try:
        nlp = spacy.load(params.parser, exclude=[*UNUSED, WORDS], config=tokenizer)
    except OSError as error:
        raise ParamsError(
            f"parser {params.parser!r} is not installed",
            "entities.parser",
            "install the packages of requirements.lock",
        ) from error
    for label in chain.from_iterable(nlp.pipe_labels.values()):
        nlp.vocab.strings.add(label)
    embed_once(nlp)
    nlp.add_pipe(MENDER, last=True)
    return nlp


def parse(nlp: Language, docs: Iterable[Doc], batch_size: int) -> Iterator[Doc]:
    """Run the model over prepared documents, in order; sentence starts stay as they were set, far boilerplate is passed over."""
    mend = nlp.get_pipe(MENDER)
    may_pare = is_near_sighted(nlp)
    pairs = ((pared(doc) if may_pare else doc, doc) for doc in docs)
    for part, doc in nlp.pipe(pairs, as_tuples=True, batch_size=batch_size, disable=[MENDER]):
        yield mend(lay_back(part, doc))


def add_quotes(nlp: Language, params: QuotesParams) -> list[Callable[[Doc], Doc]]:
    """Make the quote finder and the speaker linker; they run on parsed documents, outside the pipe."""
    config = {"params": params.model_dump(mode="json")}
    return [nlp.create_pipe("argmap_quotes", config=config), nlp.create_pipe("argmap_speakers")]


def blank() -> Language:
    """Make an English pipeline without a model, to read parses back into."""
    return spacy.blank("en")
