"""What the classifier sees of a sentence: its words, how it is voiced, who speaks, and what is known of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.classify.patterns import folded
from pipeline.records import Article, LedgerEntry, Quote, Sentence

# Words of the policy, of those it concerns and of the measures around it.
POLICY = re.compile(
    r"sanctuar|detainer|\bice\b|immigra|migrant|asylum|undocumented|illegal alien|deport|border|co-?operat|trust act|"
    r"executive order|\bsb ?[45]|1373|grant condition|withhold\w* fund|cut\w* (?:off )?fund|federal (?:fund|money|grant)|"
    r"ordinance|\bwarrants?\b|\bjail|\blaws?\b|\bbill\b|\border\b"
)
NEAR = 2  # sentences around, by the same speaker


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its voice; empty strings and None where nothing is known."""

    article: str
    sentence: str
    text: str
    kind: str
    quote: str  # direct, mixed, indirect or none
    speaker_id: str | None
    speaker: str
    speaker_kind: str
    description: str  # role and affiliation
    about: str  # the noun phrases that name the speaker in the article, with their appositions
    policy: bool  # a word of the policy in the sentence
    policy_near: bool  # or in one close by of the same speaker


def names_policy(text: str) -> bool:
    """Tell whether a word of the policy is in a text, whatever its case."""
    return POLICY.search(folded(text)) is not None


def examples_of(
    article: Article, sentences: Sequence[Sentence], quotes: Sequence[Quote], ledger: Sequence[LedgerEntry]
) -> list[Example]:
    """Join each sentence with the attribution that covers most of it; parallel to `sentences`."""
    speakers = {entry.id: entry for entry in ledger}
    owners = [_owner(s, quotes_at) for s, quotes_at in zip(sentences, _by_sentence(sentences, quotes), strict=True)]
    about = _abouts(article, quotes)
    policy = [names_policy(s.text) for s in sentences]
    out: list[Example] = []
    for n, (sentence, quote) in enumerate(zip(sentences, owners, strict=True)):
        speaker = quote.speaker if quote else None
        entry = speakers.get(speaker) if speaker else None
        around = range(max(0, n - NEAR), min(len(sentences), n + NEAR + 1))
        near = any(policy[m] and (owners[m].speaker if owners[m] else None) == speaker for m in around)  # type: ignore[union-attr]
        out.append(
            Example(
                article=article.id,
                sentence=sentence.id,
                text=sentence.text,
                kind=sentence.kind,
                quote=quote.type if quote else "none",
                speaker_id=speaker,
                speaker=entry.name if entry else "",
                speaker_kind=entry.kind if entry else "",
                description=" ".join(filter(None, (entry.role, entry.affiliation))) if entry else "",
                about=about.get(speaker or "", ""),
                policy=policy[n],
                policy_near=near,
            )
        )
    return out


def _abouts(article: Article, quotes: Sequence[Quote]) -> dict[str, str]:
    """Give, by speaker, the longest noun phrase that names them as a source: the one that introduces them."""
    out: dict[str, str] = {}
    for quote in quotes:
        if quote.speaker and quote.source:
            phrase = article.text[slice(*quote.source)]
            out[quote.speaker] = max(out.get(quote.speaker, ""), phrase, key=len)
    return out


def _by_sentence(sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> list[list[Quote]]:
    found: dict[str, list[Quote]] = {}
    for quote in quotes:
        for sentence in quote.sentences if quote.asserted else ():
            found.setdefault(sentence, []).append(quote)
    return [found.get(s.id, []) for s in sentences]


def _owner(sentence: Sentence, quotes: Sequence[Quote]) -> Quote | None:
    def covered(quote: Quote) -> int:
        return sum(max(0, min(end, sentence.end) - max(start, sentence.start)) for start, end in quote.content)

    return max(quotes, key=lambda q: (covered(q), q.speaker is not None), default=None)
