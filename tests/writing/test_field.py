"""Fields set by a form: the file then says what was wished, and everything else stays as it was."""

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothways.problems import ProblemsFound
from bothways.reading.library import Library
from bothways.reading.outline import read_plain
from bothways.writing.desk import Desk
from bothways.writing.field import aligned, set_fields, without_nothing

SEVERAL = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)

PEOPLE = """\
# Everybody I know
- name: Bea Ostrander   # from the choir
  tie: close

- name: Dana Okafor
  # she decides about the kitchen
  role: Head of food services
  interests:
    - sourdough   # ask about the rye
    - chess
  # three things
  helps_with: [prices, suppliers]
  i_can_help_with: a recipe
  notes: |
    Met at the market.

    Laughs a lot.
  steps:
    - Send the article   # the one about rye
    - do: Ask about suppliers
      by: 2026-12-04
      # it can wait
  # the end of Dana

- {name: Piet Sandoval, tags: [ovens, rye]}
# the last line
"""


def edited(folder: Path, text: str, *wishes: dict[str, Any], number: int = 1) -> str:
    """The file after fields of one person were set, one form after another."""
    path = folder / "people.yaml"
    path.write_text(text)
    for wish in wishes:
        desk = Desk(folder, Library(), "workbook")
        set_fields(desk, desk.workbook.people[number].written, wish)
        desk.prepare().write()
    return path.read_text()


def difference(before: str, after: str) -> str:
    """The lines that went and came."""
    old, new = before.splitlines(), after.splitlines()
    gone = [f"- {line}" for line in old if line not in new]
    return "\n".join([*gone, *(f"+ {line}" for line in new if line not in old)])


@pytest.mark.parametrize(
    ("wish", "lines"),
    [
        ({"role": "Cook"}, "-   role: Head of food services\n+   role: Cook"),
        ({"role": ""}, "-   role: Head of food services"),
        ({"location": "Millbrook"}, "+   location: Millbrook"),
        ({"role": "Head: of food"}, '-   role: Head of food services\n+   role: "Head: of food"'),
        ({"interests": ["sourdough", "go"]}, "-     - chess\n+     - go"),
        ({"interests": ["", "chess"]}, "-     - sourdough   # ask about the rye"),
        ({"interests": ["sourdough", "chess", "bees"]}, "+     - bees"),
        ({"interests": ["", ""]}, "-   interests:\n-     - sourdough   # ask about the rye\n-     - chess"),
        ({"helps_with": ["prices", "ovens"]}, "-   helps_with: [prices, suppliers]\n+   helps_with: [prices, ovens]"),
        ({"i_can_help_with": ["a recipe"]}, ""),
        ({"i_can_help_with": ["a recipe", "my car"]}, "-   i_can_help_with: a recipe\n+   i_can_help_with: [a recipe, my car]"),
        ({"i_can_help_with": [""]}, "-   i_can_help_with: a recipe"),
        ({"notes": "Met at the market.\n\nLaughs a lot.\n"}, ""),
        ({"notes": "Met at the market.\n\nLaughs.\n"}, "-     Laughs a lot.\n+     Laughs."),
        ({"steps": [{"do": "Send the article"}, {"do": "Ask about suppliers", "by": "2026-12-04"}]}, ""),
        (
            {"steps": [{"do": "Send the article", "done": "2026-12-01"}, {"do": "Ask about suppliers", "by": "2026-12-04"}]},
            "-     - Send the article   # the one about rye\n+     - do: Send the article   # the one about rye\n+       done: 2026-12-01",
        ),
        (
            {"steps": [{"do": "Send the article"}, {"do": "Ask about suppliers", "by": ""}]},
            "-       by: 2026-12-04",
        ),
        (
            {"steps": [None, {"do": "Ask about suppliers", "by": "2026-12-04"}, {"do": "Call", "by": ""}]},
            "-     - Send the article   # the one about rye\n+     - do: Call",
        ),
        ({"links": ["https://a.example.org", "https://b.example.org"]}, "+   links: [https://a.example.org, https://b.example.org]"),
        ({"rest_until": "2027-01-01", "role": None}, "-   role: Head of food services\n+   rest_until: 2027-01-01"),
    ],
)  # fmt: skip
def test_only_the_lines_that_say_something_else_are_other_lines(tmp_path, wish, lines):
    """Remarks stay beside what they are about."""
    assert difference(PEOPLE, edited(tmp_path, PEOPLE, wish)) == lines


def test_a_record_in_braces_stays_in_braces(tmp_path):
    """As its writer likes it."""
    after = edited(tmp_path, PEOPLE, {"role": "Oven builder", "tags": ["ovens"]}, number=2)
    assert "- {name: Piet Sandoval, tags: [ovens], role: Oven builder}" in after


