-- Tables of the database; fields have the names and meanings of the output files (`argmap schema`).
-- Spans are half-open code points of the article's text.
CREATE TABLE outlets (
    id INTEGER PRIMARY KEY,
    name TEXT, -- null for the articles without a source
    first TEXT, last TEXT,
    articles INTEGER, pro INTEGER, anti INTEGER, neutral INTEGER, -- sentences
    nodes_pro INTEGER, nodes_anti INTEGER, nodes_neutral INTEGER,
    distinct_articles INTEGER, distinct_pro INTEGER, distinct_anti INTEGER, distinct_neutral INTEGER
);
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    title TEXT,
    outlet INTEGER REFERENCES outlets (id),
    published TEXT, authors TEXT, url TEXT,
    duplicate_of TEXT REFERENCES articles (id),
    text TEXT, source_file TEXT, sha256 TEXT
);
CREATE TABLE actors (
    id TEXT PRIMARY KEY,
    name TEXT, kind TEXT, role TEXT, affiliation TEXT, position TEXT,
    articles INTEGER, flips INTEGER,
    pro INTEGER, anti INTEGER, neutral INTEGER, -- sentences
    distinct_pro INTEGER, distinct_anti INTEGER, distinct_neutral INTEGER
);
CREATE TABLE speakers (
    id TEXT PRIMARY KEY,
    article TEXT REFERENCES articles (id),
    name TEXT, kind TEXT, role TEXT, affiliation TEXT, position TEXT,
    pro INTEGER, anti INTEGER, neutral INTEGER, -- sentences
    quotes INTEGER,
    actor TEXT REFERENCES actors (id),
    mentions TEXT -- JSON: spans
);
CREATE TABLE sentences (
    id TEXT PRIMARY KEY,
    article TEXT REFERENCES articles (id),
    number INTEGER, paragraph INTEGER, kind TEXT,
    text TEXT, label TEXT,
    speaker TEXT REFERENCES speakers (id),
    voice TEXT, uncertain INTEGER,
    pro REAL, anti REAL, neutral REAL, -- scores
    why TEXT, start INTEGER, "end" INTEGER
);
CREATE TABLE entities (
    id TEXT PRIMARY KEY,
    article TEXT REFERENCES articles (id),
    sentence TEXT REFERENCES sentences (id),
    text TEXT, label TEXT, entity TEXT, method TEXT, start INTEGER, "end" INTEGER
);
CREATE TABLE quotes (
    id TEXT PRIMARY KEY,
    article TEXT REFERENCES articles (id),
    speaker TEXT REFERENCES speakers (id),
    type TEXT, source TEXT, cue TEXT, content TEXT,
    asserted INTEGER, confidence REAL, why TEXT,
    content_spans TEXT, -- JSON: spans
    content_start INTEGER, content_end INTEGER, cue_start INTEGER, cue_end INTEGER,
    source_start INTEGER, source_end INTEGER
);
CREATE TABLE quote_sentences (
    quote TEXT REFERENCES quotes (id),
    sentence TEXT REFERENCES sentences (id),
    PRIMARY KEY (quote, sentence)
);
CREATE TABLE nodes (
    id TEXT PRIMARY KEY,
    article TEXT REFERENCES articles (id),
    type TEXT, text TEXT, stance TEXT,
    speaker TEXT REFERENCES speakers (id),
    sentence TEXT REFERENCES sentences (id),
    restates TEXT REFERENCES nodes (id),
    confidence REAL, start INTEGER, "end" INTEGER
);
CREATE TABLE edges (
    source TEXT REFERENCES nodes (id),
    target TEXT REFERENCES nodes (id),
    relation TEXT,
    article TEXT REFERENCES articles (id),
    confidence REAL, why TEXT,
    PRIMARY KEY (source, target)
);
CREATE TABLE claims (
    id TEXT PRIMARY KEY,
    text TEXT, stance TEXT, point TEXT, first TEXT,
    nodes INTEGER, articles INTEGER, outlets INTEGER, actors INTEGER,
    distinct_nodes INTEGER, distinct_articles INTEGER, distinct_outlets INTEGER, distinct_actors INTEGER
);
CREATE TABLE claim_nodes (
    claim TEXT REFERENCES claims (id),
    node TEXT REFERENCES nodes (id),
    PRIMARY KEY (claim, node)
);
CREATE TABLE appearances (
    actor TEXT REFERENCES actors (id),
    speaker TEXT REFERENCES speakers (id),
    article TEXT REFERENCES articles (id),
    published TEXT, position TEXT, pro INTEGER, anti INTEGER, neutral INTEGER, duplicate INTEGER,
    PRIMARY KEY (actor, speaker)
);
CREATE TABLE flips (
    actor TEXT REFERENCES actors (id),
    before TEXT REFERENCES articles (id),
    after TEXT REFERENCES articles (id),
    was TEXT, now TEXT,
    PRIMARY KEY (actor, before, after)
);
