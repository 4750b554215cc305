//! The work account: sign in, or **Create one**.

use core::marker::PhantomData;

use leptos::prelude::*;
use tierline_core::{access::Action, enrollment::Step, permission::SubjectKind};

use crate::{
    account::{api::SignOut, words as account},
    context::{use_lang, use_session},
    enrollment::words::{self as enrollment, steps, visit as words},
    form::{PlainForm, Submit},
    i18n::Lang,
    route,
    shell::words as shell,
    ui::{ButtonLink, Notice, PageHeader, Tone},
};

/// The page at `/enroll/work-account`.
#[component]
pub fn WorkAccountPage() -> impl IntoView {
    let lang = use_lang();
    let trail = vec![(
        route::ENROLL.to_owned(),
        enrollment::step(lang, Step::Welcome).to_owned(),
    )];
    view! {
        <div class="narrow">
            <PageHeader
                trail=trail
                caption=steps::enroll_as(lang)
                title=enrollment::step(lang, Step::WorkAccount)
                lead=words::account_lead(lang)
            />
            {ways(lang)}
        </div>
    }
}

/// For who is signed in, the way on with that account; else both ways to one.
fn ways(lang: Lang) -> AnyView {
    let Some(session) = use_session() else {
        let sign_in = route::sign_in_to_return(route::ENROLLMENT);
        return view! {
            <div class="actions">
                <ButtonLink href=sign_in look="primary" external=true>{account::sign_in(lang)}</ButtonLink>
            </div>
            <p>{words::account_none(lang)}</p>
            <div class="actions">
                <ButtonLink href=route::ENROLL_CREATE external=true>{words::create_one(lang)}</ButtonLink>
            </div>
        }
        .into_any();
    };
    let may_enroll = session.may(Action::Enroll, SubjectKind::Own);
    let organization = session.organization.map(|it| it.name).unwrap_or_default();
    let on = if may_enroll {
        view! {
            <div class="actions">
                <ButtonLink href=route::ENROLLMENT look="primary" external=true>{words::go_on(lang)}</ButtonLink>
            </div>
        }
        .into_any()
    } else {
        view! { <Notice tone=Tone::Info><p>{words::account_may_not(lang)}</p></Notice> }.into_any()
    };
    view! {
        <p>{words::account_signed_in(lang, session.user_name, organization)}</p>
        {on}
        <p>{words::another_account(lang)}</p>
        <PlainForm function={PhantomData::<SignOut>} bare=true>
            <input type="hidden" name="next" value=route::enroll_step(Step::WorkAccount.code())/>
            <Submit look="quiet">{shell::sign_out(lang)}</Submit>
        </PlainForm>
    }
    .into_any()
}
