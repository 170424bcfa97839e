"""An invented authority, and what it makes for programs on this machine that speak TLS."""

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = timedelta(days=1)


class Authority:
    """Known to nobody who is not told of ``file``."""

    def __init__(self, folder: Path) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Oppdiktet rot")])
        now = datetime.now(UTC)
        root = x509.CertificateBuilder(
            self._name, self._name, self._key.public_key(), x509.random_serial_number(), now - DAY, now + DAY
        ).add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        self.file = folder / "authority.pem"
        self.file.write_bytes(_pem(root.sign(self._key, hashes.SHA256())))

    def certify(self, file: Path, *, address: str = "127.0.0.1", ends: timedelta = DAY) -> None:
        """Write a certificate for an address, and its key behind it, in place of what was there."""
        key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, address)])
        made = x509.CertificateBuilder(
            self._name, name, key.public_key(), x509.random_serial_number(), now - 2 * DAY, now + ends
        ).add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), critical=False
        )
        plain = serialization.NoEncryption()
        told = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        unfinished = file.with_suffix(".new")
        unfinished.write_bytes(_pem(made.sign(self._key, hashes.SHA256())) + told)
        unfinished.replace(file)


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)
