"""Whether a person is known already: by blind indexes, and by looking through what is sealed."""
