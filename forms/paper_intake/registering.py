"""The last page before what came on paper is registered: what staff vouch for."""

from forms.fields.declaration import Declaration
from forms.language import N_
from forms.stepform import StepForm


class RegisterForm(StepForm):
    """Nobody handles a case of their own or of their family's (forvaltningsloven § 6)."""

    compared = Declaration(
        N_("Jeg har sett at opplysningene stemmer med papiret."),
        missing=N_("Se på papiret, og kryss av for at opplysningene stemmer."),
    )
    impartial = Declaration(
        N_("Saken gjelder ikke meg selv eller noen i familien min, og jeg representerer ingen i den."),
        missing=N_(
            "Kryss av for at saken ikke gjelder deg eller familien din. Gjør den det, må en kollega overta."
        ),
    )
    once_more = Declaration(
        N_("Jeg har sett saken som alt er kommet, og dette er noe annet."),
        missing=N_("Se på saken som alt er kommet. Er dette noe annet, krysser du av for det."),
    )

    def ask_nothing_again(self) -> None:
        """Nothing like it has come."""
        if "once_more" in self:
            del self.once_more

    @property
    def once_more_known(self) -> bool:
        """Whether staff know that the like of it has come, and that this is something else."""
        return "once_more" in self and bool(self.once_more.data)
