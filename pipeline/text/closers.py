"""What still belongs to a sentence behind its last mark: closing marks, citations, further stops."""

import re

CITATION = re.compile(r"\s{0,2}\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,9}\]")
STRAY_CLOSER = re.compile(r"\s[”»](?=\s|$)")
CLOSERS = "”’»)]}›"


def behind_closers(text: str, position: int, end: int, open_straight: bool) -> int:
    """Give the place behind the closing marks, citations and further stops that belong to a mark."""
    while position < end:
        char = text[position]
        following = text[position + 1] if position + 1 < end else " "
        if char in CLOSERS:
            if char == "’" and following.isalnum():
                break
            position += 1
        elif char in "\"'":
            if following.isalnum() and not (char == '"' and open_straight):
                break
            open_straight = open_straight and char != '"'
            position += 1
        elif char == "“" and (following.isspace() or following == ","):
            position += 1  # a mark turned the wrong way
        elif char in ".!?…‽":
            position += 1
        elif match := CITATION.match(text, position, end) or STRAY_CLOSER.match(text, position, end):
            position = match.end()
        elif char.isspace() and open_straight and text[position + 1 : position + 2] == '"':
            if position + 2 < end and not text[position + 2].isspace():
                break
            position += 2
            open_straight = False
        else:
            break
    return position