def test_a_field_that_is_there_and_says_nothing_is_filled_in_its_place(tmp_path):
    """With the lines of a list below it."""
    after = edited(
        tmp_path, "- name: Dana Okafor\n  steps:\n  role:\n", {"steps": [{"do": "Call", "by": "2026-12-04"}], "role": "Cook"},
        number=0,
    )  # fmt: skip
    assert after == "- name: Dana Okafor\n  steps:\n    - do: Call\n      by: 2026-12-04\n  role: Cook\n"


@pytest.mark.parametrize(
    ("items", "wished", "placed"),
    [
        (["a", "b", "c"], ["a", "c"], ["a", "", "c"]),
        (["a", "b", "c"], ["a", "x", "c"], ["a", "x", "c"]),
        (["a", "b"], ["a", "b", "c"], ["a", "b", "c"]),
        (["a", "b"], [], ["", ""]),
        ([], ["a"], ["a"]),
        (["a", "b"], ["x", "a", "b"], ["x", "a", "b"]),
        (["a", "b", "c"], ["c"], ["", "", "c"]),
        (["a"], ["b", "c"], ["b", "c"]),
    ],
)
def test_lines_of_a_list_find_their_items(items, wished, placed):
    """What was taken out leaves a gap, so that the others stay where they are."""
    assert aligned(items, wished) == placed


WORDS = st.text(st.sampled_from("ab :#'\"-[]{},&*!|>%@?é\n"), max_size=12).map(str.strip)
LINES = WORDS.map(lambda text: " ".join(text.replace(">", "").split()))
STEPS = st.lists(
    st.fixed_dictionaries({"do": WORDS, "by": st.sampled_from(["", "2026-12-04"])}).filter(
        lambda step: bool(step["do"]) or not step["by"]
    ),
    max_size=4,
)
FORMS = st.fixed_dictionaries(
    {},
    optional={
        "role": LINES,
        "location": LINES,
        "notes": WORDS,
        "interests": st.lists(WORDS, max_size=4),
        "helps_with": st.lists(LINES, max_size=4),
        "i_can_help_with": st.lists(WORDS, max_size=3),
        "tags": st.lists(LINES, max_size=3),
        "steps": STEPS,
    },
)
REMARKS = [
    "# Everybody I know",
    "# from the choir",
    "# she decides",
    "# three things",
    "# the end of Dana",
    "# the last line",
]


def by_hand(said: dict[str, Any], wish: dict[str, Any]) -> dict[str, Any]:
    """What a record says after somebody changed it by hand in the same way."""
    after = copy.deepcopy(said)
    for key, value in wish.items():
        if (wanted := without_nothing(value)) is None:
            after.pop(key, None)
        else:
            after[key] = wanted
    return after


def plain(record: dict[str, Any]) -> dict[str, Any]:
    """What a record means, however it is written."""

    def mean(key: str, value: Any) -> Any:
        several = value if isinstance(value, list) else [value]
        if key == "steps":
            return [{"do": one} if isinstance(one, str) else one for one in several]
        return [one.rstrip("\n") for one in several]

    return {key: mean(key, value) for key, value in record.items()}


@SEVERAL
@given(st.lists(st.tuples(st.integers(0, 2), FORMS), min_size=1, max_size=3))
def test_any_sequence_of_forms_gives_what_the_same_edits_by_hand_give(tmp_path, forms):
    """Every record says what was wished last, the others what they said, and the remarks between them are still there."""
    said = read_plain(PEOPLE)
    text = PEOPLE
    for number, wish in forms:
        text = edited(tmp_path, text, wish, number=number)
        said[number] = by_hand(said[number], wish)
        assert [plain(record) for record in read_plain(text)] == [plain(record) for record in said]
    for remark in REMARKS:
        assert remark in text
    if all(number != 0 for number, _ in forms):
        assert PEOPLE.split("- name: Dana", maxsplit=1)[0] in text


def test_a_text_alone_is_never_taken_for_another_field(tmp_path: Path) -> None:
    """`- Rest` is advice: who empties that, and says only what they did, has not advised it."""
    (tmp_path / "conversations.yaml").write_text("- with: Dana\n  date: 2026-11-20\n  advice: [Rest]\n")
    (tmp_path / "people.yaml").write_text("- name: Dana\n")
    desk = Desk(tmp_path, Library(), "")
    (talk,) = desk.workbook.conversations
    set_fields(desk, talk.written, {"advice": [{"advice": "", "did": "a cook", "told_them": ""}]})
    with pytest.raises(ProblemsFound):
        desk.prepare()
