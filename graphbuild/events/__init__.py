"""Sentences, chains and dates to claims."""
