"""What somebody may say that they are called, and what mends a name that they said before."""

import pytest

from forms.own_name import is_a_name, mends

NAMES = [
    "Rask Lyngtun",
    "Anne-Lise D’Arc O'Brien",
    "Ánte Čáhci",
    "S. Bjørkeløv",
    "Åse",
    "Jean Abcd Efgh St.Clair Fé Gø",
]
NO_NAMES = [
    "",
    "Larvik kommune",
    "Lun Fjelltone (saksbehandler)",
    "Lun Sakshaug, Larvik kommune – Fullmektig",
    "Statsforvalteren i Vestfold",
    "Stats Forvalteren",
    "Lun\u200bSakshaug",
    "Lun\u202eSakshaug",
    "Larvik k\u043emmune",
    "Rask 2",
    "Rask/Lyngtun",
    "Anna Kari Per Ola Nora Jakob Lars",
]
MENDED = [
    ("Rask Lyngtunn", "Rask Lyngtun"),
    ("Rsak Lyngtun", "Rask Lyngtun"),
    ("rask lyngtun", "Rask Lyngtun"),
    ("Rask Lyngtun", "Rask Myk Lyngtun"),
    ("Rask", "Rask Lyngtun"),
    ("Rask Myk Lyngtun", "Rask Lyngtun"),
    ("Annelise Lid", "Anne Lise Lid"),
    ("S. Bjørkeløv", "Stille Bjørkeløv"),
    ("Bjoerkeloev Stille", "Bjørkeløv Stille"),
]
CHANGED = [
    ("Rask Elveblest", "Annen Person"),
    ("Rask Elveblest", "Anna Kari Rask Annen Elveblest"),
    ("Rask Lyngtun", "Rask Havgløtt"),
    ("Rask Lyngtun", "Myk Lyngtun"),
    ("Rask Lyngtun", "Rusk Lyngtan"),
    ("Per Vik", "Pål Vik"),
    ("Rask Lyngtun", "Lyngtun Rask"),
    ("Rask Lyngtun", "Rask"),
    ("Rask Lyngtun", ""),
]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_as_a_name(name: str) -> None:
    assert is_a_name(name)


@pytest.mark.parametrize("name", NO_NAMES)
def test_what_is_none_or_looks_like_an_office(name: str) -> None:
    assert not is_a_name(name)


@pytest.mark.parametrize(("told", "name"), MENDED)
def test_the_same_name_mended(told: str, name: str) -> None:
    assert mends(told, name)


@pytest.mark.parametrize(("told", "name"), CHANGED)
def test_another_name(told: str, name: str) -> None:
    assert not mends(told, name)
