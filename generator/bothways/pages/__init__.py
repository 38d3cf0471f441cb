"""The pages: facts become HTML fragments. Knows Jinja2, not MkDocs."""
