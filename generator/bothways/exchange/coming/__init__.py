"""Coming in: an address book becomes people that one might add."""
