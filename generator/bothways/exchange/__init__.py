"""Exchange: other programs' address books come in as proposals; calendars, cards, tables and notes go out."""
