"""Names of the report's pages: an article's hangs on its id alone, so that a new article renames no other page."""

import re
from hashlib import sha256

READABLE = 40  # letters of the id that are kept
DIGITS = 16  # of the hash, which tells apart what reads the same
# Pages of reports before 1.0 had numbers.
PAGE = re.compile(rf"(?:(?:[a-z0-9-]{{1,{READABLE}}}-)?[0-9a-f]{{{DIGITS}}}|[0-9]{{6}})\.html")


def page_of(article: str) -> str:
    """Give the file name of an article's page; safe in every file system and URL, whatever the id is."""
    readable = re.sub(r"[^a-z0-9]+", "-", article.lower())[:READABLE].strip("-")
    digest = sha256(article.encode()).hexdigest()[:DIGITS]
    return f"{readable}-{digest}.html" if readable else f"{digest}.html"
