"""What to label next: sentences that the model is least sure of, unlike each other and like many others."""
