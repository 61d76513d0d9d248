"""A possible attribution, the one record that every rule fills; what is accepted is decided afterwards."""

from dataclasses import dataclass

Range = tuple[int, int]  # half-open token indices
# Beginnings of patterns …
ACTS = (  # … that name an act of speech rather than give its wording
    "verb:np", "verb:onp", "verb:inf", "verb:obj_inf", "verb:prep", "verb:ing", "noun", "adj", "phrase",
)  # fmt: skip
PHRASES = ("verb:prep", "noun:of", "noun:on", "noun:for", "noun:about", "adj:of")  # … whose content is a noun phrase
NOT_PREPOSITIONS = frozenset({"that", "to", "is that"})  # second halves of noun and adjective patterns
# Patterns that take whole sentences, whatever is in them
AROUND_SENTENCES = frozenset({"according to", "signed", "transcript"})


@dataclass(slots=True)
class Candidate:
    """A cue with its content and source, in tokens.

    `anchor` is the token that governs the construction (the cue verb, noun or adjective); `reliability` comes
    from the lexicon; `pattern` names the rule and becomes the attribution's `why`.
    """

    anchor: int
    cue: Range | None
    content: list[Range]
    source: Range | None
    reliability: float
    pattern: str
    subject: int | None = None  # head token of the source
    hole: Range | None = None  # a parenthetical inside the content that is no part of it

    @property
    def family(self) -> str:
        """Name the pattern without the phrase or preposition it was found through."""
        kind, _, frame = self.pattern.partition(":")
        if kind == "phrase":
            return kind
        if frame and (frame.startswith("prep") or (kind in ("noun", "adj") and frame not in NOT_PREPOSITIONS)):
            return f"{kind}:prep"
        return self.pattern

    @property
    def nominal(self) -> bool:
        """Tell a content that is a noun phrase rather than a clause or a quotation."""
        return self.pattern in ("verb:np", "verb:onp") or self.pattern.startswith(PHRASES)

    @property
    def names_an_act(self) -> bool:
        """Tell a construction that names an act of speech, such as a demand, from one that gives its wording."""
        return self.pattern.startswith(ACTS)
