"""The site: pages and guide become a built folder. The only room that knows MkDocs."""
