"""The whole site as a value: every address in it, and what stands there, made when it is asked for."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from bothways.digest import digest
from bothways.pages.digest import Digests
from bothways.site.cache import Cache
from bothways.site.chapter_html import tools_among
from bothways.site.edition import Edition
from bothways.site.frame import Frame
from bothways.site.gists import Gist, Gists
from bothways.site.guide import in_the_site
from bothways.site.guide_files import GuideFile
from bothways.site.leaves import ChapterFile, GivenFile, Leaf, PageFile, ThemeFile

INDEX = "search/search_index.json"
INDEX_SCRIPT = "search/search_index.js"
"""The same as a script: a page that was opened as a file may load a script, but not a JSON file."""
NOT_FOUND = "404.html"
"""The page for a wrong address, which is shown at any depth."""


class Site:
    """One edition and the guide, put into their frame. Nothing is rendered before somebody reads it."""

    def __init__(
        self, edition: Edition, pictures: Sequence[GuideFile], frame: Frame, gists: Gists | None = None
    ) -> None:
        """`pictures`: the guide's. `gists`: what is known of the pages of the last site."""
        self.edition, self.pictures, self.frame = edition, pictures, frame
        self.name = edition.title or frame.name
        self._gists = gists or Gists(Cache(None))

    def addresses(self) -> Collection[str]:
        """The address of every file."""
        return self._files.keys()

    def read(self, address: str) -> bytes | None:
        """The file at an address; nothing where there is none."""
        file = self._files.get(address)
        return file.read() if file else None

    def made_of(self, address: str) -> str:
        """What the file at an address is made of: the same text, the same bytes. Nothing is made to find out."""
        return self._files[address].made_of

    @cached_property
    def rendered(self) -> Mapping[str, PageFile]:
        """The pages of the workbook, by address."""
        digests = Digests()
        return {page.address: PageFile(page, self.frame, self.name, digests) for page in self.edition.pages}

    @cached_property
    def pages(self) -> Mapping[str, PageFile | ChapterFile]:
        """The pages that one can open, by address."""
        tools = tools_among(self.edition.pages)
        chapters = (ChapterFile(address, self.frame, self.name, tools) for address in self.frame.chapters)
        return {**self.rendered, **{chapter.address: chapter for chapter in chapters if chapter.address != NOT_FOUND}}

    def gists(self, address: str) -> tuple[Gist, ...]:
        """What is known of the page at an address: of its body, and of the shell around it."""
        return self.pages[address].gists(self._gists)

    def done_with(self, address: str) -> Gist:
        """What is to be known of a page of the workbook; the rest is let go of."""
        page = self.rendered[address]
        gist, *_ = page.gists(self._gists)
        page.forget()
        return gist

    def know(self, address: str, gist: Gist) -> None:
        """Takes in what another process found out about a page of the workbook."""
        self.rendered[address].know(gist)
        self._gists.know(address, gist)

    def keep(self) -> None:
        """Keeps what is known of the pages for the next build."""
        self._gists.keep({*self.pages, *(f"shell {name}" for name in self.frame.shells)})

    @cached_property
    def _files(self) -> Mapping[str, Leaf]:
        """What comes later takes the place of what came before: a picture of the guide's, of a file of the theme's."""
        files: dict[str, Leaf] = {address: ThemeFile(part) for address, part in self.frame.files.items()}
        files |= {in_the_site(picture.uri): GivenFile(picture.path) for picture in self.pictures}
        files |= {attachment.address: GivenFile(attachment.source) for attachment in self.edition.attachments}
        files |= self.pages
        if NOT_FOUND in self.frame.chapters:
            files[NOT_FOUND] = ChapterFile(NOT_FOUND, self.frame, self.name, {})
        if self.frame.search:
            files |= {INDEX: SearchIndex(self, ""), INDEX_SCRIPT: SearchIndex(self, "var __index = ")}
        return files


class SearchIndex:
    """What the search finds, joined from every page's entries."""

    def __init__(self, site: Site, before: str) -> None:
        self._site, self._before = site, before

    @cached_property
    def made_of(self) -> str:
        """All entries."""
        return digest(self._before, self._site.frame.search, *self._entries)

    def read(self) -> bytes:
        """As the theme's search wants it."""
        docs = ",".join(filter(None, self._entries))
        return f'{self._before}{{"config":{self._site.frame.search},"docs":[{docs}]}}'.encode()

    @property
    def _entries(self) -> Sequence[str]:
        return [
            *self._site.frame.entries.values(),
            *(self._site.gists(address)[0].entries for address in self._site.pages),
        ]
