"""Who led to whom, from what is written about people, talks and organisations."""

from workbooks import facts

DANA = "- {name: Dana Okafor, introduced_by: Bea Ostrander}\n"


def led(**files):
    """Who led to whom in the workbook that these files hold, on 1 December 2026."""
    return facts({f"{name}.yaml": text for name, text in files.items()}).introductions


def drawn(found):
    """The trees as indented names."""
    return ["  " * member.depth + member.who.name for tree in found.trees for member in tree.members]


def test_introduced_by_makes_a_tree_in_the_order_of_the_file():
    """Everybody stands under whoever led to them."""
    found = led(
        people="""
        - name: Bea Ostrander
        - {name: Amara Nilsen, introduced_by: Bea Ostrander}
        - {name: Dana Okafor, introduced_by: Bea Ostrander}
        - {name: Tomasz Vale, introduced_by: Dana Okafor}
        """
    )
    assert drawn(found) == ["Bea Ostrander", "  Amara Nilsen", "  Dana Okafor", "    Tomasz Vale"]
    assert [who.name for who in found.trees[0].chain(3)] == ["Bea Ostrander", "Dana Okafor", "Tomasz Vale"]


def test_somebody_without_a_record_may_have_led_to_others():
    """The baker counts, though nobody wrote a record for her; in any case and spacing she is one."""
    found = led(people=DANA + "- {name: Amara Nilsen, introduced_by: bea  ostrander}\n")
    assert drawn(found) == ["Bea Ostrander", "  Dana Okafor", "  Amara Nilsen"]
    assert found.trees[0].beginning.person is None


def test_people_who_led_to_nobody_are_not_drawn():
    """They are met on one's own; a person with a tree is not among them."""
    found = led(people=DANA + "- {name: Petra Lindholm, met_at: School gate}\n")
    assert [person.name for person in found.alone] == ["Petra Lindholm"]
    assert "Petra Lindholm" not in drawn(found)


def test_an_introduction_promised_in_a_held_talk_is_in_the_tree():
    """It is shown as promised until it is made, or until something happened between the two of us."""
    talk = "- {with: Dana Okafor, date: 2026-11-20, introductions: [{to: Helen Brandt%s}]}\n"
    people = "- name: Dana Okafor\n"
    promised = led(people=people, conversations=talk % "").trees[0].members[1]
    made = led(people=people, conversations=talk % ", made: 2026-11-25").trees[0].members[1]
    later = led(people=people, conversations=talk % ", made: 2026-12-25").trees[0].members[1]
    wrote = (
        led(people=people, conversations=talk % "", log="- {date: 2026-11-26, who: Helen Brandt, did: heard}\n")
        .trees[0]
        .members[1]
    )
    assert (promised.who.name, promised.is_promised) == ("Helen Brandt", True)
    assert not made.is_promised
    assert later.is_promised
    assert not wrote.is_promised


def test_a_promise_in_a_talk_that_was_not_held_counts_for_nothing():
    """A planned or cancelled talk has promised nobody."""
    talk = "- {with: Dana Okafor, date: %s, introductions: [Helen Brandt]}\n"
    assert not led(people="- name: Dana Okafor\n", conversations=talk % "2026-12-20").trees
    assert not led(people="- name: Dana Okafor\n", conversations=talk % "2026-11-20, status: cancelled").trees
    assert led(people="- name: Dana Okafor\n", conversations=talk % "2026-11-20").trees


def test_a_record_says_more_than_a_talk():
    """Whoever was introduced by one person, or met somewhere, is not moved by another person's promise."""
    found = led(
        people=DANA + "- {name: Joss Merriweather, met_at: Hotel}\n- {name: Wen Castellane, introduced_by: Joss}\n",
        conversations="- {with: Wen Castellane, date: 2026-11-20, introductions: [Dana Okafor, Joss Merriweather]}\n",
    )
    assert drawn(found) == ["Bea Ostrander", "  Dana Okafor", "Joss", "  Wen Castellane"]
    assert [person.name for person in found.alone] == ["Joss Merriweather"]


def test_a_promise_never_makes_a_circle():
    """Somebody led to by Bea offers to introduce Bea: she stays the beginning."""
    found = led(
        people=DANA + "- name: Bea Ostrander\n",
        conversations="- {with: Dana Okafor, date: 2026-11-20, introductions: [Bea Ostrander, Dana Okafor]}\n",
    )
    assert drawn(found) == ["Bea Ostrander", "  Dana Okafor"]


ROWING = """
- name: Tidewick Rowing Club
  outcome: {what: %s, date: 2026-11-19, through: [%s]}
"""


def test_an_outcome_marks_the_branch_from_its_beginning():
    """The way to it bears, the other branches do not; it hangs on the last person of the way."""
    people = (
        DANA + "- {name: Tomasz Vale, introduced_by: Dana Okafor}\n- {name: Amara Nilsen, introduced_by: Dana Okafor}\n"
    )
    found = led(people=people, organisations=ROWING % ("client", "Dana Okafor, Tomasz Vale"))
    members = {member.who.name: member for member in found.trees[0].members}
    assert [name for name, member in members.items() if member.bore_fruit] == [
        "Bea Ostrander", "Dana Okafor", "Tomasz Vale",
    ]  # fmt: skip
    assert [one.name for one in members["Tomasz Vale"].outcomes] == ["Tidewick Rowing Club"]
    assert not members["Dana Okafor"].outcomes
    assert [[who.name for who in chain] for chain in found.harvests[0].chains] == [
        ["Bea Ostrander", "Dana Okafor", "Tomasz Vale"]
    ]


def test_an_outcome_of_none_bears_nothing():
    """A courteous no is no fruit."""
    found = led(people=DANA, organisations=ROWING % ("none", "Dana Okafor"))
    assert not found.harvests
    assert not any(member.bore_fruit for member in found.trees[0].members)


def test_an_outcome_through_somebody_met_on_ones_own_is_drawn():
    """A single person with fruit is a tree; an outcome through nobody is listed without a way."""
    found = led(people="- name: Piet Sandoval\n", organisations=ROWING % ("role", "Piet Sandoval"))
    assert drawn(found) == ["Piet Sandoval"]
    assert not found.alone
    nobody = led(people="- name: Piet Sandoval\n", organisations="- {name: Mill, outcome: {what: role}}\n")
    assert nobody.harvests[0].chains == ()


def test_people_who_know_each_other_are_said_once():
    """Said from both sides it is one pair; whoever led to the other is no news."""
    people = """
        - {name: Bea Ostrander, knows: [Dana Okafor]}
        - {name: Dana Okafor, introduced_by: Bea Ostrander, knows: [Amara Nilsen, Dana Okafor]}
        - {name: Amara Nilsen, knows: Dana Okafor}
    """
    found = facts({"people.yaml": people}).acquaintances
    assert [(one.name, other.name) for one, other in found] == [("Dana Okafor", "Amara Nilsen")]


def test_a_chain_of_three_hundred_generations_is_a_tree():
    """Depth asks nothing of the machine."""
    chain = "".join(f"- {{name: Person {n}, introduced_by: Person {n - 1}}}\n" for n in range(1, 300))
    assert led(people=chain).trees[0].members[-1].depth == 299
