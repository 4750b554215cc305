//! Ending a relationship, or one right in it: what follows, what stays, and the notice to the partner.

#[cfg(all(test, feature = "ssr"))]
mod tests;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{
    Timestamp,
    customer::{Affected, Effect, Ending, EndingFacts, ending},
    ids::SubscriptionId,
    relationship::{Command, Grant, RelationshipFacts},
    subscription::Subscription,
};

use crate::{
    context::{use_lang, use_now},
    data,
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment, number},
    refusal::RefusedBy,
    relationship::{
        api::{self, EndGrant, EndRelationship},
        model,
        words::{ending as words, for_customer, page as grants, term},
    },
    route,
    shell::load::{loaded, use_parameter},
    subscription::model::SubscriptionRow,
    ui::{ButtonLink, PageHeader, Section, StateBadge, Table, TextArea},
};

/// The forms of the page: one of them is shown.
#[derive(Clone, Copy)]
struct Actions {
    grant: Posting<EndGrant>,
    all: Posting<EndRelationship>,
}

/// The page at `/grants/{id}/end`; with `?grant=` for one right.
#[component]
pub fn EndingPage() -> impl IntoView {
    let (lang, now) = (use_lang(), use_now());
    let params = use_params_map();
    let grant = use_parameter("grant");
    let actions = Actions {
        grant: Posting::new(),
        all: Posting::new(),
    };
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            (id, grant.get())
        },
        |(id, grant)| api::ending(id, grant),
    );
    loaded(data, move |page| view(lang, now, &page, actions).into_any())
}

fn view(
    lang: Lang,
    now: Timestamp,
    page: &model::EndingPage,
    actions: Actions,
) -> impl IntoView + use<> {
    let name = page.partner.name.to_string();
    let (title, label, command) = match page.grant {
        None => (
            words::title_all(lang, &name),
            grants::end_all(lang),
            Command::End,
        ),
        Some(grant) => (
            words::title_grant(lang, &name),
            grants::end_grant(lang),
            Command::EndGrant(grant),
        ),
    };
    let rows = page.subscriptions.rows.iter();
    let subscriptions: Vec<Subscription> = rows.map(|row| row.subscription.clone()).collect();
    let facts = EndingFacts {
        asked: RelationshipFacts {
            relationship: &page.relationship,
            customer: &page.organization,
            partner: &page.partner,
        },
        relationships: &page.relationships,
        subscriptions: &subscriptions,
        requests: page.requests,
    };
    let told = match ending(facts, command, &page.actor, now) {
        Ok(ending) => told(lang, page, &ending, actions).into_any(),
        Err(refusal) => view! {
            <div class="actions"><RefusedBy label=label refusal=refusal look="danger"/></div>
        }
        .into_any(),
    };
    let trail = vec![(route::GRANTS.to_owned(), grants::title(lang).to_owned())];
    view! {
        <PageHeader trail=trail title=title/>
        {told}
    }
}

fn told(
    lang: Lang,
    page: &model::EndingPage,
    ending: &Ending,
    actions: Actions,
) -> impl IntoView + use<> {
    let at = ending.at;
    let rights = ending.lost.iter().map(|grant| {
        view! {
            <li>{for_customer(lang, grant)} " " <span class="muted">{term(lang, grant)}</span></li>
        }
    });
    let rights = rights.collect_view();
    let unseen = page.grant.is_none().then(|| {
        view! { <li>{words::sees_nothing(lang, &page.partner.name)}</li> }
    });
    let owns = page.grant.is_none() && page.relationship.owns_tenant();
    let owned = owns.then(|| {
        view! { <li>{words::owns_nothing(lang, &page.partner.name)}</li> }
    });
    let alone = ending.nobody_else.iter().map(|grant| alone(lang, grant));
    let alone = alone.collect_view();
    let has_alone = !ending.nobody_else.is_empty();
    let others = page.grant.is_some().then(|| {
        view! { <li>{words::stays_grants(lang)}</li> }
    });
    let affected = affected(lang, page, &ending.subscriptions);
    let form = form(lang, page, actions);
    let dates = route::end_dates(page.relationship.id);
    let lapsing = lapsing(lang, ending.lapsing);
    let has_alone = has_alone || lapsing.is_some();
    view! {
        <Section title=words::what_ends(lang) lead=words::lead(lang)>
            <p>
                {words::at_once(lang)} " · " <Moment at=at/> " · "
                <a href=dates>{words::on_a_date(lang)}</a>
            </p>
            <ul>{rights}{owned}{unseen}</ul>
        </Section>
        <Section title=words::what_follows(lang)>
            {has_alone.then(|| view! { <ul>{alone}{lapsing}</ul> })}
            {affected}
        </Section>
        <Section title=words::what_stays(lang)>
            <ul>
                <li>{words::stays_subscriptions(lang)}</li>
                <li>{words::stays_partners(lang)}</li>
                {others}
            </ul>
            <p>{words::again(lang)}</p>
        </Section>
        <Section title=words::notice(lang) lead=words::notice_lead(lang)>
            {form}
        </Section>
    }
}

