"""Names of speakers as they stand in the text: canonical names, noun phrases without what is added to them."""

from spacy.tokens import Span as Entity

from pipeline.quotes.tree import Tree

ADDED = frozenset({"relcl", "appos", "acl", "punct", "advcl", "case", "parataxis"})  # labels of what follows a name


def name_of(entity: Entity) -> str:
    """Give the canonical name that the entity stage chose, or the words themselves."""
    return entity.kb_id_ or entity.text


def plain_phrase(tree: Tree, head: int, clauses: bool = True) -> str:
    """Give a noun phrase as a name: without what is added between commas and without a leading article.

    Clauses that tell which one is meant (`an official who knows the case`) are part of a name, but not of a role.
    """
    lo, hi = tree.span(head)
    for k in tree.kids[head]:
        if k > head and tree.dep[k] in ADDED and tree.word[k] != "-":
            restrictive = clauses and tree.dep[k] in ("relcl", "acl") and tree.word[tree.first[k] - 1] != ","
            hi = hi if restrictive else min(hi, tree.first[k])
    hi = max(hi, head + 1)
    while lo < head and (tree.lower[lo] == "the" or not tree.is_word(lo)):
        lo += 1
    while hi - 1 > head and not tree.is_word(hi - 1):
        hi -= 1
    return tree.phrase(lo, hi)


def whole_phrase(tree: Tree, source: tuple[int, int]) -> str:
    """Give a source as a name, such as the joint `Ruiz and Orr`: all of it but a leading article."""
    lo, hi = source
    lo += tree.lower[lo] == "the" and hi - lo > 1
    return tree.phrase(lo, hi)


def proper_nouns(tree: Tree, head: int) -> str:
    """Give the run of proper nouns that ends in a token: a name that the entity finder took for something else."""
    lo = head
    while lo > 0 and tree.tag[lo - 1] in ("NNP", "HYPH") and tree.head[lo - 1] == head:
        lo -= 1
    return tree.phrase(lo, head + 1)


def singular(noun: str) -> str:
    """Give the singular of a regular plural; another noun stays as it is, but for a final s."""
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
