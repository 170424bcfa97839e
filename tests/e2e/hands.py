"""How a person uses a form: with a pointer, or with nothing but a keyboard."""

from typing import Protocol

from playwright.sync_api import Locator, Page

MOST_TABS = 150
IS_FOCUSED = "element => element === document.activeElement"
SAME_NAME = "element => document.activeElement.name === element.name"


class Hands(Protocol):
    def tick(self, box: Locator) -> None:
        """Choose a radio button or a checkbox."""

    def write(self, field: Locator, text: str) -> None: ...

    def press(self, button: Locator) -> None: ...


class Pointer:
    def tick(self, box: Locator) -> None:
        box.check()

    def write(self, field: Locator, text: str) -> None:
        field.fill(text)

    def press(self, button: Locator) -> None:
        button.click()


class Keyboard:
    """Reaches everything by Tab and the arrow keys, as the page's own order allows."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def tick(self, box: Locator) -> None:
        self._tab_until(box, SAME_NAME if box.get_attribute("type") == "radio" else IS_FOCUSED)
        for _ in range(box.page.locator(f"[name='{box.get_attribute('name')}']").count()):
            if box.evaluate(IS_FOCUSED):
                break
            self.page.keyboard.press("ArrowDown")
        if not box.is_checked():
            self.page.keyboard.press("Space")
        assert box.is_checked(), box

    def write(self, field: Locator, text: str) -> None:
        self.reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def press(self, button: Locator) -> None:
        self.reach(button)
        self.page.keyboard.press("Enter")

    def past_the_header(self) -> None:
        """On a page that has just come: the first link of all leads to what is its own."""
        if not self.page.url.endswith("#innhold"):
            self.page.keyboard.press("Tab")
            self.page.keyboard.press("Enter")
            self.page.wait_for_url("**#innhold")

    def reach(self, control: Locator) -> None:
        """Move the focus there."""
        self._tab_until(control, IS_FOCUSED)

    def _tab_until(self, control: Locator, there: str) -> None:
        """The control is looked up once: by its role that takes a look at the whole page."""
        found = control.element_handle()
        for _ in range(MOST_TABS):
            if found.evaluate(there):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no way by Tab to {control}")
