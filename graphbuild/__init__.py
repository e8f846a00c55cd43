"""Reads Indonesian news about public officials and builds a knowledge graph that a journalist can trust."""
