"""All candidates of a document, from every rule."""

from pipeline.quotes.adjectives import adjective_candidates
from pipeline.quotes.candidate import Candidate
from pipeline.quotes.headlines import bare_candidates, headline_candidates
from pipeline.quotes.nouns import noun_candidates
from pipeline.quotes.parentheticals import according_candidates, as_candidates
from pipeline.quotes.passives import passive_candidates
from pipeline.quotes.phrases import phrase_candidates
from pipeline.quotes.repairs import called_in_marks, called_names, stranded_that, trailing_tag
from pipeline.quotes.signatures import signed_candidates
from pipeline.quotes.speech import Marked
from pipeline.quotes.swallowed import find_swallowed
from pipeline.quotes.transcripts import transcript_candidates
from pipeline.quotes.tree import Tree
from pipeline.quotes.verbs import verb_candidates
from pipeline.quotes.viewpoints import viewpoint_candidates

OF_VERBS = (
    verb_candidates,
    as_candidates,
    bare_candidates,
    phrase_candidates,
    passive_candidates,
    stranded_that,
    called_names,
    called_in_marks,
    trailing_tag,
    according_candidates,
    adjective_candidates,
)
OF_NOUNS = (verb_candidates, noun_candidates, adjective_candidates)  # the tagger takes `says` for a noun, too
OF_ADJECTIVES = (verb_candidates, adjective_candidates)
RULES = {"VB": OF_VERBS, "NN": OF_NOUNS, "JJ": OF_ADJECTIVES}  # by the first letters of a tag


def gather(tree: Tree, marks: Marked) -> list[Candidate]:
    """List what could be an attribution, in order of the rules' anchors."""
    out: list[Candidate] = []
    for i in range(len(tree)):
        if marks.speaks(i):
            continue  # what is said inside a quotation is part of it
        rules = RULES.get(tree.tag[i][:2], ())
        for rule in rules:
            out.extend(rule(tree, i))
        if not rules and tree.lower[i] == "according":
            out.extend(according_candidates(tree, i))
        elif not rules and tree.dep[i] == "prep":
            out.extend(viewpoint_candidates(tree, i))
    for sentence in range(len(tree.sent_first)):
        out.extend(headline_candidates(tree, sentence))
    out.extend(transcript_candidates(tree))
    out.extend(signed_candidates(tree, marks.quoted))
    for c in out:
        if c.subject is not None and marks.speaks(c.subject) and not marks.speaks(c.anchor):
            c.subject = None  # who is spoken of in a quotation does not utter it
        found = find_swallowed(tree, c) if c.subject is None and c.source is None else None
        if found:
            c.source, c.subject = found
    return out
