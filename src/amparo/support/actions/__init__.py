"""Every write of the Support track."""
