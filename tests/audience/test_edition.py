"""The cut: who is in it, under which name, and what was left out."""

from textwrap import dedent

from bothways.audience.edition import Cut, edition
from bothways.audience.numbers import Numbers
from bothways.audience.profiles import profile
from bothways.model.workbook import Workbook
from workbooks import workbook


def cut(files: dict[str, str], name: str = "coach", numbers: Numbers | None = None) -> Cut:
    made = workbook({f"{kind}.yaml": dedent(text) for kind, text in files.items()})
    wishes = made.me.sharing if made.me else {}
    return edition(made, profile(name, wishes), numbers or Numbers())


def names(people: str, **more: str) -> list[str]:
    return [person.name for person in cut({"people": people} | more).workbook.people]


def test_a_pseudonym_says_what_somebody_does():
    """And no more of a long role than goes into a name."""
    assert names("- {name: Dana Okafor, role: Head of food services}") == ["Person 1, head of food services"]
    assert names("- {name: Dana Okafor, role: 'NHS lead; sings'}") == ["Person 1, NHS lead"]
    assert names("- {name: Dana Okafor}") == ["Person 1"]


def test_where_the_organisation_is_hidden_a_pseudonym_says_what_kind_it_is():
    """By its sector, or else by its size."""
    people = "- {name: Dana Okafor, role: Baker, organisation: Quay Lane}\n- {name: Piet Sandoval, organisation: Tern}"
    places = "- {name: Quay Lane, sector: community kitchen, size: small}\n- {name: Tern, size: four people}"
    me = "name: Ruth\nsharing: {friend: {hide: organisations.name}}"
    found = cut({"people": people, "organisations": places, "me": me}, "friend").workbook
    assert sorted(person.name.split(", ", 1)[1] for person in found.people) == [
        "baker, community kitchen",
        "four people",
    ]
    assert sorted(place.name.split(", ", 1)[1] for place in found.organisations) == ["community kitchen", "four people"]
    assert {str(person.organisation) for person in found.people} == {place.name for place in found.organisations}


def test_a_role_that_names_somebody_is_cleaned():
    """`Bea's sister` would say who it is."""
    assert (
        names(
            "- {name: Dana Okafor, role: Sister of Bea, met_on: 2026-01-01}\n- {name: Bea Ostrander, met_on: 2026-02-01}"
        )[0]
        == "Person 1, sister of Person 2"
    )


def test_numbers_follow_the_first_contact_and_not_the_alphabet():
    """Which the copy shows anyway; people without a contact come last, in an order that says nothing."""
    people = "- name: Ada Abel\n- name: Bea Beck\n- name: Cy Cole\n"
    log = "- {date: 2026-11-02, who: Bea Beck, did: wrote}\n- {date: 2026-11-01, who: Cy Cole, did: wrote}"
    made = cut({"people": people, "log": log})
    assert [(line.date.day, line.who.name) for line in made.workbook.log] == [(2, "Person 2"), (1, "Person 1")]
    assert [person.name for person in made.workbook.people] == ["Person 1", "Person 2", "Person 3"]


def test_person_7_stays_person_7():
    """Whoever is new gets a new number, and nobody gets that of somebody who is forgotten."""
    first = cut({"people": "- {name: Dana Okafor, met_on: 2026-02-01}\n- {name: Piet Sandoval, met_on: 2026-03-01}"})
    later = cut(
        {"people": "- {name: Ada Abel, met_on: 2026-01-01}\n- {name: Piet Sandoval, met_on: 2026-03-01}"},
        numbers=first.numbers,
    )
    assert [person.name for person in later.workbook.people] == ["Person 3", "Person 2"]


def test_the_list_of_numbers_names_nobody():
    """It is kept under keyed digests."""
    given = cut({"people": "- name: Dana Okafor"}, numbers=Numbers(b"key")).numbers.given
    assert list(given.values()) == [1]
    assert "dana" not in str(given).lower()
    assert list(given) != list(cut({"people": "- name: Dana Okafor"}, numbers=Numbers(b"other")).numbers.given)


