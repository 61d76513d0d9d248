"""Names of extension attributes and files that several modules share."""

ATTRIBUTIONS = "argmap_attributions"  # doc._: list of Attribution, in tokens
TREE = "argmap_tree"  # doc._: the parse as plain lists, made once for both quote components
SPEAKERS = "argmap_speakers"  # doc._: list of ResolvedSpeaker
KINDS = "argmap_kinds"  # doc.spans: one span a sentence, its label is the sentence's kind

INTERMEDIATE = "intermediate"  # folder inside outputs/ for what only stages read
OWN = ".argmap"  # folder inside the output folder: lock, parts of a run on its way, kept results
