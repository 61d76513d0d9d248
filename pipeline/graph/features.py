"""What speaks for a statement to be a claim, and for another one to be what it serves.

After Stab and Gurevych (2017): discourse markers, position and words; on top of theirs, who speaks and how. Shared words,
gaps in paragraphs and mentions of the other speaker were tried and gained nothing.
"""

from collections.abc import Sequence

from pipeline.graph.neighbours import neighbours_of
from pipeline.graph.statements import Statement

Features = dict[str, float]
REACH = 12  # sentences between a statement and what it may serve
WORD_WEIGHT = 0.35  # of a word, beside 1 of a trait: there are many more words
QUOTE_MARKS = '“”"'


class Scene:
    """The statements of one article with their neighbours."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = statements
        self.neighbours = neighbours_of(statements)

    def own(self, n: int) -> Features:
        """Describe statement number `n` by itself and by the statements beside it."""
        s, at = self.statements[n], self.neighbours[n]
        out: Features = {
            "any": 1.0,
            f"speech {s.speech}": 1.0,
            f"part {s.sentence.kind}": 1.0,
            f"side {s.side}": 1.0,
            f"{'article' if s.speaker is None else 'speaker'}, place in run {min(at.run, 3)}": 1.0,
            f"{'later' if at.run else 'first'} in run, speech {s.speech}": 1.0,
            f"left in run {min(at.left, 2)}": 1.0,
            "length": min(len(s.sentence.text), 400) / 200,
        }
        out |= {f"has {marker}": 1.0 for marker in s.markers}
        out |= {f"word {word}": WORD_WEIGHT for word in s.words}
        out |= {f"opens with {' '.join(s.words[:count])}": 0.5 for count in (1, 2) if s.words}
        traits = {
            "first of its voice": at.first is None,
            "has a reporting word": s.has_cue,
            "quoted, no reporting word": not s.has_cue and s.sentence.text.lstrip()[:1] in QUOTE_MARKS,
            "ends a quotation": s.sentence.text.rstrip()[-1:] in QUOTE_MARKS,
            "short": len(s.words) < 9,
        }
        out |= {name: 1.0 for name, holds in traits.items() if holds}
        for word, beside in (("before", at.before), ("after", at.after)):
            if beside is not None:
                other = self.statements[beside]
                kin = "same voice" if s.same_voice(other) else "other voice"
                out[f"{word}: {kin}, {other.speech} to {s.speech}"] = 1.0
                if other.sentence.paragraph == s.sentence.paragraph:
                    out[f"{word}: same paragraph"] = 1.0
        return out

    def pair(self, n: int, m: int) -> Features:
        """Describe statement `n` beside statement `m`, which it may serve."""
        s, t = self.statements[n], self.statements[m]
        at = self.neighbours[n]
        away = s.index - t.index
        way = "back" if away > 0 else "ahead"
        far = f"{min(abs(away), 4 if away > 0 else 3)} {way}"
        same = s.speaker == t.speaker
        kin = "same speaker" if same else "other speaker"
        out: Features = {
            far: 1.0,
            f"{kin}, {far}": 1.0,
            f"{t.speech} to {s.speech}": 1.0,
            f"to {t.speech}": 1.0,
            f"to part {t.sentence.kind}": 1.0,
        }
        traits = {
            "same speaker": same and s.speaker is not None,
            "same quotation": bool(s.quotes & t.quotes),
            f"same quotation, {way}": bool(s.quotes & t.quotes),
            "same paragraph": s.sentence.paragraph == t.sentence.paragraph,
            "other side": s.side != t.side and not s.same_voice(t),
            "speech to the article's words": s.speaker is not None and t.speaker is None,
            "the article's words to speech": s.speaker is None and t.speaker is not None,
            "ally": not same and s.side == t.side,
            "opening of its run": at.opening == m,
            "reported opening of its run": at.opening == m and t.speech in ("indirect", "mixed"),
            "first of its voice": at.first == m,
            "last of its voice": at.last == m,
            f"last of its voice, {t.speech} to {s.speech}": at.last == m,
            "last reported of its voice": at.reported == m,
            "next of its voice": at.next == m,
            "statement before": at.before == m,
            "last of its side": at.ally == m,
            "article's last of its side": at.ally == m and s.speaker is None,
        }
        out |= {name: 1.0 for name, holds in traits.items() if holds}
        out |= {f"to {marker}": 1.0 for marker in t.markers & {"verdict", "question"}}
        out |= {f"to {marker}, {way}": 1.0 for marker in t.markers & {"conclusion"}}
        out |= {f"{marker}, {way}": 1.0 for marker in s.markers & {"reason", "time"}}
        return out

    def near(self, n: int) -> list[int]:
        """List the statements that are close enough to be served by statement `n`."""
        at = self.statements[n].index
        out: list[int] = []
        for step in (-1, 1):
            m = n + step
            while 0 <= m < len(self.statements) and abs(self.statements[m].index - at) <= REACH:
                out.append(m)
                m += step
        return sorted(out)
