"""The locked file: a cut-down edition that a coach opens with a passphrase."""
