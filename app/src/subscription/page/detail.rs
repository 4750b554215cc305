//! A subscription: its facts, what is scheduled for it, what can be done to it, what was charged, and its history.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{
    access::Action,
    organization::Capability,
    permission::SubjectKind,
    subscription::{State, Window},
};

use super::{change::moved, charges::Charges, left::TimeLeft, partners::contact};
use crate::{
    catalog::words as catalog,
    context::{use_lang, use_now, use_session},
    data,
    i18n::{Lang, Moment, date, date_time, number},
    refusal::{RefusedBy, explain},
    route,
    shell::load::loaded,
    subscription::{
        api::subscription,
        model::{Doing, Relative, SubscriptionPage},
        told,
        words::{change as doing, detail as words, partners},
    },
    timeline::PagedTimeline,
    ui::{
        Amount, ButtonLink, Count, Fact, FactStrip, Notice, PageHeader, Section, StateBadge, Tone,
    },
};

/// The page.
#[component]
pub fn SubscriptionDetailPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let data = data::load(
        move || params.with(|params| params.get("id").unwrap_or_default()),
        subscription,
    );
    loaded(data, move |page| view(lang, page).into_any())
}

fn view(lang: Lang, page: SubscriptionPage) -> impl IntoView {
    let it = page.subscription.clone();
    let (trail, title) = (trail(lang, &page), page.product.clone());
    let lead = words::lead(lang, &page.customer.name);
    let price = match it.term_price() {
        Some(price) => view! { <Amount money=price/> }.into_any(),
        None => words::no_price(lang).into_any(),
    };
    let of_record = page.partner_of_record.as_ref().map_or_else(
        || super::words::none_yet(lang).to_owned(),
        |party| party.name.to_string(),
    );
    let ordered_by = page.ordered_by.name.to_string();
    let kind = words::kind_is(lang, page.kind);
    let order = page.order.map(|order| {
        view! { " " <a href=route::order(order)>{super::words::the_order(lang)}</a> }
    });
    let moved = page.renews_in.map(|currency| moved(lang, currency));
    let (window, pending) = (window(lang, &page), pending(lang, &page));
    let (actions, relatives) = (actions(lang, &page), relatives(lang, &page));
    let (warning, support) = (warning(lang, &page), support(lang, &page));
    let ask = ask(lang, &page);
    let (charges, products, timeline) = (page.charges, page.products, page.timeline);
    let status = it.state.status();
    view! {
        <PageHeader trail=trail title=title lead=lead badge=move || view! { <StateBadge state=status/> }/>
        <FactStrip>
            <Fact label=words::licenses(lang)><Count n=u64::from(it.quantity.get())/></Fact>
            <Fact label=words::plan(lang)>{catalog::plan(lang, it.plan)}</Fact>
            <Fact label=words::price(lang)>{price}</Fact>
            <Fact label=words::term_ends(lang)><Moment at=it.ends day=true/></Fact>
            <Fact label=words::auto_renew(lang)>{words::auto_renew_is(lang, it.course.auto_renew)}</Fact>
        </FactStrip>
        {warning}
        {window}
        {moved}
        {pending}
        {actions}
        {ask}
        <Section title=words::facts(lang)>
            <FactStrip>
                <Fact label=words::term_began(lang)><Moment at=it.starts day=true/></Fact>
                <Fact label=words::billed_until(lang)><Moment at=it.billed_until() day=true/></Fact>
                <Fact label=words::kind(lang)>{kind}</Fact>
                <Fact label=super::words::ordered_by(lang)>{ordered_by} {order}</Fact>
                <Fact label=super::words::partner_of_record(lang)>{of_record}</Fact>
            </FactStrip>
        </Section>
        {support}
        {relatives}
        <Section title=words::charges(lang) id="charges">
            <Charges caption=words::charges(lang) lines=charges products=products none=words::no_charges(lang)/>
        </Section>
        <Section title=words::history(lang)><PagedTimeline history=timeline/></Section>
    }
}

/// The pages above it: the customer's, or the customer's own.
pub(super) fn trail(lang: Lang, page: &SubscriptionPage) -> Vec<(String, String)> {
    if page.is_own {
        return vec![(route::GRANTS.to_owned(), words::grants(lang).to_owned())];
    }
    vec![
        (
            route::CUSTOMERS.to_owned(),
            words::customers(lang).to_owned(),
        ),
        (
            route::customer(page.customer.id),
            page.customer.name.to_string(),
        ),
    ]
}

/// What can still be taken back, and how long: each part has its own end.
fn window(lang: Lang, page: &SubscriptionPage) -> Option<AnyView> {
    let it = &page.subscription;
    let all = it.quantity.get();
    let says = |window: Window| {
        let (Window { count, until }, end) = (window, date_time(lang, window.until));
        let says = match it.state {
            _ if count < all => words::window_some(lang, count, end),
            State::Suspended { .. } => words::window_cancel(lang, end),
            _ => words::window_all(lang, end),
        };
        view! {
            <p>{says} " " {words::time_left(lang)} " " <TimeLeft until=until/></p>
        }
    };
    let windows = it.windows(use_now());
    (!windows.is_empty()).then(|| {
        let says = windows.into_iter().map(says).collect_view();
        view! { <Notice title=words::window(lang)>{says}</Notice> }.into_any()
    })
}

