"""Each word that people search with leads where it should, however it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.guide.folding import LONGEST, folded, spellings
from forms.guide.instead import ABOUT_IT, instead, leading_to
from forms.guide.nodes import End
from forms.guide.search import index, meant, search
from forms.guide.tree import node
from forms.municipality import municipalities, municipality
from tests.unit.forms.guide.agreed import WORDS

ASKED = {
    "IP": "coordination",
    "individuell plan": "coordination",
    "ansvarsgruppe": "coordination",
    "koordinering": "coordination",
    "koordinator": "coordination",
    "barnekoordinator": "coordination",
    "kontaktperson": "coordination",
    "samordning": "coordination",
    "rehabilitering": "coordination",
    "habilitering": "coordination",
    "klage": "appeal",
    "fylkesmannen": "appeal",
    "samtykkekompetanse": "consent",
    "fullmakt": "power_of_attorney",
    "verge": "power_of_attorney",
    "samtykke": "consent",
    "ettersending": "supplement",
    "melding": "notification",
    "meldeskjema": "notification",
    "oppfølgingsteam": "notification",
    "BPA": "care_services",
    "avlastning": "care_services",
    "støttekontakt": "care_services",
    "omsorgsstønad": "care_services",
    "hjemmesykepleie": "care_services",
    "heimesjukepleie": "care_services",
    "samtykkje": "consent",
    "home nursing": "care_services",
    "appeal a refusal": "appeal",
    "power of attorney": "power_of_attorney",
    "trekke fullmakten": "power_of_attorney_revocation",
    "jeg vil trekke samtykket mitt": "consent_withdrawal",
    "trekke søknaden": "withdrawal",
    "jeg vil klage på et vedtak": "appeal",
    "klage på hjelpen": "service_complaint",
    "hvordan får jeg støttekontakt?": "care_services",
    "søknad om avlastning": "care_services",
    "váidda": "appeal",
    "fápmudus": "power_of_attorney",
}
"""What somebody types, and the journey that must stand first."""
NAMSOS_LIST = {
    "coordination": (
        *("IP", "individuell plan", "ansvarsgruppe", "koordinering", "koordinator", "barnekoordinator"),
        *(
            "koordinerende enhet",
            "samhandling",
            "samordning",
            "samarbeidsmøte",
            "kontaktperson",
            "kordinator",
        ),
        *("individuelle planar", "koordinerande eining", "samordna", "samarbeidsmøte"),
        *("individual plan", "coordinator", "child coordinator", "coordination", "coordinating unit"),
        *("support team", "contact person"),
    ),
    "care_services": (
        *("helse- og omsorgstjenester", "støttekontakt", "avlastning", "BPA", "hjemmesykepleie"),
        *("helse- og omsorgstenester", "heimesjukepleie", "avlasting"),
        *("care services", "home nursing", "respite", "personal assistance"),
    ),
    "notification": (
        *("meldeskjema", "melding", "oppfølgingsteam", "melde fra", "oppfølgjingsteam"),
        *("notification", "follow-up team", "referral"),
    ),
    "appeal": ("klage", "fylkesmannen", "klageskjema", "statsforvaltaren", "appeal", "county governor"),
}
"""The words of Namsos' own list and the like of them, in three languages, by the journey that they ask for."""
PAGES = {
    "klage på NAV": "48",
    "klage på nav": "48",
    "klage barnevernet": "49",
    "klage på sykehuset": "34",
    "complaint NAV": "48",
    "fylkesmannen": "43",
    "samtykkekompetanse": "29",
    "legevakt": "11",
    "NAV": "81",
    "PPT": "82",
    "ombudet": "47",
    "datatilsynet": "45",
    "pasientskadeerstatning": "46",
}
TYPED_WRONG = {
    "kordinator": "coordination",
    "koordinatro": "coordination",
    "koordinatoor": "coordination",
    "kordinatoren": "coordination",
    "ansvarsgrupe": "coordination",
    "fulmakt": "power_of_attorney",
    "samtyke": "consent",
    "stottekontakt": "care_services",
    "stoettekontakt": "care_services",
    "STØTTEKONTAKT": "care_services",
    "hjemesykepleie": "care_services",
    "oppfolgingsteam": "notification",
    "vaidda": "appeal",
    "ettersendig": "supplement",
}


def test_what_is_searched_for_is_there() -> None:
    assert index().journeys.keys() == WORDS.keys()
    assert all(isinstance(node(page), End) for page in index().pages)


@pytest.mark.parametrize(("text", "slug"), (ASKED | TYPED_WRONG).items())
def test_the_word_finds_its_journey_first(text: str, slug: str) -> None:
    assert meant(text)[0][0] == slug


@pytest.mark.parametrize(("text", "page"), PAGES.items())
def test_the_word_finds_its_page_first(text: str, page: str) -> None:
    assert meant(text)[1][0] == page


OFFICES = {
    name.lower()
    for place in municipalities().values()
    for name in (
        place.office.name,
        *(helper.name for helper in place.helpers),
        *([place.coordinating_unit.name] if place.coordinating_unit else []),
    )
}


