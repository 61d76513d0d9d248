"""Compute each distinct word's embedding once a batch; bit for bit what spaCy's own layers compute.

spaCy (MultiHashEmbed) hashes, embeds and mixes every token, although the result depends on a few of its attributes alone,
and of eight articles' tokens three in four are repetitions. The mix is a quarter of all multiplications of a parse.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from spacy.language import Language
from thinc.api import Model
from thinc.types import Ragged

EMBED, MIX = 2, 3  # in the chain: features, list2ragged, embed, mix, ragged2list


AnyModel: TypeAlias = "Model[Any, Any]"


def embed_once(nlp: Language) -> None:
    """Replace the embedding layers of all components, in place; a component of another build is left as it is."""
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        for node in list(model.walk()) if isinstance(model, Model) else ():
            if _embeds_words(node):
                embed, mix = node.layers[EMBED : MIX + 1]
                node.layers[EMBED : MIX + 1] = [_once(embed, mix)]


def _embeds_words(node: AnyModel) -> bool:
    names = [layer.name.partition("(")[0] for layer in node.layers]
    return names == ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]


def _once(embed: AnyModel, mix: AnyModel) -> AnyModel:
    """Make a layer that does both for the distinct rows alone."""
    return Model("embed_once", _forward, layers=[embed, mix])


def _forward(model: AnyModel, x: Ragged, is_train: bool) -> tuple[Ragged, Callable[[Ragged], Ragged]]:  # noqa: ARG001
    embed, mix = model.layers
    rows = np.ascontiguousarray(x.data)
    whole = rows.view(np.dtype((np.void, rows.dtype.itemsize * rows.shape[1]))).ravel()
    _, first, place = np.unique(whole, return_index=True, return_inverse=True)
    distinct = Ragged(rows[first], np.array([len(first)], dtype="i"))  # type: ignore[arg-type] # its stubs know other arrays
    mixed = mix.predict(embed.predict(distinct))
    return Ragged(mixed.dataXd[place], x.lengths), _no_training


def _no_training(_: Ragged) -> Ragged:
    raise NotImplementedError("the parser is used as it is")
