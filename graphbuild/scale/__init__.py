"""The same functions over many processes."""
