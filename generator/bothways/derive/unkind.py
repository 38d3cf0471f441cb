"""Words about a person that they had better not read. Precision before zeal: a nurse's ward is no diagnosis.

Takes a text and the first names of those it is about; gives the words found, or nothing. The lists are short on
purpose: a hint about a kind note does more harm than a note that is missed. So most words count only where they
are said of him or her, and none where they are somebody's work.
"""

import re
from collections.abc import Iterable

_WORK = (
    r"(?!['\w]*[ -](?:wards?|clinics?|units?|cent(?:re|er)s?|nurses?|services?|charit\w+|research|care|patients?|cafés?"
    r"|teams?|diets?|menus?|trials?|work|lawyers?|law|courts?|coach\w*|mediat\w+|cases?|courses?|training|support))"
)
"""What makes an illness or a divorce somebody's work."""
_HIS = r"\b(?:his|her|their) "
_IS = r"\b(?:he|she)(?: is| was| seems?| seemed| sounds| sounded|'s) "
_HOW = r"(?:(?:an?|so|very|too|rather|quite|really|such|a bit|just|still|now|terribly) ){0,3}"
_BEGINS = r"(?:^|[,.;] )(?:recently |newly |just |a )?"
"""Where a clause of a short note begins: `divorced, bad mood`."""

_RUDE = (
    r"\b(?:idiots?(?!['-])|morons?|arseholes?|assholes?|bastards?|bitch\w*|snobs?|liars?|creepy|arrogant|pompous)\b",
    r"\b(?:conceited|know-it-all|two-faced|full of (?:him|her)self)\b",
    _IS + _HOW + r"(?:stupid|boring|bore|jerk|lazy|useless|rude|vain|ugly|fat|annoying|incompetent|weird|drunk|nasty"
    r"|horrible|unbearable|difficult person|waste of (?:my )?time)\b(?!-)",
    _BEGINS + r"waste of (?:my )?time\b",
)
_ILLNESS = (
    r"(?:\w+ )?(?:cancer|dementia|alzheimer's|parkinson's|diabetes|epilepsy|hiv|depression|bipolar disorder"
    r"|schizophrenia|an? (?:eating disorder|drinking problem|drug problem|heart attack|stroke(?! of)|tumou?r"
    r"|miscarriage|(?:nervous|mental) breakdown))\b"
)
_HEALTH = (
    r"(?<!who )\b(?:has|had|got|suffers from|suffering from|diagnosed with|treated for|recovering from) "
    + _ILLNESS
    + _WORK,
    _HIS + _ILLNESS + _WORK,
    _HIS + r"(?:drinking|depression|pregnancy|miscarriage|chemo\w*|mental health)\b" + _WORK,
    _IS + _HOW + r"(?:depressed|pregnant|alcoholic|bipolar|autistic|suicidal|terminally ill|dying(?! to| for)|burnt out"
    r"|burned out|in rehab|in therapy|on antidepressants|off sick)\b",
    r"\b(?:he|she) drinks too much\b",
)
_FAMILY = (
    r"\b(?:he|she)(?: is|'s| was| has| got| is getting| just got) (?:\w+ )?divorc(?:ed|ing)\b",
    rf"(?:{_HIS}|{_BEGINS})divorced?\b" + _WORK,
    _HIS + r"(?:wife|husband|partner) (?:left|has left|walked out|is leaving|cheated)\b",
    _HIS + r"marriage (?:is|was|has) (?:over|ended|failing|failed|broken|breaking|in trouble)\b",
    r"\b(?:having|had) an affair with\b",
    r"\bcustody (?:battle|case|fight|of (?:the|his|her|their) (?:kids?|child\w*|sons?|daughters?))\b",
)
_MONEY = (
    _IS + _HOW + r"(?:broke|bankrupt|skint|in debt|rich(?! in)|loaded(?! with)|wealthy|short of money)\b",
    r"\b(?:he|she) earns? (?:about |around |over )?(?:[£$€]\d|\d{2})",
    _HIS + r"(?:debts|salary|money (?:troubles?|worries|problems))\b",
    rf"(?:\b(?:he|she) has |{_BEGINS})money (?:troubles?|worries|problems)\b",
)
_UNKIND = re.compile("|".join((*_RUDE, *_HEALTH, *_FAMILY, *_MONEY)), re.IGNORECASE)


_NAME = re.compile(r"[\w-]+(?:'s(?= (?!an? |so |very |too )\w))?")
"""A word, with the `'s` that makes it somebody's."""


def unkind_words(text: str, first_names: Iterable[str] = ()) -> str:
    """The first words they had better not read; nothing where all is well. Their names count as she and her."""
    said = text.replace("\u2019", "'")
    pronouns = {name + end: pronoun for name in first_names for end, pronoun in (("", "she"), ("'s", "her"))}
    if any(name in said for name in pronouns):
        said = _NAME.sub(lambda word: pronouns.get(word[0], word[0]), said)
    found = _UNKIND.search(said)
    return found[0].strip(" ,.;") if found else ""
