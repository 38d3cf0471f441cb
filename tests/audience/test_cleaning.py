"""Cleaning: what a reader sees of a text. The cases are in `cleaning/*.txt`, to be read."""

from pathlib import Path

import pytest

from audience.case_file import Case, read_cases

FILES = sorted((Path(__file__).parent / "cleaning").glob("*.txt"))
CASES = [(path.stem, case) for path in FILES for case in read_cases(path)]


def test_the_cases_were_found():
    assert len(FILES) >= 5
    assert len(CASES) >= 30


@pytest.mark.parametrize(("file", "case"), CASES, ids=[f"{file}: {case.story}" for file, case in CASES])
def test_what_a_reader_sees(file: str, case: Case):
    """Line by line, and what there is to look at."""
    assert case.lines, case.story
    for about, text, seen, look_at in case.lines:
        cleaned = case.clean(text, about)
        assert cleaned.text == seen, text
        assert ", ".join(one.words for one in cleaned.seen if one.is_left) == look_at, text


def test_the_control_without_masks_every_name_stays():
    """Were nobody hidden, nothing would be replaced."""
    for _, case in CASES:
        nobody = Case(case.story)
        for about, text, seen, _ in case.lines if case.masks else ():
            if seen != text:
                assert nobody.clean(text, about).text != seen


def test_a_text_of_two_megabytes_is_cleaned_quickly_with_two_thousand_names():
    """The work is in the words of the text, whoever is looked for: each is looked up once."""
    from bothways.audience.cleaning import Cleaner
    from bothways.audience.contact_details import ContactDetails
    from bothways.audience.masks import Mask

    masks = [
        Mask(
            "people",
            f"p{n}",
            (f"Given{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} Family{chr(97 + n // 676)}q",),
            "pseudonym",
            f"Person {n}",
        )
        for n in range(2000)
    ]
    cleaner = Cleaner(masks, ContactDetails((), (), ()))
    looked_up = []
    index = cleaner._index
    once = index.strong
    index.strong = lambda word, original: looked_up.append(word) or once(word, original)
    text = "They talked about bread and about leeks. " * 500
    cleaner.clean(text)
    assert len(looked_up) == len(text.split())
