-- Made when all rows are in: what is filtered gets an index, what is often asked a view.
UPDATE speakers SET actor = (SELECT actor FROM appearances WHERE speaker = speakers.id);

CREATE INDEX articles_outlet ON articles (outlet);
CREATE INDEX articles_duplicate_of ON articles (duplicate_of);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX speakers_article ON speakers (article);
CREATE INDEX speakers_actor ON speakers (actor);
CREATE INDEX speakers_position ON speakers (position);
CREATE INDEX speakers_kind ON speakers (kind);
CREATE INDEX speakers_name ON speakers (name);
CREATE INDEX sentences_article ON sentences (article);
CREATE INDEX sentences_speaker ON sentences (speaker);
CREATE INDEX sentences_label ON sentences (label);
CREATE INDEX sentences_voice ON sentences (voice);
CREATE INDEX sentences_kind ON sentences (kind);
CREATE INDEX sentences_uncertain ON sentences (uncertain);
CREATE INDEX entities_article ON entities (article);
CREATE INDEX entities_sentence ON entities (sentence);
CREATE INDEX entities_label ON entities (label);
CREATE INDEX entities_entity ON entities (entity);
CREATE INDEX quotes_article ON quotes (article);
CREATE INDEX quotes_speaker ON quotes (speaker);
CREATE INDEX quotes_type ON quotes (type);
CREATE INDEX quote_sentences_sentence ON quote_sentences (sentence);
CREATE INDEX nodes_article ON nodes (article);
CREATE INDEX nodes_sentence ON nodes (sentence);
CREATE INDEX nodes_speaker ON nodes (speaker);
CREATE INDEX nodes_restates ON nodes (restates);
CREATE INDEX nodes_type ON nodes (type);
CREATE INDEX nodes_stance ON nodes (stance);
CREATE INDEX edges_target ON edges (target);
CREATE INDEX edges_article ON edges (article);
CREATE INDEX edges_relation ON edges (relation);
CREATE INDEX claims_stance ON claims (stance);
CREATE INDEX claim_nodes_node ON claim_nodes (node);
CREATE INDEX actors_position ON actors (position);
CREATE INDEX actors_kind ON actors (kind);
CREATE INDEX appearances_speaker ON appearances (speaker);
CREATE INDEX appearances_article ON appearances (article);
CREATE INDEX flips_before ON flips (before);
CREATE INDEX flips_after ON flips (after);

CREATE VIEW quotes_by_speaker AS
SELECT s.name AS speaker, s.role, s.position, q.type, q.content, q.cue, q.source, q.confidence,
    a.title AS article_title, o.name AS outlet, a.published, q.id AS quote, s.id AS speaker_id, a.id AS article
FROM quotes q
JOIN speakers s ON s.id = q.speaker
JOIN articles a ON a.id = q.article
LEFT JOIN outlets o ON o.id = a.outlet
ORDER BY s.name, a.id, q.content_start;

CREATE VIEW claims_by_side AS
SELECT stance AS side, text, point, distinct_articles, distinct_outlets, distinct_actors, articles, nodes, first, id AS claim
FROM claims
ORDER BY stance, distinct_articles DESC, distinct_nodes DESC, id;

CREATE VIEW speaker_positions AS
SELECT a.title AS article_title, s.name AS speaker, s.kind, s.role, s.affiliation, s.position, s.pro, s.anti, s.neutral,
    a.published, o.name AS outlet, a.id AS article, s.id AS speaker_id
FROM speakers s
JOIN articles a ON a.id = s.article
LEFT JOIN outlets o ON o.id = a.outlet
ORDER BY a.id, s.pro + s.anti DESC, s.name;

CREATE VIEW uncertain_sentences AS
SELECT t.text, t.label, max(t.pro, t.anti, t.neutral) AS score, t.pro, t.anti, t.neutral, t.voice, s.name AS speaker,
    a.title AS article_title, t.id AS sentence, a.id AS article
FROM sentences t
JOIN articles a ON a.id = t.article
LEFT JOIN speakers s ON s.id = t.speaker
WHERE t.uncertain
ORDER BY score, t.id;

CREATE VIEW near_copies AS
SELECT c.title AS copy_title, c.published, co.name AS outlet, f.title AS original_title, fo.name AS original_outlet,
    c.id AS copy, f.id AS original
FROM articles c
JOIN articles f ON f.id = c.duplicate_of
LEFT JOIN outlets co ON co.id = c.outlet
LEFT JOIN outlets fo ON fo.id = f.outlet
ORDER BY f.id, c.id;
