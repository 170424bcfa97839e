"""The citizen's own page: what is said yes to, whole and in part taken back, and what is left of it."""

import hashlib
import uuid

from tests import behind, consents
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.draft import Draft
from tests.guest import Guest
from tests.later import fill, reference, sent

EVERYTHING = ["plan", "coordinator", "home_care", "gp", "hospital"]


def test_each_yes_stands_by_itself_with_the_very_text_that_was_agreed_to(
    site_at: SiteAt, stille: Guest
) -> None:
    case = consents.given(stille)
    rows = consents.rows(site_at, case)
    assert [one.said.service or one.kind for one in rows] == EVERYTHING
    assert set(consents.states(site_at, case).values()) == {"holds"}
    assert {one.capacity for one in rows} == {"self"}
    assert {one.said.service: (one.said.gives, one.said.receives) for one in rows if one.said.service} == {
        "home_care": (True, True),
        "gp": (True, True),
        "hospital": (True, False),
    }
    assert rows[4].said.department == "Hjerteavdelingen"
    assert [str(one.last_day) for one in rows[2:]] == ["2027-06-30"] * 3
    assert rows[0].last_day is None
    for one in rows:
        text = "\n".join(one.said.text)
        assert hashlib.sha256(text.encode()).hexdigest() == one.text_sha256
        assert "Jeg vet at det er frivillig, og at jeg kan trekke samtykket når som helst" in text
    content = behind.frozen(site_at, case).content
    words = {line for part in content.sections for one in part.answers for line in one.answer.splitlines()}
    assert "Medisinene mine, hva jeg klarer selv, og når jeg har timer." in words & set(rows[2].said.text)
    assert "Sykehuset" in rows[2].said.text
    assert "Sykehuset" not in rows[0].said.text, "a yes to a plan is none to sharing"


def test_the_page_keeps_help_and_sharing_apart_and_tells_all_of_each(stille: Guest) -> None:
    case = consents.given(stille)
    page = consents.page(stille)
    help_, sharing = page.split("Ja til å dele opplysninger</h2>")
    assert "Trekk «Individuell plan»" in help_
    assert "Trekk «Koordinator»" in help_
    assert "Jeg vil ikke at økonomien min skal stå i planen." in help_
    assert "Deling: Sykehuset (Hjerteavdelingen)" in sharing
    assert "Det som gjelder familien min." in sharing
    assert "til og med 30. juni 2027" in sharing
    assert "til og med" not in help_
    assert "Trekk all deling" in sharing
    for there in (stille.get("/larvik/mine-saker").text, stille.get(case.path).text, case.receipt()):
        assert 'href="/larvik/samtykker"' in there


def test_one_service_is_taken_back_and_the_rest_is_told_everywhere(site_at: SiteAt, stille: Guest) -> None:
    case = consents.given(stille)
    site_at.now = site_at.now.replace(minute=10)
    later = consents.take_back(stille, consents.part_ids(site_at, case, "gp"))
    assert consents.states(site_at, case) == dict.fromkeys(EVERYTHING, "holds") | {"gp": "taken_back"}
    page = consents.page(stille)
    assert "Deling: Fastlegen" not in consents.holds(page)
    assert "Du trakk det 1. desember 2026 kl. 12.10." in page.split("Gjelder ikke lenger")[1]
    rest = "Individuell plan; Koordinator; Deling: Hjemmetjenesten; Deling: Sykehuset (Hjerteavdelingen)"
    assert rest in later.receipt()
    assert squeezed(rest) in site_at.made_pdf(later)
    assert behind.events(site_at, case)[-1] == "partly_withdrawn"
    row = next(one for one in consents.rows(site_at, case) if one.said.service == "gp")
    assert (row.withdrawn_in, row.withdrawn_by) == (later.id, row.given_by)


def test_the_page_begins_with_what_the_button_was_about(site_at: SiteAt, stille: Guest) -> None:
    case = consents.given(stille)
    answer = consents.press(stille, consents.part_ids(site_at, case, "plan"))
    draft = Draft(stille, answer.headers["location"], "consent_withdrawal")
    saved = behind.answers(site_at, draft)["withdrawal"]
    assert saved["consent_reference"] == [reference(case)]
    assert saved["withdraw_parts"] == consents.part_ids(site_at, case, "plan")
    assert "Individuell plan" in draft.see("withdrawal")


def test_taking_back_all_sharing_leaves_the_help_and_the_other_way_round(
    site_at: SiteAt, stille: Guest
) -> None:
    case = consents.given(stille)
    consents.take_back(stille, consents.part_ids(site_at, case, "home_care", "gp", "hospital"))
    stands = consents.states(site_at, case)
    assert {name for name, state in stands.items() if state == "holds"} == {"plan", "coordinator"}
    other = consents.given(stille)
    consents.take_back(stille, consents.part_ids(site_at, other, "plan", "coordinator"))
    stands = consents.states(site_at, other)
    assert {name for name, state in stands.items() if state == "taken_back"} == {"plan", "coordinator"}


def test_who_takes_back_all_but_one_service_ends_the_sharing(site_at: SiteAt, stille: Guest) -> None:
    case = consents.given(stille)
    consents.take_back(stille, consents.part_ids(site_at, case, "home_care", "gp"))
    assert consents.states(site_at, case)["hospital"] == "taken_back"


