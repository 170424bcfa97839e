"""Each single yes that a consent gives, as the ledger of consents keeps it."""

from collections.abc import Iterator
from datetime import date

from forms.blocks.notes import lacks_authorization, subject_name
from forms.journeys.consent.consenter import consenter, lacks_own_consent, lacks_parents_consent
from forms.journeys.consent.kinds import to_help, to_sharing
from forms.journeys.consent.sharing import NAMED, SERVICES
from forms.marks import NO_AUTHORIZATION, OWN_CONSENT
from forms.situation import Situation
from forms.yes import CHILD_COORDINATOR, COORDINATOR, PARENTS, PLAN, SHARING, Said, Yes

TO_HELP = ("kinds", "help", "voluntary")
TO_SHARING = ("kinds", "sharing", "topics", "duration", "voluntary")


def says_yes(situation: Situation) -> Iterator[Yes]:
    """One to a plan, one to a coordinator, and one to each service that shares."""
    if to_help(situation):
        yield from _help(situation)
    if to_sharing(situation):
        yield from _sharing(situation)


def lacks(situation: Situation) -> str:
    """What the answers alone tell is missing before it can hold."""
    if lacks_parents_consent(situation):
        return PARENTS
    if lacks_own_consent(situation):
        return OWN_CONSENT
    return NO_AUTHORIZATION if lacks_authorization(situation) else ""


def _help(situation: Situation) -> Iterator[Yes]:
    chosen = situation.answer("kinds", "consent_kind") or ()
    said = _said(situation)._replace(limits=situation.answer("help", "help_limits") or "")
    for kind in (PLAN, COORDINATOR, CHILD_COORDINATOR):
        if kind in chosen:
            yield Yes(kind, consenter(situation), TO_HELP, said, lacks=lacks(situation))


def _sharing(situation: Situation) -> Iterator[Yes]:
    givers = situation.answer("sharing", "share_from") or ()
    receivers = situation.answer("sharing", "share_to") or ()
    said = _said(situation)._replace(
        topics=situation.answer("topics", "topics") or "",
        purpose=situation.answer("topics", "purpose") or "",
        excluded=situation.answer("topics", "topics_excluded") or "",
        not_to_know=situation.answer("topics", "persons_excluded") or "",
    )
    until = situation.answer("duration", "valid_to")
    for service, *_ in SERVICES:
        if service in givers or service in receivers:
            yield Yes(
                SHARING,
                consenter(situation),
                TO_SHARING,
                said._replace(
                    service=service,
                    department=department(situation, service, givers, receivers),
                    gives=service in givers,
                    receives=service in receivers,
                ),
                last_day=date.fromisoformat(until) if until else None,
                lacks=lacks(situation),
            )


def department(
    situation: Situation, service: str, givers: tuple[str, ...], receivers: tuple[str, ...]
) -> str:
    """Which department or which others, in the writer's own words; they may be told once for each side."""
    if service not in NAMED:
        return ""
    sides = (("share_from_text", givers), ("share_to_text", receivers))
    said = (situation.answer("sharing", name) or "" for name, side in sides if service in side)
    return "; ".join(dict.fromkeys(one for one in said if one))


def _said(situation: Situation) -> Said:
    return Said(about=subject_name(situation), by=situation.answer("says-yes", "consenter_name") or "")
