"""Canonical JSON (RFC 8785) of what the contract holds: texts, whole numbers, truth values, lists, ASCII names."""

import json


def canonical(value: object) -> bytes:
    """The same bytes for the same value: signed, posted, stored and attached.

    Python's own writer does it in a tenth of the time of a library in Python: without fractions, whose digits the
    standard has rules for, and without names that UTF-16 would order otherwise, both write the same.
    """
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True
    ).encode()
