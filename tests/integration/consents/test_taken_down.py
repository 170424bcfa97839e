"""What somebody takes back by word of mouth: written down by the office, at once, and told to whom it is about."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from forms.journeys.registry import samples
from forms.language import OSLO, Language
from forms.situation import Person
from tests import behind, consents
from tests import later as later_forms
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.later import fill, sent
from wizard import accounts
from wizard.cases.finding import find_case
from wizard.cases.taking_down import Staff, take_down
from wizard.providers import invented

FIRST_CHECK = "Vi ringte tilbake på et nummer vi hadde fra før"


def withdrawal(guest: Guest, case: Draft) -> Draft:
    """The case by which the office took it down, as its owner finds it."""
    found = consents.linked_cases(guest.get(case.path).text) - {case.path}
    assert len(found) == 1
    return Draft(guest, found.pop(), "consent_withdrawal")


def child_consent(site_at: SiteAt, **steps: Any) -> Draft:
    """A mother's, for her child; she names nobody who must not know."""
    sample = samples("consent")[1]
    answers = {slug: dict(given) for slug, given in sample.answers.items()}
    answers["topics"]["persons_excluded"] = ""
    answers["duration"] = dict(consents.UNTIL)
    for slug, changed in steps.items():
        answers[slug] = answers.get(slug, {}) | changed
    return sent(begin(site_at.visitor("myk"), "consent").complete(answers), send_when="now")


def test_the_office_sees_what_holds_and_takes_a_part_down_at_once(
    site_at: SiteAt, stille: Guest, lun: Guest
) -> None:
    case = consents.given(stille)
    page = lun.get(consents.office(case)).text
    assert "Samtykker i saken" in page
    assert "Deling: Fastlegen" in page
    assert page.count(">Gjelder nå</span>") == 5
    form = lun.get(consents.spoken(case)).text
    assert 'value="Stille Bjørkeløv"' in form, "who gave it is proposed"
    answer = consents.take_down(lun, case, consents.part_ids(site_at, case, "gp", "plan"))
    assert answer.headers["location"] == consents.office(case)
    assert {name for name, state in consents.states(site_at, case).items() if state != "holds"} == {
        "plan",
        "gp",
    }
    page = lun.get(consents.office(case)).text
    assert "Det er skrevet ned at samtykket er trukket." in page
    assert page.count(">Trukket</span>") == 2
    assert page.count(">Gjelder nå</span>") == 3


def test_its_owner_reads_that_the_office_wrote_it_down_and_gets_a_document(
    site_at: SiteAt, stille: Guest, lun: Guest
) -> None:
    case = consents.given(stille)
    consents.take_down(lun, case, consents.part_ids(site_at, case, "gp"))
    over = consents.page(stille).split("Gjelder ikke lenger")[1]
    assert "Kontoret skrev ned 1. desember 2026 kl. 12.00 at samtykket er trukket." in over
    own = stille.get(case.path).text
    assert "Kontoret skrev ned at en del av samtykket er trukket" in own
    assert "Du trakk" not in own
    assert lun.invented.name not in own
    later = withdrawal(stille, case)
    assert behind.events(site_at, later) == ["started", "noted_down", "submitted"]
    document = site_at.made_pdf(later)
    rest = "Individuell plan; Koordinator; Deling: Hjemmetjenesten; Deling: Sykehuset (Hjerteavdelingen)"
    for line in (
        "Trekke et samtykke",
        f"Stille Bjørkeløv, den det gjelder; 1. desember 2026; {FIRST_CHECK}",
        "Tatt ned muntlig av",
        lun.invented.name,
        "Deling: Fastlegen",
        rest,
        "148357 49828",
    ):
        assert squeezed(line) in document, line
    page = later.receipt()
    assert "Kommunen har fått beskjeden" in page
    assert "Kontoret har skrevet ned det de fikk vite" in stille.get("/larvik/mine-saker").text
    assert f'href="{consents.office(later)}"' in lun.get(consents.office(case)).text


