"""The page of somebody who is asked to sign: who asks and why, all that was written, and yes or no."""

from contextlib import suppress

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.language import N_
from forms.signers import APPLICANT, PRINCIPAL, SECOND_PARENT, YOUNG_PERSON
from forms.signing import CosignForm
from forms.stepform import StepForm
from wizard.access import guarded_by, signer
from wizard.cases import cosigning
from wizard.cases.asked import Asked, asked_to_sign
from wizard.cases.errors import ContentChangedError, NotToSignError
from wizard.cases.sending import Signing
from wizard.routes import typed as typing_in
from wizard.routes.blueprints import CASE, apply
from wizard.routes.confirming import confirmed_first, posted_before
from wizard.routes.cosigner_lines import waiting_for
from wizard.routes.here import case, language, reader, tools, visitor
from wizard.routes.language_names import language_name
from wizard.routes.notice_forms import form_of
from wizard.routes.refusal_form import RefusalForm
from wizard.routes.told import ticked

PAGE = f"{CASE}/skriv-under"
ASKS = {
    SECOND_PARENT: N_("%(name)s har fylt ut %(form)s for barnet, og ber deg lese og skrive under."),
    YOUNG_PERSON: N_("%(name)s har fylt ut %(form)s for deg, og ber deg lese og skrive under."),
    APPLICANT: N_("%(name)s har fylt ut %(form)s for deg, og ber deg lese og skrive under."),
    PRINCIPAL: N_("%(name)s vil handle for deg, og ber deg om fullmakt. Les nøye hva den gjelder."),
}
YOUR_CHOICE = {
    SECOND_PARENT: N_("Du velger selv om du skriver under. Sier du nei, får %(name)s vite det."),
    YOUNG_PERSON: N_("Det er du som bestemmer. Sier du nei, får %(name)s vite det."),
    APPLICANT: N_("Det er du som bestemmer. Sier du nei, får %(name)s vite det."),
    PRINCIPAL: N_("Det er du som bestemmer. Sier du nei, får ikke %(name)s noen fullmakt."),
}


@apply.get(PAGE)
@guarded_by(signer)
def cosigned() -> ResponseReturnValue:
    found, posted = _asked(), posted_before()
    form = CosignForm(found.draft.walk.now, posted, ticked())
    return _page(found, form, form_of(RefusalForm, posted))


def _asked() -> Asked:
    return asked_to_sign(tools(), case(), reader())


def _page(
    found: Asked, form: CosignForm | None = None, refusing: StepForm | None = None, *, changed: bool = False
) -> str:
    author, now = found.author.name, found.draft.walk.now
    values = {"name": author, "form": language().text(now.naming)}
    form, refusing = form or CosignForm(now), refusing or form_of(RefusalForm)
    return render_template(
        "cosign.html",
        asks=language().text(ASKS[found.capacity], **values),
        choice=language().text(YOUR_CHOICE[found.capacity], **values),
        written=language_name(found.content.language) if found.content else "",
        content=found.content,
        files=found.files,
        form=form,
        faults=[*form.faults(), *refusing.faults()],
        changed=changed,
        refusing=refusing,
        found=found,
        author=author,
        naming=values["form"],
        waiting=waiting_for(found.round, named=False, but=found.capacity),
        sent=case().submitted,
        case_id=case().id,
    )


@apply.post(PAGE)
@guarded_by(signer)
@confirmed_first
def cosign() -> ResponseReturnValue:
    signing = Signing(request.form.get("content", ""), typing_in.typed(), visitor().level)
    try:
        unsigned = cosigning.cosign(tools(), case().id, reader(), signing)
    except ContentChangedError:
        return _page(_asked(), changed=True), 409
    except NotToSignError:
        return redirect(url_for("apply.case"), code=303)  # taken back: its page says so
    if unsigned is not None:
        return _page(_asked(), _in_this_language(signing)), 422
    return redirect(url_for("apply.cosigned"), code=303)


def _in_this_language(signing: Signing) -> CosignForm:
    """The same form with its faults, in the language of the reader's pages."""
    form = CosignForm(_asked().draft.walk.now, signing.typed)
    form.validate()
    return form


@apply.post(f"{PAGE}/nei")
@guarded_by(signer)
@confirmed_first
def decline() -> ResponseReturnValue:
    """A word that is too long is shown again, whole."""
    typing_in.refuse_too_large()
    form, found = form_of(RefusalForm, typing_in.typed()), _asked()
    if not (found.signed or found.over or form.validate()):
        return _page(found, refusing=form), 422
    with suppress(NotToSignError):  # signed already: the page says so
        cosigning.decline(tools(), case().id, reader(), form["word"].data)
    return redirect(url_for("apply.cosigned"), code=303)
