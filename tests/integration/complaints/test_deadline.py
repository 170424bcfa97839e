"""The deadline over HTTP: told, kept in a calendar, late by seconds, and asked about before anything is thrown away."""

from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from forms.language import OSLO
from tests import behind
from tests.at_a_time import SiteAt
from tests.draft import Draft, told

LAST_DAY = datetime(2026, 12, 1, tzinfo=OSLO)
"""Four weeks after 3 November."""
MIDNIGHT = LAST_DAY + timedelta(days=1)
DATES = {"decision_date": "2026-11-02", "received_date": "2026-11-03"}
LATE = "Kom etter fristen"


def written_on_the_last_day(site: SiteAt) -> Draft:
    site.now = LAST_DAY + timedelta(hours=23, minutes=50)
    return site.begin("jevn", "appeal").complete(told("appeal", dates=DATES))


def facts(site: SiteAt, draft: Draft) -> dict[str, str]:
    return {fact.label: fact.value for fact in behind.frozen(site, draft).receipt}


def test_a_053_a_second_before_midnight_is_in_time(either_site_at: SiteAt) -> None:
    draft = written_on_the_last_day(either_site_at)
    either_site_at.now = LAST_DAY + timedelta(hours=23, minutes=59, seconds=59)
    with capture_logs() as logs:
        assert draft.send().status_code == 303
    assert "late" not in behind.marks(either_site_at, draft)
    assert facts(either_site_at, draft)["Kom i tide"].startswith("Ja.")
    assert "deadline_passed" not in [entry["event"] for entry in logs]


@pytest.mark.parametrize("seconds", [0, 1])
def test_a_053_late_by_seconds_is_taken_and_logged_with_both_times(
    either_site_at: SiteAt, seconds: int
) -> None:
    draft = written_on_the_last_day(either_site_at)
    shown = draft.guest.told(f"{draft.path}/send")
    either_site_at.now = MIDNIGHT + timedelta(seconds=seconds)
    consents = {"info_read": "yes", "declaration": "yes", "sign_method": "electronic"}
    with capture_logs() as logs:
        answer = draft.guest.submit(f"{draft.path}/send", shown.along(consents))
    assert answer.headers["location"] == f"{draft.path}/kvittering", "what was shown is what is signed"
    assert "late" in behind.marks(either_site_at, draft)
    assert facts(either_site_at, draft)["Kom fram"] == "Dagen etter siste dag."
    entry = next(entry for entry in logs if entry["event"] == "deadline_passed")
    assert entry["ended"] == "2026-12-01T23:00:00+00:00"
    assert entry["arrived"] == f"2026-12-01T23:00:0{seconds}+00:00"
    assert entry["seconds"] == seconds
    assert set(entry) == {"event", "log_level", "case", "ended", "arrived", "seconds", "certain"}


def test_a_draft_that_became_late_is_asked_why_and_can_be_sent_without_an_answer(site_at: SiteAt) -> None:
    draft = written_on_the_last_day(site_at)
    site_at.later(draft, MIDNIGHT + timedelta(days=3))
    page = draft.guest.get(draft.step("late"))
    assert page.status_code == 200
    assert "Hvorfor kommer klagen sent?" in page.text
    review = draft.review()
    assert "Fristen er gått ut, men du kan klage likevel." in review
    assert f'href="{draft.step("late")}">\n            Svar på' in review
    assert draft.send().status_code == 303
    assert "Hvorfor kommer klagen sent?" not in behind.frozen(site_at, draft).content.model_dump_json()


def test_what_was_asked_for_in_time_stays_asked_for_afterwards(site_at: SiteAt) -> None:
    draft = written_on_the_last_day(site_at)
    site_at.later(draft, MIDNIGHT + timedelta(days=40))
    assert draft.send().status_code == 303
    assert "Trenger du mer tid til å skrive?" in behind.frozen(site_at, draft).content.model_dump_json()


def test_an_unknown_day_is_counted_from_the_letter_and_said_to_be_the_earliest(site_at: SiteAt) -> None:
    dates = {"decision_date": "2026-11-03", "received_known": "no", "received_date": ""}
    site_at.now = LAST_DAY
    draft = site_at.begin("jevn", "appeal").complete(told("appeal", dates=dates))
    page = draft.see("disagree")
    assert "er tidligst tirsdag 1. desember 2026" in page
    assert "Fikk du svaret senere enn datoen på det, har du lengre tid." in page
    site_at.later(draft, MIDNIGHT + timedelta(days=9))
    assert "Fristen kan være gått ut." in draft.review()
    assert "Fristen er gått ut" not in draft.review()
    assert draft.send().status_code == 303
    assert "maybe_late" in behind.marks(site_at, draft)
    assert "late" not in behind.marks(site_at, draft)
    assert "Siste dag for å klage, tidligst" in facts(site_at, draft)


