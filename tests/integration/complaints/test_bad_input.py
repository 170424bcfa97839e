"""What is odd or wrong is told at its field, and nobody is refused for whose answer it is."""

from datetime import datetime, timedelta

import pytest

from forms.language import OSLO
from tests import behind
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.draft import Draft, told
from wizard.models import Submission

TODAY = datetime(2026, 11, 20, 12, tzinfo=OSLO)


@pytest.fixture
def at_dates(site_at: SiteAt) -> Draft:
    """A complaint that has come to the page about days."""
    site_at.now = TODAY
    draft = site_at.begin("jevn", "appeal")
    draft.fill(told("appeal"), until="dates")
    return draft


def boxes(name: str, day: str) -> dict[str, str]:
    return dict(zip((f"{name}-day", f"{name}-month", f"{name}-year"), day.split("."), strict=True))


KNOWN = {"received_known": "yes"}
WRONG = {
    "no such day": (
        KNOWN | boxes("received_date", "31.11.2026"),
        "received_date",
        "Denne datoen finnes ikke.",
    ),
    "no leap year": (
        KNOWN | boxes("received_date", "29.2.2026"),
        "received_date",
        "Denne datoen finnes ikke.",
    ),
    "tomorrow": (
        KNOWN | boxes("received_date", "21.11.2026"),
        "received_date",
        "Datoen kan ikke være etter 20. november 2026.",
    ),
    "a letter of tomorrow": (
        {"received_known": "no"} | boxes("decision_date", "21.11.2026"),
        "decision_date",
        "Datoen kan ikke være etter 20. november 2026.",
    ),
    "before the letter": (
        KNOWN | boxes("received_date", "5.11.2026") | boxes("decision_date", "6.11.2026"),
        "received_date",
        "Svaret kan ikke ha kommet før datoen på det, 6. november 2026.",
    ),
    "understood before it came": (
        KNOWN
        | boxes("received_date", "6.11.2026")
        | {"knew_later": "yes"}
        | boxes("knew_enough_date", "5.11.2026"),
        "knew_enough_date",
        "Du har skrevet at svaret kom senere, 6. november 2026.",
    ),
    "understood before the letter": (
        {"received_known": "no"}
        | boxes("decision_date", "20.11.2026")
        | {"knew_later": "yes"}
        | boxes("knew_enough_date", "1.10.2026"),
        "knew_enough_date",
        "Svaret er fra 20. november 2026, så dagen kan ikke være før det.",
    ),
    "no day though known": (KNOWN, "received_date", "Skriv dagen det kom, eller velg at du ikke husker den."),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_day_that_cannot_be_is_told_at_its_field(site_at: SiteAt, at_dates: Draft, what: str) -> None:
    sent, field, message = WRONG[what]
    answer = at_dates.answer("dates", sent)
    assert answer.status_code == 422
    assert message in answer.text
    assert f'id="{field}-error"' in answer.text
    assert f'href="#{field}-day"' in answer.text
    for name, value in sent.items():
        assert f'value="{value}"' in answer.text, name
    assert "dates" not in behind.answers(site_at, at_dates)


def test_reasons_cannot_come_before_they_were_asked_for(at_dates: Draft) -> None:
    assert at_dates.answer("dates", {"received_known": "no"}).status_code == 303
    sent = {"reasons_given": "no", "reasons_asked": "yes", "reasons_received": "yes"}
    days = boxes("reasons_asked_date", "10.11.2026") | boxes("reasons_received_date", "9.11.2026")
    answer = at_dates.answer("reasons", sent | days)
    assert answer.status_code == 422
    assert "Du har skrevet at du spurte senere, 10. november 2026." in answer.text


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        (KNOWN | boxes("received_date", "10.11.2026"), "Svaret kom 10. november 2026"),
        ({"received_known": "no"} | boxes("decision_date", "9.11.2026"), "Svaret er fra 9. november 2026"),
    ],
)
@pytest.mark.parametrize("field", ["reasons_asked_date", "reasons_received_date"])
def test_reasons_are_not_asked_for_before_there_is_an_answer(
    at_dates: Draft, dates: dict[str, str], message: str, field: str
) -> None:
    assert at_dates.answer("dates", dates).status_code == 303
    sent = {"reasons_given": "no", "reasons_asked": "yes", "reasons_received": "yes"}
    answer = at_dates.answer("reasons", sent | boxes(field, "12.11.2020"))
    assert answer.status_code == 422
    assert f"{message}, så dagen kan ikke være før det." in answer.text
    assert f'href="#{field}-day"' in answer.text