/// A right that no other partner has, with the way to what helps.
fn alone(lang: Lang, grant: Grant) -> impl IntoView + use<> {
    let (why, way) = match grant {
        Grant::OrderOnBehalf => (
            words::no_orders(lang),
            Some((route::FIND_A_PROVIDER, words::find_provider(lang))),
        ),
        Grant::Administer => (
            words::no_administration(lang),
            Some((route::LICENSES, words::licenses(lang))),
        ),
        Grant::Support => (words::no_contact(lang), None),
    };
    let way = way.map(|(href, label)| view! { " " <a href=href>{label}</a> });
    view! { <li>{why}{way}</li> }
}

/// Requests for orders that nobody can approve any more, with the way to them.
fn lapsing(lang: Lang, count: u64) -> Option<AnyView> {
    (count > 0).then(|| {
        let says = words::requests_lapse(lang, number(count));
        view! { <li>{says} " " <a href=route::ORDER_REQUESTS>{words::view_requests(lang)}</a></li> }
            .into_any()
    })
}

/// The subscriptions concerned, each with what follows for it.
fn affected(lang: Lang, page: &model::EndingPage, affected: &[Affected]) -> impl IntoView + use<> {
    let bought = &page.subscriptions;
    let rows = affected.iter().filter_map(|affected| {
        let row = bought
            .rows
            .iter()
            .find(|row| row.subscription.id == affected.id)?;
        Some(affected_row(lang, row, affected))
    });
    let rows = rows.collect_view();
    let table = if affected.is_empty() {
        view! { <p>{words::no_subscriptions(lang)}</p> }.into_any()
    } else {
        view! {
            <Table caption=words::what_follows(lang) dense=true>
                <thead>
                    <tr>
                        <th scope="col">{words::subscription(lang)}</th>
                        <th scope="col">{grants::state(lang)}</th>
                        <th scope="col">{words::term_ends(lang)}</th>
                        <th scope="col">{words::what_follows(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        }
        .into_any()
    };
    // All were looked at. What is not here is not hidden: the reader is told, and led there.
    let shown = u64::try_from(bought.rows.len()).unwrap_or(u64::MAX);
    let more = (bought.total > shown).then(|| {
        let all = format!("{}#subscriptions", route::GRANTS);
        view! {
            <p>
                {words::first_of(lang, number(shown), number(bought.total))} " "
                <a href=all>{words::all_subscriptions(lang)}</a>
            </p>
        }
    });
    view! { {table} {more} }
}

fn affected_row(lang: Lang, row: &SubscriptionRow, affected: &Affected) -> impl IntoView + use<> {
    let (ends, state) = (affected.ends, row.subscription.state.status());
    let effects = affected.effects.iter().map(|effect| {
        let (href, label) = way(lang, affected.id, *effect);
        view! { <div>{words::effect(lang, *effect)} " " <a href=href>{label}</a></div> }
    });
    let effects = effects.collect_view();
    view! {
        <tr>
            <th scope="row"><a href=route::subscription(affected.id)>{row.product.clone()}</a></th>
            <td data-label=grants::state(lang)><StateBadge state=state/></td>
            <td data-label=words::term_ends(lang)><Moment at=ends day=true short=true/></td>
            <td data-label=words::what_follows(lang)>{effects}</td>
        </tr>
    }
}

/// Where the customer sees what an effect is about, or does something about it.
fn way(lang: Lang, id: SubscriptionId, effect: Effect) -> (String, &'static str) {
    let page = route::subscription(id);
    match effect {
        Effect::NoChanges => (route::license_holders(id), words::see_licenses(lang)),
        Effect::StaysOfRecord | Effect::NoSupport | Effect::SupportReturns => {
            (format!("{page}#support"), words::see_contacts(lang))
        }
        Effect::ScheduledStays => (page, words::see_scheduled(lang)),
        Effect::NoRenewals | Effect::Renews | Effect::Expires => (page, words::see_term(lang)),
    }
}

/// The text for the partner, and the button that ends it.
fn form(lang: Lang, page: &model::EndingPage, actions: Actions) -> AnyView {
    let id = page.relationship.id.to_string();
    let draft = page.draft.clone();
    let text = move || {
        view! {
            <TextArea
                name="text"
                label=words::notice_text(lang)
                value=draft
                rows=5
                maxlength=500u32
                optional=true
            />
        }
    };
    let (label, keep) = match page.grant {
        None => (grants::end_all(lang), grants::keep_relationship(lang)),
        Some(_) => (grants::end_grant(lang), grants::keep_grant(lang)),
    };
    let buttons = move || {
        view! {
            <div class="actions">
                <Submit look="danger">{label}</Submit>
                <ButtonLink href=route::GRANTS>{keep}</ButtonLink>
            </div>
        }
    };
    match page.grant {
        None => view! {
            <Form action=actions.all form="end">
                <input type="hidden" name="relationship" value=id/>
                {text()}
                {buttons()}
            </Form>
        }
        .into_any(),
        Some(grant) => view! {
            <Form action=actions.grant form="end">
                <input type="hidden" name="relationship" value=id/>
                <input type="hidden" name="grant" value=grant.code()/>
                {text()}
                {buttons()}
            </Form>
        }
        .into_any(),
    }
}
