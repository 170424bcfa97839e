"""Phone numbers and the doors' addresses in a text are links, and nothing else becomes one."""

import pytest

from wizard.calling import calls


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Ring 113. Legevakten har 116 117.", ["tel:113", "tel:116117"]),
        ("Telefon 33 17 10 00, kl. 10.00–15.00", ["tel:33171000"]),
        ("Ring 915 12 345 (mobil).", ["tel:91512345"]),
        ("Dag, måned og år, for eksempel 14 3 1957. 11 siffer.", []),
        ("Byskogveien 5, 3257 LARVIK, § 1130 og 2113", []),
        ("Meld fra: Ukom, ukom.no.", ["https://ukom.no/"]),
        ("Statsforvalteren i Agder, statsforvalteren.no", ["https://www.statsforvalteren.no/"]),
        ("navn@nav.no, minukom.no, ukom.no.example, larvik.kommune.no", []),
    ],
)
def test_a_number_to_call_is_a_link_and_no_other_number_is(text: str, addresses: list[str]) -> None:
    html = str(calls(text))
    assert [part.partition('"')[0] for part in html.split('href="')[1:]] == addresses


def test_what_stands_around_a_number_cannot_become_markup() -> None:
    assert str(calls("<b>113</b>")).startswith("&lt;b&gt;<a ")
    assert str(calls("&#113;")).startswith("&amp;#")
