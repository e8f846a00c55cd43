"""Sentences to mentions and chains of mentions."""
