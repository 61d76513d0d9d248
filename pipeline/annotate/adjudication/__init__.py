"""Settle what readers differ on: a file of the rows in question, filled by a person, becomes annotations/adjudicated/."""
