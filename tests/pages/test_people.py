"""What the People pages say."""

from bothways.pages import people
from workbooks import facts


def pages(text: str, **files: str):
    made = facts({"people.yaml": text} | {f"{name}.yaml": body for name, body in files.items()})
    return {page.address: page for page in people.pages(made)}


def test_with_nobody_yet_the_page_says_whom_to_begin_with():
    """An empty list shows the file and three lines to start from."""
    html = pages("")["people/index.html"].html
    assert "none of them needs to be useful" in html
    assert "workbook/people.yaml" in html
    assert "- name: Bea Ostrander" in html


def test_everybody_has_a_line_and_a_page():
    """The overview links to each person's page."""
    made = pages("- {name: Dana Okafor, role: Head of food, interests: sourdough}\n- {name: Piet Sandoval}")
    assert set(made) == {"people/index.html", "people/dana-okafor.html", "people/piet-sandoval.html"}
    assert 'href="../people/dana-okafor.html"' in made["people/index.html"].html
    assert "Head of food" in made["people/index.html"].html


def test_a_name_without_a_record_is_no_link():
    """Somebody nobody wrote down is named, and that is all."""
    html = pages("- {name: Dana Okafor, introduced_by: Selwyn Pike}")["people/dana-okafor.html"].html
    assert '<b class="bw-name">Selwyn Pike</b>' in html
    assert "selwyn-pike.html" not in html


def test_what_a_person_writes_never_becomes_markup():
    """Fields are escaped; notes are Markdown that cannot run anything."""
    html = pages(
        "- name: Dana Okafor\n"
        "  interests: ['<script>alert(1)</script>', '\"><img src=x onerror=alert(1)>']\n"
        "  notes: |\n"
        "    **Kind** <script>alert(2)</script> [link](javascript:alert(3)) <img src=x onerror=alert(4)>\n"
    )["people/dana-okafor.html"].html
    assert "<strong>Kind</strong>" in html
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_pronouns_are_used_where_they_are_known():
    """She and her for she/her; the name, where nothing is said."""
    assert "About her" in pages("- {name: Dana Okafor, pronouns: she/her}")["people/dana-okafor.html"].html
    assert "About Dana" in pages("- {name: Dana Okafor}")["people/dana-okafor.html"].html


def test_the_loop_shows_what_was_told():
    """Advice that was acted on, and not told yet, asks to be told."""
    html = pages(
        "- {name: Dana Okafor, pronouns: she/her}",
        conversations="- with: Dana Okafor\n  date: 2026-11-10\n  advice:\n    - {advice: Do one shift, did: Went}\n",
    )["people/dana-okafor.html"].html
    assert "Do one shift" in html
    assert "tell her" in html


def test_private_notes_say_that_they_are():
    """What is for me alone says so beside it."""
    html = pages("- {name: Dana Okafor, private_notes: Her mother is ill}")["people/dana-okafor.html"].html
    assert "Not in any shared copy" in html


def test_other_scripts_and_long_names_have_pages():
    """A name in Arabic and one of 300 characters each have their own address."""
    made = pages(f"- name: ليلى فاروق\n- name: {'Maximilian ' * 28}\n")
    assert len(made) == 3
    assert all(len(address) < 120 for address in made)
