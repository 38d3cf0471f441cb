"""A problem is data: a place, what is wrong, what to do. Many are said in one order, each once."""

from bothways.problems import NOWHERE, Place, Problem, ProblemsFound, in_order, serious

TYPO = Problem(
    Place("workbook/people.yaml", 14, 5),
    "unknown-field",
    "introducd_by is not a field of a person.",
    "Did you mean introduced_by?",
    "people[Dana Okafor].introducd_by",
)
HINT = Problem(Place("workbook/people.yaml", 2, 9), "text-cut", "The text ends here.", severity="hint")


def test_a_problem_is_one_line() -> None:
    """As `bothways check` prints it: place, message, hint."""
    assert str(TYPO) == (
        "workbook/people.yaml:14:5: introducd_by is not a field of a person. Did you mean introduced_by?"
    )


def test_without_a_hint_nothing_trails() -> None:
    """No space at the end of the line."""
    assert str(HINT) == "workbook/people.yaml:2:9: The text ends here."


def test_a_problem_as_json_has_the_promised_fields() -> None:
    """The object that `--json` prints."""
    assert TYPO.as_json() == {
        "file": "workbook/people.yaml",
        "line": 14,
        "column": 5,
        "severity": "problem",
        "field": "people[Dana Okafor].introducd_by",
        "message": "introducd_by is not a field of a person.",
        "hint": "Did you mean introduced_by?",
        "code": "unknown-field",
    }


def test_problems_come_by_place_each_once() -> None:
    """By file, line and column, as numbers: line 9 before line 14."""
    late = Problem(Place("workbook/people.yaml", 9, 1), "a", "b")
    assert in_order([TYPO, late, HINT, TYPO]) == (HINT, late, TYPO)


def test_columns_count_before_codes() -> None:
    """Two problems of one line are in the order in which they are read."""
    first, second = (Problem(Place("f", 1, column), code, "m") for column, code in ((2, "z"), (3, "a")))
    assert in_order([second, first]) == (first, second)


def test_hints_stop_nothing() -> None:
    """Only problems are serious."""
    assert serious([HINT, TYPO]) == (TYPO,)
    assert serious([HINT]) == ()


def test_the_error_holds_all_problems() -> None:
    """Not only the first, and it reads as the lines do."""
    found = ProblemsFound([TYPO, HINT])
    assert found.problems == (HINT, TYPO)
    assert str(found) == f"{HINT}\n{TYPO}"


def test_nowhere_is_no_file() -> None:
    """What was not written has no place."""
    assert Place("", 1, 1) == NOWHERE
