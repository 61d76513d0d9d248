"""`argmap run`: any articles through every stage, by several processes, with results kept from run to run."""
