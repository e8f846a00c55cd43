"""Sentences to time expressions, resolved against the date of the article."""
