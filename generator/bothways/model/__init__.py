"""The nouns of a workbook, one file each, named as the person's files are."""
