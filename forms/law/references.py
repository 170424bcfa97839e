"""Which paragraph is about what, by day: for fold-outs, documents and the office."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from forms.language import N_, Language
from forms.law.dated import Dated, since

ACTS = {
    "pbrl": N_("pasient- og brukerrettighetsloven"),
    "hol": N_("helse- og omsorgstjenesteloven"),
    "sphl": N_("spesialisthelsetjenesteloven"),
    "hpl": N_("helsepersonelloven"),
    "fvl": N_("forvaltningsloven"),
    "sotjl": N_("sosialtjenesteloven"),
    "navl": N_("Nav-loven"),
    "bvl": N_("barnevernsloven"),
    "phvl": N_("psykisk helsevernloven"),
    "bl": N_("barnelova"),
    "vgml": N_("vergemålsloven"),
    "ipf": N_("forskrift om individuell plan"),
}


AND, CHAPTER = N_("og"), N_("kapittel")
"""As they stand among the paragraphs."""


class Reference(NamedTuple):
    """One place in one act."""

    act: str
    paragraphs: str

    def shown(self, language: Language) -> str:
        """Such as ``pasient- og brukerrettighetsloven § 2-5 b``."""
        paragraphs = self.paragraphs.replace(" og ", f" {language.text(AND)} ")
        paragraphs = paragraphs.replace("kapittel", language.text(CHAPTER))
        return f"{language.text(ACTS[self.act])} {paragraphs}"


Places = tuple[Reference, ...]
"""The right first, then the municipality's duty, then the specialist health service's, then others."""

_REFORM = date(2012, 1, 1)
_COORDINATOR = date(2022, 8, 1)
_DECISION_COMPETENCE = date(2026, 6, 1)
_HEALTH_PERSONNEL = date(2026, 7, 1)
_READ = date(2026, 7, 2)
"""What begins on this day was read in force in the consolidated texts; its first day was not looked up."""

_CONSOLIDATED = "the consolidated text of 2 July 2026"
_COMPETENCE_ACT = "LOV-2025-06-20-67"
_PERSONNEL_ACT = "LOV-2026-01-23-1"


def _places(**paragraphs: str) -> Places:
    return tuple(Reference(act, where) for act, where in paragraphs.items())


TOPICS: Mapping[str, Dated[Places]] = {
    "individual_plan": since(
        _REFORM, _places(pbrl="§ 2-5", hol="§ 7-1", sphl="§ 2-5"), "pbrl § 2-5, LOV-2011-06-24-30"
    ),
    "individual_plan_elsewhere": since(
        _READ, _places(sotjl="§§ 28 og 33", navl="§ 15", bvl="§ 15-9", phvl="§ 4-1"), _CONSOLIDATED
    ),
    "contact_doctor": since(
        date(2016, 9, 15), _places(pbrl="§ 2-5 a", sphl="§ 2-5 c"), "pbrl § 2-5 a, LOV-2015-12-11-97"
    ),
    "coordinator": since(
        _COORDINATOR, _places(pbrl="§ 2-5 b", hol="§ 7-2", sphl="§ 2-5 a"), "pbrl § 2-5 b, LOV-2021-06-11-78"
    ),
    "child_coordinator": since(
        _COORDINATOR,
        _places(pbrl="§ 2-5 c", hol="§ 7-2 a", sphl="§ 2-5 a"),
        "pbrl § 2-5 c, LOV-2021-06-11-78",
    ),
    "coordinating_unit": since(_READ, _places(hol="§ 7-3", sphl="§ 2-5 b"), _CONSOLIDATED),
    "temporary_exceptions": since(
        date(2026, 7, 1), _places(pbrl="§ 2-5 d", hol="§ 7-2 b"), _CONSOLIDATED
    ).then(date(2028, 7, 1), _places(), "pbrl § 2-5 d lapses"),
    "necessary_services": since(
        _REFORM, _places(pbrl="§ 2-1 a", hol="§§ 3-1, 3-2, 3-2 a, 3-6 og 3-8"), "pbrl § 2-1 a"
    ).then(
        date(2024, 6, 1),
        _places(pbrl="§ 2-1", hol="§§ 3-1, 3-2, 3-2 a, 3-6 og 3-8"),
        "pbrl § 2-1, LOV-2023-04-28-9",
    ),
    "user_controlled_personal_assistance": since(
        date(2015, 1, 1), _places(pbrl="§ 2-1 d", hol="§ 3-8"), "pbrl § 2-1 d, LOV-2014-06-20-41"
    ),
    "carer_support": since(_READ, _places(pbrl="§ 2-8", hol="§ 3-6"), _CONSOLIDATED),
    "administration_act": since(_READ, _places(pbrl="§ 2-7", hol="§ 2-2"), _CONSOLIDATED),
    "participation": since(_READ, _places(pbrl="§§ 3-1–3-5"), _CONSOLIDATED),
    "answer_on_quality": since(date(2022, 7, 1), _places(pbrl="§ 3-7"), "pbrl § 3-7"),
    "decision_competence": since(
        _DECISION_COMPETENCE, _places(pbrl="§§ 4-1–4-7"), f"pbrl chapter 4, {_COMPETENCE_ACT}"
    ),
    "child_as_party": since(_REFORM, _places(pbrl="§ 6-5"), "pbrl § 6-5, LOV-2011-06-24-30"),
    "appeal": since(
        _REFORM, _places(pbrl="§§ 7-2, 7-3, 7-5 og 7-6"), "pbrl chapter 7, LOV-2011-06-24-30"
    ).then(
        date(2019, 7, 1),
        _places(pbrl="§§ 7-2, 7-3, 7-5, 7-7 og 7-8"),
        "pbrl § 7-6 became § 7-7, LOV-2017-12-15-107",
    ),
    "appeal_on_nav": since(_READ, _places(fvl="kapittel VI", ipf="§ 11"), "FOR-2022-06-22-1110 § 11"),
    "appeal_on_child_welfare": since(
        _READ, _places(bvl="§ 12-9", ipf="§ 11"), "bvl § 12-9, FOR-2022-06-22-1110 § 11"
    ),
    "reasons": since(_READ, _places(fvl="§§ 24 og 29"), _CONSOLIDATED),
    "party_access": since(_READ, _places(fvl="§ 18"), _CONSOLIDATED),
    "late_appeal": since(_READ, _places(fvl="§ 31"), _CONSOLIDATED),
    "handling_time": since(_READ, _places(fvl="§ 11 a"), _CONSOLIDATED),
    "supervision_request": since(_READ, _places(pbrl="§§ 7-4 og 7-4 a", hol="§ 12-3"), _CONSOLIDATED),
    "serious_incident_report": since(
        date(2019, 7, 1),
        _places(pbrl="§ 7-6", hol="§ 12-3 a", sphl="§ 3-3 a"),
        "pbrl § 7-6, LOV-2017-12-15-107",
    ),
    "patient_and_user_ombud": since(_READ, _places(pbrl="§§ 8-1–8-8"), _CONSOLIDATED),
    "duty_to_notify": since(_READ, _places(hpl="§ 38 a"), _CONSOLIDATED),
    "confidentiality_of_health_personnel": since(
        _HEALTH_PERSONNEL, _places(hpl="§ 21"), f"hpl § 21, {_PERSONNEL_ACT}"
    ),
    "consent_to_sharing": since(_HEALTH_PERSONNEL, _places(hpl="§ 22"), f"hpl § 22, {_PERSONNEL_ACT}"),
    "sharing_for_care": since(_HEALTH_PERSONNEL, _places(hpl="§ 25"), f"hpl § 25, {_PERSONNEL_ACT}"),
    "objection_to_sharing": since(_REFORM, _places(hpl="§ 25"), "hpl § 25").then(
        _HEALTH_PERSONNEL, _places(hpl="§ 29"), f"hpl § 29, {_PERSONNEL_ACT}"
    ),
    "confidentiality_of_administration": since(_READ, _places(hol="§ 12-1", fvl="§§ 13–13 e"), _CONSOLIDATED),
    "children_consent": since(date(2026, 1, 1), _places(pbrl="§ 4-4"), "pbrl § 4-4, as amended in 2026"),
    "child_heard": since(_READ, _places(pbrl="§ 4-4"), _CONSOLIDATED),
    "parents_informed": since(_READ, _places(pbrl="§ 3-4"), _CONSOLIDATED),
    "parental_responsibility": since(_READ, _places(bl="§§ 30 og 37"), _CONSOLIDATED),
    "heard_from_15": since(_READ, _places(fvl="§§ 16, 17 og 27"), _CONSOLIDATED),
    "child_welfare_consents": since(_READ, _places(pbrl="§§ 4-4 og 4-5"), _CONSOLIDATED),
    "guardian_of_child": since(_READ, _places(vgml="§ 16"), _CONSOLIDATED),
    "guardian_of_adult": since(_READ, _places(pbrl="§ 4-7", vgml="§§ 20 og 21"), _CONSOLIDATED),
    "lasting_power_of_attorney": since(_READ, _places(vgml="§§ 78–83"), _CONSOLIDATED),
    "proxy": since(_READ, _places(pbrl="§ 7-2", fvl="§ 12"), _CONSOLIDATED),
    "nearest_relative": since(_READ, _places(pbrl="§§ 1-3, 3-1, 3-3 og 4-6"), _CONSOLIDATED),
    "guidance": since(_READ, _places(fvl="§§ 11 og 12"), _CONSOLIDATED),
}


def places(topic: str, day: date) -> Places:
    """Where the law speaks of it on this day; nothing where a rule has lapsed."""
    return TOPICS[topic].on(day).value
