"""Guardians, by the age of whom they are appointed for and by what their mandate covers."""

from dataclasses import replace

from forms.language import N_
from forms.representation.children import DECIDES, FROM_12, FROM_16, GREAT_WEIGHT, HEARD, PARTY, UNDER_12
from forms.representation.row import Row

GROWN_UP = range(18, 200)
OWN_WISH = N_("Skriv hva %(person)s selv mener. Den det gjelder, bestemmer så langt det går.")
ECONOMY_ONLY = N_(
    "En verge bare for økonomi kan si fra om behovet, men får ikke svaret. Trenger %(person)s mer hjelp av deg,"
    " kan Statsforvalteren endre oppdraget."
)

_OF_CHILD = Row(
    key="guardian_of_child",
    who=N_("Verge for et barn under 12 år"),
    roles=("verge", "parent", "nearest_relative"),
    ages=UNDER_12,
    authorities=("guardianship",),
    evidence=N_("Vergefullmakten fra Statsforvalteren."),
    proof="right",
    consents=("guardian",),
    signs=("submitter",),
    letters=("guardian",),
    law=("guardian_of_child", "child_heard"),
    warnings=(HEARD,),
)
_OF_ADULT = Row(
    key="guardian",
    who=N_("Verge for en voksen"),
    roles=("verge", "parent", "nearest_relative"),
    ages=GROWN_UP,
    authorities=("guardianship",),
    evidence=N_("Vergefullmakten, der det står hva oppdraget gjelder."),
    proof="right",
    consents=("subject",),
    signs=("submitter",),
    may_sign=("subject",),
    letters=("guardian",),
    law=("decision_competence", "guardian_of_adult"),
    warnings=(
        OWN_WISH,
        N_("Oppdraget må gjelde personlige forhold, for eksempel helse og omsorg."),
        N_(
            "Har en dom tatt fra %(person)s retten til å bestemme selv, kan vergen si ja når %(person)s ikke kan."
        ),
    ),
)

GUARDIANS = (
    _OF_CHILD,
    replace(
        _OF_CHILD,
        key="guardian_of_child_12_15",
        who=N_("Verge for et barn på 12 til 15 år"),
        ages=FROM_12,
        may_sign=("subject",),
        letters=("guardian", "subject"),
        law=("guardian_of_child", "parents_informed", "child_as_party", "heard_from_15"),
        warnings=(GREAT_WEIGHT, PARTY),
    ),
    replace(  # a guardian's consent takes over at no age from 16: pbrl § 4-3
        _OF_CHILD,
        key="guardian_of_young_person",
        who=N_("Verge for ungdom på 16 eller 17 år"),
        ages=FROM_16,
        consents=("subject",),
        signs=("submitter", "subject"),
        letters=("subject",),
        law=("decision_competence", "guardian_of_child"),
        warnings=(DECIDES,),
    ),
    replace(  # neither a yes nor letters lie within such a mandate: vgml §§ 20 and 21
        _OF_ADULT,
        key="guardian_of_economy",
        who=N_("Verge bare for økonomi"),
        scopes=("economy",),
        letters=("subject",),
        warnings=(OWN_WISH, ECONOMY_ONLY),
    ),
    _OF_ADULT,
)
