"""Derived facts: pure functions of a Workbook and a day. No clock, no files, no HTML."""
