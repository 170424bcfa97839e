"""The page on privacy tells all that GDPR articles 13 and 14 ask for, in each municipality and language."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from forms.language import Code, Language
from forms.municipality import FOLDER, Municipality, municipalities
from tests.at_a_time import SiteAt
from tests.running_site import Site
from tests.told_of import words
from wizard.calling import calls
from wizard.gallery import CODES, reading

Told = Callable[[Municipality, Language], list[str]]


def said(*texts: str) -> Told:
    """These source texts, in the reader's language."""
    return lambda _, language: [language.text(text) for text in texts]


def _controller(place: Municipality, language: Language) -> list[str]:
    owns = "%(municipality)s har ansvaret for opplysningene du gir her."
    reached = [words(str(calls(line))) for line in place.office.lines(language)]
    return [language.text(owns, municipality=place.name), place.office.name, *reached]


def _officer(place: Municipality, language: Language) -> list[str]:
    unknown = (
        "Kommunen har et personvernombud som hjelper deg gratis. Ring eller skriv til kontoret, og si at det er "
        "til personvernombudet."
    )
    if officer := place.privacy.officer:
        return [words(str(calls(officer)))]
    reached = [words(str(calls(line))) for line in place.office.lines(language)]
    return [" ".join([language.text(unknown), place.office.name, *reached])]


def _purposes(place: Municipality, language: Language) -> list[str]:
    return [one.text(language) for one in (*place.privacy.sentences, *place.legal_basis)]


def _recipients(place: Municipality, language: Language) -> list[str]:
    office = "De arbeider på dette kontoret: %(office)s. De har taushetsplikt."
    governor = "%(governor)s kan få se saken hvis du klager."
    yes = (
        "Sier du ja til at noen deler opplysninger, får de vite det du har sagt ja til. Du kan "
        "trekke et samtykke når du vil."
    )
    told = [language.text(office, office=place.office.name), language.text(yes)]
    return [*told, language.text(governor, governor=place.county_governor)]


def _kept(place: Municipality, language: Language) -> list[str]:
    draft = (
        "Et utkast som ingen rører, ligger her i %(days)s dager. Vi sier fra på «Mine saker» minst "
        "%(notice)s dager før vi sletter det."
    )
    own = place.retention
    rest = (
        (
            "Et utkast til en klage ligger her så lenge du kan klage. Vet ingen når fristen er, ligger "
            "det i et år."
        ),
        "Det du har sendt, må kommunen ta vare på etter reglene om arkiv. Du kan ikke slette det selv.",
        "Har ikke kontoret lagt det i arkivet, ligger alt her.",
        (
            "Kommer det noe mer etter at kontoret la det i arkivet, ligger alt her til det nye er i arkivet "
            "også."
        ),
        (
            "Til slutt sletter vi navnet og fødselsnummeret ditt. Det gjør vi når vi ikke har noe annet som "
            "gjelder deg."
        ),
        (
            "Hvem som har åpnet saken, kan du lese så lenge vi har noe av den. Etterpå, og når det har gått "
            "fem år, sletter vi navnet på den som åpnet den, og grunnen."
        ),
        (
            "At noen åpnet en sak, og når, sletter vi aldri. Ellers kunne noen skjule det. Da står det ingen "
            "navn der."
        ),
    )
    archived = (
        "Når kontoret har lagt det i arkivet, ligger det her i %(days)s dager til. "
        "Mangler noe fortsatt, ligger det her i %(waiting)s dager."
    )
    left = (
        (
            "Når det er slettet herfra, har vi dette i %(years)s år til: navnet og fødselsnummeret ditt, "
            "referansen, dagene og hva som skjedde."
        ),
        (
            "Et samtykke eller en fullmakt har vi så lenge det gjelder, og i %(years)s år etter det. "
            "Da sletter vi ordene i det også."
        ),
    )
    figures = language.text(draft, days=own.draft_days, notice=own.notice_days)
    logged_in = language.text("At du er logget inn, husker vi i høyst %(hours)s timer.", hours=8)
    afterwards = language.text(archived, days=own.sent_days, waiting=own.waiting_days)
    stub = (language.text(text, years=own.stub_years) for text in left)
    return [figures, logged_in, afterwards, *stub, *(language.text(text) for text in rest)]


