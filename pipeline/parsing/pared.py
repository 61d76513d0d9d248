"""Boilerplate far from other text is not parsed: the parser is given the rest of a document, and its findings are laid back.

What else there is, is parsed as it would be in the whole document, bit for bit: a token's vector is made of the four tokens
on either side (a layer of the network takes one, and there are four), and the parser looks two tokens ahead.
"""

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

from pipeline.keys import KINDS

WINDOWS = 4  # tokens on either side that a vector is made of
REACH = 8  # tokens; two to spare. Boilerplate so near other text is parsed too, in whole sentences
LAYERS = frozenset(  # of the parser's networks; others, such as a transformer's, may look at the whole document
    "dropout embed_once expand_window extract_features hashembed ints-getitem layernorm linear list2array list2ragged maxout "
    "parser_model precomputable_affine ragged2list residual softmax tok2vec-listener with_array".split()
)
FOUND: list[int | str] = ["TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
OUTSIDE = 2  # of every entity: spaCy's code


def is_near_sighted(nlp: Language) -> bool:
    """Tell whether no component looks farther than `WINDOWS`, so that its documents may be pared."""
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        nodes = list(model.walk()) if isinstance(model, Model) else []
        chained = {part for node in nodes for part in node.name.partition("(")[0].replace("|", ">>").split(">>")}
        if not chained <= LAYERS or sum(n.attrs["window_size"] for n in nodes if n.name == "expand_window") > WINDOWS:
            return False
    return True


def pared(doc: Doc) -> Doc:
    """Give what of a document with fixed sentence starts is parsed; where it is all, the document itself."""
    parsed = is_parsed(doc)
    if parsed.all():
        return doc
    tokens = [doc[i] for i in parsed.nonzero()[0].tolist()]
    part = Doc(doc.vocab, [t.text for t in tokens], [bool(t.whitespace_) for t in tokens])
    given = ["NORM", "SENT_START"]  # the tokenizer knows that "n't" is "not", which its text does not tell
    part.from_array(given, doc.to_array(given)[parsed])  # type: ignore[arg-type] # its stubs know other arrays
    return part


def lay_back(part: Doc, doc: Doc) -> Doc:
    """Give a document what was found in its part, in place; sentences that were not parsed hang on their first token."""
    if part is doc:
        return doc
    parsed = is_parsed(doc)
    heads = np.zeros(len(doc), dtype="int64")
    for span in doc.spans[KINDS]:
        heads[span.start : span.end] = span.start - np.arange(span.start, span.end)
    strings = doc.vocab.strings
    found = np.zeros((len(doc), len(FOUND)), dtype="uint64")
    found[:, FOUND.index("DEP")] = np.where(heads == 0, strings.add("ROOT"), strings.add("dep"))
    found[:, FOUND.index("HEAD")] = heads.astype("uint64")
    found[:, FOUND.index("ENT_IOB")] = OUTSIDE
    found[parsed] = part.to_array(FOUND)
    return doc.from_array(FOUND, found)  # type: ignore[arg-type] # its stubs know other arrays


def is_parsed(doc: Doc) -> NDArray[np.bool_]:
    """Tell of each token whether it is parsed."""
    parsed = np.ones(len(doc), dtype=bool)
    aside = [(span.start, span.end) for span in doc.spans[KINDS] if span.label_ == "boilerplate"]
    for start, end in aside:
        parsed[start:end] = False
    if aside:
        near = np.convolve(parsed, np.ones(2 * REACH + 1))[REACH : REACH + len(doc)] > 0.5
        for start, end in aside:
            parsed[start:end] = near[start:end].any()
    return parsed
