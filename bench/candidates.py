"""Features that were tried and left out, so that `bench/ablation.py` can measure them again on a changed corpus."""

import re
from collections.abc import Callable

from rows import Measured
from spacy.tokens import Span, Token

from pipeline.classify import frames
from pipeline.classify.actors import known_speaker, sides_of_subject
from pipeline.classify.frames import frames_of
from pipeline.records import Quote

Facts = list[list[str]]  # more facts, sentence by sentence
REPORTS = {
    "figure": re.compile(
        r"\d[\d,.]* ?(?:percent|%|people|detainers|arrests|counties|inmates)|\b(?:data|figures|statistics)\b", re.I
    ),
    "procedure": re.compile(
        r"\b(?:hearing|scheduled|pending|filed|appeal|committee|takes? effect|deadline|arraign|sentenced|charged|pleaded|convicted|"
        r"custody|booked|bail|docket|panel|circuit)\b",
        re.I,
    ),
    "description": re.compile(
        r"\b(?:enacted|in effect|since (?:19|20)\d\d|defines?|means|known as|so-called|refers to)\b", re.I
    ),
    "evaluation": re.compile(
        r"\b(?:should|must|ought|wrong|right|dangerous|safe|fear|trust|shame|absurd|never|unfair)\b", re.I
    ),
}
ANAPHORA = re.compile(
    r"^[“\"'‘]?(?:it|this|that|they|these|those|the (?:move|measure|law|bill|policy|order|ordinance|rule|decision|ruling|plan))\b",
    re.I,
)
PARTS = ("dobj", "nsubjpass", "attr")  # of a verb


def reports(article: Measured) -> Facts:
    """Tell reports of figures, procedure and description from evaluation."""
    return [[f"report={name}" for name, pattern in REPORTS.items() if pattern.search(e.text)] for e in article.examples]


def anaphora(article: Measured) -> Facts:
    """Carry the policy over to sentences that open with a pronoun or "the move" after one that names it."""
    out: Facts = []
    carried = False
    for e in article.examples:
        refers = bool(ANAPHORA.search(e.text))
        carried = e.policy or (refers and carried)
        out.append([f"topic={carried}", *(["refers"] if refers else [])])
    return out


def headline(article: Measured) -> Facts:
    """Give the author's own sentences the frames of the headline."""
    text = next((e.text for e in article.examples if e.kind == "headline"), "")
    found = [f"headline={f}" for f in frames_of(text)]
    return [found if not e.speaker_id and e.kind == "body" else [] for e in article.examples]


def _owners(article: Measured) -> list[Quote | None]:
    by_sentence = {s: q for q in article.found.quotes for s in q.sentences}
    return [by_sentence.get(e.sentence) for e in article.examples]


def cue(article: Measured) -> Facts:
    """Name the cue of the speech: warned, praised, vowed."""
    text = article.found.article.text
    return [[f"cue={text[q.cue[0] : q.cue[1]].lower()}"] if q and q.cue else [] for q in _owners(article)]


def construction(article: Measured) -> Facts:
    """Name the construction of the speech: clause, infinitive, noun phrase."""
    return [[f"construction={q.why}"] if q else [] for q in _owners(article)]


def prior_and_frame(article: Measured) -> Facts:
    """Join the side of who speaks or acts with the frames, for actors against type."""
    out: Facts = []
    for e in article.examples:
        known = known_speaker(e.speaker, e.description) if e.speaker_id else None
        side = known.side if known else "+".join(sorted(sides_of_subject(e.text)))
        out.append([f"{side}&{frame}" for frame in frames_of(e.text)] if side else [])
    return out


def parsed_frames(article: Measured) -> Facts:
    """Find frames over the parse: the verb's object, passive subject or the object of its preposition is the target."""
    doc = article.found.doc
    out: Facts = []
    for s in article.found.sentences:
        span = doc.char_span(s.start, s.end, alignment_mode="expand")
        out.append(_frames_in(span) if span is not None else [])
    return out


def _frames_in(span: Span) -> list[str]:
    acts = {name: re.compile(pattern, re.I) for name, pattern in frames.ACTS.items()}
    targets = {name: re.compile(rf"\b(?:{pattern})(?!\w)", re.I) for name, pattern in frames.TARGETS.items()}
    found: list[str] = []
    for verb in (t for t in span if t.tag_[:2] in ("VB", "NN")):
        act = next((name for name, pattern in acts.items() if pattern.fullmatch(verb.text)), None)
        if act is None:
            continue
        turned = "not:" if any(c.dep_ == "neg" or c.lower_ in ("no", "never") for c in _governors(verb)) else ""
        for thing in _things(verb):
            phrase = " ".join(t.text for t in thing.subtree)
            target = next((name for name, pattern in targets.items() if pattern.search(phrase)), None)
            found += [f"parsed={turned}{act}>{target}"] if target else []
    return sorted(set(found))


def _governors(verb: Token) -> list[Token]:
    head = verb.head if verb.dep_ in ("xcomp", "pcomp") else verb
    return [*verb.children, *head.children]


def _things(verb: Token) -> list[Token]:
    direct = [c for c in verb.children if c.dep_ in PARTS]
    return direct + [o for c in verb.children if c.dep_ in ("prep", "agent") for o in c.children if o.dep_ == "pobj"]


CANDIDATES: dict[str, Callable[[Measured], Facts]] = {
    "figures, procedure and description told from evaluation": reports,
    "the policy carried over to “it” and “the move”": anaphora,
    "the headline's frames for the author's sentences": headline,
    "the cue": cue,
    "the construction of the speech": construction,
    "who speaks or acts, joined with the frames": prior_and_frame,
    "frames over the parse": parsed_frames,
}
