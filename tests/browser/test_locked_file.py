"""The locked file, as a coach opens it: in Chromium and in Firefox, from a disk and from a host."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from bothways.share.envelope import unseal
from bothways.share.reply import read_reply
from browser.conftest import serve
from browser.looking import AXE, DESK, PHONE, RULES, RUN
from browser.opening import MESSAGE, SHOWN, follow, heading, messages, unlock, unlock_here
from browser.reading import InChromium, Person
from shared import KEYED, OTHER_PASSPHRASE, PASSPHRASE, SHARE, Shared

PLACE = re.compile(r"#[0-9]+(\.[0-9a-z]+)?")


@pytest.fixture(scope="module")
def host(locked_file: Path) -> Iterator[str]:
    """The file on a local host."""
    server, address = serve(locked_file.parent)
    yield f"{address}/{locked_file.name}"
    server.shutdown()
    server.server_close()


def test_it_opens_from_a_disk_and_from_a_host(person: Person, locked_file: Path, host: str) -> None:
    """Each reader's words open it, in capitals and with hyphens too, and the first page is the packet."""
    first = unlock(person, locked_file.as_uri())
    assert first == unlock(person, host, OTHER_PASSPHRASE.upper().replace(" ", "-"))
    assert first == "Our session on Friday 4 December - Ruth’s workbook"


def test_wrong_words(person: Person, locked_file: Path) -> None:
    """Other words do not open it; the lock says so in a live region, and the right ones still do."""
    person.open(locked_file.as_uri())
    person.type("#words", "these are not the words")
    person.press("Enter")
    assert person.wait(f"({MESSAGE}).includes('wrong') && {MESSAGE}") == ["wrong"]
    assert person.see("document.querySelector('#wrong').closest('[role=alert]') !== null")
    assert person.see("document.activeElement.id") == "words"
    assert unlock_here(person)


def test_from_page_to_page(person: Person, locked_file: Path) -> None:
    """Links, Back and reload do what they do in a site; each page has its title, and the focus is on its heading.

    After a reload the words are asked for again, and then the same page is shown. The address bar never holds a name.
    """
    unlock(person, locked_file.as_uri())
    people = follow(person, ".md-tabs__item:nth-child(3) a")
    assert people == "People"
    assert person.see("document.title").startswith("People")
    assert person.see("document.activeElement.localName") == "h1"
    somebody = follow(person, ".bw-people a")
    assert somebody != people
    place = person.see("location.hash")
    assert PLACE.fullmatch(place)
    person.see("history.back()")
    person.wait("document.querySelector('h1').textContent.trim() === given[0]", people)
    person.see("history.forward()")
    person.wait("document.querySelector('h1').textContent.trim() === given[0]", somebody)
    person.see("location.reload()")
    unlock_here(person)
    assert (heading(person), person.see("location.hash")) == (somebody, place)


def test_a_link_into_a_page(person: Person, locked_file: Path) -> None:
    """It leads to the part it means, on the page and from another; Back leads to where one was."""
    unlock(person, locked_file.as_uri())
    follow(person, ".md-tabs__item:nth-last-child(1) a")
    into = person.see(
        "Array.from(document.querySelectorAll('article a')).map((link) => link.hash).find((hash) => hash.includes('.'))"
    )
    person.see("scrollTo(0, 40)")
    person.wait("scrollY === 40")
    assert PLACE.fullmatch(into)
    follow(person, f"article a[href$='{into}']")
    assert person.see("document.activeElement.id")
    person.wait("Math.abs(document.activeElement.getBoundingClientRect().top) < innerHeight")
    person.see("history.back()")
    person.wait("scrollY === 40")


@pytest.mark.parametrize("part", ["", "nowhere"])
def test_a_link_to_a_part_that_is_not_there(person: Person, locked_file: Path, part: str) -> None:
    """One stays where one is, as in a site: it does not lead to the first page."""
    unlock(person, locked_file.as_uri())
    people = follow(person, ".md-tabs__item:nth-child(3) a")
    place = person.see("location.hash")
    person.see(
        "document.querySelector('article').append(Object.assign(document.createElement('a'), {href: '#' + given[0], id: 'out'}))",
        part,
    )
    person.see("document.querySelector('#out').click()")
    person.see("new Promise((done) => setTimeout(done, 100))")
    assert (heading(person), person.see("location.hash")) == (people, place)


