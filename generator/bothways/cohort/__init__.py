"""Many workbooks, each to its own site or its own locked file."""
