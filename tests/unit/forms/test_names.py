"""Whether the name on a paper and the one that a number is known by may be one person's."""

import pytest

from forms.names import may_be_same

SAME = [
    ("Stille Bjørkeløv", "stille bjorkelov"),
    ("Stillé Bjørkeløv", "Stille Bjoerkeloev"),
    ("Aase Lid", "Åse Lid"),
    ("Annelise Lid", "Anne Lise Lid"),
    ("Anne-Lise Lid", "Annelise Strand"),
    ("S. Bjørkeløv", "Stille Bjørkeløv"),
    ("Stille B. Fjordmo", "Stille Fjordmo"),
    ("Stille Bjørkeløv", "Stille Havgløtt"),
    ("Sæbjørn Lid", "Sabjorn Lid"),
]
OTHERS = [
    ("Kjekk Havgløtt", "Myk Havgløtt"),
    ("S. Bjørkeløv", "Myk Bjørkeløv"),
    ("S. Havgløtt", "Stille Bjørkeløv"),
    ("Stille Bjørkeløv", "Sterk Bjørkeløv"),
    ("Myk Havgløtt", "Stille Bjørkeløv"),
    ("", "Stille Bjørkeløv"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_may_be_one_person(one: str, other: str) -> None:
    assert may_be_same(one, other)
    assert may_be_same(other, one)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_who_is_another(one: str, other: str) -> None:
    assert not may_be_same(one, other)
    assert not may_be_same(other, one)
