"""Forms of residence and return. Each carries a key: sent twice, it acts once."""