def test_all_of_it_taken_down_is_withdrawn(site_at: SiteAt, stille: Guest, lun: Guest) -> None:
    case = consents.given(stille)
    ids = [str(one.id) for one in consents.rows(site_at, case)]
    consents.take_down(lun, case, ids)
    assert behind.events(site_at, case)[-1] == "withdrawn"
    assert "Kontoret skrev ned at samtykket er trukket" in stille.get(case.path).text
    assert "Noen trekker samtykket" not in lun.get(consents.office(case)).text
    assert lun.get(consents.spoken(case)).headers["location"] == consents.office(case)
    assert consents.take_down(lun, case, ids).headers["location"] == consents.office(case)
    assert behind.events(site_at, case).count("withdrawn") == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"taken": []}, "Velg minst ett samtykke som ble trukket."),
        ({"taken": ["d4a7b4a5-2f3b-4b8e-9a51-0f0f4c6b7a11"]}, "Velg et av svarene som står her."),
        ({"said_by": " "}, "Skriv hvem som trakk samtykket."),
        ({"said_on-day": ""}, "dag"),
        ({"said_on-day": "2"}, "1. desember 2026"),
        ({"said_as": ""}, "Velg som hva de trakk samtykket."),
        ({"said_as": "neighbour"}, "Velg et av svarene som står her."),
        ({"taken": ["other"]}, "Skriv hva som ble trukket."),
        ({"from_when": "later"}, "Skriv dagen det gjelder fra."),
        ({"identity_checked": ""}, "Velg hvordan dere vet hvem det var."),
        ({"heard": ""}, "Velg hvordan samtykket ble trukket."),
        ({"heard": "written"}, "Velg et av svarene som står her."),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_written(
    site_at: SiteAt, stille: Guest, lun: Guest, changed: dict[str, Any], sentence: str
) -> None:
    case = consents.given(stille)
    ids = consents.part_ids(site_at, case, "plan")
    with site_at.unchanged():
        refused = consents.take_down(lun, case, ids, **changed)
    assert refused.status_code == 422
    assert sentence in refused.text


def test_whoever_gave_it_is_not_the_one_at_the_office_who_writes_it_down(
    site_at: SiteAt, stille: Guest
) -> None:
    case, own = consents.given(stille), stille.invented
    part = consents.part_ids(site_at, case, "plan")[0]
    heard = consents.heard() | {"taken": part}
    with site_at.tools() as tools:
        token = accounts.log_in(
            tools,
            Person(own.name, own.national_id),
            level="demo",
            post=accounts.Post("larvik", sees_restricted=True),
        )
        visitor = accounts.visitor(tools, token)
        assert visitor
        staff, typed = Staff(visitor, Language()), MultiDict(heard)
        with tools.store.connect() as db:
            row = find_case(db, case.id)
        assert row
        refused = take_down(tools, row, staff, typed)
    assert refused
    assert "En kollega må skrive det ned" in refused.faults()[0].message
    assert set(consents.states(site_at, case).values()) == {"holds"}


def test_a_mothers_consent_for_her_child_is_about_the_child(site_at: SiteAt, lun: Guest) -> None:
    case = child_consent(site_at)
    mother = case.guest
    assert {one.capacity for one in consents.rows(site_at, case)} == {"parent"}
    page = consents.page(mother)
    assert "Rask Elveblest" in page
    assert "av deg, forelder" in page
    said = {"said_by": "Myk Havgløtt", "said_as": "parent"}
    answer = consents.take_down(lun, case, consents.part_ids(site_at, case, "school"), **said)
    assert answer.status_code == 303, answer.text
    later = withdrawal(mother, case)
    assert "Rask Elveblest" in behind.frozen(site_at, later).model_dump_json()
    assert consents.states(site_at, case)["school"] == "taken_back"


def test_other_offices_and_citizens_reach_nothing_of_it(site_at: SiteAt, stille: Guest) -> None:
    case = consents.given(stille)
    ids = consents.part_ids(site_at, case, "plan")
    others = [site_at.visitor("klar", "kristiansand"), site_at.visitor("var"), stille]
    staff = others[0]
    there = consents.spoken(case)
    with site_at.unchanged():
        assert staff.get(there).status_code in {302, 404}
        for one in others:
            answer = one.post(f"{there}/skriv-ned", consents.heard() | {"taken": ids}, page=f"{one.at}/")
            assert answer.status_code in {401, 404}
    assert set(consents.states(site_at, case).values()) == {"holds"}


def test_what_is_restricted_is_taken_down_only_by_those_who_see_it(site_at: SiteAt, stille: Guest) -> None:
    case = consents.given(stille, topics={"persons_excluded": "Broren min"})
    lun, mild = site_at.visitor("lun"), site_at.visitor("mild")
    assert lun.get(consents.spoken(case)).status_code == 404
    assert "Broren min" in mild.get(consents.office(case)).text
    consents.take_down(mild, case, consents.part_ids(site_at, case, "plan"))
    later = withdrawal(stille, case)
    assert lun.get(consents.office(later)).status_code == 404
    assert mild.get(consents.office(later)).status_code == 200


