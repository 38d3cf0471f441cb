"""Going out: the workbook as calendars, cards, tables, notes and JSON."""
