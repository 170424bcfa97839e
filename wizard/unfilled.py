"""What a municipality should fill in before it lets real people in, and has not: it is told, and stops nothing."""

from collections.abc import Iterable, Iterator

from forms.municipality import Municipality


def unfilled(places: Iterable[Municipality]) -> Iterator[str]:
    """A sentence for each. People must be told how the data protection officer is reached (GDPR article 13 no. 1 b)."""
    for place in places:
        if not place.privacy.officer:
            yield (
                f"{place.id}: privacy.officer is empty; name an e-mail address or a phone number of the data"
                " protection officer, or the privacy page sends people to the office for it"
            )
