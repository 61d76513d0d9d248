"""Boilerplate is not parsed: the parser is given the rest of a document, and what it finds is laid back.

What else there is, is parsed as it would be in the whole document, bit for bit: a token's vector is made of the four tokens
on either side (a layer of the network takes one, and there are four), and the parser looks two tokens ahead.
"""

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from pipeline.keys import KINDS

REACH = 8  # tokens; two to spare. Boilerplate so near other text is parsed too, in whole sentences
FOUND: list[int | str] = ["TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
OUTSIDE = 2  # of every entity: spaCy's code


def pared(doc: Doc) -> Doc:
    """Give what of a document with fixed sentence starts is parsed; where it is all, the document itself."""
    parsed = _parsed(doc)
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
    parsed = _parsed(doc)
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


def _parsed(doc: Doc) -> NDArray[np.bool_]:
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
