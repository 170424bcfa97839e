"""Fills in any step of any journey with an invented person's answers, by the names of its inputs."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator

from forms.journeys.registry import Sample
from tests.e2e.hands import Hands, Pointer
from tests.e2e.window import Window

SAVE = "#steg .go button[type=submit]"
ERRORS = "#feil"
SEE_OTHER = 303


class Walker:
    """Somebody on their way through a journey; ``files`` are what they upload, by question."""

    def __init__(
        self,
        window: Window,
        sample: Sample,
        files: Mapping[str, Path] | None = None,
        hands: Hands | None = None,
    ) -> None:
        self.window, self.sample = window, sample
        self.files = files or {}
        self.hands = hands or Pointer()

    @property
    def slug(self) -> str:
        """The step that is open; empty where none is."""
        before, _, slug = self.window.path.partition("/steg/")
        return slug if before else ""

    def answers(self) -> Mapping[str, Any]:
        """What this person answers on the open step."""
        return self.sample.answers.get(self.slug, {})

    def walk(self) -> Iterator[str]:
        """Fill in and save step after step until the review; gives each slug before its step is filled in."""
        while slug := self.slug:
            yield slug
            self.fill()
            self.save()
            assert self.slug != slug, self.faults()

    def fill(self) -> None:
        """Answer the open step's questions in the order in which they stand there."""
        named = self._form().locator("[name]").evaluate_all("all => all.map(e => e.name + ' ' + e.value)")
        order = {name: place for place, name in reversed(list(enumerate(map(_question, named))))}
        for name, answer in sorted(self.answers().items(), key=lambda item: order.get(item[0], 0)):
            if name in order:
                self._answer(name, answer)

    def save(self) -> None:
        self.submit(self.window.page.locator(SAVE))

    def submit(self, button: Locator) -> None:
        """Press, and wait for the page that comes: an autosave under way makes the form wait for its turn."""
        with self.window.page.expect_navigation():
            self.hands.press(button)

    def faults(self) -> list[str]:
        """The lines of the error summary."""
        return self.window.page.locator(f"{ERRORS} li").all_inner_texts()

    def _form(self) -> Locator:
        return self.window.page.locator("#steg")

    def _named(self, name: str) -> Locator:
        return self._form().locator(f"[name='{name}']")

    def _answer(self, name: str, answer: Any) -> None:
        match answer:
            case [{}, *_] as rows:
                self._rows(name, rows)
            case [*_] if name in self.files:
                self.upload(name, self.files[name])
            case [*values]:
                for value in values:
                    self._tick(name, value)
            case {**parts}:
                for part, text in parts.items():
                    self.hands.write(self._named(f"{name}-{part}"), str(text))
            case True:
                self._tick(name, "yes")
            case str() if answer:
                self._text(name, answer)

    def _text(self, name: str, answer: str) -> None:
        if not self._named(name).count():
            for part, text in zip(("day", "month", "year"), reversed(answer.split("-")), strict=True):
                self.hands.write(self._named(f"{name}-{part}"), str(text))
        elif self._named(name).first.get_attribute("type") == "radio":
            self._tick(name, answer)
        else:
            self.hands.write(self._named(name), answer)

    def _tick(self, name: str, value: str) -> None:
        self.hands.tick(self._form().locator(f"[name='{name}'][value='{value}']"))

    def _rows(self, name: str, rows: list[Mapping[str, Any]]) -> None:
        for index, row in enumerate(rows):
            if not self._form().locator(f"[name^='{name}-{index}-']").count():
                self.add_row(name)
            for question, answer in row.items():
                self._answer(f"{name}-{index}-{question}", answer)

    def add_row(self, name: str) -> None:
        self.submit(self._form().locator(f"[name=_rows][value='{name}:add']"))

    def upload(self, name: str, file: Path) -> None:
        self._named(name).set_input_files(file)
        self.press_upload(name)

    def press_upload(self, name: str) -> None:
        """With scripts the page stays, and tells how far it has come."""
        button = self._form().locator(f"[name=_upload][value='{name}']")
        if not self.window.scripts:
            self.submit(button)
            return
        with self.window.page.expect_response(
            lambda told: told.request.resource_type == "xhr" and told.status != SEE_OTHER
        ):
            self.hands.press(button)
        self.window.page.locator("#steg:not([data-sending])").wait_for()


def _question(named: str) -> str:
    """The question that an input belongs to, or whose rows or files a button changes."""
    name, _, value = named.partition(" ")
    return value.partition(":")[0] if name in {"_rows", "_upload"} else name.partition("-")[0]
