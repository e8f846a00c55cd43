"""The nouns that every room shares: what an article is, what it says, and what the world is made of."""