def test_piece_by_piece_until_nothing_is_left_is_taking_back_all(site_at: SiteAt, stille: Guest) -> None:
    case = consents.given(stille)
    consents.take_back(stille, consents.part_ids(site_at, case, *EVERYTHING[:2]))
    assert behind.events(site_at, case)[-1] == "partly_withdrawn"
    last = consents.take_back(stille, consents.part_ids(site_at, case, *EVERYTHING[2:]))
    assert behind.events(site_at, case)[-1] == "withdrawn"
    assert "Samtykket gjelder ikke lenger." in last.receipt()


def test_words_limit_what_holds_and_end_nothing(site_at: SiteAt, stille: Guest) -> None:
    case = consents.given(stille)
    answer = consents.press(stille, consents.part_ids(site_at, case, "plan"))
    draft = Draft(stille, answer.headers["location"])
    what = {
        "consent_reference": reference(case),
        "withdraw_extent": "part",
        "withdraw_parts": ["other"],
        "withdraw_part": "Ikke noe om medisinene.",
        "from_when": "at_once",
    }
    fill(draft, withdrawal=what, role={"submitter_role": "self"}, you=consents.NAMES)
    sent(draft)
    assert set(consents.states(site_at, case).values()) == {"holds"}
    page = consents.page(stille)
    assert page.count("Ikke noe om medisinene.") == 3, "beside the plan, the coordinator and the sharing"


def test_from_a_later_day_it_holds_until_that_day(site_at: SiteAt, stille: Guest) -> None:
    case = consents.given(stille)
    answer = consents.press(stille, consents.part_ids(site_at, case, "gp"))
    draft = Draft(stille, answer.headers["location"])
    what = {
        "consent_reference": reference(case),
        "withdraw_extent": "part",
        "withdraw_parts": consents.part_ids(site_at, case, "gp"),
        "from_when": "later",
        "from_when_date-day": "5",
        "from_when_date-month": "12",
        "from_when_date-year": "2026",
    }
    sent(fill(draft, withdrawal=what, role={"submitter_role": "self"}, you=consents.NAMES))
    assert consents.states(site_at, case)["gp"] == "holds"
    site_at.now = site_at.now.replace(day=4, hour=23, minute=59)
    assert consents.states(site_at, case)["gp"] == "holds"
    site_at.now = site_at.now.replace(day=5, hour=0, minute=0)
    assert consents.states(site_at, case)["gp"] == "taken_back"


def test_what_is_over_is_not_begun_to_take_back_again(site_at: SiteAt, stille: Guest) -> None:
    case = consents.given(stille)
    ids = consents.part_ids(site_at, case, "gp")
    consents.take_back(stille, ids)
    again = consents.press(stille, ids)
    assert again.headers["location"] == "/larvik/samtykker"
    assert "Det samtykket gjelder ikke lenger." in consents.page(stille)


def test_nobody_takes_back_or_sees_what_another_said_yes_to(site_at: SiteAt, stille: Guest) -> None:
    case = consents.given(stille)
    ids = consents.part_ids(site_at, case, "plan")
    var, elsewhere = site_at.visitor("var"), site_at.visitor("stille", "senja")
    with site_at.unchanged():
        assert consents.press(var, ids).status_code == 404
        assert consents.press(stille, [*ids, str(uuid.uuid4())]).status_code == 404
        assert consents.press(stille, []).status_code == 404
        assert consents.press(elsewhere, ids).status_code == 404
    assert "Individuell plan" not in consents.page(var)
    assert "Individuell plan" not in consents.page(elsewhere)


def test_another_persons_part_cannot_be_typed_into_ones_own_withdrawal(
    site_at: SiteAt, stille: Guest
) -> None:
    theirs, var = consents.given(stille), site_at.visitor("var")
    own = consents.given(var)
    answer = consents.press(var, consents.part_ids(site_at, own, "plan"))
    draft = Draft(var, answer.headers["location"])
    what = {
        "consent_reference": reference(own),
        "withdraw_extent": "part",
        "withdraw_parts": consents.part_ids(site_at, theirs, "plan"),
        "from_when": "at_once",
    }
    assert draft.answer("withdrawal", what).status_code == 422
    assert consents.states(site_at, theirs)["plan"] == "holds"


def test_a_part_of_a_consent_that_is_not_ticked_is_asked_back(site_at: SiteAt, stille: Guest) -> None:
    first, second = consents.given(stille), consents.given(stille)
    answer = consents.press(stille, consents.part_ids(site_at, first, "plan"))
    draft = Draft(stille, answer.headers["location"])
    what = {"withdraw_extent": "part", "from_when": "at_once"}
    parts = {"withdraw_parts": consents.part_ids(site_at, second, "plan")}
    refused = draft.answer("withdrawal", what | parts | {"consent_reference": reference(first)})
    assert refused.status_code == 422
    assert "som ikke er krysset av over" in refused.text
    both = {"consent_reference": [reference(first), reference(second)]}
    refused = draft.answer("withdrawal", what | parts | both)
    assert refused.status_code == 422
    assert "uten å velge hvilken del" in refused.text


def test_who_never_said_yes_is_told_so(site_at: SiteAt) -> None:
    page = consents.page(site_at.visitor("var"))
    assert "Du har ikke gitt noe samtykke herfra ennå." in page
    assert "/skjema/trekk-samtykke" in page


def test_staff_have_no_such_page_of_their_own(lun: Guest) -> None:
    assert lun.get("/larvik/samtykker").status_code == 302
