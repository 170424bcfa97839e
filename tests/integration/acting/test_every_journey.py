"""Every form that a proxy can begin, from its first step to the sealed words, in each of the ways they come to it."""

from typing import Any

import pytest

from tests import behind, powers
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.later import ALL, NEWS, fill, reference, sent
from tests.running_site import Site

PLACE = "senja"
SHARING = {"scope": powers.EVERYTHING, "scope_sharing": "yes"}
CONSENT: dict[str, Any] = {"kinds": {"consent_kind": ["sharing"]}}


@pytest.fixture(scope="module")
def stille(site: Site) -> Guest:
    return site.visitor("stille", PLACE)


@pytest.fixture(scope="module")
def power(site: Site, stille: Guest) -> Draft:
    return sent(powers.given(stille, site.visitor("myk", PLACE), scope=SHARING))


@pytest.fixture(scope="module")
def myk(site: Site) -> Guest:
    return site.visitor("myk", PLACE)


def holds_together(site: Site, draft: Draft, power: Draft) -> None:
    """The document tells subject, representative and ground, and the case lacks nothing."""
    request = behind.frozen(site, draft)
    facts = {fact.label: fact.value for fact in request.content.facts}
    assert facts["Gjelder"] == "Stille Bjørkeløv"
    assert "Myk Havgløtt" in (facts.get("Fylt ut av") or facts["Sendt av"])
    assert reference(power) in facts["Etter fullmakt"]
    assert "no_authorization" not in behind.marks(site, draft)
    assert next(fact.value for fact in request.signatures[0].facts) == "Myk Havgløtt"


@pytest.mark.parametrize(
    "journey", ["coordination", "care_services", "appeal", "service_complaint", "consent"]
)
def test_a_proxy_fills_in_and_sends(site: Site, myk: Guest, power: Draft, journey: str) -> None:
    draft = powers.begin_for(site, myk, power, journey)
    answers = {**powers.answers_of(draft), **(CONSENT if journey == "consent" else {})}
    holds_together(site, sent(draft.complete(answers)), power)


@pytest.mark.parametrize(
    ("journey", "steps"),
    [
        ("supplement", {"enclosed": NEWS, "message": {}}),
        ("withdrawal", {"answered": {"withdrawal_answered": "no"}, "extent": ALL}),
    ],
)
def test_a_proxy_adds_to_a_case_or_takes_it_back(
    site: Site, stille: Guest, myk: Guest, power: Draft, journey: str, steps: dict[str, Any]
) -> None:
    earlier = sent(begin(stille).complete())
    draft = powers.begin_for(site, myk, power, journey, about=reference(earlier))
    protection = {"address_protection": {"address_protected": "no"}} if journey == "supplement" else {}
    holds_together(site, sent(fill(draft, **protection, **steps)), power)
    kind = "supplemented" if journey == "supplement" else "withdrawn"
    assert behind.events(site, earlier).count(kind) == 1
    assert kind not in behind.events(site, power)
    told = stille.get(earlier.path).text
    assert "Myk Havgløtt trakk søknaden" in told or journey == "supplement"
    assert powers.row(site, power).ended_at is None  # type: ignore[union-attr]


def test_taken_back_on_paper_by_a_proxy_the_power_itself_stands(
    site: Site, stille: Guest, myk: Guest, power: Draft
) -> None:
    earlier = sent(begin(stille).complete())
    draft = powers.begin_for(site, myk, power, "withdrawal", about=reference(earlier))
    sent(fill(draft, answered={"withdrawal_answered": "no"}, extent=ALL), sign_method="paper")
    page = f"/{PLACE}/kontor/sak/{draft.id}"
    staff = site.visitor("blid", PLACE)
    assert staff.post(f"{page}/underskrift-kommet", page=page).status_code == 303
    assert "withdrawn" in behind.events(site, earlier)
    assert "withdrawn" not in behind.events(site, power)
    powers.begin_for(site, myk, power)


def test_from_their_own_case_a_proxy_goes_on_as_far_as_the_power_goes(
    site: Site, stille: Guest, myk: Guest
) -> None:
    only = sent(powers.given(stille, myk, scope={"scope": ["apply"]}))
    draft = sent(powers.filled_in(powers.begin_for(site, myk, only)))
    told = myk.get(draft.path).text
    assert "Send mer" in told
    assert "Trekk søknaden" not in told
    later = powers.begin_for(site, myk, only, "supplement", about=reference(draft))
    assert reference(draft) in later.see("earlier-case")


def test_an_owner_is_not_asked_for_a_paper_that_another_signs(
    site: Site, stille: Guest, myk: Guest, power: Draft
) -> None:
    draft = sent(powers.filled_in(powers.begin_for(site, myk, power)), sign_method="paper")
    assert "Husk underskriften" in myk.get(draft.path).text
    told = stille.get(powers.owners(draft, stille).path).text
    assert "Husk underskriften" not in told
    assert "Myk Havgløtt valgte å skrive under på papir" in told
