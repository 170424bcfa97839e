"""What is taken back at the counter or on paper ends, or else the office is told that nothing has ended yet."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests import behind, consents, later, powers
from tests.at_a_time import SiteAt
from tests.counter import STILLE, Helped, begun
from tests.draft import Draft, begin, told
from tests.integration.wizard.test_counter_signing import DRAWN, confirm
from tests.paper_form import STILLE as ON_FORM
from tests.paper_form import boxes, registered

NOTHING_SENT = "Du har ikke sendt noen herfra før"
TO_BE_FOUND = "Kontoret må finne ut hva du trekker"
TO_DO = "Ikke knyttet til noe"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SiteAt]:
    with SiteAt(tmp_path) as running:
        yield running


def at_counter(site: SiteAt, slug: str, **steps: Any) -> Helped:
    """Begun, filled in and signed at a helper's counter."""
    draft = begun(site.visitor("fin"), STILLE, slug)
    draft.today = site.now.date()
    draft.complete(told(slug, **steps))
    answer = confirm(draft, DRAWN)
    assert answer.status_code == 303, answer.text
    return draft


def on_paper(site: SiteAt, **earlier: str) -> Draft:
    days = {"came_by": "by_hand"} | boxes("arrived", site.now.date())
    withdrawn = {"withdraw_extent": "all"} | earlier
    return registered(
        site.visitor("lun"), "consent_withdrawal", subject=ON_FORM, days=days, earlier=withdrawn
    )


def all_said(site: SiteAt, draft: Draft) -> set[str]:
    return set(consents.states(site, draft).values())


def words(said: str) -> dict[str, str]:
    return {"consent_description": said, "withdraw_extent": "all", "withdraw_part": ""}


@pytest.mark.parametrize("typed", [str, str.lower, lambda one: one.replace("-", " ")])
def test_a_reference_that_a_helper_types_ends_the_consent(site: SiteAt, typed: Any) -> None:
    given = consents.given(site.visitor("stille"))

    taken = at_counter(
        site, "consent_withdrawal", withdrawal=words(f"Alt i {typed(later.reference(given))}.")
    )

    assert all_said(site, given) == {"taken_back"}
    assert behind.marks(site, taken) == ["consent_withdrawn"]


def test_a_reference_that_a_helper_types_ends_the_power(site: SiteAt) -> None:
    me, proxy = site.visitor("stille"), site.visitor("jevn")
    power = powers.given(me, proxy)
    power.send()
    draft = powers.begin_for(site, proxy, power)

    taken = at_counter(
        site,
        "power_of_attorney_revocation",
        revocation={"poa_description": f"Jevn Sandvik, {later.reference(power)}"},
    )

    site.now += timedelta(minutes=1)
    assert draft.answer("role", {}).status_code in {403, 404, 410}
    assert behind.marks(site, taken) == ["revoked"]


@pytest.mark.parametrize("said", ["Alt", "Det som står i V-2222-2222"])
def test_what_names_nothing_is_not_said_to_have_ended(site: SiteAt, said: str) -> None:
    given = consents.given(site.visitor("stille"))

    taken = at_counter(site, "consent_withdrawal", withdrawal=words(said))

    assert all_said(site, given) == {"holds"}
    assert behind.marks(site, taken) == ["not_tied"]
    office = site.visitor("lun").get(f"{site.visitor('lun').at}/kontor/").text
    assert TO_DO in office
    assert "Samtykke trukket" not in office


def test_what_names_nothing_at_home_tells_so_on_the_receipt(site: SiteAt) -> None:
    draft = begin(site.visitor("stille"), "consent_withdrawal")
    draft.today = site.now.date()
    later.sent(draft.complete())

    receipt = draft.receipt()

    assert TO_BE_FOUND in receipt
    assert "Samtykket gjelder ikke lenger" not in receipt
    assert "Samtykket er trukket fra" not in receipt


def test_another_case_that_is_named_stands(site: SiteAt) -> None:
    """What is no consent does not end as one, whatever its reference."""
    applied = begin(site.visitor("stille")).complete()
    applied.send()

    taken = at_counter(site, "consent_withdrawal", withdrawal=words(later.reference(applied)))

    assert behind.marks(site, taken) == ["not_tied"]
    assert "withdrawn" not in behind.events(site, applied)


def test_a_helper_is_not_told_what_was_sent_before(site: SiteAt) -> None:
    given = consents.given(site.visitor("stille"))
    draft = begun(site.visitor("fin"), STILLE, "consent_withdrawal")

    page = draft.guest.get(draft.step("withdrawal")).text

    assert NOTHING_SENT not in page
    assert later.reference(given) not in page


def test_a_paper_without_a_reference_is_to_be_taken_down(site: SiteAt) -> None:
    given = consents.given(site.visitor("stille"))

    paper = on_paper(site)

    assert all_said(site, given) == {"holds"}
    assert "not_tied" in behind.marks(site, paper)


def test_a_paper_with_a_reference_ends_it(site: SiteAt) -> None:
    given = consents.given(site.visitor("stille"))

    paper = on_paper(site, earlier_reference=later.reference(given))

    assert all_said(site, given) == {"taken_back"}
    assert "not_tied" not in behind.marks(site, paper)
