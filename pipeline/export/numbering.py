"""Short names of a map's nodes: safe in every format, since an article's id may hold any sign."""

from pipeline.records import ArgumentMap


def numbers_of(found: ArgumentMap) -> dict[str, int]:
    """Give each node's place in the map, by its id; the issue is 0, and "ARTICLE:n3" is 3."""
    return {node.id: number for number, node in enumerate(found.nodes)}