def test_it_is_read_by_keyboard_alone(person: Person, locked_file: Path) -> None:
    """From the words to a page and on to the next, without a mouse."""
    person.open(locked_file.as_uri())
    person.wait("document.activeElement.id === 'words'")
    person.type("#words", PASSPHRASE)
    person.press("Enter")
    person.wait(SHOWN)
    before = heading(person)
    for _ in range(40):
        person.press("Tab")
        if person.see("/^#[0-9]/.test(document.activeElement.hash || '')"):
            break
    person.press("Enter")
    person.wait("document.querySelector('h1').textContent.trim() + location.hash !== given[0]", before)
    assert person.see("document.activeElement !== document.body")


ASK = """(async ([words]) => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const worker = new Worker(new URL(config.search, location));
  const answers = [];
  const told = () => new Promise((done) => worker.addEventListener("message", ({ data }) => done(data), { once: true }));
  const index = window.bothwaysReader ? {} : await (await fetch(new URL(`${config.base}/search/search_index.json`, location))).json();
  const ready = told();
  worker.postMessage({ type: 0, data: { ...index, options: {} } });
  await ready;
  for (const word of words) {
    const answer = told();
    worker.postMessage({ type: 2, data: word });
    answers.push((await answer).data.items.map((page) => page.map((part) => part.location)));
  }
  return answers;
})(given)"""


TYPED_OUT = """Array.from(document.querySelectorAll('.md-search-result__item:first-child mark'))
  .some((mark) => mark.textContent.toLowerCase().startsWith(given[0]))"""
"""Whether the results are those of the whole query, and not of its first letters."""


