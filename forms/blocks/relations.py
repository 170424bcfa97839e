"""What somebody may be for the person whom a form is about: the same choices wherever it is asked."""

from forms.language import N_

CLOSE = (
    ("parent", N_("Forelder")),
    ("child", N_("Sønn eller datter")),
    ("spouse", N_("Ektefelle, partner eller samboer")),
    ("sibling", N_("Bror eller søster")),
    ("other_family", N_("Annen familie")),
    ("friend", N_("Venn eller nabo")),
)
OTHER = ("other", N_("Noe annet"))
OF_A_PROXY = (*CLOSE, ("lawyer", N_("Advokat")), OTHER)
