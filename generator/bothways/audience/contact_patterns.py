"""What contact details look like, as people write them."""

import re

EMAIL = re.compile(r"(?:mailto:|@)?[\w.+%'-]{1,64}[ \t]?[@\uff20][ \t]?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
BRACKETED = re.compile(
    r"[\w.+-]{1,64}\s*[(\[{]\s*at\s*[)\]}]\s*[\w-]+(?:\s*(?:\.|[(\[{]\s*dot\s*[)\]}]|\sdot\s)\s*[\w-]+)+", re.IGNORECASE
)
"""`dana (at) example (dot) org`."""
SAID_ALOUD = re.compile(
    r"[\w.+-]{1,64}\s+at\s+[\w-]+(?:\s*\.\s*|\s+dot\s+)[\w-]+(?:(?:\.|\s+dot\s+)[\w-]+)*", re.IGNORECASE
)
"""`dana at example dot org`. Many sentences look like it: only a known one is taken for an address."""
HANDLE = re.compile(r"(?<![\w.@/])@[\w.-]*\w(?:@[\w.-]+\w)?")
NUMBER = re.compile(
    r"(?<![\w#])(?:tel:)?(?:[+(]\s?)?\d(?:(?:[\s().\-\u2010-\u2015·]{0,3}|/)\d){4,60}(?!\w)", re.IGNORECASE
)
"""Five digits and more, in any spacing. Several numbers in a row are one."""
UNSEEN_IN_NUMBER = re.compile("(?<=\\d)[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+(?=[\\d ])")
DAYS = re.compile(
    r"(?:19|20)\d\d\s*[-–/.]\s*\d{1,2}\s*[-–/.]\s*\d{1,2}(?:\D.*)?|\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*(?:19|20)?\d\d"
    r"|(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d"
)
"""Days and spans of years: no telephone numbers."""
DATA = re.compile(r"\bdata:[\w.+/-]{0,60}(?:;[\w=-]{1,40}){0,4},[^\s<>\"')]{1,}", re.IGNORECASE)
"""A whole file as an address: nobody sees what is in it."""
LINK = re.compile(r"\b(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
MARKDOWN_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+[\"'(][^\n]*?[\"')])?\s*\)"
)
"""`[her page](https://example.org)`: the words, and where they lead."""
PROFILE_HOST = re.compile(
    r"(?:^|\.)(?:linkedin|xing|facebook|fb|instagram|twitter|x|tiktok|threads|mastodon|bsky|github|gitlab|t|wa|calendly"
    r"|signal|snapchat|pinterest|medium|substack|researchgate|orcid|viadeo)\.(?:com|de|net|org|social|app|me|io|group)$"
)
"""Hosts whose pages are people's."""
