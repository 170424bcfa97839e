"""What is signed is canonical JSON as RFC 8785 has it: the same bytes as of a library that follows it to the letter."""

import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from docgen.canonical import canonical
from tests.unit.docgen.asking import sample

NAMES = st.text(st.characters(codec="ascii"))
PLAIN = (
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(st.characters(codec="utf-8"))
)
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner), max_leaves=10)


@given(VALUES)
def test_whatever_the_contract_can_hold_is_written_as_the_standard_has_it(value: object) -> None:
    assert canonical(value) == rfc8785.dumps(value)  # type: ignore[arg-type] # of the types that it takes


def test_a_whole_request_is_written_as_the_standard_has_it() -> None:
    request = sample()
    assert request.canonical() == rfc8785.dumps(request.model_dump(mode="json"))
    assert request.content.canonical() == rfc8785.dumps(request.content.model_dump(mode="json"))
