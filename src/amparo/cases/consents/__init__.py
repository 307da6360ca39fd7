"""What a person said yes to, or what stands for it; how it ends, and who still holds what then."""
