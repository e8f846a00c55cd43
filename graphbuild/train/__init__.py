"""How each bundled model is trained; one module per model."""
