"""What a person does on the pages around the steps: log in and out, begin, come back, sign, fetch, take in hand."""

from playwright.sync_api import Page

from tests.e2e.window import Window
from tests.guest import Guest


class Somebody:
    """An invented person in front of a municipality's pages."""

    def __init__(self, window: Window, person: str, municipality: str = "larvik") -> None:
        self.window, self.person, self.at = window, person, f"/{municipality}"

    @property
    def page(self) -> Page:
        return self.window.page

    def press(self, text: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=text).first.click()

    def follow(self, text: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=text).first.click()

    def enter(self) -> None:
        """They hold the cookie of a log-in, as after the page for it, which who logs in here does not look at."""
        guest = Guest(self.window.url, self.at.strip("/"), self.person)
        guest.http.close()
        self.window.keep(guest.cookie)

    def enter_by_page(self) -> None:
        self.window.go(f"{self.at}/logg-inn")
        self.log_in()

    def log_in(self) -> None:
        """From the page that is open, which leads to the log-in page."""
        self.page.locator(f"[name=person][value={self.person}]").check()
        self.press("Logg inn")

    def log_out(self) -> None:
        self.press("Logg ut")


class Citizen(Somebody):
    draft = ""
    """The address of the case that was begun here."""

    def begin(self) -> None:
        self.window.go(f"{self.at}/skjema/koordinator-og-plan")
        with self.page.expect_navigation():
            self.page.locator("form[action$='/begynn'] button").click()
        self.draft = self.window.path.partition("/steg/")[0]

    def go_on(self) -> None:
        """From the list of cases to the first unanswered step of the draft."""
        self.window.go(f"{self.at}/mine-saker")
        with self.page.expect_navigation():
            self.page.locator(f"a[href='{self.draft}']").click()

    def sign(self) -> None:
        for name in ("info_read", "declaration"):
            self.page.locator(f"[name={name}]").check()
        self.page.locator("[name=sign_method][value=electronic]").check()
        self.press("Skriv under og send")

    def reference(self) -> str:
        return self.page.locator(".reference").first.inner_text()


class Officer(Somebody):
    def say_why(self) -> None:
        """They handle the case that they open, and know nobody in it."""
        self.page.get_by_role("radio", name="Jeg arbeider med saken").check()
        self.page.get_by_role("radio", name="Nei", exact=True).check()
        self.press("Åpne saken")
