"""Make any number of articles by recombining the annotated ones and the seeds, with new names, so that words keep coming.

python bench/many_articles.py 2000 > many.jsonl
"""

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")  # inside a sentence
RENAMED = 0.3  # share of names
OUTLETS = 300
SYLLABLES = [a + b for a in "b c d f g h k l m n p r s t v w".split() for b in "a e i o u an el or".split()]


def articles(count: int) -> Iterator[dict[str, str]]:
    """Yield articles, always the same ones; each has the length of one and paragraphs of many."""
    paths = sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "annotations/articles").glob("*.txt")])
    texts = [[p for p in path.read_text(encoding="utf-8").split("\n") if p.strip()] for path in paths]
    paragraphs = [paragraph for text in texts for paragraph in text[1:]]
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 (not for secrets)
        shape = chance.choice(texts)
        lines = [shape[0], *(chance.choice(paragraphs) for _ in shape[1:])]
        text = NAME.sub(lambda m: _name(chance) if chance.random() < RENAMED else m[0], "\n\n".join(lines))  # noqa: B023
        day = 1 + number % 28
        yield {
            "id": f"made-{number:08d}",
            "text": text,
            "source": f"Outlet {chance.randrange(OUTLETS)}",
            "published": f"2025-{1 + number % 12:02d}-{day:02d}",
        }


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 3, 4)))).capitalize()


if __name__ == "__main__":
    for article in articles(int(sys.argv[1])):
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")
