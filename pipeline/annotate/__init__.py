"""Help people annotate: templates filled with the model's guesses, checks, agreement of readers."""
