"""Mutate the seeds into many odd articles; see that every map is a tree and every export can be written and read back.

python bench/fuzz.py [HOW_MANY]
"""

import io
import json
import random
import sys
from collections import Counter
from pathlib import Path

import networkx
import pydot

from pipeline import load
from pipeline.export.formats import MAPS
from pipeline.records import ArgumentMap

ODD = [
    "",
    "\n\n",
    "“",
    "”",
    '"',
    "\u200b",
    "\u202e",
    "😀",
    "<b>",
    "[n1]: ",
    "\r\n",
    "\u2028",
    "a" * 300,
    "said said said",
    "()",
]
FEWEST = 20  # characters of an article


def mutated(texts: list[str], draw: random.Random) -> str:
    """Cut, join, repeat and soil pieces of the texts."""
    text = draw.choice(texts)
    for _ in range(draw.randint(1, 8)):
        at, end = sorted(draw.randrange(len(text) + 1) for _ in range(2))
        piece = text[at:end]
        text = draw.choice(
            (
                text[:at] + text[end:],
                text[:at] + piece * 2 + text[end:],
                text[:at] + draw.choice(ODD) + text[at:],
                text[:at] + draw.choice(texts)[at:end] + text[end:],
                "\n".join(draw.sample(lines := text.split("\n"), len(lines))),
                text.swapcase() if draw.random() < 0.1 else text,
            )
        )
    return text[:8000] if len(text) >= FEWEST else texts[0]


def is_tree(found: ArgumentMap) -> bool:
    """Follow every node's one edge to the issue."""
    goal = {e.source: e.target for e in found.edges}
    root, *nodes = found.nodes
    if len(goal) != len(found.edges) or len(goal) != len(nodes):
        return False
    for node in nodes:
        at, steps = node.id, 0
        while at != root.id and steps <= len(nodes):
            at, steps = goal.get(at, ""), steps + 1
        if at != root.id:
            return False
    return len({n.sentence for n in nodes}) == len(nodes)


def main(how_many: int) -> None:
    """Print the counts as JSON; end with 1 where something broke."""
    seeds = sorted(Path(__file__).resolve().parents[1].glob("seeds/*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in seeds]
    draw = random.Random(0)  # noqa: S311 (the same articles each time)
    argmap = load()
    counts: Counter[str] = Counter()
    for number in range(how_many):
        found = argmap(mutated(texts, draw), f"f{number}")
        counts["articles"] += 1
        counts["nodes"] += len(found.map.nodes) - 1
        counts["maps that are trees"] += is_tree(found.map)
        text = found.article.text
        spans = [*found.sentences, *found.entities, *found.map.nodes[1:]]
        counts["articles with right offsets"] += all(text[s.start : s.end] == s.text for s in spans)
        size = len(found.map.nodes), len(found.map.edges)
        for name, form in MAPS.items():
            written = form.dump(found)
            counts[f"{name} written"] += bool(written)
            if name == "graphml":
                graph = networkx.read_graphml(io.BytesIO(written.encode()))
                counts["graphml read whole"] += (graph.number_of_nodes(), graph.number_of_edges()) == size
            if name == "dot":
                (drawn,) = pydot.graph_from_dot_data(written) or [None]
                counts["dot read whole"] += drawn is not None and len(drawn.get_edges()) == size[1]
            if name in ("aif", "xaif", "web-annotation"):
                json.loads(written)
    print(json.dumps(counts, indent=1))  # noqa: T201
    whole = [n for name, n in counts.items() if name not in ("articles", "nodes")]
    sys.exit(any(n != counts["articles"] for n in whole))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
