"""Join the speakers of articles into actors, carefully: two people as one are worse than one as two."""

import sqlite3

from pipeline.corpus.names import RANK, acronyms_of, plain_words

SHORT_ROLES = {"gov": "governor", "sen": "senator", "rep": "representative", "atty": "attorney", "gen": "general"}
LOOSE = frozenset("a an the of former then state federal us united states deputy acting and".split())
NUMBER = """
INSERT INTO actors (key, number, name)
  SELECT key, row_number() OVER (ORDER BY name, key) - 1, name FROM (
    SELECT key, substr(min(rank), ?) AS name FROM speakers WHERE key IS NOT NULL GROUP BY key)
"""
# A table of its own: looking through the wide rows of speakers for each node would take twice as long.
VOICES = "INSERT INTO voices SELECT s.number, a.number FROM speakers s JOIN actors a ON a.key = s.key ORDER BY s.number"


def join_names(db: sqlite3.Connection) -> None:
    """Give all speakers that are one actor one key, and number the actors in order of name."""
    _part_by_state(db)
    _join_surnames(db)
    _join_acronyms(db)
    db.execute("CREATE INDEX by_key ON speakers (key, rank)")
    db.execute(NUMBER, (RANK + 1,))
    db.execute(VOICES)


def role_words(role: str | None) -> frozenset[str]:
    """Give the words of a role that tell offices apart, spelled out."""
    return frozenset(SHORT_ROLES.get(w, w) for w in plain_words(role or "")) - LOOSE


def _part_by_state(db: sqlite3.Connection) -> None:
    """Take a name that comes with several states for as many people, and for one more where it comes with none."""
    db.execute(
        "UPDATE speakers SET key = key || ' / ' || ifnull(state, '') WHERE key IN "
        "(SELECT key FROM speakers WHERE key IS NOT NULL GROUP BY key HAVING count(DISTINCT state) > 1)"
    )


def _join_surnames(db: sqlite3.Connection) -> None:
    """Join a title with a surname to the one bearer of the surname who has the title; else to its like."""
    alone = "SELECT DISTINCT short, role FROM speakers WHERE key IS NULL AND kind = 'person'"
    bearers = "SELECT DISTINCT key, role FROM speakers WHERE short = ? AND key LIKE 'person %'"
    keys: list[tuple[str, str, str]] = []
    for surname, role in db.execute(alone):
        wanted = role_words(role)
        same = {key for key, other in db.execute(bearers, (surname,)) if _compatible(wanted, role_words(other))}
        if wanted:
            key = same.pop() if len(same) == 1 else " ".join(["title", surname, *sorted(wanted)])
            keys.append((key, surname, role))
    db.executemany("UPDATE speakers SET key = ? WHERE key IS NULL AND kind = 'person' AND short = ? AND role = ?", keys)


def _compatible(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def _join_acronyms(db: sqlite3.Connection) -> None:
    """Join an acronym to the one body whose words begin with its letters; else to its like."""
    alone = "SELECT DISTINCT short FROM speakers WHERE key IS NULL AND kind = 'organisation'"
    wholes: dict[str, set[str]] = {acronym: set() for (acronym,) in db.execute(alone)}
    for (key,) in db.execute("SELECT DISTINCT key FROM speakers WHERE key LIKE 'body %'"):
        for acronym in acronyms_of(key) & wholes.keys():
            wholes[acronym].add(key)
    keys = [(min(found) if len(found) == 1 else f"body {acronym}", acronym) for acronym, found in wholes.items()]
    db.executemany("UPDATE speakers SET key = ? WHERE key IS NULL AND kind = 'organisation' AND short = ?", keys)