def test_addresses_say_no_more_than_names():
    """Ids that somebody wrote, and the names of files, may hold a name."""
    made = cut(
        {
            "people": "- {id: dana-the-boss, name: Dana Okafor}",
            "conversations": "- {id: lunch-with-dana, with: Dana Okafor, date: 2026-11-01}",
            "events": "- {id: danas-party, name: Dana’s party, date: 2026-10-01}",
        }
    )
    found = made.workbook
    assert [record.id for record in (*found.people, *found.conversations, *found.events)] == [
        "person-1",
        "2026-11-01-person-1",
        "person-1-s-party",
    ]
    assert not any(record.written.file for record in found.records())
    assert {shown.removesuffix(".html"): own.removesuffix(".html") for shown, own in made.own_addresses.items()} == {
        "people/person-1": "people/dana-the-boss",
        "conversations/2026-11-01-person-1": "conversations/lunch-with-dana",
        "events/person-1-s-party": "events/danas-party",
    }


def test_two_talks_of_one_day_keep_an_address_each():
    talks = "- {id: a, with: Dana Okafor, date: 2026-11-01}\n- {id: b, with: Dana Okafor, date: 2026-11-01}"
    found = cut({"people": "- name: Dana Okafor", "conversations": talks}).workbook
    assert [talk.id for talk in found.conversations] == ["2026-11-01-person-1", "2026-11-01-person-1-2"]


def test_what_is_private_is_gone_with_every_reference_to_it():
    """A person, an organisation, a goal, an event."""
    made = cut(
        {
            "people": "- {name: Odile Farrant, private: yes}\n- {name: Bea Ostrander, share: never}\n- {name: Dana Okafor, introduced_by: Odile Farrant, knows: [Odile Farrant, Bea Ostrander], organisation: Tern, met_at: Supper}",
            "organisations": "- {name: Tern, private: yes}\n- {name: Quay, goals: [Secret goal], outcome: {what: client, through: [Odile Farrant, Dana Okafor]}}",
            "goals": "- {goal: Secret goal, private: yes}\n- {goal: Open goal, organisations: [Tern, Quay]}",
            "events": "- {name: Supper, date: 2026-10-01, private: yes}\n- {name: Fair, date: 2026-10-01, met: [Odile Farrant, Dana Okafor]}",
            "conversations": "- {with: Dana Okafor, date: 2026-11-01, goal: Secret goal, introductions: [{to: Odile Farrant}]}",
        }
    )
    found = made.workbook
    (dana,) = found.people
    assert (dana.introduced_by, dana.knows, dana.organisation, dana.met_at) == (None, (), None, None)
    assert [place.name for place in found.organisations] == ["Quay"]
    assert found.organisations[0].goals == ()
    assert [who.name for who in found.organisations[0].outcome.through] == [dana.name]
    assert [[place.name for place in goal.organisations] for goal in found.goals] == [["Quay"]]
    assert [[who.name for who in event.met] for event in found.events] == [[dana.name]]
    assert (found.conversations[0].goal, found.conversations[0].introductions) == (None, ())
    assert made.report.left_out == {"people": 2, "organisations": 1, "goals": 1, "events": 1}


def test_a_talk_or_a_line_with_a_private_person_alone_is_left_out():
    """One with others stays, without them."""
    made = cut(
        {
            "people": "- {name: Odile Farrant, private: yes}\n- name: Dana Okafor",
            "log": "- {date: 2026-11-01, who: Odile Farrant, did: wrote}\n- {date: 2026-11-02, who: Dana Okafor, did: introduced, to: Odile Farrant}\n- {date: 2026-11-03, who: Dana Okafor, did: asked-introduction, to: Odile Farrant}",
            "conversations": "- {with: Odile Farrant, date: 2026-11-04}\n- {with: [Odile Farrant, Dana Okafor], date: 2026-11-05, learned: Odile knows bread}",
        }
    ).workbook
    assert [(line.who.name, line.to and line.to.name) for line in made.log] == [
        ("Person 1", "somebody"),
        ("Person 1", None),
    ]
    assert [[who.name for who in talk.with_] for talk in made.conversations] == [["Person 1"]]
    assert made.conversations[0].learned == ("Somebody knows bread",)


