"""What names an article's original."""

import json

from hypothesis import given
from hypothesis import strategies as st

from pipeline.run.copies import with_original


@given(st.text(), st.text(min_size=1))
def test_an_original_is_filled_in_whatever_the_text_says(text: str, original: str) -> None:
    record: dict[str, object] = {"text": text + '"duplicate_of": null', "duplicate_of": None, "blocks": []}
    line = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
    assert json.loads(with_original(line, original)) == record | {"duplicate_of": original}
