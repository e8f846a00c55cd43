"""Turtle to answers."""
