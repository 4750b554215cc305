//! The checks of a case, each with what is known of it and what can be decided.

use leptos::prelude::*;
use tierline_core::{
    Refusal,
    enrollment::{CheckKind, CheckState, ReasonCode},
    ids::UserId,
};

use crate::{
    enrollment::words as enrollment,
    i18n::{Lang, date_time},
    refusal::RefusedBy,
    review::{model::CasePage, state, words},
    route,
    ui::{ButtonLink, Choice, Disclosure, NavigationForm, Select, StateBadge},
};

/// A part for each check.
pub(super) fn checks(lang: Lang, page: &CasePage) -> AnyView {
    let may = page.may.pass.iter().zip(&page.may.fail);
    let parts = page.enrollment.checks.iter().zip(may);
    let parts = parts
        .map(|((check, state), (pass, fail))| {
            let buttons = decisions(lang, page, check, pass.clone(), fail.clone());
            view! {
                <section class="case-check stack">
                    <div class="case-check-head">
                        <h3>{enrollment::check(lang, check)}</h3>
                        <StateBadge state=state::of_check(state)/>
                    </div>
                    {told(lang, page, check, state)}
                    {buttons}
                </section>
            }
        })
        .collect_view();
    view! { <div class="case-checks">{parts}</div> }.into_any()
}

/// What was decided, by whom and why.
fn told(lang: Lang, page: &CasePage, check: CheckKind, state: &CheckState) -> AnyView {
    let name = |id: &UserId| {
        let known = page.deciders.iter().find(|it| it.id == *id);
        known.map(|it| it.name.clone()).unwrap_or_default()
    };
    let decided = |by: &UserId, at| words::decided_by(lang, name(by), date_time(lang, at));
    match state {
        CheckState::Pending { .. } => ().into_any(),
        CheckState::Passed { by: None, .. } => {
            view! { <p class="muted">{words::known_partner(lang)}</p> }.into_any()
        }
        CheckState::Passed { at, by: Some(by) } => {
            view! { <p class="muted">{decided(by, *at)}</p> }.into_any()
        }
        CheckState::Failed {
            at,
            by,
            reason,
            note,
            ..
        } => {
            let note = note.as_ref().map(ToString::to_string);
            view! {
                <p>{enrollment::reason(lang, *reason)}</p>
                {note.map(|note| view! { <p class="quote">{note}</p> })}
                {wanted(lang, check, *reason)}
                <p class="muted">{decided(by, *at)}</p>
            }
            .into_any()
        }
        CheckState::Appealed {
            at,
            reason,
            statement,
        } => {
            let statement = statement.as_ref().map(ToString::to_string);
            view! {
                <p>{enrollment::reason(lang, *reason)}</p>
                <p class="muted">{words::objection(lang)} " " {date_time(lang, *at)}</p>
                {statement.map(|it| view! { <p class="quote">{it}</p> })}
            }
            .into_any()
        }
    }
}

/// The documents that the applicant is asked for.
fn wanted(lang: Lang, check: CheckKind, reason: ReasonCode) -> Option<AnyView> {
    let kinds = enrollment::documents(lang, reason.documents(check));
    (!kinds.is_empty())
        .then(|| view! { <p class="muted">{words::wanted(lang)} ": " {kinds}</p> }.into_any())
}

/// **Pass** and **Fail**, each of which leads to the mail that it sends.
fn decisions(
    lang: Lang,
    page: &CasePage,
    check: CheckKind,
    pass: Result<(), Refusal>,
    fail: Result<(), Refusal>,
) -> AnyView {
    let path = route::decision(page.enrollment.id);
    let code = check.code();
    let named = enrollment::check(lang, check);
    let pass = match pass {
        Ok(()) => {
            let href = route::with_query(&path, "check", code);
            let label = words::pass_check(lang, named);
            view! { <ButtonLink href=href>{label}</ButtonLink> }.into_any()
        }
        // A check that is passed needs no button that says so.
        Err(_) if page.enrollment.checks.get(check).is_passed() => ().into_any(),
        Err(refusal) => {
            let id = format!("why-pass-{code}");
            view! { <RefusedBy label=words::pass_check(lang, named) refusal=refusal id=id/> }
                .into_any()
        }
    };
    let fail = fail.is_ok().then(|| {
        let reasons = ReasonCode::ALL.into_iter().filter(|it| it.is_of(check));
        let reasons: Vec<Choice> = reasons
            .map(|it| Choice::new(it.code(), enrollment::reason(lang, it)))
            .collect();
        view! {
            <Disclosure summary=words::fail_check(lang, named)>
                <NavigationForm path=path form=format!("fail-{code}")>
                    <input type="hidden" name="check" value=code/>
                    <Select name="reason" label=words::why(lang) options=reasons/>
                    <div class="actions">
                        <button type="submit" class="button button-quiet">{words::go_on(lang)}</button>
                    </div>
                </NavigationForm>
            </Disclosure>
        }
    });
    view! { <div class="stack">{pass} {fail}</div> }.into_any()
}
