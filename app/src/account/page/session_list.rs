//! The caller's sessions, and how to end them.

use core::marker::PhantomData;

use leptos::prelude::*;

use super::sign_in_list::SignInList;
use crate::{
    account::{
        api::session::{EndOtherSessions, EndSession, own_sessions},
        model::session::{OwnSession, SESSIONS_LISTED},
        words::session as words,
    },
    context::use_lang,
    data,
    form::{PlainForm, Submit},
    i18n::{Lang, Moment},
    route,
    shell::{load::loaded_part, words as shell},
    ui::{PageHeader, Table},
};

/// The list of the caller's sessions.
#[component]
pub fn SessionListPage() -> impl IntoView {
    let lang = use_lang();
    let sessions = data::load(|| (), |()| own_sessions());
    let trail = vec![(route::SETTINGS.to_owned(), shell::settings(lang).to_owned())];
    view! {
        <PageHeader trail=trail title=words::sessions_title(lang) lead=words::sessions_lead(lang)>
            <PlainForm function={PhantomData::<EndOtherSessions>} bare=true>
                <Submit look="quiet">{words::end_others(lang)}</Submit>
            </PlainForm>
        </PageHeader>
        {loaded_part(sessions, move |sessions| table(lang, sessions).into_any())}
        <SignInList/>
    }
}

fn table(lang: Lang, sessions: Vec<OwnSession>) -> impl IntoView {
    let latest =
        (sessions.len() >= SESSIONS_LISTED).then(|| words::latest_listed(lang, SESSIONS_LISTED));
    view! {
        {latest.map(|latest| view! { <p>{latest}</p> })}
        <Table caption=words::sessions_title(lang) without="fit-4".to_owned()>
            <thead>
                <tr>
                    <th scope="col">{words::browser(lang)}</th>
                    <th scope="col">{words::signed_in(lang)}</th>
                    <th scope="col">{words::last_used(lang)}</th>
                    <th scope="col"><span class="visually-hidden">{words::action(lang)}</span></th>
                </tr>
            </thead>
            <tbody>{sessions.into_iter().map(|session| view! { <Row session=session/> }).collect_view()}</tbody>
        </Table>
    }
}

#[component]
fn Row(session: OwnSession) -> impl IntoView {
    let lang = use_lang();
    let browser = if session.browser.is_empty() {
        words::unknown_browser(lang).to_owned()
    } else {
        session.browser
    };
    let action = if session.current {
        view! { <span class="badge">{words::this_one(lang)}</span> }.into_any()
    } else {
        let label = words::end_named(lang, &browser);
        view! {
            <PlainForm function={PhantomData::<EndSession>} bare=true>
                <input type="hidden" name="handle" value=session.handle/>
                <button type="submit" class="button button-quiet" aria-label=label>{words::end(lang)}</button>
            </PlainForm>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row">{browser}</th>
            <td data-label=words::signed_in(lang)><Moment at=session.created short=true/></td>
            <td class="cell-second" data-label=words::last_used(lang)><Moment at=session.last_seen short=true/></td>
            <td class="row-actions">{action}</td>
        </tr>
    }
}
