"""What is due on a file by when: rules of the country pack, turned by its steps (S0 ¶5)."""
