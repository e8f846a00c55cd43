"""Reads the ontology folder into typed objects, and derives Turtle from it."""