/// What is scheduled, with the way to drop it: by its preview, which says what the renewal costs then.
fn pending(lang: Lang, page: &SubscriptionPage) -> Option<AnyView> {
    let it = &page.subscription;
    let pending = it.course.pending.as_ref()?;
    let change = pending.change;
    let name = page.name(change.sku);
    let count = u64::from(change.quantity.get());
    let name = Some(name.as_str()).filter(|name| !name.is_empty());
    let licenses = told::licenses_of(lang, count, name);
    let plan = catalog::plan(lang, change.plan);
    let says = format!("{licenses} · {plan}");
    let by = page.scheduled_by.as_ref();
    let by = by.map(|name| words::pending_by(lang, name));
    let ahead = pending.renewed.then(|| words::pending_ahead(lang));
    let waits = page.waits.then(|| words::pending_waits(lang));
    let losing = page.too_many.at_renewal;
    let losing = (losing > 0).then(|| doing::lose_later_who(lang, number(losing)));
    let (at, when) = (pending.at, words::pending_at(lang, date(lang, it.ends)));
    let href = route::subscription_change(it.id, Doing::Unschedule.code());
    let button = page.possible(Doing::Unschedule).map(|possible| {
        let label = words::undo(lang);
        match possible.refusal.clone() {
            Some(refusal) => view! { <RefusedBy label=label refusal=refusal/> }.into_any(),
            None => view! {
                <div class="actions"><ButtonLink href=href>{label}</ButtonLink></div>
            }
            .into_any(),
        }
    });
    Some(
        view! {
            <Notice tone=Tone::Warning title=words::pending(lang)>
                <p>{when} " " {says}</p>
                {ahead.map(|ahead| view! { <p>{ahead}</p> })}
                {waits.map(|waits| view! { <p>{waits}</p> })}
                {losing.map(|losing| view! { <p>{losing}</p> })}
                <p class="muted">{by} " · " <Moment at=at/></p>
                {button}
            </Notice>
        }
        .into_any(),
    )
}

fn actions(lang: Lang, page: &SubscriptionPage) -> Option<AnyView> {
    if page.is_own {
        let says = words::changed_by(lang, &page.ordered_by.name);
        return Some(view! { <p class="muted">{says}</p> }.into_any());
    }
    let id = page.subscription.id;
    let shown = page.actions.iter();
    let shown = shown.filter(|possible| possible.what != Doing::Unschedule);
    let buttons: Vec<AnyView> = shown
        .map(|possible| {
            let (what, label) = (possible.what, doing::doing(lang, possible.what));
            match possible.refusal.clone() {
                Some(refusal) => {
                    let key = format!("why-{}", what.code());
                    view! { <RefusedBy label=label refusal=refusal id=key/> }.into_any()
                }
                None => {
                    let href = route::subscription_change(id, what.code());
                    view! { <ButtonLink href=href>{label}</ButtonLink> }.into_any()
                }
            }
        })
        .collect();
    (!buttons.is_empty()).then(|| {
        view! {
            <Section title=words::actions(lang) id="actions">
                <div class="actions">{buttons}</div>
            </Section>
        }
        .into_any()
    })
}

/// What is wrong with who earns incentives, with the way to the fix.
pub(super) fn warning(lang: Lang, page: &SubscriptionPage) -> Option<AnyView> {
    let refusal = page.of_record_warning.as_ref()?;
    let why = explain(lang, refusal);
    let fix = format!(
        "{}#of-record",
        route::subscription_partners(page.subscription.id)
    );
    Some(
        view! {
            <Notice tone=Tone::Warning title=partners::warning(lang)>
                <p>{why}</p>
                <p><a href=fix>{partners::fix(lang)}</a></p>
            </Notice>
        }
        .into_any(),
    )
}

/// Whom the customer turns to, and how.
fn support(lang: Lang, page: &SubscriptionPage) -> impl IntoView + use<> {
    let contact = contact(lang, &page.support);
    let id = page.subscription.id;
    let change = (!page.is_own).then(|| {
        let href = route::subscription_partners(id);
        view! { <div class="actions"><ButtonLink href=href>{partners::change(lang)}</ButtonLink></div> }
    });
    let own = page.is_own.then(|| {
        view! { <p class="muted">{partners::support_own(lang)}</p> }
    });
    view! {
        <Section title=partners::support(lang) id="support">
            {own}
            {contact}
            {change}
        </Section>
    }
}

/// **Request an order**, for a reseller: whoever has ordered it does what it may not.
fn ask(lang: Lang, page: &SubscriptionPage) -> Option<AnyView> {
    let session = use_session()?;
    let own = session.organization.as_ref()?.id;
    let may_ask = session.may(Action::AskForOrder, SubjectKind::Customer)
        && session.holds(Capability::IndirectReseller);
    let is_another = !page.is_own && page.ordered_by.id != own;
    let href = route::ask_about_subscription(page.subscription.id);
    (may_ask && is_another).then(|| {
        view! {
            <div class="actions"><ButtonLink href=href>{words::ask_for_order(lang)}</ButtonLink></div>
        }
        .into_any()
    })
}

/// The add-ons, or the base of one.
fn relatives(lang: Lang, page: &SubscriptionPage) -> Option<AnyView> {
    let (title, all) = match &page.base {
        Some(base) => (words::base(lang), vec![base.clone()]),
        None => (words::add_ons(lang), page.add_ons.clone()),
    };
    (!all.is_empty()).then(|| {
        let items = all.into_iter().map(|it| relative(lang, it)).collect_view();
        view! { <Section title=title><ul class="links">{items}</ul></Section> }.into_any()
    })
}

fn relative(lang: Lang, it: Relative) -> impl IntoView {
    let licenses = told::licenses(lang, u64::from(it.quantity));
    view! {
        <li>
            <a href=route::subscription(it.id)>{it.product}</a>
            " · " {licenses} " " <StateBadge state=it.status/>
        </li>
    }
}
