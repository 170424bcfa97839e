"""How a consent is given, and how its owner and the office read it: each yes by the id that its button has."""

import re
from datetime import date, timedelta

from forms.journeys.registry import samples
from tests.draft import told
from tests.integration.any_order.begun import begin, draft_of, fill, sent_at_once, typed_in
from tests.integration.any_order.cast import GIVER, MOTHER, PLACE
from tests.integration.any_order.model import Case, Yes, day_of
from tests.integration.any_order.town import Town

KINDS = {
    "plan": "Individuell plan",
    "coordinator": "Koordinator",
    "child_coordinator": "Barnekoordinator",
}
SERVICES = {
    "gp": "Fastlegen",
    "nav": "NAV",
    "school": "Skolen",
    "home_care": "Hjemmetjenesten",
    "ppt": "PPT",
    "health_station": "Helsestasjonen eller skolehelsetjenesten",
}
PAGE = f"/{PLACE}/samtykker"
BEFORE_16 = "Gitt av en forelder før du fylte 16 år."
OVER = "<h2>Gjelder ikke lenger</h2>"
FORM = re.compile(r'<form method="post" action="[^"]*/samtykker/trekk".*?</form>', re.DOTALL)
PART = re.compile(r'name="part"\s+value="([^"]+)"')
NAME = re.compile(r"Trekk «([^»]+)»")


def give_consent(town: Town, kinds: set[str], gives: set[str], receives: set[str], days: int) -> Case:
    """Yes to help, and to sharing where somebody gives; sharing has a last day."""
    last = day_of(town.books.now) + timedelta(days=days)
    answers = told(
        "consent",
        kinds={"consent_kind": sorted(kinds | ({"sharing"} if gives else set()))},
        sharing={"share_from": sorted(gives), "share_to": sorted(receives), "share_from_text": ""},
        duration={"valid_to": last.isoformat()},
    )
    path = begin(town, GIVER, "consent")
    fill(town, GIVER, path, typed_in(draft_of(town, GIVER, path, "consent"), answers))
    case = sent_at_once(town, "consent", path)
    _write_down(town, case, kinds, (gives, receives), last)
    return case


def give_for_child(town: Town, days: int) -> Case:
    """A mother's yes for her child, to help and to sharing with the school."""
    last = day_of(town.books.now) + timedelta(days=days)
    answers = {slug: dict(given) for slug, given in samples("consent")[1].answers.items()}
    answers["topics"]["persons_excluded"] = ""
    answers["duration"] = {"valid_to": last.isoformat()}
    path = begin(town, MOTHER, "consent")
    fill(town, MOTHER, path, typed_in(draft_of(town, MOTHER, path, "consent"), answers))
    case = sent_at_once(town, "consent", path, MOTHER, send_when="now")
    gives, receives = ({*answers["sharing"][side]} for side in ("share_from", "share_to"))
    _write_down(town, case, {"child_coordinator"}, (gives, receives), last)
    return case


def _write_down(
    town: Town, case: Case, kinds: set[str], sharing: tuple[set[str], set[str]], last: date
) -> None:
    known = {yes.id for yes in town.books.yeses}
    gives, receives = sharing
    found = {told: part for part, told in single(town.get(case.owner, PAGE).text) if part not in known}
    wanted = {KINDS[one]: one for one in kinds} | {
        f"Deling: {SERVICES[one]}": one for one in gives | receives
    }
    assert set(found) == set(wanted), "each yes that was said is there, and no other"
    for told_as, name in sorted(wanted.items()):
        shares = name in SERVICES
        yes = Yes(
            found[told_as], case, name, told_as, name in gives, name in receives, last if shares else None
        )
        town.books.yeses.append(yes)


def single(page: str) -> list[tuple[str, str]]:
    """The yes that each button takes back alone: its id, and what it is called."""
    found = []
    for form in FORM.findall(page):
        parts, name = PART.findall(form), NAME.search(form)
        if name and len(parts) == 1:
            found.append((parts[0], name[1]))
    return found


def holding(page: str) -> set[str]:
    """The ids of all that can still be taken back."""
    return set(PART.findall(page.split(OVER, maxsplit=1)[0]))


def over(page: str) -> str:
    """What the page tells of what holds no longer."""
    return page.split(OVER)[1] if OVER in page else ""
