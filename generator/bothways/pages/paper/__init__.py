"""What is taken along on paper: the sheet for a talk, the card for an event. Whole documents, one leaf each."""

KINDS = ("sheet", "card")
"""Each has a template and a style of its name."""
