"""What is annotated already."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from pipeline.gold.corpus import Row, parse_lines, read_cards
from pipeline.gold.texts import texts_of


@dataclass(frozen=True, slots=True)
class Done:
    """Articles that are annotated as a whole, spans of rows in those annotated in part, and the wordings of all rows."""

    whole: frozenset[str]
    parts: dict[str, list[tuple[int, int]]]
    wordings: frozenset[str]

    def holds(self, article: str, start: int, end: int, text: str) -> bool:
        """Tell whether a sentence has a row, or one of the same words has."""
        return _wording(text) in self.wordings or any(a < end and start < b for a, b in self.parts.get(article, ()))


def read_done(folder: Path) -> Done:
    """Read what all readers have annotated; nothing where there is no list of articles."""
    if not (folder / "articles.jsonl").exists():
        return Done(frozenset(), {}, frozenset())
    cards = read_cards(folder)
    texts = texts_of(folder, folder / "articles", [card.id for card in cards])
    parts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for card in cards:
        files = sorted(folder.glob(f"*/{card.id}.jsonl"))
        for path in files if card.partial else files[:1]:
            parts[card.id] += [(row.start, row.end) for _, row in parse_lines(path, Row)]
    wordings = {_wording(texts[a][start:end]) for a, spans in parts.items() if a in texts for start, end in spans}
    whole = frozenset(card.id for card in cards if not card.partial)
    return Done(whole, {a: spans for a, spans in parts.items() if a not in whole}, frozenset(wordings))


def _wording(text: str) -> str:
    return " ".join(text.lower().split())
