"""Why somebody is not logged in. The texts are for the log, never for the page, and tell of nobody."""


class RefusedError(Exception):
    """What came back is not the answer to what was asked, or is not by the provider: nobody is let in."""


class WeakError(RefusedError):
    """The person is known less surely than was asked for."""


class NumberlessError(RefusedError):
    """The provider knows no Norwegian identity number of the person."""


class NamelessError(RefusedError):
    """The provider does not tell what a member of staff is called."""


class RolelessError(RefusedError):
    """The person has nothing to do here for the municipality, or nothing any more."""


class GoneError(RefusedError):
    """The provider answers no more for somebody whom it let in: their account is closed, or it must see them anew."""


class CancelledError(Exception):
    """The person went back, or the provider did not let them log in."""


class ProviderDownError(Exception):
    """The provider gave no usable answer now: the same may be tried again."""
