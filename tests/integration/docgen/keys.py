"""Sealing keys of every kind, as a municipality may have them."""

from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from docgen.sealing_key import certified

NOW = datetime.now(UTC)


def packed(path: Path, key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | dsa.DSAPrivateKey) -> Path:
    lock = BestAvailableEncryption(b"x")
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"seal", key, certified(key, NOW), None, lock))
    return path


def rsa_key(path: Path) -> Path:
    return packed(path, rsa.generate_private_key(public_exponent=65537, key_size=3072))


def p384_key(path: Path) -> Path:
    return packed(path, ec.generate_private_key(ec.SECP384R1()))


def p256_key(path: Path) -> Path:
    return packed(path, ec.generate_private_key(ec.SECP256R1()))


KINDS = {"RSA": rsa_key, "P-256": p256_key, "P-384": p384_key}
