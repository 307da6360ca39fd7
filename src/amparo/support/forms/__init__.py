"""Forms of the Support track. Each carries a key: sent twice, it acts once."""
