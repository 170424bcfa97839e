"""The site's own keys: the first signs who we are (``private_key_jwt``, RFC 7523), so that no password is shared.

A second one is known to the provider beside it, before it signs and after: so the keys change while people log in.
"""

import json
from pathlib import Path
from typing import Any

from authlib.oauth2.rfc7523 import private_key_jwt_sign
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, JWKRegistry, RSAKey

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
SECONDS = 60
"""How long such a signature holds: ID-porten takes none that holds for more than 120."""
BITS = 3072
ALGORITHMS = ("RS256", "PS256", "ES256")
CERTIFICATE = "x5t#S256"
"""The print of a certificate: Entra knows a key by that, and not by its ``kid``."""


class OwnKeyError(Exception):
    """The key file is not there, or holds no key to sign with."""


class OwnKey:
    def __init__(self, path: Path) -> None:
        """``OwnKeyError`` where the file is no private JWK with ``kid`` and ``alg``, and no set of such."""
        self._keys = _read(path)
        self._key = self._keys[0]

    def proof(self, client_id: str, audience: str) -> dict[str, str]:
        """The form fields that tell the provider who asks; each holds once, for a minute."""
        told, alg = self._key.as_dict(private=False), str(self._key.alg)
        header = {name: told[name] for name in ("kid", CERTIFICATE) if name in told}
        signed = private_key_jwt_sign(
            self._key, client_id, audience, alg=alg, header=header, expires_in=SECONDS
        )
        return {"client_id": client_id, "client_assertion_type": ASSERTION_TYPE, "client_assertion": signed}

    def public(self) -> list[dict[str, Any]]:
        """The public halves: what the provider may know us by now, or soon, or knew us by lately."""
        return [dict(key.as_dict(private=False)) for key in self._keys]


def _read(path: Path) -> list[RSAKey | ECKey]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        several = told["keys"] if isinstance(told, dict) and "keys" in told else [told]
        keys = [_sound(path, JWKRegistry.import_key(one)) for one in several]
    except (OSError, ValueError, TypeError, JoseError) as error:
        raise OwnKeyError(f"{path} is not there or is no JWK: {type(error).__name__}") from error
    if not keys or len({key.kid for key in keys}) < len(keys):
        raise OwnKeyError(f"{path} holds no key, or two with one kid")
    return keys


def _sound(path: Path, key: object) -> RSAKey | ECKey:
    if not isinstance(key, RSAKey | ECKey) or not key.is_private or not key.kid:
        raise OwnKeyError(f"{path} is no private RSA or EC key with a kid")
    if key.alg not in ALGORITHMS:
        raise OwnKeyError(f"{path} must say one of {', '.join(ALGORITHMS)} as alg")
    return key


def make(path: Path) -> str:
    """A new key in a new file that its owner alone may read; gives its public half, for the provider."""
    path.touch(mode=0o600, exist_ok=False)
    return _written(path, [_new()])


def make_next(path: Path) -> str:
    """A new key behind the one that signs, in place of any other; gives both public halves, for the provider."""
    return _written(path, [_read(path)[0], _new()])


def use_next(path: Path) -> str:
    """The key behind signs from now on, the one that signed stands behind it. ``OwnKeyError`` where there is none."""
    first, *behind = _read(path)
    if not behind:
        raise OwnKeyError(f"{path} has no next key yet")
    return _written(path, [*behind, first])


def _new() -> RSAKey:
    return RSAKey.generate_key(BITS, {"alg": "RS256", "use": "sig"}, auto_kid=True)


def _written(path: Path, keys: list[RSAKey] | list[RSAKey | ECKey]) -> str:
    """Whole or not at all: a site may start at any moment."""
    beside = path.with_name(f"{path.name}.new")
    beside.touch(mode=0o600)
    beside.write_text(json.dumps({"keys": [key.as_dict(private=True) for key in keys]}), encoding="utf-8")
    beside.rename(path)
    return json.dumps({"keys": [key.as_dict(private=False) for key in keys]}, indent=2)
