"""Forms of the Child route. Each carries a key: sent twice, it acts once."""
