"""The folder of a run's own beside its outputs."""

OWN = ".argmap"  # of the lock, of parts of a run on its way, of kept results
