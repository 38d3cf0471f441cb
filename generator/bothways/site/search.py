"""Search: Material's own, for the guide's chapters. What it finds of a workbook's pages comes in by `entries`."""

from typing import Any

from material.plugins.search.plugin import SearchPlugin

from bothways.site.ready import ChapterPage, ReadyPage


class Search(SearchPlugin):  # type: ignore[misc]  # Material has no types
    """Material's search, without the stand-ins for the workbook's pages."""

    def on_page_context(self, context: Any, *, page: Any, config: Any, nav: Any) -> None:
        """Adds a chapter to the index."""
        if isinstance(page, ChapterPage) and page.found:
            self.search_index.entries += page.found.entries
        elif not isinstance(page, ReadyPage):
            super().on_page_context(context, page=page, config=config, nav=nav)
