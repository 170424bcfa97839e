"""The site's own key: it signs who we are (``private_key_jwt``, RFC 7523), so that no password is shared."""

import json
from pathlib import Path

from authlib.oauth2.rfc7523 import private_key_jwt_sign
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, JWKRegistry, RSAKey

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
SECONDS = 60
"""How long such a signature holds: ID-porten takes none that holds for more than 120."""
BITS = 3072
ALGORITHMS = ("RS256", "PS256", "ES256")


class OwnKeyError(Exception):
    """The key file is not there, or is no key to sign with."""


class OwnKey:
    def __init__(self, path: Path) -> None:
        """``OwnKeyError`` where the file is not a private JWK with ``kid`` and ``alg``."""
        try:
            key = JWKRegistry.import_key(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, JoseError) as error:
            raise OwnKeyError(f"{path} is not there or is no JWK: {type(error).__name__}") from error
        if not isinstance(key, RSAKey | ECKey) or not key.is_private or not key.kid:
            raise OwnKeyError(f"{path} is no private RSA or EC key with a kid")
        if key.alg not in ALGORITHMS:
            raise OwnKeyError(f"{path} must say one of {', '.join(ALGORITHMS)} as alg")
        self._key, self._kid, self._alg = key, key.kid, key.alg

    def proof(self, client_id: str, audience: str) -> dict[str, str]:
        """The form fields that tell the provider who asks; each holds once, for a minute."""
        signed = private_key_jwt_sign(
            self._key, client_id, audience, alg=self._alg, header={"kid": self._kid}, expires_in=SECONDS
        )
        return {"client_id": client_id, "client_assertion_type": ASSERTION_TYPE, "client_assertion": signed}


def make(path: Path) -> str:
    """A new key in a new file that its owner alone may read; gives its public half, for the provider."""
    key = RSAKey.generate_key(BITS, {"alg": "RS256", "use": "sig"}, auto_kid=True)
    path.touch(mode=0o600, exist_ok=False)
    path.write_text(json.dumps(key.as_dict(private=True)), encoding="utf-8")
    return json.dumps({"keys": [key.as_dict(private=False)]}, indent=2)
