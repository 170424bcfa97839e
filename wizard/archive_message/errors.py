"""Why a case cannot be told to an archive now."""


class NotToArchiveError(Exception):
    """Something of it is missing, or it is not here; said in a sentence for whoever runs the site."""
