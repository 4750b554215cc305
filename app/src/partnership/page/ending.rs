//! Ending a partnership: what ends, what stays, and the notice to the other side.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{
    Timestamp,
    partnership::{Bought, Ending, EndingFacts, Follows, PartnershipFacts, ending},
};

use super::end::{again, when};
use crate::partnership::list::Seen;
use crate::{
    context::{use_lang, use_now},
    data,
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment, number},
    partnership::{
        api::{EndPartnership, partnership_ending},
        model, words,
    },
    refusal::RefusedBy,
    route,
    shell::load::loaded,
    ui::{ButtonLink, PageHeader, Section, TextArea},
};

/// The page at `/partnerships/{id}/end`, for either side.
#[component]
pub fn EndingPage() -> impl IntoView {
    let (lang, now) = (use_lang(), use_now());
    let params = use_params_map();
    let action = Posting::<EndPartnership>::new();
    let data = data::load(
        move || params.with(|params| params.get("id").unwrap_or_default()),
        partnership_ending,
    );
    loaded(data, move |page| view(lang, now, &page, action).into_any())
}

fn view(
    lang: Lang,
    now: Timestamp,
    shown: &model::EndingPage,
    action: Posting<EndPartnership>,
) -> impl IntoView + use<> {
    let page = &shown.page;
    let (seen, above, list) = if page.partnership.provider == page.organization.id {
        let list = route::INDIRECT_RESELLERS;
        (Seen::ByProvider, words::resellers(lang), list)
    } else {
        let list = route::INDIRECT_PROVIDERS;
        (Seen::ByReseller, words::providers(lang), list)
    };
    let facts = EndingFacts {
        asked: PartnershipFacts {
            partnership: &page.partnership,
            organization: &page.organization,
        },
        invitations: shown.invitations,
        requests: shown.requests,
        of_record: shown.of_record,
        customers: page.shared_customers,
        bought: Bought {
            subscriptions: shown.subscriptions,
            licenses: shown.licenses,
            supported: shown.supported,
            scheduled: shown.scheduled,
        },
    };
    let told = match ending(facts, &page.actor, now) {
        Ok(ending) => told(lang, (seen, now), shown, &ending, action).into_any(),
        Err(refusal) => view! {
            <div class="actions">
                <RefusedBy label=words::end(lang) refusal=refusal look="danger"/>
            </div>
        }
        .into_any(),
    };
    let trail = vec![
        (list.to_owned(), above.to_owned()),
        (
            route::partnership(page.partnership.id),
            page.other.name.to_string(),
        ),
    ];
    view! {
        <PageHeader trail=trail title=words::end_title(lang, &page.other.name)/>
        {told}
    }
}

fn told(
    lang: Lang,
    (seen, now): (Seen, Timestamp),
    shown: &model::EndingPage,
    ending: &Ending,
    action: Posting<EndPartnership>,
) -> impl IntoView + use<> {
    let at = ending.at;
    let id = shown.page.partnership.id;
    let customers = route::with_query(route::CUSTOMERS, "filter", &shown.page.other.id.to_string());
    let items = |all: &[Follows]| {
        let items = all.iter().map(|it| item(lang, seen, *it, &customers));
        items.collect_view()
    };
    let (ends, stays) = (items(&ending.ends), items(&ending.stays));
    let draft = shown.draft.clone();
    let has_customers = shown.page.shared_customers > 0;
    let customers_told = has_customers.then(|| view! { <p>{words::customers_told(lang)}</p> });
    view! {
        <Section title=words::what_ends(lang)>
            <p>{words::ends(lang)} " " <Moment at=at/> " · " {when(lang, seen, now)}</p>
            <ul>{ends}</ul>
        </Section>
        <Section title=words::what_stays(lang)>
            <ul>
                {stays}
                <li>{words::stays_grants(lang)}</li>
                <li>{words::stays_subscriptions(lang)}</li>
            </ul>
            {customers_told}
            <p>{again(lang, seen)}</p>
        </Section>
        <Section title=words::notice(lang) lead=words::notice_lead(lang)>
            <Form action=action form="end">
                <input type="hidden" name="partnership" value=id.to_string()/>
                <TextArea
                    name="reason"
                    label=words::end_reason_label(lang)
                    value=draft
                    rows=5
                    maxlength=500u32
                    optional=true
                />
                <div class="actions">
                    <Submit look="danger">{words::end(lang)}</Submit>
                    <ButtonLink href=route::partnership(id)>{words::keep(lang)}</ButtonLink>
                </div>
            </Form>
        </Section>
    }
}

/// What follows, with the way to where it is dealt with.
fn item(lang: Lang, seen: Seen, follows: Follows, customers: &str) -> impl IntoView + use<> {
    let (text, way) = match follows {
        Follows::NewBusiness => (words::ends_orders(lang).to_owned(), None),
        Follows::TenantAdmin => {
            let access = match seen {
                Seen::ByProvider => words::ends_your_tenant_admin(lang),
                Seen::ByReseller => words::ends_tenant_admin_of_yours(lang),
            };
            (access.to_owned(), None)
        }
        Follows::Invitations { count } => (
            words::ends_invitations(lang, number(count)),
            Some((
                route::CUSTOMER_REQUESTS.to_owned(),
                words::view_requests(lang),
            )),
        ),
        Follows::Customers { count } => (
            words::stays_customers(lang, number(count)),
            Some((customers.to_owned(), words::view_customers(lang))),
        ),
        Follows::OrderRequests { count } => (
            words::ends_order_requests(lang, number(count)),
            Some((
                route::ORDER_REQUESTS.to_owned(),
                words::view_order_requests(lang),
            )),
        ),
        Follows::Subscriptions { count, licenses } => (
            words::stays_running(lang, number(count), number(licenses)),
            Some((customers.to_owned(), words::view_customers(lang))),
        ),
        Follows::OfRecord { count } => (
            words::stays_of_record(lang, number(count)),
            Some((customers.to_owned(), words::view_customers(lang))),
        ),
        Follows::SupportContact { count } => (
            words::stays_contact(lang, number(count)),
            Some((customers.to_owned(), words::view_customers(lang))),
        ),
        Follows::Scheduled { count } => (
            words::stays_scheduled(lang, number(count)),
            Some((route::RENEWALS.to_owned(), words::view_renewals(lang))),
        ),
    };
    let way = way.map(|(href, label)| view! { " " <a href=href>{label}</a> });
    view! { <li>{text}{way}</li> }
}
