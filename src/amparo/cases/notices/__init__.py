"""Each is told once of what is due or late: in the product, and by mail without words (S0 ¶5)."""