@pytest.mark.parametrize("place", municipalities())
@pytest.mark.parametrize("name", sorted(OFFICES))
def test_the_name_of_an_office_finds_whom_to_ask_in_every_municipality(name: str, place: str) -> None:
    assert "85" in [end.id for end in search(name, municipality(place)).ends]


@pytest.mark.parametrize("slug", WORDS)
def test_every_word_of_the_file_finds_its_journey(slug: str) -> None:
    lost = [keyword for keyword in index().journeys[slug] if slug not in meant(" ".join(keyword))[0]]
    assert lost == []


@pytest.mark.parametrize("page", index().pages)
def test_every_word_of_the_file_finds_its_page(page: str) -> None:
    lost = [keyword for keyword in index().pages[page] if page not in meant(" ".join(keyword))[1]]
    assert lost == []


@pytest.mark.parametrize("slug", WORDS)
def test_a_letter_left_out_of_a_long_word_is_forgiven(slug: str) -> None:
    long = {
        word for keyword in index().journeys[slug] if len(keyword) == 1 for word in keyword if len(word) > 7
    }
    for word in long:
        for place in range(1, len(word), 3):
            typed = word[:place] + word[place + 1 :]
            assert slug in meant(typed)[0], typed


@pytest.mark.parametrize("text", ["", "   ", "xyzzy", "????", "\x00", "qq 12 ww", "🙂"])
def test_what_means_nothing_finds_nothing(text: str) -> None:
    assert meant(text) == ([], [])
    assert search(text, municipality("larvik")).nothing


def test_only_what_is_offered_is_found() -> None:
    here = municipality("larvik")
    assert [one.journey.slug for one in search("koordinator", here).journeys] == ["coordination"]
    none = search("koordinator", here.model_copy(update={"journeys": []}))
    assert none.journeys == ()


@pytest.mark.parametrize("word", ["hjemmesykepleie", "omsorgsstønad", "støttekontakt", "home nursing"])
def test_help_that_no_form_here_is_for_finds_the_page_that_says_whom_to_talk_with(word: str) -> None:
    assert "care_services" not in municipality("larvik").journeys
    assert "25" in [end.id for end in search(word, municipality("larvik")).ends]
    assert [one.journey.slug for one in search(word, municipality("namsos")).journeys] == ["care_services"]
    assert "25" not in [end.id for end in search(word, municipality("namsos")).ends]


def test_letters_are_compared_as_they_can_be_typed() -> None:
    assert folded("Áile Ŋurra Čáhcešáddi Đievžu Ŧoal") == "aile nurra cahcesaddi dievzu toal"
    assert folded("BLÅBÆRSYLTETØY") == "blabarsyltetoy"
    assert "blabarsyltetoy" in spellings(folded("blaabaersyltetoey"))


@given(st.text(max_size=2 * LONGEST))
def test_nothing_that_is_typed_is_too_much(text: str) -> None:
    journeys, pages = meant(text)
    assert set(journeys) <= WORDS.keys()
    assert len(pages) <= len(index().pages)


@pytest.mark.parametrize("asked", ["hjemmesykepleie", "omsorgsstønad", "støttekontakt"])
def test_a_service_that_cannot_be_applied_for_here_leads_to_who_helps(asked: str) -> None:
    found = search(asked, municipality("larvik"))
    assert [end.id for end in found.ends][:1] == ["25"]
    there = search(asked, municipality("senja"))
    assert "25" not in [end.id for end in there.ends]


@pytest.mark.parametrize("place", municipalities())
@pytest.mark.parametrize(
    ("slug", "word"), [(slug, word) for slug, all_ in NAMSOS_LIST.items() for word in all_]
)
def test_every_word_of_the_list_leads_on_in_every_municipality(slug: str, word: str, place: str) -> None:
    """To the form, to the one that takes its place here, or to the end that says whom to talk to."""
    here = municipality(place)
    found = search(word, here)
    form = leading_to(here, [slug])
    assert set(form) <= set(found.journeys)
    assert form or ABOUT_IT[slug] in [end.id for end in found.ends]


@pytest.mark.parametrize("slug", WORDS)
@pytest.mark.parametrize("place", municipalities())
def test_each_journey_has_something_in_its_place_where_it_is_not_offered(slug: str, place: str) -> None:
    here = municipality(place)
    assert [one.journey.slug for one in instead(here, [slug]).journeys] or instead(here, [slug]).ends
    nowhere = instead(here.model_copy(update={"journeys": [], "request_types": ["coordinator"]}), [slug])
    assert (nowhere.journeys, [end.id for end in nowhere.ends]) == ((), [ABOUT_IT[slug]])
    assert all(slug in end.journeys for end in nowhere.ends)


def test_in_porsgrunn_whoever_looks_for_a_coordinator_finds_the_one_form() -> None:
    here = municipality("porsgrunn")
    assert "coordination" not in here.journeys
    assert [one.journey.slug for one in search("koordinator", here).journeys] == ["care_services"]
    alone = here.model_copy(update={"request_types": ["not_sure"]})
    assert search("koordinator", alone).journeys == ()
    assert "24" in [end.id for end in search("koordinator", alone).ends]
