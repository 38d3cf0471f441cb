"""Many workbooks: each becomes a site, or a locked file, of its own."""
