"""The facts of all articles to one graph."""
