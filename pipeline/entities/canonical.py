"""The name under which an entity is counted: its fullest form in the article."""

from pipeline.entities.mention import Mention
from pipeline.entities.page import Page


def canonical_names(page: Page, mentions: list[Mention]) -> list[str]:
    return [page.surface(m.start, m.end) for m in mentions]
