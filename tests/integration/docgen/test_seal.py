from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import page
import pytest
from cryptography.hazmat.primitives.asymmetric import dsa
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import as_signing_certificate_v2

from docgen.keyring import Keyring
from docgen.make import make_pdf
from docgen.seal import CannotSeal, SealingKey
from docgen.sealing_key import LIFE, make_once, self_made
from docgen.settings import Settings
from docgen.verify import verify
from tests.integration.docgen.keys import KINDS, NOW, packed
from tests.unit.docgen.asking import sample


@pytest.mark.parametrize(
    "made", [NOW - LIFE - timedelta(days=1), NOW + timedelta(days=1)], ids=["run out", "not begun"]
)
def test_a_certificate_that_is_not_valid_today_seals_nothing(made: datetime, tmp_path: Path) -> None:
    path = tmp_path / "seal.p12"
    path.write_bytes(self_made(b"x", made))
    with pytest.raises(CannotSeal, match="not valid today"):
        make_pdf(sample(), SealingKey.load(path, b"x"))


@pytest.mark.parametrize("made", KINDS.values(), ids=KINDS)
def test_every_kind_of_key_seals_and_keeps_the_standards(
    made: Callable[[Path], Path], tmp_path: Path
) -> None:
    key = SealingKey.load(made(tmp_path / "seal.p12"), b"x")
    sealed = make_pdf(sample(), key)
    assert verify(sealed, [key.certificate]).genuine
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert page.validate_pdf_bytes(sealed, profile=profile).failures == []


def test_the_seal_signs_which_certificate_it_was_made_with(key: SealingKey) -> None:
    for _ in range(2):
        seal = PdfFileReader(BytesIO(make_pdf(sample(), key))).embedded_signatures[0]
        signed = {one["type"].native: one["values"][0] for one in seal.signer_info["signed_attrs"]}
        assert signed.keys() == {"content_type", "message_digest", "signing_certificate_v2"}
        named = as_signing_certificate_v2(key.certificate)
        assert signed["signing_certificate_v2"].dump() == named.dump()


def test_a_key_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "seal.p12", dsa.generate_private_key(2048))
    with pytest.raises(CannotSeal, match="not of a kind"):
        SealingKey.load(path, b"x")


@pytest.mark.parametrize("passphrase", [b"y", b""])
def test_a_key_that_the_passphrase_does_not_open_is_refused(passphrase: bytes, tmp_path: Path) -> None:
    path = tmp_path / "seal.p12"
    path.write_bytes(self_made(b"x", NOW))
    with pytest.raises(CannotSeal, match="cannot be read"):
        SealingKey.load(path, passphrase)


def test_a_missing_key_is_refused_unless_it_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "seal.p12"
    with pytest.raises(CannotSeal):
        Keyring(Settings(seal_file=path)).current()
    with pytest.raises(CannotSeal):
        Keyring(Settings()).current()
    made = Keyring(Settings(seal_file=path, seal_make=True, seal_passphrase="x")).current()
    assert (
        Keyring(Settings(seal_file=path, seal_passphrase="x")).current().certificate.dump()
        == made.certificate.dump()
    )


def test_a_key_that_is_there_is_never_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "seal.p12"
    make_once(path, b"x")
    before = path.read_bytes()
    make_once(path, b"x")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
