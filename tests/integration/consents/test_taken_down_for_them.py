"""What somebody takes back by word of mouth of what another said yes to for them is their case, and their words."""

from typing import Any

from tests import behind, consents
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.consents.test_said_for_another import SIXTEEN
from tests.integration.consents.test_taken_down import child_consent
from tests.paper_form import boxes

WORDS = "Ikke noe om kjæresten min."


def said_by_rask(site_at: SiteAt, case: Draft, ids: list[str], **changed: Any) -> None:
    said = {"said_by": "Rask Elveblest"} | boxes("said_on", site_at.now.date()) | changed
    answer = consents.take_down(site_at.visitor("lun"), case, ids, **said)
    assert answer.status_code == 303, answer.text


def cases_of(guest: Guest) -> set[str]:
    return consents.linked_cases(guest.get("/larvik/mine-saker").text)


def everything_read_by(guest: Guest) -> str:
    pages = [consents.page(guest), guest.get("/larvik/mine-saker").text]
    return "".join([*pages, *(guest.get(path).text for path in cases_of(guest))])


def test_the_young_persons_words_are_in_a_case_of_their_own_and_not_the_givers(site_at: SiteAt) -> None:
    case = child_consent(site_at)
    site_at.now = SIXTEEN
    said_by_rask(site_at, case, ["other"], taken_words=WORDS)
    rask, myk = site_at.visitor("rask"), site_at.visitor("myk")
    assert cases_of(myk) == {case.path}
    read = everything_read_by(myk)
    assert "kjæresten" not in read
    assert "Du har trukket" not in read
    assert "Noe er trukket av den det gjelder. Kontoret vet hva." in read
    (later,) = (Draft(rask, path, "consent_withdrawal") for path in cases_of(rask))
    assert WORDS in consents.page(rask)
    assert "SagtavRaskElveblest" in site_at.made_pdf(later)
    assert "kjæresten" in behind.frozen(site_at, later).model_dump_json()
    assert myk.get(later.path).status_code == 404
    assert rask.get(case.path).status_code == 404
    assert later.path.rsplit("/", 1)[1] in site_at.visitor("lun").get(consents.office(case)).text


def test_all_of_it_ends_and_both_read_so(site_at: SiteAt) -> None:
    case = child_consent(site_at)
    site_at.now = SIXTEEN
    said_by_rask(site_at, case, [str(one.id) for one in consents.rows(site_at, case)])
    assert set(consents.states(site_at, case).values()) == {"taken_back"}
    assert "Kontoret skrev ned at samtykket er trukket" in site_at.visitor("myk").get(case.path).text
    assert len(cases_of(site_at.visitor("rask"))) == 1


def test_the_giver_who_takes_it_back_by_mouth_has_the_case_as_before(site_at: SiteAt) -> None:
    case = child_consent(site_at)
    said_by_rask(
        site_at, case, ["other"], taken_words="Ikke skolen.", said_by="Myk Havgløtt", said_as="parent"
    )
    assert len(cases_of(site_at.visitor("myk"))) == 2
    assert cases_of(site_at.visitor("rask")) == set()


def test_without_a_number_or_with_another_persons_nobody_is_given_the_case(site_at: SiteAt) -> None:
    """Whoever is not known by the number is given nothing; the office has it, and what was said has ended."""
    strange = {"subject_given_name": "Annen", "subject_family_name": "Person"}
    case = child_consent(site_at, subject=strange)
    site_at.visitor("rask")
    site_at.now = SIXTEEN
    said_by_rask(site_at, case, consents.part_ids(site_at, case, "school"), said_by="Annen Person")
    assert consents.states(site_at, case)["school"] == "taken_back"
    assert cases_of(site_at.visitor("rask")) == set()
    assert cases_of(site_at.visitor("myk")) == {case.path}
