"""What the language does, as pure functions over strings."""
