"""The HTML report: one self-contained page, or an index with a page an article."""
