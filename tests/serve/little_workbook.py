"""Two people, a talk and a list of questions, with the remarks of who wrote them."""

PEOPLE = """\
# Everybody I know
- name: Bea Ostrander   # from the choir
  tie: close

- name: Dana Okafor
  role: Head of food services
  # she decides about the kitchen
  interests: [sourdough, chess]
  steps:
    - Send the article   # the one about rye
    - do: Ask about suppliers
      by: 2026-12-04
"""
TALK = """\
with: Dana Okafor
date: 2026-11-27
questions: work
"""
QUESTIONS = """\
- list: Work
  sections:
    - section: Now
      questions:
        - What does a good day look like?
        - What would you not miss?
"""
WORKBOOK = {
    "me.yaml": "name: Ruth Calder\nrhythm: gentle   # for now\n",
    "goals.yaml": "- goal: Understand hospital food\n",
    "people.yaml": PEOPLE,
    "conversations/2026-11-27-dana-okafor.yaml": TALK,
    "questions.yaml": QUESTIONS,
    "log.yaml": "- {date: 2026-11-03, who: Bea Ostrander, did: wrote}\n",
}
DANA = "/edit?of=people/dana-okafor"
TALK_FILE = "conversations/2026-11-27-dana-okafor.yaml"
