"""What offices, and those who work or speak for others, are called, and nobody by name.

No list of it is whole: it keeps the usual ones from being written where a name stands. A stem counts where a name
begins with it or has it within; over several names only from the beginning of one, so that "Bertil Synnes" is nobody
of a "tilsyn".
"""

import re
from collections.abc import Iterable, Iterator

from forms.look_alikes import as_read
from forms.municipality import Municipality
from forms.names import parts

STEMS = (
    "administra", "ambulans", "avdeling", "barnevern", "brukerstøtt", "bydel", "caseworker", "coordinat",
    "countygovernor", "departement", "department", "direktorat", "direktør", "domstol", "enhetsled", "ergoterap",
    "fastleg", "forvaltning", "fullmekt", "fylkesmann", "fysioterap", "helsefagarb", "helseforetak", "helsesøster",
    "innbygger", "institusjon", "kommun", "koordin", "kundeserv", "legesenter", "municipal", "nemnd", "omsorg",
    "ombudsm", "ordfører", "pasient", "politidistr", "politimester", "politistasj", "psykolog", "resepsjon",
    "saksbehandl", "sakshandsam", "seksjon", "sentralbord", "servicesent", "servicetorg", "sjukehus", "sjukeheim",
    "sjukeplei", "sosial", "statsforvalt", "sykehjem", "sykehus", "sykeplei", "teneste", "tildeling", "tilsyn",
    "tingrett", "tjeneste", "vegvis", "veivis", "vergemål", "verjemål", "vernepleie",
)  # fmt: skip
ENDINGS = (
    "enhet", "enheten", "etat", "etaten", "klinikk", "klinikken", "kontor", "kontora", "kontoret", "nemnda", "ombod",
    "ombodet", "ombud", "ombudet", "rådet", "senter", "senteret", "sentral", "sentralen", "sjef", "sjefen", "team",
    "teamet", "utvalg", "utvalget", "vakt", "vakta", "vakten",
)  # fmt: skip
"""What the names of institutions end in."""
WORDS = (
    "advokat", "advokaten", "behandler", "bufdir", "doktor", "dr", "fylke", "fylket", "guardian", "helfo", "helsa",
    "helse", "hjelpeverge", "hjelpeverje", "hospital", "jordmor", "lege", "legen", "lensmannen", "nav", "office",
    "officer", "overlege", "police", "politi", "politiet", "rådmannen", "staten", "statens", "statped", "support",
    "system", "systemet", "udi", "verge", "vergen", "verja", "verje",
)  # fmt: skip
"""Whole names: within a name such letters may stand, as in Vergeland, Navestad, Helseth and Legreid."""
SHORT = 5
"""Of fewer letters a word is no stem, and is not put together of several names."""
INITIALS = 3
"""So many letters that stand alone may be a word together, as N. A. V.; two are the initials of many people."""
_JOINED = [str.maketrans("", "", signs) for signs in ("", "-", ".", "-.")]
"""Names are read apart and as one, where such a sign stands within."""


def offices_of(municipalities: Iterable[Municipality]) -> Iterator[str]:
    """What the offices there, and those who help beside them, are called."""
    for one in municipalities:
        yield one.county_governor
        yield from (unit.name for unit in (one.office, one.coordinating_unit, *one.helpers) if unit)


def is_of_an_office(name: str, offices: Iterable[str] = ()) -> bool:
    """Whether there is something in it that an office, or somebody's work there, is called."""
    called = {"".join(_names(one)) for one in offices}
    stems = _STEMS | {one for one in called if len(one) > SHORT}
    words = _WORDS | called
    return any(_is_called_so(_names(name.translate(joined)), stems, words) for joined in _JOINED)


def _is_called_so(names: list[str], stems: set[str], words: set[str]) -> bool:
    longer = {word for word in words | _ENDINGS if len(word) >= SHORT}
    return any(
        name in words
        or name.endswith(tuple(_ENDINGS))
        or any(stem in name for stem in stems)
        or "".join(names[at:]).startswith(tuple(stems))
        or any("".join(names[at:end]) in longer for end in range(at + 2, len(names) + 1))
        or any("".join(_initials(names[at:end])) in words for end in range(at + INITIALS, len(names) + 1))
        for at, name in enumerate(names)
    )


def _initials(names: list[str]) -> list[str]:
    return names if all(len(one) == 1 for one in names) else []


def _names(name: str) -> list[str]:
    return [letters for one in parts(name) if (letters := re.sub("[^a-z]", "", as_read(one)))]


_STEMS, _ENDINGS, _WORDS = ({"".join(_names(one)) for one in some} for some in (STEMS, ENDINGS, WORDS))