def test_help_that_was_said_yes_to_in_an_application_is_taken_back_and_the_application_stands(
    site_at: SiteAt,
) -> None:
    guest, kvikk = site_at.visitor("sein", "namsos"), site_at.visitor("kvikk", "namsos")
    case = begin(guest, "care_services")
    case.fill(told("care_services", **{"service-consent": {"service_consent": "yes"}}))
    sent(case)
    rows = consents.rows(site_at, case)
    assert [(one.kind, one.capacity) for one in rows] == [("help", "self")]
    assert "Hjelp fra kommunen" in consents.page(guest)
    answer = consents.take_down(kvikk, case, [str(rows[0].id)])
    assert answer.status_code == 303, answer.text
    assert behind.events(site_at, case)[-1] == "consent_taken_back"
    own = guest.get(case.path).text
    assert "Kontoret skrev ned at samtykket i søknaden er trukket" in own
    assert "Hjelp fra kommunen" not in consents.holds(consents.page(guest))


def test_a_withdrawn_application_takes_its_yes_to_help_with_it(site_at: SiteAt) -> None:
    guest = site_at.visitor("sein", "namsos")
    case = begin(guest, "care_services")
    case.fill(told("care_services", **{"service-consent": {"service_consent": "yes"}}))
    sent(case)
    sent(later_forms.withdrawal(case))
    assert [one.state(site_at.now, site_at.now.date()) for one in consents.rows(site_at, case)] == [
        "taken_back"
    ]


def test_a_notifications_yes_is_used_up_and_stands_on_the_offices_page_alone(site_at: SiteAt) -> None:
    draft = begin(site_at.visitor(_notifier()), "notification")
    sent(draft.complete())
    assert [
        (one.kind, one.state(site_at.now, site_at.now.date())) for one in consents.rows(site_at, draft)
    ] == [("notifying", "used")]
    assert "At noen melder" not in consents.page(draft.guest)
    page = site_at.visitor("mild").get(consents.office(draft)).text
    assert "At noen melder fra om behovet" in page
    assert "Det ble brukt da meldingen kom." in page
    assert "Noen trekker samtykket" not in page


def _notifier() -> str:
    number = samples("notification")[0].submitter.national_id
    return next(one.key for one in invented() if one.national_id == number)


def test_the_ordinary_way_for_staff_who_help_asks_the_same(site_at: SiteAt) -> None:
    """Logged in as themselves: who said it, when, and how it was known who it was."""
    helper = site_at.visitor("var")
    draft = later_forms.begin(helper, "consent_withdrawal")
    what = {
        "withdraw_extent": "all",
        "from_when": "at_once",
        "consent_reference": "unlisted",
        "consent_description": "Deling med skolen.",
    }
    role = {
        "submitter_role": "staff_assisting",
        "own_office": "Innbyggertorget",
        "own_initials": "VF",
        "receiver": "Innbyggertorget",
        "oral_or_written": "oral",
        "address_protected": "no",
    }
    fill(draft, withdrawal=what)
    assert draft.answer("role", role).status_code == 422
    assert draft.answer("role", role | consents.heard()).status_code == 303


def test_what_was_said_earlier_ends_on_the_day_when_it_was_said(
    site_at: SiteAt, stille: Guest, lun: Guest
) -> None:
    case = consents.given(stille)
    given_at = site_at.now
    site_at.now += timedelta(days=20)
    stille.log_in("stille")
    lun.log_in("lun")
    parts = consents.part_ids(site_at, case, "gp", "plan")
    before = consents.heard() | {"said_on-day": "30", "said_on-month": "11"}
    assert consents.take_down(lun, case, parts, **before).status_code == 422, "it was not given yet"
    assert consents.take_down(lun, case, parts[:1], **{"said_on-day": "10"}).status_code == 303
    assert consents.take_down(lun, case, parts[1:]).status_code == 303, "the day when it was given"
    ended = {one.said.service or one.kind: one.ended_at for one in consents.rows(site_at, case)}
    assert ended["gp"] == datetime(2026, 12, 10, tzinfo=OSLO)
    assert ended["plan"] == given_at
    assert "Trukket fra 10. desember 2026" in consents.page(stille)
