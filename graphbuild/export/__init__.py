"""A graph to files."""
