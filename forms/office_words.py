"""What offices, and those who work or speak for others, are called, and nobody by name.

No list of it is whole: it keeps the usual ones from being written where a name stands. A stem counts where a name
begins with it or has it within; over several names only from the beginning of one, so that "Bertil Synnes" is nobody
of a "tilsyn".
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from forms.look_alikes import EITHER, as_read, reading_as
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
_BROKEN = re.compile(r"[-.](\w)")


class _Patterns(NamedTuple):
    """What offices are called, as ``as_read`` gives it."""

    within: re.Pattern[str]
    """A name as it is written: what it has within it, ends in, or is."""
    begun: re.Pattern[str]
    """Several names as one that begin with it."""
    several: re.Pattern[str]
    """Several names that are it."""
    words: re.Pattern[str]


def offices_of(municipalities: Iterable[Municipality]) -> Iterator[str]:
    """What the offices there, and those who help beside them, are called."""
    for one in municipalities:
        yield one.county_governor
        yield from (unit.name for unit in (one.office, one.coordinating_unit, *one.helpers) if unit)


def is_of_an_office(name: str, offices: Iterable[str] = ()) -> bool:
    """Whether there is something in it that an office, or somebody's work there, is called."""
    patterns = _patterns(frozenset(map(_word, offices)))
    written = [one for spelt in (name, _mended(name)) for one in _names(spelt)]
    return any(map(patterns.within.fullmatch, written)) or any(
        _is_called_so(_names(name.translate(joined)), patterns) for joined in _JOINED
    )


def _mended(name: str) -> str:
    """A sign before a small letter parts one word, and before a large one two names."""
    return _BROKEN.sub(lambda found: found[found[1].islower()], name)


def _is_called_so(names: list[str], patterns: _Patterns) -> bool:
    return any(
        patterns.words.fullmatch(name)
        or patterns.begun.match("".join(names[at:]))
        or any(patterns.several.fullmatch("".join(names[at:end])) for end in range(at + 2, len(names) + 1))
        or any(
            patterns.words.fullmatch("".join(_initials(names[at:end])))
            for end in range(at + INITIALS, len(names) + 1)
        )
        for at, name in enumerate(names)
    )


def _initials(names: list[str]) -> list[str]:
    return names if all(len(one) == 1 for one in names) else []


def _names(name: str) -> list[str]:
    return [
        letters for one in parts(as_read(name)) if (letters := re.sub(rf"[^a-z{re.escape(EITHER)}]", "", one))
    ]


def _word(called: str) -> str:
    return "".join(_names(called.casefold()))


@lru_cache(maxsize=8)
def _patterns(called: frozenset[str]) -> _Patterns:
    stems = [*map(_word, STEMS), *(one for one in called if len(one) > SHORT)]
    words, endings = [*map(_word, WORDS), *filter(None, called)], [*map(_word, ENDINGS)]
    longer = [one for one in (*words, *endings) if len(one) >= SHORT]
    within = f".*{_any(stems, within=True)}.*|.*{_any(endings, within=True)}|{_any(words, within=True)}"
    return _Patterns(*map(re.compile, (within, _any(stems), _any(longer), _any(words))))


def _any(called: Iterable[str], *, within: bool = False) -> str:
    return f"(?:{'|'.join(reading_as(one, within=within and len(one) >= SHORT) for one in called)})"
