"""What changed between the output files of two runs."""
