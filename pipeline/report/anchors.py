"""Ids of things on the page."""


def anchor(record_id: str) -> str:
    """Give an id that is safe in HTML and in a URL's fragment."""
    return "".join(c if c.isalnum() and c.isascii() else f"_{ord(c):x}_" for c in record_id)
