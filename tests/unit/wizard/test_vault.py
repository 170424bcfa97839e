"""The vault: what is sealed opens with its key, in its place, unchanged; and nowhere else."""

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from wizard.settings import Settings
from wizard.vault import SealBrokenError, Vault

ONE, TWO = (base64.b64encode(bytes([number]) * 32).decode() for number in (1, 2))
PLACE = "step_answers:7:need:answers"


def settings(**changed: Any) -> Settings:
    given = {
        "secret_key": "x" * 32,
        "keys": f"one:{ONE}",
        "lookup_key": TWO,
        "docgen_token": "x",
        "_env_file": None,
    }
    return Settings(**(given | changed))


def vault(keys: str = f"one:{ONE}", lookup_key: str = TWO) -> Vault:
    return Vault(settings(keys=keys, lookup_key=lookup_key))


@given(st.binary(), st.text())
def test_what_is_sealed_is_opened_as_it_was(plain: bytes, place: str) -> None:
    assert vault().open(vault().seal(plain, place), place) == plain


@given(st.dictionaries(st.text(), st.text() | st.lists(st.integers()) | st.none()))
def test_answers_are_sealed_and_opened_as_they_were(answers: dict[str, Any]) -> None:
    assert vault().open_json(vault().seal_json(answers, PLACE), PLACE) == answers


def test_the_same_value_never_looks_the_same_and_never_shows() -> None:
    first, second = (vault().seal(b"hjemmesykepleie", PLACE) for _ in range(2))
    assert first != second
    assert b"hjemme" not in first


@pytest.mark.parametrize("place", ["", "step_answers:8:need:answers", "step_answers:7:need:typed"])
def test_a_row_cannot_be_moved_to_another_place(place: str) -> None:
    with pytest.raises(SealBrokenError):
        vault().open(vault().seal(b"svar", PLACE), place)


def test_no_byte_can_be_changed_and_none_left_out() -> None:
    sealed = vault().seal(b"svar", PLACE)
    for place in range(len(sealed)):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(SealBrokenError):
            vault().open(changed, PLACE)
        with pytest.raises(SealBrokenError):
            vault().open(sealed[:place], PLACE)


def test_an_error_of_the_vault_says_nothing_of_what_was_sealed() -> None:
    with pytest.raises(SealBrokenError) as broken:
        vault().open(vault().seal(b"hemmelig", PLACE), "annet sted")
    assert "hemmelig" not in str(broken.value)
    assert PLACE not in str(broken.value)


def test_after_rotation_the_old_key_opens_and_the_new_one_seals() -> None:
    old, rotated = vault(f"one:{ONE}"), vault(f"two:{TWO},one:{ONE}")
    sealed = old.seal(b"svar", PLACE)
    assert rotated.open(sealed, PLACE) == b"svar"
    assert not rotated.sealed_with_current(sealed)
    anew = rotated.seal(b"svar", PLACE)
    assert rotated.sealed_with_current(anew)
    with pytest.raises(SealBrokenError):
        old.open(anew, PLACE)


def test_another_key_of_the_same_name_opens_nothing() -> None:
    with pytest.raises(SealBrokenError):
        vault(f"one:{TWO}").open(vault(f"one:{ONE}").seal(b"svar", PLACE), PLACE)


def test_a_person_is_found_by_a_hash_that_only_the_key_can_make() -> None:
    number = "14835749828"
    assert vault().lookup(number) == vault().lookup(number)
    assert vault().lookup(number) != vault(lookup_key=ONE).lookup(number)
    assert number.encode() not in vault().lookup(number)


@pytest.mark.parametrize(
    "keys",
    [
        "",
        "one",
        f"one:{ONE[:-8]}",
        f":{ONE}",
        f"one:{ONE},one:{TWO}",
        f"one:{ONE},",
        "one:ikke base64!",
        f"{'x' * 300}:{ONE}",
    ],
)
def test_start_up_refuses_keys_that_are_not_whole(keys: str) -> None:
    with pytest.raises(ValidationError):
        settings(keys=keys)


def test_settings_never_print_a_secret() -> None:
    assert ONE not in repr(settings())
    assert ONE not in str(settings().model_dump())


@pytest.mark.parametrize("short", ["", "x" * 31])
def test_a_secret_key_that_can_be_guessed_is_refused(short: str) -> None:
    with pytest.raises(ValidationError, match="secret_key"):
        settings(secret_key=short)
