"""Tidy tables of what was found: one row a thing, one column a fact; for pandas, and for CSV and Parquet files."""