def words_to_look_for(files: dict[str, bytes]) -> list[str]:
    """Fifty words of the site, from all over it, some of them only begun."""
    docs = json.loads(files["search/search_index.json"])["docs"]
    said = sorted({word for doc in docs for word in re.findall(r"[a-z]{4,}", doc["text"].lower())})
    words = said[:: len(said) // 48][:48]
    return [word if number % 5 else word[:4] for number, word in enumerate(words)] + ["person 1", "zzzznothing"]


def test_its_search_finds_what_the_sites_own_finds(
    person: Person, coach_edition: Shared, locked_file: Path, tmp_path: Path
) -> None:
    """The same parts of the same pages in the same order, for fifty queries."""
    queries = words_to_look_for(dict(coach_edition.files))
    assert len(set(queries)) == 50
    for address, data in coach_edition.files.items():
        path = tmp_path / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    server, plain = serve(tmp_path)
    person.open(f"{plain}/index.html")
    expected = person.see(ASK, queries)
    server.shutdown()
    server.server_close()
    unlock(person, locked_file.as_uri())
    found = person.see(ASK, queries)
    assert found == expected
    assert sum(map(bool, found)) > 45
    assert not found[-1]


def test_its_search_is_the_themes(person: Person, locked_file: Path) -> None:
    """Typed words give results that lead to places in the file; following one closes the search."""
    unlock(person, locked_file.as_uri())
    for query in ("kitchen", "thank"):
        person.click(".md-search__input")
        person.type(".md-search__input", query)
        person.wait(TYPED_OUT, query)
        first = person.see("document.querySelector('.md-search-result__item a').hash")
        assert PLACE.fullmatch(first)
        follow(person, f".md-search-result__item a[href$='{first}']")
        assert person.see("location.hash") == first
        assert not person.see("document.getElementById('__search').checked")


def test_pictures_files_and_papers(person: Person, coach_edition: Shared, tmp_path: Path) -> None:
    """Pictures are shown, other files are saved and never shown, and a link to another host opens beside."""
    pixel = (
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xff\xff"
        b"?\0\x05\xfe\x02\xfe\xa75\x81\x84\0\0\0\0IEND\xaeB`\x82"
    )
    page = coach_edition.files["progress.html"].replace(
        b"</h1>",
        b'</h1><img id="one" src="files/dot.png" alt="A dot"><a id="two" href="files/plan.html">Plan</a>'
        b'<a id="three" href="https://example.org/">Elsewhere</a><a id="four" href="javascript:void 0">Script</a>',
        1,
    )
    files = {**coach_edition.files, "progress.html": page, "files/dot.png": pixel, "files/plan.html": b"<script>"}
    path = tmp_path / "file.html"
    path.write_bytes(Shared(files, coach_edition.trusted).locked())
    unlock(person, path.as_uri())
    number = person.see(
        "Array.from(document.querySelectorAll('.md-tabs a')).find((link) => link.textContent.includes('Progress')).hash"
    )
    person.see("location.hash = given[0]", number)
    person.wait("document.querySelector('#one')?.naturalWidth === 1")
    assert person.see("document.querySelector('#two').hasAttribute('href')")
    assert person.see("document.querySelector('#three').rel") == "noopener noreferrer"
    assert person.see("document.querySelector('#three').target") == "_blank"
    assert not person.see("document.querySelector('#four').hasAttribute('href')")


def test_what_was_chosen_stays_while_it_is_open_and_leaves_nothing_behind(person: Person, locked_file: Path) -> None:
    """The colours that were chosen hold on the next page; the browser's own storage holds nothing of it."""
    unlock(person, locked_file.as_uri())
    person.see("document.querySelector('#__palette_2').click()")
    person.wait("document.body.getAttribute('data-md-color-scheme') === 'slate'")
    follow(person, ".md-tabs__item:nth-child(3) a")
    assert person.see("document.body.getAttribute('data-md-color-scheme')") == "slate"
    person.open(locked_file.as_uri())
    assert person.see("Object.keys(localStorage).concat(Object.keys(sessionStorage))") == []


def test_a_reply(person: Person, locked_file: Path, tmp_path: Path) -> None:
    """A comment on a page and an answer to the packet are kept over a reload, locked, and saved as a file that
    `bothways reply` reads. What is kept in the browser says nothing.
    """
    unlock(person, locked_file.as_uri())
    person.type("[data-answer=anything] textarea", "You are braver than you think.")
    follow(person, ".md-tabs__item:nth-child(3) a")
    person.click(".bw-desk-notes button")
    person.type("#bothways-said", "Who of them would you ring tomorrow?")
    person.click(".bw-notes form button")
    person.wait(
        "document.querySelector('.bw-desk-notes [role=status]').textContent.includes('2 comments, not yet saved')"
    )
    person.open(locked_file.as_uri())
    kept = person.see("Object.entries(localStorage).join()")
    assert f"bothways:{SHARE}" in kept
    assert "braver" not in kept
    assert "tomorrow" not in kept
    unlock_here(person)
    person.wait("document.querySelector('[data-answer=anything] textarea').value.includes('braver')")
    person.click(".bw-desk-notes button:last-of-type")
    saved = person.saved(".bw-notes > div > button", tmp_path)
    reply = read_reply(saved.read_bytes(), PASSPHRASE)
    assert "braver" not in saved.read_text()
    assert reply.share == SHARE
    assert {(said.page, said.asked, said.said) for said in reply.comments} == {
        (KEYED.page("packet.html"), "Anything else", "You are braver than you think."),
        (KEYED.page("people/index.html"), None, "Who of them would you ring tomorrow?"),
    }
    person.see("localStorage.clear()")


def test_a_reply_without_the_lock(person: Person, locked_file: Path, tmp_path: Path) -> None:
    """A coach who wants to may save it as plain text."""
    unlock(person, locked_file.as_uri())
    person.click(".bw-desk-notes button")
    person.type("#bothways-said", "Plainly said")
    person.click(".bw-notes form button")
    person.click(".bw-desk-notes button:last-of-type")
    person.click(".bw-notes input[type=checkbox]")
    saved = person.saved(".bw-notes > div > button", tmp_path)
    assert [said.said for said in read_reply(saved.read_bytes()).comments] == ["Plainly said"]


FAULTS = {
    "at the first byte": lambda data: data[:1],
    "in the policy": lambda data: data[:400],
    "in the style": lambda data: data[:3000],
    "in the page": lambda data: data[: data.index(b"<footer>")],
    "in the first script": lambda data: data[: data.index(b"bothwaysFault = ")],
    "in the reader": lambda data: data[: data.index(b"class Container")],
    "in the header": lambda data: data[: data.index(b"PBKDF2-SHA256 1000000") + 40],
    "in the middle": lambda data: data[: len(data) // 2],
    "a few bytes before the end": lambda data: data[:-30],
    "a letter in the middle": lambda data: data[: len(data) // 2] + b"A" + data[len(data) // 2 + 1 :],
    "rounds lowered": lambda data: data.replace(b"PBKDF2-SHA256 1000000", b"PBKDF2-SHA256 1000"),
    "the envelope gone": lambda data: data.replace(b'id="locked"', b'id="looked"'),
}
TOO_SOON = ("at the first byte", "in the policy")
"""So little is left that there is nothing to be seen yet: fewer than 2 kB."""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_cut_or_changed_file_says_so(person: Person, locked_file: Path, tmp_path: Path, fault: str) -> None:
    """Wherever it was cut or changed, there is a sentence that says what to do, and no place to type words into."""
    data = locked_file.read_bytes()
    path = tmp_path / "cut.html"
    path.write_bytes(FAULTS[fault](data))
    person.open(path.as_uri())
    if fault in TOO_SOON:
        assert len(path.read_bytes()) < 500
        return
    said = person.wait("document.body && document.body.innerText.trim() && document.body.innerText")
    assert "sent again" in person.wait("document.body.innerText.includes('sent again') && document.body.innerText"), (
        said
    )
    assert not person.see("!!document.querySelector('#form:not([hidden])')")


def test_on_a_host_without_https_it_says_what_to_do(person: Person, host: str) -> None:
    """A browser has no cipher there; the lock says to save the file first."""
    person.open(host.replace("127.0.0.1", "plain.example.org"))
    assert person.wait(f"{MESSAGE}.length && {MESSAGE}") == ["insecure"]
    assert not person.see("!!document.querySelector('#form:not([hidden])')")


@pytest.mark.parametrize("missing", ["delete window.DecompressionStream", "delete Crypto.prototype.subtle"])
def test_in_an_old_browser_it_says_so(browser: Browser, locked_file: Path, missing: str) -> None:
    """A browser without what the lock needs is told so, in a script that old browsers understand."""
    person = InChromium(browser)
    person.page.add_init_script(missing)
    person.open(locked_file.as_uri())
    assert messages(person) == ["old"]
    person.close()


def test_without_scripts_it_says_so(browser: Browser, locked_file: Path) -> None:
    """Whoever has turned scripts off reads why nothing happens."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(locked_file.as_uri())
    assert "needs JavaScript" in page.inner_text("body")
    context.close()


def test_it_prints(browser: Browser, locked_file: Path) -> None:
    """The page that is shown comes out on paper, whole, and without the buttons."""
    person = InChromium(browser)
    unlock(person, locked_file.as_uri())
    printed = PdfReader(io.BytesIO(person.page.pdf(format="A4")))
    text = " ".join(page.extract_text() for page in printed.pages)
    assert "Decisions wanted" in text
    assert "Write a comment" not in text
    person.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(browser: Browser, locked_file: Path, scheme: str) -> None:
    """No rule of axe is broken by the lock, by a page behind it, or by the dialog for a comment; nothing is said on the
    console, and nothing scrolls sideways.
    """
    context = browser.new_context(viewport=DESK, color_scheme=scheme, reduced_motion="reduce")
    person = InChromium.__new__(InChromium)
    person.context, person.page = context, context.new_page()
    heard: list[str] = []
    person.page.on("console", lambda said: heard.append(said.text))
    person.page.on("pageerror", lambda error: heard.append(str(error)))
    found = []

    def look(what: str) -> None:
        person.page.evaluate(AXE)
        for viewport in (DESK, PHONE):
            person.page.set_viewport_size(viewport)
            found.extend(f"{what}: {rule}" for rule in person.page.evaluate(RUN, ["tag", RULES]))
            if person.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{what} scrolls sideways at {viewport['width']}")

    person.open(locked_file.as_uri())
    person.page.click("#show")
    look("the lock")
    unlock_here(person)
    look("the packet")
    person.click(".bw-desk-notes button")
    person.type("#bothways-said", "A comment")
    look("a comment")
    person.click(".bw-notes form button")
    person.click(".bw-desk-notes button:last-of-type")
    look("the reply")
    context.close()
    assert not found
    assert not heard


def test_the_file_itself_says_nothing(locked_file: Path, coach_edition: Shared) -> None:
    """No title, name or number of the workbook stands in what everybody can read of it."""
    front = locked_file.read_text().split('<script type="text/plain" id="locked">')[0]
    titles = re.findall(r"<title>(.*?)</title>", coach_edition.files["index.html"].decode())
    assert titles[0] not in front
    for word in ("Ruth", "Amadi", "Ines", "Session", "workbook"):
        assert word not in front
    assert unseal("locked file", locked_file.read_text().split('id="locked">\n')[1].split("</script>")[0], PASSPHRASE)
