"""Workbooks by the number: people of many scripts, written about in every way that people write."""

import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

GIVEN = "Zelma Quillon Zoë Siobhán Øyvind José-María Marek Anneke Thandiwe Nguyet Björk Łucja Ümit Xanthe Aoife Cáit".split()
FAMILY = "Okwuosa Vandersloot O’Hanrahan Lindqvist-Rowe Müller-Ahn Žižkova Fitzwhistle Strømsund Delacroix-Bex Nakagawara Peñalver".split()
OTHERS = ("王小明", "田中 さくら", "김민수", "ليلى فاروق", "דנה כהן", "Анна Иванова", "Γιώργος Παππάς")
WITH_SMALL_WORDS = (
    "Piet van der Zandhoven",
    "Lucía de la Torrealba",
    "Dr Ottoline Harkaway",
    "Mzwandile kaMpangazitha",
)
EVERYDAY = ("Will Thornquist", "Rose Fernweather", "May Oakenfull")

WAYS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: name.replace(" ", "\u00a0"),
    lambda name: name.replace(" ", "  "),
    lambda name: f"{name}’s" if name.isascii() else name,
    lambda name: f"{name.split()[-1]}, {name.split()[0]}" if len(name.split()) == 2 else name,
    lambda name: name.split()[0] if not name.startswith(("Dr", "Will", "Rose", "May")) else name,
    lambda name: name.split()[-1],
    lambda name: name.replace(" ", "-"),
    lambda name: name.replace(" ", "_"),
    lambda name: name.replace("-", "\u2011"),
    lambda name: name.replace("’", "'"),
    lambda name: f"**{name}**",
    lambda name: f"({name})",
    lambda name: f"&#{ord(name[0])};{name[1:]}" if name[0].isascii() else name,
    lambda name: f"{name[0]}\u00ad{name[1:]}",
    lambda name: f"\u200f{name}\u200f",
)
"""How a name is written in a text."""

SENTENCES = (
    "{} said that the bread was good.",
    "Ask {} about leeks.",
    "I met {} and then {} at the market.",
    "- {}\n- {}",
    "Through {}: a place to look at.",
    "{}",
)


@dataclass
class Somebody:
    """Somebody in a workbook, and everything that must not be seen of them."""

    name: str
    email: str = ""
    phone: str = ""
    handle: str = ""
    is_private: bool = False


@dataclass
class Many:
    """One workbook."""

    files: dict[str, str] = field(default_factory=dict)
    people: list[Somebody] = field(default_factory=list)
    """Those with a record."""
    others: list[Somebody] = field(default_factory=list)
    """Those who are only named."""


def workbook(seed: int) -> Many:
    """The workbook of this number: always the same."""
    chance = random.Random(seed)
    made = Many()
    names = _names(chance)
    for number in range(chance.randint(3, 7)):
        name = names.pop()
        made.people.append(
            Somebody(
                name,
                email=f"mail{seed}x{number}@{chance.choice(['example.org', 'xn--bcher-kva.example'])}",
                phone=f"07{chance.randint(100, 999)} {chance.randint(100000, 999999)}",
                handle=f"handle-{seed}-{number}",
                is_private=chance.random() < 0.2,
            )
        )
    made.others = [Somebody(names.pop()) for _ in range(2)]
    made.files = _files(made, chance)
    return made


def _names(chance: random.Random) -> list[str]:
    given, family = chance.sample(GIVEN, 8), chance.sample(FAMILY, 8)
    names = [f"{first} {last}" for first, last in zip(given, family, strict=True)]
    names += [*chance.sample(OTHERS, 2), chance.choice(WITH_SMALL_WORDS), chance.choice(EVERYDAY)]
    chance.shuffle(names)
    return names


def _files(made: Many, chance: random.Random) -> dict[str, str]:
    import json

    everybody = [*made.people, *made.others]

    def mention() -> str:
        who = chance.choice(everybody)
        return chance.choice(WAYS)(who.name)

    def details() -> str:
        who = chance.choice(made.people)
        digits = who.phone.replace(" ", "")
        return chance.choice(
            [
                who.email,
                who.email.upper(),
                f"mailto:{who.email}",
                f"<{who.email}>",
                who.phone,
                f"{digits[:4]} {digits[4:7]} {digits[7:]}",
                f"+44 (0){digits[1:]}",
                f"@{who.handle}",
                f"[a page](https://www.linkedin.com/in/{who.handle})",
                f"https://www.linkedin.com/in/{who.handle}/",
            ]
        )

    def text() -> str:
        sentences = [chance.choice(SENTENCES) for _ in range(chance.randint(1, 3))]
        said = " ".join(sentence.format(mention(), mention()) for sentence in sentences)
        return f"{said} {details()}" if chance.random() < 0.5 else said

    def ref() -> str:
        return chance.choice(made.people).name

    people = [
        {
            "name": who.name,
            "email": who.email,
            "phone": who.phone,
            "links": [f"https://www.linkedin.com/in/{who.handle}"],
            "role": chance.choice(
                ["Baker", "Head of bread", text().replace("\n", " ").replace("<", "").replace(">", "")]
            ),
            "organisation": chance.choice(["Quay Lane Kitchen", f"{who.name.split()[-1]} and Daughters"]),
            "met_at": f"at {made.others[0].name}’s table",
            "introduced_by": made.others[1].name,
            "interests": [text()],
            "notes": text(),
            "private_notes": f"Zqsecret{number} {text()}",
            "also_known_as": [f"Zqalias{number}"],
            **({"private": "yes"} if who.is_private else {}),
        }
        for number, who in enumerate(made.people)
    ]
    people[0].pop("introduced_by")
    log = [{"date": f"2026-11-{day:02}", "who": ref(), "did": "wrote", "about": text()} for day in range(1, 8)]
    log += [{"date": "2026-11-09", "who": made.others[0].name, "did": "introduced", "to": ref(), "about": text()}]
    talks: list[dict[str, Any]] = [
        {
            "id": f"talk-{day}",
            "with": list(dict.fromkeys([ref(), ref()])),
            "date": f"2026-{10 if day < 3 else 12}-{day + 10}",
            "learned": [text(), text()],
            "advice": [{"advice": text(), "did": text()}],
            "introductions": [{"to": made.others[0].name}],
            "answers": [{"ask": text(), "answer": text()}],
            "extra_questions": [text()],
            "surprise": text(),
        }
        for day in range(4)
    ]
    goals = [
        {
            "goal": f"Learn from {mention()}".replace("\n", " "),
            "why": text(),
            "steps": [text()],
            "beliefs": [text()],
            "decision": {"options": [text(), text()]},
        }
    ]
    events = [
        {
            "name": f"Supper with {mention()}",
            "date": "2026-11-20",
            "met": [ref(), made.others[1].name],
            "debrief": {"worked": text()},
        }
    ]
    me = {
        "name": "Ruth Amadi",
        "one_sentence": text(),
        "looking_for": [text()],
        "email": "ruth@example.org",
        "coach": {"name": "Ines Calder", "last_session": "2026-10-01"},
    }
    organisations = [{"name": "Quay Lane Kitchen", "why": text(), "research": [{"question": text(), "answer": text()}]}]
    return {
        "people.yaml": json.dumps(people),
        "log.yaml": json.dumps(log),
        "conversations.yaml": json.dumps(talks),
        "goals.yaml": json.dumps(goals),
        "events.yaml": json.dumps(events),
        "organisations.yaml": json.dumps(organisations),
        "me.yaml": json.dumps(me),
    }
