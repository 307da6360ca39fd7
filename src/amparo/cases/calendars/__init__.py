"""What is due in a calendar of one's own: references and days, no names (S0 ¶5, S1 ¶11)."""