POINTS: Mapping[str, Told] = {
    "13.1a, 14.1a: the controller and how to reach it": _controller,
    "13.1b, 14.1b: the data protection officer": _officer,
    "13.1c, 14.1c: purposes and legal basis": _purposes,
    "13.1c: the paragraphs of GDPR": said(
        "Personvernforordningen artikkel 6 nr. 1 c og e: Kommunen følger en plikt i loven og gjør en "
        "offentlig oppgave.",
        "Artikkel 9 nr. 2 h: Folk med taushetsplikt kan bruke opplysninger om helse for å gi deg hjelp.",
        "Personopplysningsloven § 12: Fødselsnummeret gjør at vi ikke tar feil av deg og en annen.",
    ),
    "14.1d: the categories": said(
        "Vi har det som står i skjemaet og i filene: navn, fødselsnummer, adresse, telefon, familie, "
        "helse og hvilken hjelp du trenger.",
        "Har noen skrevet om deg, har du de samme rettighetene. Vi har da navnet ditt, hvem du er "
        "for den det gjelder, og det som er skrevet.",
    ),
    "13.1e, 14.1e: who gets it": _recipients,
    "13.1f, 14.1f: other countries": said(
        "De som driver tjenesten for kommunen, gjør bare det kommunen ber om. Tjenesten sender "
        "ingenting ut av EU og EØS.",
    ),
    "13.2a, 14.2a: how long it is kept": _kept,
    "13.2b, 14.2c: see, correct, erase, restrict, object, take along": said(
        "Du kan be om å få se det kommunen har om deg.",
        "Du kan laste ned det du har her, når du er logget inn.",
        "Du kan be om at feil blir rettet.",
        "Du kan be om at noe blir slettet eller brukt mindre.",
        "Du kan protestere på at kommunen bruker opplysningene.",
    ),
    "13.2c: a consent is taken back": said(
        "Loven sier at kommunen skal behandle saken din. Derfor ber vi deg ikke om samtykke til det.",
    ),
    "13.2d, 14.2e: the complaint to Datatilsynet": said(
        "Du kan klage til Datatilsynet hvis du mener at kommunen bruker dem feil.",
    ),
    "13.2e: whether it must be told": said(
        "Det er frivillig å bruke tjenesten. Noen spørsmål må ha et svar før du kan sende. Mangler "
        "noe annet vi trenger, kan det ta lengre tid å få svar.",
    ),
    "13.2f, 14.2g: no machine decides": said(
        "Veiviser avgjør ingenting. Det er kommunen som svarer deg. Ingen maskin bestemmer svaret.",
    ),
    "14.2f: where it comes from": said(
        "Det kommer fra deg, eller fra den som fyller ut, melder fra eller klager for deg. "
        "Innloggingen gir oss fødselsnummeret ditt.",
        "Noe kommer på papir. Da skriver kontoret det inn. Vi henter ikke noe om deg fra registre.",
    ),
}
"""By the point of the article; 13.1d and 14.2b (somebody's own interest) are no public authority's ground here."""


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("place", municipalities().values(), ids=lambda place: place.id)
def test_every_point_of_articles_13_and_14_stands_there(
    site: Site, place: Municipality, code: Code, subtests: pytest.Subtests
) -> None:
    guest, language = site.visitor(municipality=place.id), reading(code)
    guest.post("/sprak", {"code": code}, page="/")
    page = words(guest.get(f"/{place.id}/personvern").text)
    for point, told in POINTS.items():
        with subtests.test(point):
            assert [text for text in told(place, language) if text not in page] == []


def test_where_the_municipality_says_how_its_officer_is_reached_so_does_the_page(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "municipalities"))
    with (folder / "larvik.toml").open("a", encoding="utf-8") as file:
        file.write('\n[privacy]\nofficer = "ombudet@larvik.kommune.example, 33 00 00 00"\n')
    site = SiteAt(tmp_path)
    site.environment["VEIVISER_MUNICIPALITIES"] = str(folder)
    with site:
        page = site.visitor().get("/larvik/personvern").text
        assert '<p>ombudet@larvik.kommune.example, <a class="ds-link call" href="tel:33000000">' in page
        assert "si at det er til personvernombudet" not in page
        assert (
            "si at det er til personvernombudet" in site.visitor(None, "senja").get("/senja/personvern").text
        )
