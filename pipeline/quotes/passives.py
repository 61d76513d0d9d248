"""Candidates without a speaker in sight: `X is expected to …`, `X was accused of …`, `X seems …`.

Their content has two parts, what is spoken of and what is said of it, with the cue between them.
"""

from collections.abc import Iterator

from pipeline.quotes.candidate import Candidate, Range
from pipeline.quotes.lexicon import find_cue
from pipeline.quotes.source import SEEMING
from pipeline.quotes.tree import Tree

SAID_OF = ("oprd", "xcomp", "acomp", "attr")
THROUGH = frozenset({"of", "as", "for", "with"})
KEPT = frozenset({"as", "for"})  # prepositions that are part of the content
NO_TOPIC = frozenset({"who", "which", "that", "what", "it", "there", "i", "we", "you"})
LEAST = 0.5  # reliability of a frame


def passive_candidates(tree: Tree, verb: int) -> Iterator[Candidate]:
    """Yield what is said of a passive's subject; with `by`, the agent is the source."""
    cue = find_cue("verb", tree.lower[verb])
    if cue is None:
        return
    topic = tree.kid(verb, "nsubjpass")
    if topic is None and cue.lemma in SEEMING:
        topic = tree.kid(verb, "nsubj")
    if topic is None or topic > verb or tree.lower[topic] in NO_TOPIC:
        return
    agent = tree.kid(verb, "agent")
    source = tree.kid(agent, "pobj") if agent is not None else None
    for part, frame in _said(tree, verb):
        reliability = cue.reliability(frame)
        if reliability >= LEAST:
            content = [tree.span(topic), part]
            yield Candidate(verb, (verb, verb + 1), content, None, reliability, "verb:passive", source)
            return


def _said(tree: Tree, verb: int) -> Iterator[tuple[Range, str]]:
    """Yield (what is said of the subject, frame)."""
    for k in tree.kids[verb]:
        if k < verb:
            continue
        if tree.dep[k] in SAID_OF:
            yield tree.span(k), "inf" if tree.is_infinitive(k) else "onp"
        elif tree.dep[k] == "prep" and tree.lower[k] in THROUGH:
            inside = tree.kid(k, "pobj", "pcomp")
            if inside is not None:
                first = k if tree.lower[k] in KEPT else tree.first[inside]
                yield (first, tree.last[inside] + 1), tree.lower[k]
