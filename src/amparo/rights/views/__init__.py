"""The pages of the person's rights, by noun: copies, disagreements, who looked."""
