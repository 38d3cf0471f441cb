"""The command line: a person's words in, calls below, plain words out. The only room that prints."""

from bothways.cli.program import program as main

__all__ = ["main"]
