"""What a PAdES seal says beside the digest: which certificate it was made with. Put together once for each key."""

from collections.abc import Iterator
from typing import Any

from asn1crypto import x509
from pyhanko.sign.attributes import SignedAttributeProviderSpec, SigningCertificateV2Provider
from pyhanko.sign.general import as_signing_certificate_v2


class NamesCertificate(SignedAttributeProviderSpec):
    """What a signer of pyHanko is given to ask for its attributes: the only one that PAdES wants beside the digest."""

    def __init__(self, certificate: x509.Certificate) -> None:
        self._provider = _Named(certificate)

    def signed_attr_providers(self, data_digest: bytes, digest_algorithm: str) -> Iterator["_Named"]:  # noqa: ARG002 - pyHanko's own signature
        yield self._provider


class _Named(SigningCertificateV2Provider):
    def __init__(self, certificate: x509.Certificate) -> None:
        super().__init__(certificate)
        self._value = settled(as_signing_certificate_v2(certificate))

    async def build_attr_value(self, dry_run: bool = False) -> Any:  # noqa: FBT001, FBT002, ARG002 - pyHanko's own signature
        return self._value


def settled(value: Any) -> Any:
    """The same ASN.1, read back: of what was put together, asn1crypto writes each level anew at every look at it."""
    return value.load(value.dump())