def test_over_a_year_is_for_the_office_s_eyes_and_refuses_nobody(site_at: SiteAt) -> None:
    site_at.now = datetime(2027, 11, 3, 12, tzinfo=OSLO)
    draft = site_at.begin("jevn", "appeal")
    draft.fill(told("appeal", dates=DATES, late={"late_reason": ["illness"]}))
    assert draft.send().status_code == 303
    limit = "Over ett år siden svaret (2. november 2027)"
    assert limit in site_at.visitor("lun").get("/larvik/kontor/").text
    for page in (
        draft.receipt(),
        draft.guest.get(draft.path).text,
        draft.guest.get("/larvik/mine-saker").text,
    ):
        assert "ett år" not in page
    assert "ett år" not in behind.frozen(site_at, draft).model_dump_json()
    assert "ettår" not in site_at.made_pdf(draft)


def test_a_year_to_the_day_is_not_over_a_year(site_at: SiteAt) -> None:
    site_at.now = datetime(2027, 11, 2, 23, 59, tzinfo=OSLO)
    draft = site_at.begin("jevn", "appeal")
    draft.fill(told("appeal", dates=DATES, late={"late_reason": []}))
    assert draft.send().status_code == 303
    assert {"late", "one_year 2027-11-02"} <= set(behind.marks(site_at, draft))
    assert "Ett år etter svaret: 2. november 2027" in site_at.visitor("lun").get("/larvik/kontor/").text


def test_the_calendar_file_is_its_owner_s_and_tells_nothing_of_the_case(site_at: SiteAt) -> None:
    draft = written_on_the_last_day(site_at)
    file = draft.guest.get(f"{draft.path}/frist.ics")
    assert file.headers["content-type"] == "text/calendar; charset=utf-8"
    assert 'filename="frist.ics"' in file.headers["content-disposition"]
    assert "Frist: Larvik kommune" in file.text
    assert "DTSTART;VALUE=DATE:20261201" in file.text
    assert "klage" not in file.text.lower()
    assert site_at.visitor("stille").get(f"{draft.path}/frist.ics").status_code == 404
    assert site_at.visitor().get(f"{draft.path}/frist.ics").status_code == 302


def test_there_is_no_calendar_file_where_no_day_is_known(site_at: SiteAt) -> None:
    draft = site_at.begin("jevn", "appeal")
    assert draft.guest.get(f"{draft.path}/frist.ics").status_code == 404
    other = site_at.begin("vennlig", "service_complaint")
    assert other.guest.get(f"{other.path}/frist.ics").status_code == 404


@pytest.mark.parametrize(
    ("days", "said"), [(0, "Siste dag for å klage er tirsdag 1. desember"), (5, "du kan klage likevel")]
)
def test_a_complaint_is_thrown_away_only_when_asked_twice(site_at: SiteAt, days: int, said: str) -> None:
    draft = written_on_the_last_day(site_at)
    site_at.later(draft, site_at.now + timedelta(days=days))
    page = draft.guest.get(f"{draft.path}/slett").text
    assert said in page
    assert "Ja, slett klagen selv om jeg fortsatt kan sende den." in page
    refused = draft.guest.post(f"{draft.path}/slett")
    assert refused.status_code == 422
    assert "Kryss av for at du vil slette, eller behold utkastet." in refused.text
    assert behind.case(site_at, draft)
    assert draft.guest.post(f"{draft.path}/slett", {"sure": "yes"}).status_code == 303
    assert behind.case(site_at, draft) is None


def test_a_complaint_whose_deadline_is_unknown_is_asked_about_too(site_at: SiteAt) -> None:
    draft = site_at.begin("jevn", "appeal")
    assert "Du kan fortsatt klage." in draft.guest.get(f"{draft.path}/slett").text
    assert draft.guest.post(f"{draft.path}/slett").status_code == 422


def test_an_application_is_thrown_away_as_before(site_at: SiteAt) -> None:
    draft = site_at.begin("jevn", "coordination")
    assert 'name="sure"' not in draft.guest.get(f"{draft.path}/slett").text
    assert draft.guest.post(f"{draft.path}/slett").status_code == 303
    assert behind.case(site_at, draft) is None
