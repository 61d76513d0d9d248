"""Which blocks of a page are run, and when a page shows what they print."""

from doc_blocks import blocks_of, fits

PAGE = """```sh
echo one
```

```text
one
```

```sh no-run: waits for a person
read answer
```

Prose.

```text
not shown by the block above
```

```python
1 + 1
```
"""


def test_blocks_run_unless_their_fence_says_why_not() -> None:
    assert [(b.line, b.language, b.runs) for b in blocks_of(PAGE)] == [
        (1, "sh", True),
        (5, "text", False),
        (9, "sh", False),
        (15, "text", False),
        (19, "python", True),
    ]


def test_a_text_block_is_the_output_only_of_the_block_just_before_it() -> None:
    shown = [b.shown.text if b.shown else None for b in blocks_of(PAGE)]
    assert shown == ["one\n", None, None, None, None]


def test_what_is_cut_may_be_anything() -> None:
    assert fits("a\n…\nz …\n", "a\nb\nc\nz 26\n")
    assert fits("a\n…\nz\n", "a\nz\n")
    assert not fits("a\n…\nz\n", "a\nb\n")
    assert not fits("a.c\n", "abc\n")


def test_blanks_at_the_ends_of_lines_count_for_nothing() -> None:
    assert fits("a\nb\n", "a  \nb\t\n")
    assert not fits("a\nb\n", "a\n b\n")
