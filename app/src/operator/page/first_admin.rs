//! The first admin who is waited for: the link again, or somebody else instead.

use leptos::prelude::*;

use crate::{
    form::{FilledWith, Form, Posting, Submit},
    i18n::Lang,
    operator::{
        api::{CorrectFirstAdmin, InviteAdminAgain},
        model::OrganizationDetail,
        words,
    },
    ui::{Choice, Dialog, Field, Notice, Select, Tone},
};

/// The actions behind the notice's forms.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    pub again: Posting<InviteAdminAgain>,
    pub correct: Posting<CorrectFirstAdmin>,
}

/// Whom the organization waits for, with both forms. Nothing once an admin has come.
pub(super) fn awaited(lang: Lang, page: &OrganizationDetail, actions: Actions) -> Option<AnyView> {
    let admin = page.awaited.clone()?;
    let id = page.organization.id.to_string();
    let of = id.clone();
    let told = words::awaited(lang, format_args!("{} ({})", admin.name, admin.user_name));
    Some(
        view! {
            <Notice tone=Tone::Info>
                <p>{told}</p>
                <div class="actions">
                    <Form action=actions.again form="invite-again">
                        <input type="hidden" name="organization" value=id/>
                        <Submit look="quiet">{words::invite_again(lang)}</Submit>
                    </Form>
                    <Dialog
                        id="correct-admin"
                        opener=words::correct_admin(lang)
                        look="quiet"
                        title=words::correct_admin(lang)
                        form="correct-admin"
                    >
                        <p>{words::correct_admin_what(lang)}</p>
                        <Form action=actions.correct form="correct-admin">
                            <input type="hidden" name="organization" value=of/>
                            <FilledWith mark=admin.mark/>
                            <Field
                                name="admin_name"
                                label=words::admin_name(lang)
                                value=admin.name
                                maxlength=80u32
                            />
                            <Field
                                name="admin_user_name"
                                kind="email"
                                label=words::admin_user_name(lang)
                                hint=words::admin_user_name_hint(lang)
                                value=admin.user_name
                                maxlength=254u32
                            />
                            {language(lang, admin.language)}
                            <Submit>{words::correct_and_invite(lang)}</Submit>
                        </Form>
                    </Dialog>
                </div>
            </Notice>
        }
        .into_any(),
    )
}

/// The language of the mails to the first admin.
pub(super) fn language(lang: Lang, chosen: Lang) -> impl IntoView {
    let languages = Lang::ALL.map(|it| Choice::new(it.tag(), it.own_name()));
    view! {
        <Select
            name="language"
            label=words::language(lang)
            options=languages.to_vec()
            value=chosen.tag().to_owned()
            width="medium"
        />
    }
}