def test_no_day_and_no_number_is_ever_demanded(at_dates: Draft) -> None:
    assert at_dates.answer("dates", {"received_known": "no"}).status_code == 303
    assert at_dates.answer("reasons", {}).status_code == 303


@pytest.mark.parametrize(
    ("maker", "mark", "page", "document"),
    [
        (
            "nav",
            "Skal videre til NAV",
            "Gjelder svaret en individuell plan fra NAV, er den tre uker.",
            "kommunen sender klagen videre til NAV.",
        ),
        (
            "child_welfare",
            "Skal videre til barnevernet",
            "Barnevernet har egne regler. Fristen står i brevet.",
            "kommunen sender klagen videre til barnevernet.",
        ),
        (
            "hospital",
            "Skal videre til sykehuset",
            "Du har fire uker på deg til å klage, som hos kommunen.",
            "kommunen sender klagen videre til sykehuset.",
        ),
    ],
)
def test_a_letter_of_somebody_else_is_taken_explained_and_passed_on(
    site_at: SiteAt, maker: str, mark: str, page: str, document: str
) -> None:
    site_at.now = TODAY
    draft = site_at.begin("jevn", "appeal")
    draft.complete(told("appeal", answer={"decision_maker": maker}))
    told_before = draft.see("dates")
    assert page in told_before
    assert "Du kan også sende den selv" in told_before
    assert draft.send().status_code == 303
    for text in (draft.receipt(), draft.guest.get(draft.path).text):
        assert document in text
        assert "Adressen står i brevet derfra." in text
        assert "ser på saken på nytt" not in text, "that is what the municipality does with its own answers"
    to = document.rsplit(" ", maxsplit=1)[1]
    assert squeezed(f"sender klagen videre til {to}") in site_at.made_pdf(draft), "in the office's words"
    assert mark in site_at.visitor("lun").get("/larvik/kontor/").text


@pytest.mark.parametrize("maker", ["nav", "child_welfare"])
def test_who_decides_by_other_acts_is_given_no_deadline_of_ours(site_at: SiteAt, maker: str) -> None:
    site_at.now = TODAY + timedelta(days=400)
    draft = site_at.begin("jevn", "appeal")
    draft.complete(told("appeal", answer={"decision_maker": maker}))
    before = draft.see("disagree"), draft.review()
    assert draft.send().status_code == 303
    for text in (*before, draft.receipt(), behind.frozen(site_at, draft).model_dump_json()):
        assert "Siste dag for å klage" not in text
        assert "Statsforvalteren, avgjør om" not in text
    assert not {"late", "maybe_late"} & set(behind.marks(site_at, draft))


def test_a_hospital_s_answer_has_four_weeks_here_too(site_at: SiteAt) -> None:
    site_at.now = TODAY + timedelta(days=400)
    draft = site_at.begin("jevn", "appeal")
    draft.complete(told("appeal", answer={"decision_maker": "hospital"}))
    assert "Siste dag for å klage er" in draft.see("disagree")
    assert draft.send().status_code == 303
    assert "late" in behind.marks(site_at, draft)
    assert "Klagen kom etter siste dag" in draft.receipt()


def test_thirty_thousand_characters_are_kept_and_flow_over_pages(site_at: SiteAt) -> None:
    site_at.now = TODAY
    draft = site_at.begin("jevn", "appeal")
    text = " ".join(f"Setning nummer {number} sier det samme en gang til." for number in range(700))[:30_000]
    assert len(text) == 30_000
    draft.complete(told("appeal", disagree={"what_about": text}))
    assert behind.answers(site_at, draft)["disagree"]["what_about"] == text
    assert draft.send().status_code == 303
    pdf = site_at.made_pdf(draft)
    for number in (0, 300, 615):
        assert squeezed(f"Setning nummer {number} sier det samme en gang til.") in pdf
    with site_at.tools() as tools, tools.store.read() as db:
        assert db.get(Submission, draft.id)
