"""The key and certificate that documents are sealed with: read from PKCS#12, or made on the demo's first start."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

LIFE = timedelta(days=3 * 365)
SUBJECT = x509.Name(
    [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "NO"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Veiviser (demo, ikke en virkelig kommune)"),
        x509.NameAttribute(NameOID.COMMON_NAME, "Veiviser dokumentsegl (demo)"),
    ]
)


def make_once(path: Path, passphrase: bytes, now: datetime | None = None) -> None:
    """Makes a key at ``path`` unless one is there; safe when several workers start at the same time."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent) as whole:
        whole.write(self_made(passphrase, now or datetime.now(UTC)))
        whole.flush()
        try:
            os.link(whole.name, path)
        except FileExistsError:
            return


def self_made(passphrase: bytes, now: datetime) -> bytes:
    """A new key on the curve P-256 with a certificate that it has signed itself, as PKCS#12."""
    key = ec.generate_private_key(ec.SECP256R1())
    lock = BestAvailableEncryption(passphrase)
    return pkcs12.serialize_key_and_certificates(b"seal", key, certified(key, now), None, lock)


def certified(
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | dsa.DSAPrivateKey, now: datetime
) -> x509.Certificate:
    """A certificate on the key, signed by the key itself, that may seal and nothing else."""
    return (
        x509.CertificateBuilder()
        .subject_name(SUBJECT)
        .issuer_name(SUBJECT)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + LIFE)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_SEALS, critical=True)
        .sign(key, hashes.SHA256())
    )


_SEALS = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)
