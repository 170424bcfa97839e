import pytest

from forms.fields.address import Address
from forms.fields.email import Email
from forms.fields.phone import Phone
from forms.language import Language
from tests.unit.forms.invented import HOSTILE, again, asked

PHONE, EMAIL = Phone("Telefon", missing="Skriv nummeret."), Email("E-post", missing="Skriv e-posten.")
ADDRESS = Address("Adresse", missing="Skriv adressen.")


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("33171000", "+4733171000", "33 17 10 00"),
        (" 33 17 10 00 ", "+4733171000", "33 17 10 00"),
        ("(+47) 33-17-10-00", "+4733171000", "33 17 10 00"),
        ("0047 33171000", "+4733171000", "33 17 10 00"),
        ("912\u00a034\u00a0567", "+4791234567", "91 23 45 67"),
        ("+46 8 508 29 000", "+46850829000", "+46 8 508 290 00"),
        ("02800", "+4702800", "02800"),
    ],
)
def test_a_phone_number_is_kept_in_one_way_and_shown_as_people_write_it(
    typed: str, kept: str, shown: str
) -> None:
    question = again(PHONE, asked(PHONE, [typed]))
    assert question.faults() == []
    assert question.stored() == kept
    assert question.shown(Language()) == shown
    assert question._value() == shown  # type: ignore[attr-defined]  # noqa: SLF001 -- what the template prints


@pytest.mark.parametrize(
    "typed", ["1234", "3317100", "33 17 10 OO", "1-800-FLOWERS", "٣٣١٧١٠٠٠", "+", "9" * 5000, *HOSTILE]
)
def test_what_is_no_phone_number_is_refused_and_stays_as_typed(typed: str) -> None:
    question = asked(PHONE, [typed])
    assert len(question.faults()) == 1
    assert question.data == typed


@pytest.mark.parametrize("typed", ["navn@eksempel.no", "ÆØÅ@eksempel.no", "a+b@sub.eksempel.no"])
def test_an_email_address_is_kept(typed: str) -> None:
    question = again(EMAIL, asked(EMAIL, [f" {typed} "]))
    assert question.faults() == []
    assert question.shown(Language()) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "navn",
        "navn@",
        "@eksempel.no",
        "a b@eksempel.no",
        "a@b",
        "a@b.no,c@d.no",
        "a" * 250 + "@b.no",
        '"a b"@c.no',
        "=?utf-8?q?abc?=@x.example",
        "a=?utf-8?b?YWJj?=@x.example",
        "=?x?q?a=40evil.no=3E=00?=@x.no",
        *HOSTILE,
    ],
)
def test_what_is_no_email_address_is_refused_and_stays_as_typed(typed: str) -> None:
    question = asked(EMAIL, [typed])
    assert len(question.faults()) == 1
    assert question.data == typed


def parts(street: str, postcode: str, city: str) -> dict[str, str]:
    return {"q-street": street, "q-postcode": postcode, "q-city": city}


@pytest.mark.parametrize("postcode", ["3257", "0150", "SW1A 1AA", "114 55", "10115"])
def test_an_address_is_kept_whole(postcode: str) -> None:
    question = again(ADDRESS, asked(ADDRESS, parts("Byskogveien 5", postcode, "Larvik")))
    assert question.faults() == []
    assert question.stored() == {"street": "Byskogveien 5", "postcode": postcode, "city": "Larvik"}
    assert question.shown(Language()) == f"Byskogveien 5, {postcode} Larvik"


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        (parts("", "", ""), {"street", "postcode", "city"}),
        (parts("Byskogveien 5", "", "Larvik"), {"postcode"}),
        (parts("", "3257", "Larvik"), {"street"}),
        (parts("Byskogveien 5", "٣٢٥٧", "Larvik"), {"postcode"}),
        (parts("Byskogveien 5", "325", "Larvik"), {"postcode"}),
        (parts("Byskogveien 5", "Larvik", "Larvik"), {"postcode"}),
        (parts("Byskog\ufffdveien", "3257", "Larvik"), {"street"}),
        (parts("a" * 201, "3257", "b" * 101), {"street", "city"}),
    ],
)
def test_a_faulty_address_is_marked_where_it_is_wrong_and_stays(
    typed: dict[str, str], marked: set[str]
) -> None:
    question = asked(ADDRESS, typed)
    assert len(question.faults()) == 1
    assert question.marked == marked  # type: ignore[attr-defined]
    assert {f"q-{part}": text for part, text in question.typed.items()} == typed  # type: ignore[attr-defined]


def test_a_part_sent_twice_is_refused() -> None:
    question = asked(ADDRESS, {"q-street": ["A 1", "B 2"], "q-postcode": "3257", "q-city": "Larvik"})
    assert "flere svar" in question.faults()[0].message
