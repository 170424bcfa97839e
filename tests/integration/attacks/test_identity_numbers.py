"""A-076: identity numbers that are none, wherever one is asked for: told at the field, and what was typed stays."""

from html import unescape

from tests import several
from tests.draft import begin
from tests.integration.attacks.both import kind_of_site, site
from tests.running_site import Site

__all__ = ["kind_of_site", "site"]

WRONG = {
    "01819095091": "Dette nummeret stemmer ikke.",
    "31829095184": "Dette nummeret stemmer ikke.",
    "00000000000": "Dette nummeret stemmer ikke.",
    "1985119970": "Nummeret skal ha 11 siffer.",
    "198511997081": "Nummeret skal ha 11 siffer.",
    "٠١٨١٩٠٩٥٠٩٠": "Nummeret har bare siffer.",
    "０１８１９０９５０９０": "Nummeret har bare siffer.",
    "19851_199708": "Nummeret har bare siffer.",
}
SPACED = " 198511 99708 "
KNOWN = {"subject_no_id": "has_number", "subject_given_name": "Rask", "subject_family_name": "Elveblest"}


def test_a_076_of_whom_it_is_about(site: Site) -> None:
    draft = begin(site.visitor("myk"))
    for slug, told in (
        ("role", {"submitter_role": "parent"}),
        ("address-protection", {"address_protected": "no"}),
    ):
        draft.answer(slug, told)
    for number, said in WRONG.items():
        answer = draft.answer("subject", KNOWN | {"subject_national_id": number})
        assert answer.status_code == 422, number
        assert said in answer.text
        assert f'value="{number}"' in unescape(answer.text)


def test_a_076_blanks_are_let_in(site: Site) -> None:
    draft = begin(site.visitor("myk"))
    for slug, told in (
        ("role", {"submitter_role": "parent"}),
        ("address-protection", {"address_protected": "no"}),
    ):
        draft.answer(slug, told)
    answer = draft.answer("subject", KNOWN | {"subject_national_id": SPACED})
    assert answer.status_code == 303, answer.text


def test_a_076_of_whoever_is_asked_to_sign(site: Site) -> None:
    draft = several.filled_for(site.visitor("myk"), site.visitor("rask").invented)
    several.wait(draft)
    for number, told in WRONG.items():
        typed = {"person_name": "Kjekk Havgløtt", "national_id": number}
        answer = several.ask(draft, "second_parent", None, **typed)
        assert answer.status_code == 422, number
        assert told in answer.text
        assert f'value="{number}"' in unescape(answer.text)
