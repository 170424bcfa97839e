"""A name that the helper typed and that the log-in does not have: told to the office, and to no helper (A-077)."""

import pytest
from sqlalchemy import select

from forms.situation import Person
from tests import behind
from tests.counter import STILLE, Helped, begun, code_for_phone, take_home
from tests.draft import Draft, told
from tests.integration.wizard.test_counter_signing import DRAWN, PAPER, SAID, confirmed
from tests.running_site import Site
from wizard.accounts import lookup_of
from wizard.models import Account

OTHER = "other_than_log_in"
TOLD = "Et annet navn enn i innloggingen"


def confirmed_as(site: Site, name: str, number: str, typed: dict[str, str]) -> Helped:
    draft = filled(site, Person(name, number))
    confirmed(draft, typed)
    return draft


def filled(site: Site, person: Person) -> Helped:
    """In the very name that the helper was told."""
    draft = begun(site.visitor("fin"), person)
    first, _, family = person.name.rpartition(" ")
    names = {"subject_given_name": first or family, "subject_family_name": family}
    answers = told()
    draft.complete(
        {slug: dict(one) | names if "subject_given_name" in one else one for slug, one in answers.items()}
    )
    return draft


@pytest.mark.parametrize("typed", [DRAWN, PAPER, SAID])
def test_the_office_is_told_of_another_name_than_the_account_has(site: Site, typed: dict[str, str]) -> None:
    site.visitor("stille")
    draft = confirmed_as(site, "Noen Annen", STILLE.national_id, typed)
    assert OTHER in behind.marks(site, draft)
    for page in (draft.receipt(), draft.guest.get(draft.path).text, draft.guest.get("/larvik/skranke/").text):
        assert TOLD not in page
        assert STILLE.name not in page
    request = behind.frozen(site, draft)
    assert STILLE.name not in request.model_dump_json(), "the document goes through the helper's hands"
    assert TOLD in site.visitor("lun").get(f"/larvik/kontor/sak/{draft.id}").text


@pytest.mark.parametrize("name", [STILLE.name, "stille bjørkeløv", "Stille", "Stille Fjell Bjørkeløv"])
def test_a_name_more_or_less_is_the_same_person(site: Site, name: str) -> None:
    site.visitor("stille")
    assert OTHER not in behind.marks(site, confirmed_as(site, name, STILLE.national_id, DRAWN))


def test_who_was_never_here_is_checked_when_they_log_in(site: Site) -> None:
    person = Person("Noen Annen", "05927849730")
    draft = filled(site, person)
    known_as_told(site, person)
    confirmed(draft, DRAWN)
    assert behind.marks(site, draft) == []
    for _ in range(2):
        site.visitor("sein")
        assert behind.marks(site, draft) == [OTHER]
    assert "Et annet navn" not in site.visitor("sein").get(f"/larvik/sak/{draft.id}").text


def test_who_goes_on_at_home_signs_in_their_own_name(site: Site) -> None:
    draft = filled(site, Person("Noen Annen", STILLE.national_id))
    stille = site.visitor("stille")
    assert take_home(stille, code_for_phone(draft)).status_code == 303
    assert Draft(stille, f"/larvik/sak/{draft.id}").send().status_code == 303
    assert OTHER not in behind.marks(site, draft)


def known_as_told(site: Site, person: Person) -> None:
    """As for somebody whom no log-in has named yet, whatever other tests did."""
    with site.tools() as tools, tools.store.write() as db:
        row = db.scalars(select(Account).where(Account.lookup == lookup_of(tools, person.national_id))).one()
        known = {"name": person.name, "national_id": person.national_id}
        row.sealed_person = tools.vault.seal_json(known, f"accounts:{row.id}")
