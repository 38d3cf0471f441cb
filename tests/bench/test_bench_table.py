"""What the tables say of the measurements."""

from bench import cohort
from bench.cohort import Row
from bench.report import remarks
from bench.table import COLD, MEMORY, SERVED, Results, tables
from bench.tools import HUGO, MKDOCS, OURS


def measured(values: dict[tuple[str, str, int], float]) -> str:
    return "\n\n".join(tables(Results(values)))


def test_ours_is_divided_by_theirs() -> None:
    said = measured({(COLD, OURS, 500): 2.0, (COLD, MKDOCS, 500): 8.0, (COLD, HUGO, 500): 1.0})
    assert "| bothways divided by MkDocs + Material | 0.25 |" in said
    assert "| bothways divided by Hugo | 2.00 |" in said


def test_a_target_is_met_to_the_very_number_and_missed_above_it() -> None:
    met = measured({(COLD, OURS, 500): 3.5, (COLD, MKDOCS, 500): 10.0})
    assert "| cold build of 500, divided by MkDocs + Material | 0.35 | 0.35 | met |" in met
    missed = measured({(COLD, OURS, 500): 3.6, (COLD, MKDOCS, 500): 10.0})
    assert "| cold build of 500, divided by MkDocs + Material | 0.35 | 0.36 | missed |" in missed


def test_bytes_are_shown_in_millions() -> None:
    said = measured({(MEMORY, OURS, 2000): 151_000_000})
    assert "| memory of a cold build of 2,000 | 150 MB | 151 MB | missed |" in said
    assert "| bothways | 151 |" in said


def test_the_slowest_kind_of_edit_counts_and_only_if_all_were_measured() -> None:
    all_ = {(what, OURS, 500): 0.05 for what in SERVED} | {("a guide page", OURS, 500): 0.3}
    assert "| edit to page of 500, the slowest kind | 0.1 s | 0.3 s | missed |" in measured(all_)
    del all_["a style file", OURS, 500]
    assert "the slowest kind" not in measured(all_)


def test_what_was_not_measured_is_no_row_and_a_gap_is_a_dash() -> None:
    said = measured({(COLD, OURS, 500): 2.0, (COLD, OURS, 8000): 20.0, (COLD, MKDOCS, 500): 8.0})
    assert "| MkDocs + Material | 8.00 | – |" in said
    assert "| bothways divided by MkDocs + Material | 0.25 | – |" in said
    assert "Hugo" not in said
    assert "Memory" not in said
    assert measured({}) == ""


def test_growth_is_from_2000_to_8000() -> None:
    said = measured({(COLD, OURS, 2000): 4.0, (COLD, OURS, 8000): 18.0})
    assert "| cold build of 8,000, divided by that of 2,000 | 4 | 4.5 | missed |" in said


def test_what_was_left_out_is_said() -> None:
    assert list(remarks(Results())) == []
    assert "- Hugo is left out" in "".join(remarks(Results(remarks=["Hugo is left out"])))


HUNDRED = (
    Row(100, 1, 100, first=3.0, each=0.5, processor=0.5, largest=100_000_000, files=200, size=7_000_000),
    Row(100, 2, 100, first=3.0, each=0.25, processor=0.5, largest=100_000_000, files=200, size=7_000_000),
)


MANY = (
    Row(10_000, 1, 120, 5.0, 0.5, 0.5, 100_000_000, files=200, size=7_000_000),
    Row(10_000, 2, 120, 5.0, 0.2, 0.5, 90_000_000, files=200, size=7_000_000),
)


def test_a_sample_is_called_one_and_its_whole_is_reckoned() -> None:
    said = "\n".join(cohort.tables(MANY))
    assert "| 10,000 | 1 | a sample of 120 | 5.0 | 0.500 | 5,004, reckoned | 0.500 | 100 |" in said
    assert "| 10,000 by two processes, divided by one | 0.6 | 0.40 | met |" in said


def test_all_hundred_are_called_all() -> None:
    said = "\n".join(cohort.tables(HUNDRED))
    assert "| 100 | 1 | all | 3.0 | 0.500 | 52 | 0.500 | 100 |" in said
    assert "divided by 100" not in said


def test_flat_is_judged_between_the_fewest_and_the_most() -> None:
    rows = (
        *HUNDRED,
        Row(1000, 1, 120, 3.0, 0.6, 0.6, 105_000_000, 200, 7),
        Row(1000, 2, 120, 3.0, 0.25, 0.5, 100_000_000, 200, 7),
    )
    said = "\n".join(cohort.tables(rows))
    assert "| seconds each, of 1,000 divided by 100, 1 at once | 1.1 | 1.20 | missed |" in said
    assert "| memory of the largest process, of 1,000 divided by 100, 1 at once | 1.1 | 1.05 | met |" in said


def test_what_30000_cost_is_reckoned_from_the_most_that_were_measured() -> None:
    said = "\n".join(cohort.tables((*HUNDRED, *MANY)))
    assert (
        "Measured with 10,000 workbooks of 40 people: 0.50 s for each by one process, 0.20 s by two, and 100 MB" in said
    )
    assert (
        "30,000 sites take 4.2 hours by one process, 1.7 by two, and 210 GB on the disk in 6.0 million files." in said
    )


def test_no_cohort_is_no_table() -> None:
    assert list(cohort.tables(())) == []
