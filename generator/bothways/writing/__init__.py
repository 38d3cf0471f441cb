"""Writing: a wish becomes the smallest edit of the person's own text, read back and checked before it replaces it."""
