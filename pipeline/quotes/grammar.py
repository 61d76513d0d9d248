"""Closed sets of tags, words and marks that several rules look at."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # tags of a clause's finite verb (Penn Treebank)
SUBJECTS = ("nsubj", "nsubjpass")
WH = frozenset("what whether how why if who when where which".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
OPENING_MARKS = frozenset({"“", '"', "``", "''", "‘"})
DASHES = frozenset({"--", "–", "—", "―"})  # a hyphen is one only between spaces
