"""The power of attorney: its steps in their order."""

from forms.blocks import circumstances as are
from forms.blocks import paper
from forms.blocks.contact import ContactForm
from forms.blocks.submitter import AddressProtectionForm
from forms.declared import Declared
from forms.journey import Journey, Step
from forms.journeys.power_of_attorney.giver import GiverForm, GiverRoleForm, OthersGiverForm, by_proxy
from forms.journeys.power_of_attorney.gives import gives
from forms.journeys.power_of_attorney.limits import LimitsForm
from forms.journeys.power_of_attorney.own_proxy import OwnProxyForm
from forms.journeys.power_of_attorney.proxy import ProxyForm
from forms.journeys.power_of_attorney.scope import ScopeForm
from forms.journeys.power_of_attorney.seen import afterwards, apart, from_whom, notes, received
from forms.language import N_
from forms.naming import POWER_OF_ATTORNEY as NAMING
from forms.situation import Situation


def own_and_reachable(situation: Situation) -> bool:
    """Nobody is asked where somebody else is, or how they are reached."""
    return are.for_self(situation) and are.reachable(situation)


POWER_OF_ATTORNEY = Journey(
    "power_of_attorney",
    N_("Fullmakt i saker om helse- og omsorgstjenester"),
    (
        Step(
            "role",
            N_("Hvem som gir fullmakt"),
            GiverRoleForm,
            N_("Med en fullmakt lar du en annen handle for deg. Du bestemmer hva den andre kan gjøre."),
            part=N_("Hvem fullmakten er fra"),
        ),
        Step(
            "address-protection",
            N_("Sperret adresse"),
            AddressProtectionForm,
            N_("Bare kontoret ser svaret. Det står ikke i fullmakten."),
            when=are.for_self,
            settled_on_paper=True,
            kept_back=True,
        ),
        Step("you", N_("Om deg"), GiverForm, when=are.for_self, settled_on_paper=True),
        Step("subject", N_("Den som gir fullmakt"), OthersGiverForm, when=by_proxy, settled_on_paper=True),
        Step(
            "contact",
            N_("Kontakt"),
            ContactForm,
            when=own_and_reachable,
            only_if=paper.REACHABLE,
            kept_back=True,
        ),
        Step(
            "proxy",
            N_("Den du gir fullmakt"),
            ProxyForm,
            N_("Velg noen du stoler på, og spør først."),
            when=are.for_self,
            settled_on_paper=True,
            part=N_("Hva fullmakten gjelder"),
        ),
        Step(
            "own-proxy",
            N_("Den som får fullmakt"),
            OwnProxyForm,
            N_("Det er deg. Den som gir fullmakten, leser også det du skriver her."),
            when=by_proxy,
            settled_on_paper=True,
        ),
        Step("scope", N_("Hva fullmektigen kan gjøre"), ScopeForm),
        Step("limits", N_("Hvilken sak, og hvor lenge"), LimitsForm),
    ),
    path="fullmakt",
    kind="declaration",
    sort="declaration",
    naming=NAMING,
    declares=Declared(
        N_("Jeg gir fullmakten frivillig, og opplysningene er riktige, så langt jeg vet."),
        N_("Kryss av for at du gir fullmakten frivillig."),
    ),
    lead=N_(
        "For deg som er 16 år eller eldre og vil at en annen skal søke, klage eller snakke med kommunen for deg."
    ),
    notes=notes,
    received=received,
    afterwards=afterwards,
    looks_back=True,
    gives=gives,
    about=from_whom,
    apart=apart,
    others_sign=True,
    restricted=are.protected,
)
