"""Forms of the events. Each carries a key: sent twice, it acts once."""
