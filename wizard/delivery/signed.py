"""Signs what is sent, so that its receiver knows who sent it, that it is whole, and that it came now (RFC 9421).

The signature is Ed25519: a receiver has the public half alone, and can make no message that looks like ours.
"""

import hashlib
import secrets
from datetime import UTC, datetime

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver
from http_message_signatures.algorithms import ED25519

COVERED = ("@method", "@target-uri", "content-type", "content-length", "content-digest", "idempotency-key")
LABEL, TAG = "veiviser", "veiviser-delivery"
SHORT = 16


def public_key(key: bytes) -> bytes:
    """As its receiver gets it (PEM)."""
    return _private(key).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def key_id(municipality: str, key: bytes) -> str:
    """Another one for another key, so that a receiver can take both while it is changed."""
    return f"{municipality}:{hashlib.sha256(public_key(key)).hexdigest()[:SHORT]}"


def sign(request: httpx.Request, body: bytes, municipality: str, key: bytes) -> None:
    """Add Content-Digest (RFC 9530), Signature-Input and Signature to the request."""
    known = key_id(municipality, key)
    signer = HTTPMessageSigner(
        signature_algorithm=ED25519,
        key_resolver=MappingKeyResolver(public_keys={}, private_keys={known: _private(key)}),
    )
    signer.sign(
        request,
        key_id=known,
        created=datetime.now(UTC),
        nonce=secrets.token_urlsafe(SHORT),
        label=LABEL,
        tag=TAG,
        covered_component_ids=COVERED,
        body=body,
    )


def _private(key: bytes) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(key)