def test_a_record_says_for_itself_how_it_is_shown():
    """Before the profile does."""
    people = "- {name: Dana Okafor, share: full, email: dana@example.org}\n- {name: Signe Aldous, share: initials}\n- name: Piet Sandoval"
    made = cut({"people": people})
    assert sorted(person.name for person in made.workbook.people) == ["Dana Okafor", "Person 1", "S. A."]
    assert all(person.email is None for person in made.workbook.people)
    assert made.report.people == {"full": 1, "initials": 1, "pseudonym": 1}
    by_name = "name: Ruth\nsharing: {friend: {people: full}}"
    assert sorted(person.name for person in cut({"people": people, "me": by_name}, "friend").workbook.people) == [
        "Dana Okafor",
        "Piet Sandoval",
        "S. A.",
    ]


def test_initials_are_latin_letters():
    """One letter of a Chinese name may be all of it."""
    people = "- {name: 王小明, share: initials}\n- {name: ليلى فاروق, share: initials}\n- {name: Bo, share: initials}\n- {name: Caspar Lindqvist-Rowe, share: initials}"
    assert sorted(names(people)) == ["B.", "C. L. R.", "L. F.", "W."]


def test_people_without_a_record_have_pseudonyms_too():
    """Wherever they are named, and in texts."""
    made = cut(
        {
            "people": "- {name: Dana Okafor, introduced_by: Selwyn Pike, met_on: 2026-01-01, met_at: Selwyn’s kitchen}",
            "log": "- {date: 2026-02-01, who: selwyn pike, did: wrote, about: Asked Pike for bread}",
            "events": "- {name: Fair, date: 2026-03-01, met: Ximena Roake}",
            "conversations": "- {with: Dana Okafor, date: 2026-04-01, introductions: Gil Arroway, learned: Ask Ximena}",
        }
    ).workbook
    (dana,) = made.people
    assert str(dana.introduced_by) == "Person 2"
    assert str(dana.met_at) == "Person 2’s kitchen"
    assert (made.log[0].who.name, made.log[0].about) == ("Person 2", "Asked Person 2 for bread")
    assert made.events[0].met[0].name == "Person 3"
    assert made.conversations[0].introductions[0].to.name == "Person 4"
    assert made.conversations[0].learned == ("Ask Person 3",)


def test_the_owner_and_the_coach_are_named():
    """The coach knows who they are. Neither one's address is there."""
    made = cut(
        {
            "me": "{name: Ruth Amadi, email: r@example.org, phone: 01632 960117, links: 'https://r.example', one_sentence: I am Ruth, coach: {name: Ines Calder, email: i@example.org}}",
            "people": "- {name: Ines Calder, email: i@example.org}\n- {name: Dana Okafor, notes: Met Ines and Ruth}",
        }
    ).workbook
    assert (made.me.name, made.me.one_sentence, made.me.coach.name) == ("Ruth Amadi", "I am Ruth", "Ines Calder")
    assert (made.me.email, made.me.phone, made.me.links, made.me.coach.email) == (None, None, (), None)
    assert {person.name: person.notes for person in made.people} == {
        "Ines Calder": None,
        "Person 1": "Met Ines and Ruth",
    }


def test_a_coach_whose_record_is_private_stays_so():
    made = cut(
        {"me": "{name: Ruth Amadi, coach: {name: Ines Calder}}", "people": "- {name: Ines Calder, private: yes}"}
    )
    assert made.workbook.people == ()
    assert made.workbook.me.coach.name == "Somebody"


def test_a_question_that_ships_with_the_guide_stays_as_it_is():
    """It names nobody, and an answer must find it again."""
    from bothways.model.questions import Question, QuestionList, Section
    from bothways.reading.library import Library

    will = "Will you show me the oven?"
    library = Library(
        questions=(QuestionList(id="ovens", list="Ovens", sections=(Section(questions=(Question(ask=will),)),)),)
    )
    made = workbook(
        {
            "people.yaml": "- name: Will Marsh",
            "conversations.yaml": f"- {{with: Will Marsh, date: 2026-11-01, questions: ovens, answers: [{{ask: '{will}', answer: Will did}}]}}",
        },
        library,
    )
    talk = edition(made, profile("coach", {})).workbook.conversations[0]
    assert (talk.questions[0].id, talk.answers[0].ask, talk.answers[0].answer) == ("ovens", will, "Person 1 did")


