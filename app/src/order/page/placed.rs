//! The page of an order: who ordered what for whom, at which price, and what has become of each line.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{access::Basis, ids::SubscriptionId, relationship::Grant};

use crate::{
    account::words as account,
    catalog::{model::LineKey, words as catalog},
    context::use_lang,
    data,
    i18n::{Lang, Moment, number},
    order::{
        api::placed::order,
        model::{Bought, OrderPage as Page, OrderedLine},
        words::history as words,
    },
    refusal::RefusedBy,
    route,
    shell::load::loaded,
    timeline::PagedTimeline,
    ui::{Amount, ButtonLink, CopyField, Fact, FactStrip, PageHeader, Section, StateBadge, Table},
};

/// The page at `/orders/{id}`.
#[component]
pub fn OrderPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let data = data::load(
        move || params.with(|params| params.get("id").unwrap_or_default()),
        order,
    );
    loaded(data, move |page| view(lang, page).into_any())
}

pub(in crate::order) fn view(lang: Lang, page: Page) -> impl IntoView {
    let (trail, again) = (trail(lang, &page), again(lang, &page));
    let title = words::ordered_for(lang, &page.customer.name);
    let (standing, at) = (page.standing, page.at);
    let who = words::user_of(lang, &page.by, &page.partner.name);
    let right = right(lang, &page);
    let reseller = page.reseller.as_ref().map_or_else(
        || words::no_reseller(lang).to_owned(),
        |party| party.name.to_string(),
    );
    let sums: Vec<AnyView> = page
        .sums
        .iter()
        .map(|sum| {
            let sum = *sum;
            view! { <Amount money=sum/> " " }.into_any()
        })
        .collect();
    let no_price = sums.is_empty().then(|| words::no_price(lang));
    let names: BTreeMap<SubscriptionId, String> = page
        .lines
        .iter()
        .map(|it| (it.line.subscription, it.product.clone()))
        .collect();
    let rows = page
        .lines
        .into_iter()
        .map(|it| {
            // Of an add-on that was ordered together with its base.
            let base = it.line.base.and_then(|base| names.get(&base));
            let add_on = base.map(|base| catalog::add_on_to(lang, base));
            row(lang, it, add_on)
        })
        .collect_view();
    let (id, timeline) = (page.id.to_string(), page.timeline);
    view! {
        <PageHeader trail=trail title=title badge=move || view! { <StateBadge state=standing/> }>
            {again}
        </PageHeader>
        <FactStrip>
            <Fact label=words::placed(lang)><Moment at=at/></Fact>
            <Fact label=words::who(lang)>{who}</Fact>
            <Fact label=words::right(lang)>{right}</Fact>
            <Fact label=words::reseller(lang)>{reseller}</Fact>
            <Fact label=words::sum(lang)>{sums} {no_price}</Fact>
        </FactStrip>
        <Section title=words::lines(lang)>
            <p class="muted">{words::whole(lang)}</p>
            <Table caption=words::lines(lang) dense=true without="fit-2 fit-6".to_owned()>
                <thead>
                    <tr>
                        <th scope="col">{words::product(lang)}</th>
                        <th scope="col" class="numeric">{words::licenses(lang)}</th>
                        <th scope="col">{words::plan(lang)}</th>
                        <th scope="col" class="numeric">{words::price(lang)}</th>
                        <th scope="col" class="numeric">{words::amount(lang)}</th>
                        <th scope="col">{words::state_now(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
            <CopyField id="order-id" label=words::order_id(lang) value=id/>
        </Section>
        <Section title=words::history(lang)><PagedTimeline history=timeline/></Section>
    }
}

/// The role of who ordered, and whose grant it rested on.
fn right(lang: Lang, page: &Page) -> String {
    match page.basis {
        Some(Basis::Grant {
            role,
            grant: Grant::OrderOnBehalf,
            ..
        }) => words::by_grant(lang, account::role(lang, role), &page.customer.name),
        Some(
            Basis::Grant { role, .. }
            | Basis::Relationship { role, .. }
            | Basis::Partnership { role, .. }
            | Basis::Role { role },
        ) => account::role(lang, role).to_owned(),
        None => words::not_recorded(lang).to_owned(),
    }
}

/// The pages above it: the customer's and its orders, or all orders.
fn trail(lang: Lang, page: &Page) -> Vec<(String, String)> {
    let orders = words::title(lang).to_owned();
    if page.is_own {
        return vec![(route::ORDERS.to_owned(), orders)];
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
        (route::orders_for(page.customer.id), orders),
    ]
}

/// The same lines once more, to be looked through and placed; or why the reader cannot.
fn again(lang: Lang, page: &Page) -> Option<AnyView> {
    let label = words::again(lang);
    match page.again.clone()? {
        Ok(()) => {
            let lines: BTreeMap<String, String> = page
                .lines
                .iter()
                .map(|it| (key(it).to_string(), it.line.quantity.to_string()))
                .collect();
            // Of add-ons, what they were for; one that was for a line of this order is for that line again.
            let is_here = |base| page.lines.iter().any(|it| it.line.subscription == base);
            let bases: BTreeMap<String, String> = page
                .lines
                .iter()
                .filter_map(|it| {
                    let base = it.line.base.filter(|base| !is_here(*base))?;
                    Some((key(it).to_string(), base.to_string()))
                })
                .collect();
            let href = route::new_subscription(page.customer.id);
            let href = route::with_query(&href, "lines", &route::lines(&lines));
            let href = if bases.is_empty() {
                href
            } else {
                route::with_query(&href, "bases", &route::lines(&bases))
            };
            let href = match &page.reseller {
                Some(reseller) => route::with_query(&href, "reseller", &reseller.id.to_string()),
                None => href,
            };
            Some(view! { <ButtonLink href=href look="primary">{label}</ButtonLink> }.into_any())
        }
        Err(refusal) => Some(view! { <RefusedBy label=label refusal=refusal/> }.into_any()),
    }
}

/// Its line in the form.
const fn key(it: &OrderedLine) -> LineKey {
    LineKey {
        sku: it.line.sku,
        plan: it.line.plan,
    }
}

fn row(lang: Lang, it: OrderedLine, add_on: Option<String>) -> impl IntoView {
    let OrderedLine {
        line,
        product,
        bought,
    } = it;
    let licenses = number(i64::from(line.quantity));
    let add_on = add_on.map(|add_on| view! { <div class="muted">{add_on}</div> });
    let Some(bought) = bought else {
        let plan = catalog::plan(lang, line.plan);
        return view! {
            <tr>
                <th scope="row">{product} {add_on}</th>
                <td class="numeric cell-second" data-label=words::licenses(lang)>{licenses}</td>
                <td data-label=words::plan(lang)>{plan}</td>
                <td class="numeric" data-label=words::price(lang)></td>
                <td class="numeric cell-last" data-label=words::amount(lang)></td>
                <td class="cell-value" data-label=words::state_now(lang)>{words::not_there(lang)}</td>
            </tr>
        }
        .into_any();
    };
    let Bought {
        plan,
        price,
        amount,
        status,
        now,
        ..
    } = bought;
    let price = match price {
        Some(price) => view! { <Amount money=price/> }.into_any(),
        None => words::no_price(lang).into_any(),
    };
    let amount = amount.map(|amount| view! { <Amount money=amount/> });
    let now =
        now.map(|product| view! { " " <span class="muted">{words::now(lang, &product)}</span> });
    let plan = catalog::plan(lang, plan);
    view! {
        <tr>
            <th scope="row"><a href=route::subscription(line.subscription)>{product}</a> {add_on}</th>
            <td class="numeric cell-second" data-label=words::licenses(lang)>{licenses}</td>
            <td data-label=words::plan(lang)>{plan}</td>
            <td class="numeric" data-label=words::price(lang)>{price}</td>
            <td class="numeric cell-last" data-label=words::amount(lang)>{amount}</td>
            <td class="cell-value" data-label=words::state_now(lang)><StateBadge state=status/> {now}</td>
        </tr>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
#[expect(clippy::unwrap_used, reason = "a test that has no such sample fails")]
mod tests {
    use tierline_core::{
        Timestamp,
        ids::{OrderId, OrganizationId, RelationshipId, SkuId},
        order::{Line, Refusal, Standing},
        organization::Party,
        role::Role,
        term::{Plan, Term},
    };
    use uuid::Uuid;

    use super::*;
    use crate::{
        timeline::{History, Scope},
        ui::tests::render,
    };

    fn party(number: u128, name: &str) -> Party {
        Party {
            id: OrganizationId::from_uuid(Uuid::from_u128(number)),
            name: name.parse().unwrap(),
        }
    }

    fn shown(again: Option<Result<(), tierline_core::Refusal>>) -> String {
        shown_for(again, None, None)
    }

    /// With a second line for the subscription of this number, of which 60 is that of the first one.
    fn shown_for(
        again: Option<Result<(), tierline_core::Refusal>>,
        base: Option<u128>,
        basis: Option<Basis>,
    ) -> String {
        let subscription = |number| SubscriptionId::from_uuid(Uuid::from_u128(number));
        let monthly = Line {
            plan: Plan {
                term: Term::Month,
                ..Plan::DEFAULT
            },
            base: base.map(subscription),
            ..Line::of(SkuId::from_uuid(Uuid::from_u128(50)), 7, subscription(61))
        };
        let yearly = Line::of(monthly.sku, 25, subscription(60));
        let line = |line| OrderedLine {
            line,
            product: "Business Basic".to_owned(),
            bought: None,
        };
        let page = Page {
            id: OrderId::from_uuid(Uuid::from_u128(70)),
            at: Timestamp::UNIX_EPOCH,
            customer: party(4, "Woodgrove"),
            is_own: again.is_none(),
            partner: party(1, "Contoso"),
            by: "Kim Berg".to_owned(),
            basis,
            reseller: Some(party(2, "Fabrikam")),
            standing: Standing::Running,
            lines: vec![line(yearly), line(monthly)],
            sums: Vec::new(),
            again,
            timeline: History {
                scope: Scope::Objects(Vec::new()),
                entries: Vec::new(),
                earlier: None,
            },
        };
        render(move || view(Lang::En, page))
    }

    #[test]
    fn the_same_is_ordered_again_line_by_line() {
        let html = shown(Some(Ok(())));
        assert!(html.contains("Kim Berg, Contoso"), "{html}");
        assert!(html.contains("%3A25") && html.contains("%3A7"), "{html}");
        assert!(html.contains("reseller="), "{html}");
    }

    #[test]
    fn an_add_on_goes_with_the_new_base_and_not_with_the_one_ordered_then() {
        let html = shown_for(Some(Ok(())), Some(60), None);
        assert!(!html.contains("bases="), "{html}");
        assert!(html.contains("Add-on to Business Basic"), "{html}");
        let html = shown_for(Some(Ok(())), Some(99), None);
        assert!(html.contains("bases="), "{html}");
    }

    #[test]
    fn it_says_on_whose_grant_it_rests() {
        let basis = Basis::Grant {
            role: Role::SalesAgent,
            relationship: RelationshipId::from_uuid(Uuid::from_u128(9)),
            grant: Grant::OrderOnBehalf,
        };
        let html = shown_for(None, None, Some(basis));
        assert!(html.contains("Sales agent: Woodgrove lets"), "{html}");
        // Earlier orders do not say it, and nothing is made up.
        let html = shown(None);
        assert!(html.contains("Not recorded"), "{html}");
        assert!(!html.contains("Woodgrove lets"), "{html}");
    }

    #[test]
    fn whoever_cannot_order_is_told_why_and_a_customer_is_not_asked() {
        let refusal = Refusal::ProviderOrders {
            provider: party(1, "Contoso"),
            customer: party(4, "Woodgrove"),
        };
        let html = shown(Some(Err(refusal.into())));
        assert!(!html.contains("lines="), "{html}");
        assert!(
            html.contains("Contoso places orders for Woodgrove"),
            "{html}"
        );
        let html = shown(None);
        assert!(!html.contains("Order again"), "{html}");
    }
}
