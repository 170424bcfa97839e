from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from docgen.keyring import Keyring
from docgen.make import make_pdf
from docgen.seal import CannotSeal, SealingKey
from docgen.sealing_key import LIFE, certified, make_once, self_made
from docgen.settings import Settings
from docgen.verify import verify
from tests.unit.docgen.asking import sample

NOW = datetime.now(UTC)


def packed(path: Path, key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | dsa.DSAPrivateKey) -> Path:
    lock = BestAvailableEncryption(b"x")
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"seal", key, certified(key, NOW), None, lock))
    return path


@pytest.mark.parametrize(
    "made", [NOW - LIFE - timedelta(days=1), NOW + timedelta(days=1)], ids=["run out", "not begun"]
)
def test_a_certificate_that_is_not_valid_today_seals_nothing(made: datetime, tmp_path: Path) -> None:
    path = tmp_path / "seal.p12"
    path.write_bytes(self_made(b"x", made))
    with pytest.raises(CannotSeal, match="not valid today"):
        make_pdf(sample(), SealingKey.load(path, b"x"))


def test_a_key_on_an_elliptic_curve_seals_as_well(tmp_path: Path) -> None:
    key = SealingKey.load(packed(tmp_path / "seal.p12", ec.generate_private_key(ec.SECP256R1())), b"x")
    assert verify(make_pdf(sample(), key), [key.certificate]).genuine


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