def test_pictures_get_names_of_their_own_and_documents_stay():
    """Where a profile shows files at all."""
    me = "name: Ruth\nsharing: {friend: {show: goals.files}}"
    made = workbook({"me.yaml": me})
    goal = {"goals.yaml": "- goal: Bake\n"}
    made = workbook({"me.yaml": me} | goal)
    goals = tuple(
        one.model_copy(update={"files": ("dana-okafor.JPG", "letter.pdf", "dana-okafor.JPG")}) for one in made.goals
    )
    with_files = Workbook(me=made.me, goals=goals)
    shown = edition(with_files, profile("friend", made.me.sharing))
    assert shown.workbook.goals[0].files == ("picture-1.jpg", "picture-1.jpg")
    assert shown.pictures == {"picture-1.jpg": "dana-okafor.JPG"}
    assert shown.report.files_left_out == ["letter.pdf"]
    assert edition(with_files, profile("coach", {})).workbook.goals[0].files == ()


def test_the_report_counts_what_was_cut_and_says_where_to_look():
    """By field; and words that look like somebody's, with their places."""
    report = cut(
        {
            "people": "- {name: Dana Okafor, email: d@example.org, notes: 'We met Petra Hale in Lisbon, and Petra knows d@example.org and x@example.org'}\n- {name: Piet, private_notes: Hm}",
        }
    ).report
    assert report.fields == {"people.email": 1, "people.private_notes": 1}
    assert [(one.kind, one.words, one.place.line) for one in report.look_at] == [
        ("name", "Lisbon", 1),
        ("name", "Petra", 1),
        ("name", "Petra Hale", 1),
    ]
    assert [one.words for one in report.unknown_replaced] == ["x@example.org"]
    assert report.replaced == {"address": 2}
    assert report.as_json()["fields_left_out"] == {"people.email": 1, "people.private_notes": 1}


def test_what_was_taken_out_is_listed_for_the_second_lock():
    """Names, words of names, details and texts; but nothing that a shown field says too, and no everyday word."""
    taken = cut(
        {
            "me": "name: Ruth Amadi",
            "people": "- {name: Will Okafor, phone: 01632 960117, private_notes: She had been up since four, location: The old mill by the river}\n- {name: Ruth Pike, notes: The old mill by the river is closed}",
        }
    ).taken_out
    assert taken.names == {"Will Okafor", "Ruth Pike"}
    assert {"okafor", "pike"} & taken.words == {"okafor"}
    assert {"will", "ruth"} & taken.words == set()
    assert taken.details == {"01632 960117"}
    assert taken.texts == {"She had been up since four"}


def test_a_name_that_is_initials_already_is_not_taken_out_by_them():
    """Some write no more of anybody; but a longer name of theirs is taken out, and so is one that is under a number."""
    people = (
        "- {name: D. O., also_known_as: Dana Okafor, share: initials}\n- {name: É B, share: initials}\n- {name: S. P.}"
    )
    made = cut({"people": people})
    assert sorted(person.name for person in made.workbook.people) == ["D. O.", "E. B.", "Person 1"]
    assert made.taken_out.names == {"Dana Okafor", "S. P."}


def test_a_private_note_that_is_repeated_elsewhere_goes_there_too():
    """Sentence by sentence, in any case, in a message or a note; three words may be said by chance. The report counts it."""
    said = "She was let go by the bakery"
    made = cut(
        {
            "people": f"- {{name: Dana Okafor, private_notes: '{said}. I was sad.', notes: 'I was sad. Bread.'}}",
            "goals": f"- {{goal: Bake, why: 'Because, {said.lower()}, I bake'}}",
        }
    )
    assert made.workbook.goals[0].why == "Because, (left out), I bake"
    assert made.workbook.people[0].notes == "I was sad. Bread."
    assert made.report.replaced == {"sentence": 1}
    assert said not in str(made.workbook)
