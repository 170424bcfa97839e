"""Whatever is changed in a PDF or a Word file: it is taken or refused, and its reader says which."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import hostile
from tests.sendable import pdf, relations, word
from wizard.uploads import pdfs
from wizard.uploads import word as words
from wizard.uploads.kinds import REFUSALS, UnfitError

LINKED = word({"word/_rels/document.xml.rels": relations(("hyperlink", "https://example.no", "External"))})
SEEDS = [pdf(), hostile.carrying("a.json", b'{"a": 1}'), word(), LINKED]
DAMAGE = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=4), st.integers(0, 9)), max_size=20
)


def damaged(content: bytes, damage: list[tuple[float, bytes, int]]) -> bytes:
    for where, put, taken in damage:
        at = int(where * len(content))
        content = content[:at] + put + content[at + taken :]
    return content


@pytest.mark.parametrize("look_through", [pdfs.look_through, words.look_through])
@given(seed=st.sampled_from(SEEDS), damage=DAMAGE)
def test_a_reader_says_why_and_nothing_else(
    look_through: Callable[[bytes], None], seed: bytes, damage: list[tuple[float, bytes, int]]
) -> None:
    with suppress(UnfitError):
        look_through(damaged(seed, damage))


@pytest.mark.parametrize("seed", SEEDS[:2], ids=["plain", "with data"])
def test_a_pdf_is_no_word_file_and_the_other_way_round(seed: bytes) -> None:
    for look_through, content in ((words.look_through, seed), (pdfs.look_through, word())):
        with pytest.raises(UnfitError) as refusal:
            look_through(content)
        assert refusal.value.why in REFUSALS
