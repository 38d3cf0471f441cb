"""The words and examples of `content/format.md` that the model does not hold."""

OPENING = """
# The workbook, file by file

Every file, every field, and what you may write. Nothing here has to be filled in.
{ .bw-lede }

## Ground rules { #rules }

- **Everything is optional.** An empty workbook works. So does one with a single goal. Where a field is needed, the table says so.
- **Text stays text.** `no`, `0414 555 010`, `12:30` and `1.10` are what you typed. An empty field, or `~`, means "not said".
- **A file with many records is a list.** Each begins with a dash. You may also make a folder of the same name, with a file for each record: `people/dana.yaml`.
- **Names refer.** Write `with: Dana Okafor`, by her name, another name of hers, or her `id`. Capitals do not matter. A name that fits nobody is a problem, with a guess at whom you meant.
- **One will do for a list.** `interests: bread` is the same as `interests: [bread]`.
- **Dates** are written `2026-11-20`, **times** `10:30`, **lengths of time** `3 days`, `7 business days`, `6 weeks`, `2 months` or `1 year`.
- **Yes and no** may be written `yes`, `no`, `true` or `false`.
- **Quotes help** when a text holds a colon and a space, or begins with a sign: `about: "asked: when?"`
- **British and American spelling** of a field are the same: `organisation`, `organization`.

If a line cannot be read, `bothways check` says where and why. [When check says something](reading-problems.md) explains each message.
"""

FILES = {
    "me": "You: your card, your sentence, what you want and offer, and your rhythm. One record, without dashes. [Who you are, in one sentence](begin.md#me)",
    "goals": "What you want to find out or reach. [One goal, as something to find out](begin.md#goal)",
    "organisations": "Places you would like to see from the inside. How many people you know there is counted for you. [Organisations that fit](finding-people.md#organisations)",
    "people": "People you know, or would like to. How you stand, whose move it is and what went each way are worked out from the log. [Three people who would be glad](begin.md#people)",
    "log": "One line for each contact that really took place. A draft is not one. [Write down what happened](begin.md#log)",
    "conversations": "Talks, planned and held. Each is made into a sheet to print. [Before](informational-interview.md#before), and [what you heard](informational-interview.md#debrief).",
    "questions": "Question lists of your own. One with the `id` of a list in the guide takes its place. [Make a list of your own](questions.md#own)",
    "events": "Places where people meet: before, and looking back. [Events](events.md#before)",
    "checklists": "Lists to tick. Give yours a title with `checklist`, or take one over from the guide with `start`. One of the two is needed. [How the hour goes](begin.md#hour)",
    "messages": "Messages of your own, each a file that ends in `.md`. These fields stand in its head, between two lines of dashes. The words stand below. `{{ person.first_name }}` and others of its kind are filled in. Without a head, the words are a message for any occasion. [How to ask](asking.md#first-ask)",
}
"""What each file is for, and where the guide says more."""

EXAMPLES = {
    "me": """
```yaml
name: Ruth Amadi
situation: [career-change]
one_sentence: I ran a hotel kitchen for eleven years, it closed in June, and now I want to cook for people who need feeding.
can_offer:
  - A menu costed on one page, in an evening
needs:
  - need: Somebody who knows what a hospital cook really earns
    people: [Dana Okafor, Piet Sandoval]
rhythm:
  like: standard
  per_week: {new_asks: 4, conversations: 3, gives: 3}
```
""",
    "goals": """
```yaml
- goal: Find out whether a hospital kitchen is a place for me
  why: I want to feed people who need feeding
  by: 2027-01-31
  organisations: [Marrowgate Hospital]
  beliefs:
    - belief: A hotel cook can learn the diets in a year
      confidence: 50
  steps:
    - do: Ask Dana who plans the menus
      by: 2026-12-04
```
""",
    "organisations": """
```yaml
- name: Marrowgate Hospital
  sector: Hospital food
  why: They cook on the site
  status: talking
  motivation: 3
  posting: 1
  research:
    - question: Who buys the vegetables?
      answer: The county, from three growers
      source: Emil, who sells to them
```
""",
    "people": """
```yaml
- name: Dana Okafor
  role: Head of food services
  organisation: Marrowgate Hospital
  tie: new
  introduced_by: Bea Ostrander
  interests: [school gardens, sourdough]
  i_can_help_with: A baker who can do 200 rolls by six
  steps:
    - do: Send her the baker's number
      by: 2026-12-04
```
""",
    "log": """
```yaml
- {date: 2026-11-18, who: Dana Okafor, did: wrote, via: email, about: asked for twenty minutes}
- {date: 2026-11-20, who: Dana Okafor, did: heard, via: phone}
```
""",
    "conversations": """
```yaml
- with: Dana Okafor
  date: 2026-11-27
  time: 10:30
  place: Marrowgate Hospital, canteen
  questions: [first-informational-interview]
  learned: Wards order two days ahead
  advice:
    - advice: Do one early shift before you decide
      did: Did it on 4 December
      told_them: 2026-12-08
  thanked: 2026-11-27
```
""",
    "questions": """
```yaml
- list: For ward kitchens
  minutes: 20
  sections:
    - section: The meal
      minutes: 15
      questions:
        - ask: What happens to a supper between the kitchen and the bed?
          why: Nobody prints this
          listen_for: Where it waits
        - Who decides what is on the tray?
```
""",
    "events": """
```yaml
- name: Growers' supper
  date: 2026-11-26
  kind: community
  cost: Twelve pounds
  intention: Meet one person who sells to schools
  met: Leila Farouk
  debrief:
    worked: I came early and helped with the chairs
    worth_it: yes
```
""",
    "checklists": """
```yaml
- start: first-week
  when: The week of 16 November
- checklist: Before I cook for sixty
  items:
    - Weigh the rice
    - do: Ask Wen for the big pan
      by: 2026-12-10
```
""",
    "messages": """
```text
---
title: A hello to a friend of a friend
for: first-ask
via: email
subject: A question about breakfast
---

Dear {{ person.first_name }},

{{ person.introduced_by }} gave me your name. ...
```
""",
}
"""One for each file, to copy."""

PARTS = {
    "SharingProfile": "What one kind of shared copy shows.",
    "RhythmWishes": "How soon and how often. Start from `gentle`, `standard` or `brisk`, and change what you like.",
    "Step": "A thing to do.",
    "Strength": "Something you do well.",
    "Advice": "What they advised, what you did about it, and when they heard.",
}
"""Where the model's own words speak of the program more than of the person."""

KINDS_OF_VALUE = (
    ("_address", "an e-mail address"),
    ("_link", "a link"),
    ("_day_or_yes", "a date, or `yes`"),
    ("_span_or_no", "a length of time, or `no`"),
    ("_span", "a length of time"),
    ("_yes_no", "`yes` or `no`"),
    ("_clock", "a time"),
    ("_day", "a date"),
    ("_one_line", "one line"),
    ("_text", "text"),
)
"""By the name of the reader that makes a type what it is; the narrower come first."""
