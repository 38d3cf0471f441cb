"""The guide's own helpers: message templates, filled and checked. Nothing is ever sent."""
