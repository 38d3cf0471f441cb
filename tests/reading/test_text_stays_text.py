"""What a person types is what they get: a value is a text as written, or it is refused or hinted at its place."""

# ruff: noqa: RUF001 - letters that look alike are what is tested

import unicodedata

import pytest

from bothways.problems import ProblemsFound
from workbooks import reading

AS_TYPED = (
    "0414 555 010",
    "+61 414 555 010",
    "0155501",
    "00",
    "007",
    "1_000",
    "1,000",
    "1.10",
    "1.",
    ".5",
    "1e3",
    "0x1F",
    "0o17",
    "0b11",
    "-12",
    "+12",
    "1/2",
    "50%",
    "12:30",
    "12:30:45",
    "190:20:30",
    "2026-11-20",
    "2026-11-20T10:00:00Z",
    "20/11/2026",
    "no",
    "No",
    "NO",
    "yes",
    "on",
    "off",
    "y",
    "n",
    "true",
    "False",
    "nullify",
    "nulls",
    "None",
    "nil",
    "undefined",
    "NaN",
    ".nan",
    ".inf",
    "-.inf",
    "=1+1",
    "=",
    "+",
    "-x",
    "--",
    "-",
    "--x",
    "?x",
    "??",
    ":x",
    "x:",
    "a:b",
    "a::b",
    "https://a.example.org/?b=1&c=2#d",
    "mailto:dana@example.org",
    "C:\\Users\\Ana",
    "\\n is no line break",
    "<<",
    "< 5",
    "<b>bold</b>",
    "a > b",
    "~x",
    "~/notes",
    "x~",
    "it's",
    'O\'Brien said "no"',
    'x "y" z',
    "a#b",
    "a#",
    "C# and F#",
    "a, b",
    "a; b",
    "[a",
    "{a",
    "a [b] {c}",
    "a ]",
    "(a)",
    "a | b",
    "a > b | c",
    "x *bold* y",
    "x & y",
    "Smith & Co",
    "dana@example.org",
    "100 % sure",
    "wow!",
    "x !y",
    "x `y`",
    "^up",
    "$5",
    "_under_",
    "/slash",
    "\\",
    ";",
    ",comma",
    "...",
    "....",
    "x ...",
    "{{ me.name }}",
    "{% raw %}",
    "a\u00a0b",
    "\u00a0a\u00a0",
    "“smart quotes”",
    "‘smart’",
    "«guillemets»",
    "em — dash",
    "🎉",
    "👩‍👩‍👧",
    "🇦🇺 flag",
    "שלום",
    "مرحبا 123",
    "abc \u202bשלום\u202c def",
    "日本語",
    unicodedata.normalize("NFD", "José Ångström"),
    unicodedata.normalize("NFC", "José Ångström"),
    "ﬁ ligature",
    "İstanbul",
    "ß",
    "zero\u200bwidth",
    "\ufeffmark",
    "𝒟𝒶𝓃𝒶",
)
"""Plain values, with nothing round them."""

NEEDS_QUOTES = ("-", "x:", "[a", "{a", ",comma", "{{ me.name }}", "{% raw %}")
"""Of these, the ones that mean something else with nothing round them: refused, as `REFUSED` shows."""

READ_WITH_A_HINT = (
    "*bold*",
    "**bold**",
    "*",
    "&co",
    "& co",
    "!wow",
    "! wow",
    "!!str x",
    "!<tag:x> y",
    "@home",
    "%",
    "%YAML 1.1",
    "`code`",
    "*a:b*",
)
"""Plain values that other programs would stumble over."""

NOTHING = ("", "~", "null", "Null", "NULL", "''", '""', '"   "', "# only a remark")
"""Ways of not saying anything."""

REFUSED = {
    "- x": "dash-in-text",
    "? x": "question-mark",
    "key: value": "colon-in-text",
    "a: b: c": "colon-in-text",
    "[a": "bracket",
    "{a": "bracket",
    "]": "bracket",
    "}": "bracket",
    "[a] b": "bracket",
    "{a} b": "bracket",
    '"a" b': "after-quote",
    "'a' b": "after-quote",
    '"a': "quote-missing",
    "'a": "quote-missing",
    '"\\d"': "backslash",
    "| x": "block-text",
    "> 50": "block-text",
    "-": "dash-in-text",
    "x:": "colon-in-text",
    ",comma": "bracket",
    "{{ me.name }}": "not-a-key",
    "{% raw %}": "text-wanted",
    "[a, b]": "text-wanted",
    "{a: b}": "text-wanted",
    "\t- x": "tab",
}
"""What a role cannot be, and why."""


