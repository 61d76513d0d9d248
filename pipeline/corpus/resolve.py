"""Join the speakers of articles into actors, carefully: two people as one are worse than one as two."""

import sqlite3

from pipeline.corpus.names import acronyms_of, plain_words

SHORT_ROLES = {"gov": "governor", "sen": "senator", "rep": "representative", "atty": "attorney", "gen": "general"}
LOOSE = frozenset("a an the of former then state federal us united states deputy acting and".split())
NUMBER = """
CREATE INDEX by_key ON speakers (key);
CREATE TABLE actors (number INTEGER PRIMARY KEY, key TEXT UNIQUE, name TEXT);
INSERT INTO actors (number, key, name)
  SELECT row_number() OVER (ORDER BY name, key) - 1, key, name FROM (
    SELECT key, name, row_number() OVER (PARTITION BY key ORDER BY name = upper(name),
      length(name) - length(replace(name, ' ', '')) DESC, length(name) DESC, name) AS place
    FROM speakers WHERE key IS NOT NULL)
  WHERE place = 1;
UPDATE speakers SET actor = (SELECT number FROM actors WHERE actors.key = speakers.key);
CREATE INDEX by_actor ON speakers (actor);
"""


def resolve(db: sqlite3.Connection) -> None:
    """Give every speaker that can be told from others the number of its actor."""
    db.execute("CREATE INDEX by_last ON speakers (last)")
    _part_by_state(db)
    _join_surnames(db)
    _join_acronyms(db)
    db.executescript(NUMBER)


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
    alone = "SELECT DISTINCT last, role FROM speakers WHERE key IS NULL AND kind = 'person' ORDER BY last, role"
    for last, role in db.execute(alone).fetchall():
        wanted = role_words(role)
        bearers: dict[str, bool] = {}
        for key, other in db.execute(
            "SELECT DISTINCT key, role FROM speakers WHERE last = ? AND key LIKE 'person %'", (last,)
        ):
            has = role_words(other)
            bearers[key] = bearers.get(key, False) or bool(wanted and has and (wanted <= has or has <= wanted))
        same = [key for key, compatible in bearers.items() if compatible]
        key = same[0] if len(bearers) == 1 and same else f"title {last} {' '.join(sorted(wanted))}" if wanted else None
        db.execute(
            "UPDATE speakers SET key = ? WHERE key IS NULL AND kind = 'person' AND last = ? AND role = ?",
            (key, last, role),
        )


def _join_acronyms(db: sqlite3.Connection) -> None:
    """Join an acronym to the one body whose words begin with its letters; else to its like."""
    short = {
        last: set[str]()
        for (last,) in db.execute("SELECT DISTINCT last FROM speakers WHERE key IS NULL AND kind = 'organisation'")
    }
    for (key,) in db.execute("SELECT DISTINCT key FROM speakers WHERE key LIKE 'body %'"):
        for form in acronyms_of(key) & short.keys():
            short[form].add(key)
    for last, keys in short.items():
        key = min(keys) if len(keys) == 1 else f"body {last}"
        db.execute("UPDATE speakers SET key = ? WHERE key IS NULL AND kind = 'organisation' AND last = ?", (key, last))
