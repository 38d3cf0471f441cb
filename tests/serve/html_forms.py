"""The forms of a page as a browser reads them, with what it would send."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """One form: where it is sent, what stands in it, and its buttons by their words."""

    action: str
    values: dict[str, object] = field(default_factory=dict)
    buttons: dict[str, dict[str, object]] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._text: list[str] | None = None
        self._select = ""
        self._button: dict[str, object] | None = None
        self._in_form = False

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        name = said.get("name") or ""
        if tag == "form":
            self.forms.append(Form(said.get("action") or ""))
            self._in_form = True
        if not self._in_form:
            return
        values = self.forms[-1].values
        if tag == "input" and name:
            if said.get("type") in ("checkbox", "radio"):
                if "checked" in said:
                    values.setdefault(name, [])
                    values[name].append(said.get("value") or "on")
            else:
                values[name] = said.get("value") or ""
        elif tag == "textarea":
            self._text, self._name = [], name
        elif tag == "select":
            self._select = name
            values[name] = ""
        elif tag == "option" and self._select and "selected" in said:
            values[self._select] = said.get("value") or ""
        elif tag == "button":
            self._button = {name: said.get("value") or ""} if name else {}
            self._text = []

    def handle_data(self, data):
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag):
        if tag == "form":
            self._in_form = False
        elif tag == "select":
            self._select = ""
        elif tag == "textarea" and self._text is not None:
            # The first line break after <textarea> is not part of what stands in it.
            self.forms[-1].values[self._name] = "".join(self._text).removeprefix("\n").replace("\n", "\r\n")
            self._text = None
        elif tag == "button" and self._button is not None:
            self.forms[-1].buttons["".join(self._text or []).strip()] = self._button
            self._button = self._text = None


def forms_in(html: str) -> list[Form]:
    """Every form."""
    reader = _Reader()
    reader.feed(html)
    return reader.forms


def form_in(html: str) -> dict[str, object]:
    """What stands in the one form that is to be filled in."""
    (form,) = [form for form in forms_in(html) if "before" in form.values]
    return form.values
