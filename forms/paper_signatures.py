"""Lines for everybody who signs by hand beside whoever filled in."""

from docgen.contract import Signature
from forms.blocks import circumstances as are
from forms.signatures import line_to_sign
from forms.signers import NAMES, known_name, known_number, signers
from forms.situation import Person, Situation


def lines_for_others(situation: Situation, content_sha256: str) -> tuple[Signature, ...]:
    """One for each who must sign or may, on the same content as the author's; none where nobody else does."""
    now, hidden = situation, are.protected(situation)
    return tuple(
        line_to_sign(
            Person(known_name(now, one.capacity), known_number(now, one.capacity)),
            now.language.text(NAMES[one.capacity]),
            content_sha256,
            now.language,
            protected=hidden,
        )
        for one in signers(situation)
    )
