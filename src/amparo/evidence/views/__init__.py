"""What whoever investigates sees of the evidence."""
