"""The safety net: how wide, how fresh, and whether each need has a second name."""

from datetime import date

from bothways.derive.safety_net import has_second_name
from workbooks import facts


def net(day=date(2026, 12, 1), **files):
    """The net of the workbook that these files hold."""
    return facts({f"{name}.yaml": text for name, text in files.items()}, day).safety_net


def test_only_people_of_whom_there_was_a_sign_are_counted():
    """Whoever was only written to could not be asked."""
    found = net(
        people="[{name: Ada}, {name: Bea}, {name: Cyril}]",
        log="- {date: 2026-11-01, who: Ada, did: heard}\n- {date: 2026-11-01, who: Bea, did: wrote}\n",
    )
    assert found.people == 1


def test_somebody_met_once_is_in_the_net_too():
    """At an event, or on a day of its own record; one that is still to come does not count."""
    found = net(
        people="[{name: Ada}, {name: Bea, met_on: 2020-05-01}, {name: Cyril}]",
        events="""
        - {name: Food Forum, date: 2026-11-02, met: Ada}
        - {name: Supper, date: 2026-12-08, met: Cyril}
        """,
    )
    assert (found.people, found.this_quarter, found.longer_ago) == (2, 1, 1)


def test_fields_are_the_sectors_of_their_organisations_the_largest_first():
    """An organisation without a record, or without a sector, is a field of its own; capitals do not count."""
    found = net(
        organisations="- {name: A, sector: Health}\n- {name: B, sector: health}\n- {name: C}\n",
        people="""
        - {name: P1, organisation: A}
        - {name: P2, organisation: B}
        - {name: P3, organisation: C}
        - {name: P4, organisation: The mill}
        - {name: P5}
        """,
        log="".join(f"- {{date: 2026-11-01, who: P{n}, did: heard}}\n" for n in range(1, 6)),
    )
    assert [(field.name, field.people) for field in found.fields] == [("Health", 2), ("C", 1), ("The mill", 1)]
    assert found.without_field == 1


def test_how_fresh_it_is_is_told_in_three_parts():
    """Three months, a year, longer: each person is in one of them."""
    found = net(
        people="[{name: Ada}, {name: Bea}, {name: Cyril}, {name: Dana}]",
        log="""
        - {date: 2026-09-01, who: Ada, did: heard}
        - {date: 2026-08-30, who: Bea, did: heard}
        - {date: 2025-11-29, who: Cyril, did: heard}
        - {date: 2020-11-29, who: Dana, did: received}
        """,
    )
    assert (found.this_quarter, found.this_year, found.longer_ago) == (1, 1, 2)


def test_a_need_is_covered_by_two_people():
    """One name is not enough, the same name twice is one, and three are enough too."""
    me = """
        name: Ruth
        needs:
          - {need: A, people: [Ada, Bea]}
          - {need: B, people: [Ada, Ada]}
          - {need: C}
          - {need: D, people: [Ada, Bea, Cyril]}
        """
    found = net(me=me, people="[{name: Ada}, {name: Bea}, {name: Cyril}]")
    assert [need.need for need in found.covered] == ["A", "D"]
    assert [has_second_name(need) for need in found.needs] == [True, False, False, True]


def test_an_empty_workbook_has_no_net_yet():
    """Nought of everything."""
    found = net()
    assert (found.people, found.fields, found.without_field, found.needs) == (0, (), 0, ())