def read_as(text: str) -> dict[str, object]:
    """What a person's notes, role and interest are when written as this."""
    records = f"- name: Dana Okafor\n  notes: {text}\n  interests:\n    - {text}\n    - Bees\n"
    (person,) = reading({"people.yaml": records}).workbook.people
    return {"notes": person.notes, "interests": person.interests}


def test_there_are_enough_awkward_texts() -> None:
    """A hundred at least."""
    assert len(set(AS_TYPED)) + len(READ_WITH_A_HINT) >= 110


@pytest.mark.parametrize("text", [text for text in AS_TYPED if text not in NEEDS_QUOTES])
def test_a_plain_text_is_what_was_typed(text: str) -> None:
    """No number, date or yes is guessed, and no character is changed."""
    said = reading({"people.yaml": f"- name: Dana Okafor\n  notes: {text}\n  interests:\n    - {text}\n    - Bees\n"})
    (person,) = said.workbook.people
    assert (person.notes, person.interests) == (text, (text, "Bees"))
    assert said.hints == ()


@pytest.mark.parametrize("text", AS_TYPED)
def test_a_quoted_text_is_what_was_typed(text: str) -> None:
    """Single quotes keep every character; an apostrophe is written twice."""
    quoted = "'" + text.replace("'", "''") + "'"
    assert read_as(quoted) == {"notes": text, "interests": (text, "Bees")}


@pytest.mark.parametrize("text", AS_TYPED)
def test_a_long_text_is_what_was_typed(text: str) -> None:
    """After a bar every character stands for itself."""
    said = reading({"people.yaml": f"- name: Dana Okafor\n  notes: |\n    {text}\n    {text}\n"})
    assert said.workbook.people[0].notes == f"{text}\n{text}\n"


@pytest.mark.parametrize("text", READ_WITH_A_HINT)
def test_a_text_that_others_stumble_over_is_read_with_a_hint(text: str) -> None:
    """It is read as typed, and the hint stands where it is written."""
    said = reading({"people.yaml": f"- name: Dana Okafor\n  notes: {text}\n  interests: [{text}]\n"})
    (person,) = said.workbook.people
    assert (person.notes, person.interests) == (text, (text,))
    assert [(hint.code, hint.severity, hint.place.line, hint.place.column) for hint in said.hints] == [
        ("quote-it", "hint", 2, 10),
        ("quote-it", "hint", 3, 15),
    ]


@pytest.mark.parametrize("text", READ_WITH_A_HINT)
def test_in_quotes_nobody_stumbles(text: str) -> None:
    """The hint's advice is good: with quotes there is no hint, and the same text."""
    said = reading({"people.yaml": f'- name: Dana Okafor\n  notes: "{text}"\n'})
    assert said.workbook.people[0].notes == text
    assert said.hints == ()


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_not_said(text: str) -> None:
    """An empty value leaves the field out."""
    said = reading({"people.yaml": f"- name: Dana Okafor\n  notes: {text}\n  interests: {text}\n"})
    (person,) = said.workbook.people
    assert (person.notes, person.interests) == (None, ())


@pytest.mark.parametrize("text", ["'~'", '"null"', "'NULL'"])
def test_nothing_in_quotes_is_a_text(text: str) -> None:
    """Somebody may be called Null."""
    assert reading({"people.yaml": f"- name: {text}\n"}).workbook.people[0].name == text.strip("'\"")


@pytest.mark.parametrize(("text", "code"), REFUSED.items())
def test_what_cannot_be_read_is_refused_at_its_line(text: str, code: str) -> None:
    """Never read as something else."""
    with pytest.raises(ProblemsFound) as found:
        reading({"people.yaml": f"- name: Dana Okafor\n  role: {text}\n"})
    first = next(problem for problem in found.value.problems if problem.code == code)
    assert (first.place.file, first.place.line) == ("workbook/people.yaml", 2)
    assert first.hint


@pytest.mark.parametrize("text", ["Trumpet #1", "a #b", "C #sharp"])
def test_a_text_that_is_cut_is_hinted(text: str) -> None:
    """A number sign after a space begins a remark in YAML: the person is told, at the text."""
    said = reading({"people.yaml": f"- name: Dana Okafor\n  role: {text}\n"})
    assert said.workbook.people[0].role == text.partition(" #")[0]
    assert [(hint.code, hint.place.line, hint.place.column) for hint in said.hints] == [("text-cut", 2, 9)]


def test_a_remark_is_no_cut() -> None:
    """A remark as people write them, with a space after the sign, is not hinted."""
    assert reading({"people.yaml": "- name: Dana Okafor # from the choir\n"}).hints == ()


def test_two_halves_of_a_character_are_one() -> None:
    """Other programs write an emoji as two escapes."""
    said = reading({"people.yaml": '- {"name": "Dana \\ud83c\\udf89"}\n'})
    assert said.workbook.people[0].name == "Dana 🎉"
