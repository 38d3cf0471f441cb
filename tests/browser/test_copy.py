"""Copying the words of a message."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

MESSAGE = "messages/first-ask-email.html"


@pytest.fixture
def context(browser: Browser):
    made = browser.new_context()
    yield made
    made.close()


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(f"{address}/{MESSAGE}", wait_until="load")
    return page


def test_the_words_are_copied_with_their_gaps_in_brackets(context: BrowserContext, example_address: str):
    """A gap cannot be sent unseen; paragraphs are kept apart by an empty line."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(context, example_address)
    page.get_by_role("button", name="Copy the words").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.get_by_role("status").filter(has_text="Copied").count() == 1
    words = page.evaluate("navigator.clipboard.readText()")
    assert words.startswith(
        "Dear [their first name],\n\nWe both [what connects you, such as a school, a group or a place]."
    )
    assert words.endswith("\n\nRuth Amadi\n")


def test_where_copying_is_refused_the_words_are_selected(context: BrowserContext, example_address: str):
    """One key press is left to do."""
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', { get() { return undefined; } })")
    page = opened(context, example_address)
    page.get_by_role("button", name="Copy the words").click()
    page.get_by_role("button", name="Selected: copy it with your keys").wait_for()
    assert page.evaluate("getSelection().toString()").startswith("Dear their first name,")


def test_the_button_gets_its_own_words_back(context: BrowserContext, example_address: str):
    """After two seconds, however often it was pressed."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.clock.install()
    page = opened(context, example_address)
    button = page.locator("[data-copy=words]")
    button.click()
    page.get_by_role("button", name="Copied").wait_for()
    button.click()
    context.clock.fast_forward(3000)
    page.get_by_role("button", name="Copy the words").wait_for()
