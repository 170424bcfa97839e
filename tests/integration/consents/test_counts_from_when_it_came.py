"""What is taken back on paper is over from when the paper came to the municipality, not from when it is registered."""

from datetime import date, datetime

from forms.language import OSLO
from tests import behind, consents, later, powers
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.paper_form import STILLE, PaperForm, boxes, registered

CAME, REGISTERED = date(2026, 11, 26), datetime(2026, 12, 1, 12, tzinfo=OSLO)


def given(site_at: SiteAt) -> Draft:
    site_at.now = datetime(2026, 11, 20, 9, tzinfo=OSLO)
    return consents.given(site_at.visitor("stille"))


def taken_back(site_at: SiteAt, slug: str, case: Draft, **earlier: str) -> PaperForm:
    what = {"earlier_reference": later.reference(case), "withdraw_extent": "all"} | earlier
    site_at.now = REGISTERED
    days = {"came_by": "by_hand"} | boxes("arrived", CAME)
    return registered(site_at.visitor("lun"), slug, subject=STILLE, days=days, earlier=what)


def ends(site_at: SiteAt, case: Draft) -> set[datetime | None]:
    return {one.ended_at and one.ended_at.astimezone(OSLO) for one in consents.rows(site_at, case)}


def test_a_consent_is_over_from_the_day_the_paper_came(site_at: SiteAt) -> None:
    case = given(site_at)
    paper = taken_back(site_at, "consent_withdrawal", case)
    assert {one.date() for one in ends(site_at, case) if one} == {CAME}
    stille = site_at.visitor("stille")
    assert "Du trakk det 26. november 2026." in consents.page(stille)
    told = stille.get(f"/larvik/sak/{paper.id}").text
    assert "Samtykket er trukket fra 26. november 2026." in told
    assert "Andre samtykker du har gitt, gjelder fortsatt." in told
    own = stille.get(case.path).text
    event = own[own.index("Du trakk samtykket") :]
    assert "26. november 2026" in event
    assert "1. desember 2026" not in event[: event.index("26. november 2026") + 40]


def test_a_day_on_the_paper_that_had_come_meanwhile_counts(site_at: SiteAt) -> None:
    case = given(site_at)
    taken_back(site_at, "consent_withdrawal", case, **boxes("taken_back_from", date(2026, 11, 28)))
    assert ends(site_at, case) == {datetime(2026, 11, 28, tzinfo=OSLO)}


def test_a_day_that_lies_ahead_is_kept(site_at: SiteAt) -> None:
    case = given(site_at)
    taken_back(site_at, "consent_withdrawal", case, **boxes("taken_back_from", date(2026, 12, 10)))
    assert ends(site_at, case) == {datetime(2026, 12, 10, tzinfo=OSLO)}


def test_a_power_is_over_from_the_day_the_paper_came(site_at: SiteAt) -> None:
    site_at.now = datetime(2026, 11, 20, 9, tzinfo=OSLO)
    power = powers.given(site_at.visitor("stille"), site_at.visitor("jevn"))
    power.send()
    paper = taken_back(site_at, "power_of_attorney_revocation", power)
    told = site_at.visitor("stille").get(f"/larvik/sak/{paper.id}").text
    assert "Fullmakten er trukket fra 26. november 2026." in told
    row = powers.row(site_at, power)
    assert row
    assert row.ended_at
    assert row.ended_at.astimezone(OSLO).date() == CAME
    assert behind.events(site_at, power)[-1] == "withdrawn"
