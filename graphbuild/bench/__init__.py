"""Scores against annotated articles, speed, and the gate that guards both."""
