"""A guide to networking and a person's workbook become a private site."""

__version__ = "1.0.0"
