"""Whoever helps at the counter is nobody in the case: neither owner nor giver nor signer, at work or at home."""

import pytest

from forms.language import OSLO
from forms.situation import Person
from tests import powers, several
from tests.at_a_time import SiteAt
from tests.counter import begun, code_for_counter, code_for_phone, code_on, take_home
from tests.counter import take_up as take_up_there
from tests.draft import told
from tests.guest import Guest
from tests.integration.signing.test_at_the_counter import WAIT, waits_for_others
from tests.integration.signing.test_giver_of_authorization import answers as to_be_signed
from tests.integration.wizard.test_counter_signing import DRAWN, confirm
from wizard import accounts
from wizard.cases import assisting
from wizard.cases.errors import WrongCodeError
from wizard.cases.taking_up import take_up

COLLEAGUE = Person("Lys Havnes", "04886549631")


def test_a_helper_gives_no_authorization_and_is_in_no_case_that_they_see_to(
    site_at: SiteAt, helper: Guest
) -> None:
    """The staff member is the giver, or the one whom it is about: stopped at the door, whoever filled in."""
    own = helper.invented
    power = site_at.begin("jevn", "power_of_attorney").complete(to_be_signed(own))
    code = code_for_counter(power)
    with site_at.unchanged():
        answer = take_up_there(helper, code)
    assert (answer.status_code, "Du kan ikke hjelpe deg selv." in answer.text) == (422, True)
    assert powers.row(site_at, power) is None


def test_a_helper_who_turns_out_to_be_whom_it_is_about_reads_no_more_of_it(
    site_at: SiteAt, helper: Guest
) -> None:
    own = helper.invented
    given, _, family = own.name.rpartition(" ")
    draft = begun(helper, Person("Myk Havgløtt", site_at.visitor("myk").invented.national_id))
    draft.today = site_at.now.astimezone(OSLO).date()
    subject = {
        "subject_no_id": "has_number",
        "subject_national_id": own.national_id,
        "subject_given_name": given,
        "subject_family_name": family,
    }
    answers = {**told(role={"submitter_role": "nearest_relative"}), "subject": subject}
    path = [step.slug for step in draft.walk(answers).path]
    draft.fill(answers, until=path[path.index("subject") + 1])
    for page in ("steg/role", "steg/subject", "se-over"):
        refused = helper.get(f"{draft.path}/{page}")
        assert refused.status_code == 403
        assert "Denne saken er du selv en del av" in refused.text
    ended = helper.post(f"{draft.path}/hjelp/avslutt", page=f"{helper.at}/skranke/")
    assert ended.headers["location"] == f"{helper.at}/skranke/"


def test_a_helper_cannot_take_home_what_they_began_with_somebody_without_a_number(
    site_at: SiteAt, helper: Guest
) -> None:
    """The same person has an account at home: the case must not become theirs by their own code."""
    code = code_for_phone(begun(helper, Person("Stille Bjørkeløv", "")))
    own = Person(helper.invented.name, helper.invented.national_id)
    with site_at.tools() as tools:
        at_home = accounts.visitor(tools, accounts.log_in(tools, own, level="demo"))
        assert at_home
        with pytest.raises(WrongCodeError):
            take_up(tools, at_home.account_id, code)
    assert take_home(site_at.visitor("stille"), code).status_code == 303, "and it is not used up by that"


def test_a_helper_is_not_asked_to_sign_what_they_help_with(site_at: SiteAt, helper: Guest) -> None:
    child = site_at.visitor("rask").invented
    draft = begun(helper, Person("Myk Havgløtt", site_at.visitor("myk").invented.national_id))
    draft.today = site_at.now.astimezone(OSLO).date()
    draft.complete(several.answers_for(child))
    assert waits_for_others(draft, confirm(draft, DRAWN | WAIT))
    answer = several.ask(draft, "second_parent", helper.invented)
    assert (answer.status_code, "Den som hjelper, skriver aldri under." in answer.text) == (422, True)
    assert several.code_of(several.ask(draft, "second_parent", site_at.visitor("kjekk").invented))


def test_who_is_asked_to_sign_at_home_does_not_help_with_it_at_work(site_at: SiteAt, helper: Guest) -> None:
    child = site_at.visitor("rask").invented
    own = site_at.begin("myk", "coordination").complete(several.answers_for(child))
    several.wait(own)
    several.code_of(several.ask(own, "second_parent", helper.invented))
    code = code_for_counter(own)
    answer = take_up_there(helper, code)
    assert (answer.status_code, "Du kan ikke hjelpe deg selv." in answer.text) == (422, True)
    assert own.path not in helper.get("/larvik/skranke/").text
    several.code_of(several.ask(own, "second_parent", site_at.visitor("kjekk").invented))
    assert take_up_there(helper, code).status_code == 303, "who is not asked any more may"


def test_a_colleague_goes_on_with_what_names_the_helper(site_at: SiteAt, helper: Guest) -> None:
    """Of somebody without a number nobody but a colleague could: it would be lost."""
    own = helper.invented
    given, _, family = own.name.rpartition(" ")
    draft = begun(helper, Person("Uten Nummer", ""))
    draft.today = site_at.now.astimezone(OSLO).date()
    there = f"{draft.path}/over-til-kollega"
    early = helper.post(there)
    assert early.headers["location"].endswith(draft.path), "whoever is not named leaves it to the person"
    subject = {"subject_no_id": "has_number", "subject_national_id": own.national_id}
    names = {"subject_given_name": given, "subject_family_name": family}
    answers = {**told(role={"submitter_role": "nearest_relative"}), "subject": subject | names}
    path = [step.slug for step in draft.walk(answers).path]
    draft.fill(answers, until=path[path.index("subject") + 1])
    refused = helper.get(f"{draft.path}/se-over").text
    assert f'action="{there}"' in refused
    assert f'action="{draft.path}/hjelp/avslutt"' in refused
    assert f'href="{draft.path}/over-til-telefon"' in refused
    assert helper.get(there).status_code == 200
    code = code_on(helper.post(there, page=f"{helper.at}/skranke/").text)
    assert take_up_there(site_at.visitor("god", "namsos"), code).status_code == 422, "of another municipality"
    with site_at.tools() as tools:
        post = accounts.Post("larvik", sees_restricted=False, helps="Servicesenteret")
        colleague = accounts.visitor(tools, accounts.log_in(tools, COLLEAGUE, level="demo", post=post))
        assert colleague
        taken = assisting.take_up(tools, assisting.Helper(colleague, related=False), code)
    assert taken.case_id == draft.id
    used = take_up_there(helper, code)
    assert used.status_code == 422


@pytest.mark.parametrize(("birth_date", "status"), [("1979-02-04", 403), ("1979-02-05", 200)])
def test_a_helper_whom_it_is_about_by_name_and_birth_date_reads_no_more_either(
    site_at: SiteAt, helper: Guest, birth_date: str, status: int
) -> None:
    draft = begun(helper, Person("Myk Havgløtt", site_at.visitor("myk").invented.national_id))
    draft.today = site_at.now.astimezone(OSLO).date()
    given, _, family = helper.invented.name.rpartition(" ")
    subject = {"subject_no_id": "no_number", "subject_birth_date": birth_date}
    names = {"subject_given_name": given, "subject_family_name": family}
    answers = {**told(role={"submitter_role": "nearest_relative"}), "subject": subject | names}
    path = [step.slug for step in draft.walk(answers).path]
    draft.fill(answers, until=path[path.index("subject") + 1])
    assert helper.get(f"{draft.path}/steg/subject").status_code == status
