"""The matrix as a page to read: ``python -m forms.representation.page > docs/representation.md``."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date

from forms.language import Language
from forms.law.references import places
from forms.representation.matrix import MATRIX
from forms.representation.row import PARTS, Part, Row

HEAD = """# Who may act for whom

Made from the table in `forms/representation/` with `python -m forms.representation.page > docs/representation.md`.
Each row is walked through a form to its documents by `tests/integration/wizard/test_representation.py`.

Nothing here stops a form: what lacks is marked for the office. Texts are those that the pages show, in bokmål.
"May be asked" are people whom whoever fills in may ask to sign as well.
"""
NB = Language()


def page(day: date) -> str:
    """All rows in their order, with the paragraphs of the day."""
    return "\n".join([HEAD, *_overview(), *(line for row in MATRIX for line in _row(row, day))])


def _overview() -> Iterator[str]:
    yield "| who | age | says yes | signs | may be asked | gets letters |"
    yield "|---|---|---|---|---|---|"
    for row in MATRIX:
        parts = (_named(one) for one in (row.consents, row.signs, row.may_sign, row.letters))
        yield f"| [{row.who}](#{row.key}) | {_age(row)} | {' | '.join(parts)} |"
    yield ""


def _row(row: Row, day: date) -> Iterator[str]:
    yield f'<a id="{row.key}"></a>\n\n## {row.who}\n'
    yield f"- role: `{'`, `'.join(row.roles)}`; by: {_code(row.authorities) or 'what the role says'}; age: {_age(row)}"
    yield f"- shown by: {row.evidence} ({PROOFS[row.proof]})"
    if row.differs:
        yield f"- differs by municipality: {_code(row.differs)}"
    if row.tells_of_need:
        yield "- may tell of a need without any authorization"
    for warning in row.warnings:
        yield f"- told: {warning % {'form': 'søknaden', 'person': 'personen'}}"
    law = dict.fromkeys(one.shown(NB) for topic in row.law for one in places(topic, day))
    yield f"- law: {'; '.join(law)}\n"


PROOFS = {
    "none": "no paper is asked for",
    "right": "the right is there without the paper",
    "written": "in writing, where the municipality or the law wants it",
}


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _named(parts: Iterable[Part]) -> str:
    return ", ".join(PARTS[part] for part in parts) or "–"


def _age(row: Row) -> str:
    if row.expected:
        return "not born yet"
    if row.ages is None:
        return "any"
    return f"{row.ages.start}–{row.ages.stop - 1}" if row.ages.stop <= 18 else f"{row.ages.start} or more"  # noqa: PLR2004 -- of age


if __name__ == "__main__":
    sys.stdout.write(page(date.today()))  # noqa: DTZ011 -- a page for readers, of the day it is made
