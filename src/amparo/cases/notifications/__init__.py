"""What the bureau is told of an adult who refuses: counted, and never led back to a file."""
