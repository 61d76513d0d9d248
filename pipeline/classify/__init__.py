"""The stance classifier: examples, features, model, metrics, storage."""
