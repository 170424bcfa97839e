"""A municipality says how its data protection officer is reached: by an e-mail address or a phone number."""

import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError

from forms.municipality import FOLDER, municipality
from forms.reached import tells_how_to_reach


@pytest.mark.parametrize(
    "text",
    [
        "ombudet@larvik.kommune.example",
        "Skriv til Ombudet (personvern.ombud+post@øyvik.kommune.no).",
        "<ombudet@larvik.kommune.no>",
        "E-post:ombudet@larvik.kommune.no, eller kom innom.",
        "33 17 10 00",
        "Ring 33171000, kl. 9–15",
        "tlf. 915 12 345",
        "33\u00a017\u00a010\u00a000",
        "800 33 166 (gratis)",
        "+47 33 17 10 00",
        "0047 33171000",
        "Innbyggertorget, 05600",
        "Rådhuset, 0158 Oslo, 22 39 69 00",
        "Fra 2024: 33 17 10 00",
        "+46 8 657 61 00",
    ],
)
def test_by_this_somebody_is_reached(text: str) -> None:
    assert tells_how_to_reach(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Rådhuset, 0158 Oslo",
        "Se kommunens side fra 2024",
        "fra 2023 til 2024",
        "Postboks 2020, 3255 Larvik",
        "Org.nr. 974 626 845",
        "Org.nr. 974626845",
        "Konto 1503.22.33445",
        "20.02.2024",
        "20240220",
        "33 17 10",
        "00 00 00 00",
        "13",
        "Personvernombudet",
        "ombudet@kommunen",
        "ombudet @ larvik.kommune.no",
        "@larvik.kommune.no",
        "ombudet@",
        "a@b",
        "https://larvik.kommune.no/@ombudet",
    ],
)
def test_by_this_nobody_is(text: str) -> None:
    with pytest.raises(ValueError, match="an e-mail address or a phone number"):
        tells_how_to_reach(text)


def test_a_municipality_that_says_it_of_its_officer_in_vain_is_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "municipalities"))
    with (folder / "larvik.toml").open("a", encoding="utf-8") as file:
        file.write('\n[privacy]\nofficer = "Rådhuset, 0158 Oslo"\n')
    with pytest.raises(ValidationError, match=r"privacy\.officer\n.* an e-mail address or a phone number"):
        municipality("larvik", folder)
