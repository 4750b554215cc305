//! **Review order**: every line with its term, plan and price, what a month costs, what is charged now and next with
//! the days counted, and **Submit**. Only that orders anything. A line that cannot be ordered says why, and stands in
//! nobody's way: **Remove this line**, or **Order the other lines**.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{money::Money, order::Cost, subscription::Charge};

use crate::{
    catalog::{
        model::{LineKey, shown_text},
        paid, words as catalog,
    },
    context::use_lang,
    customer::words as customer,
    data,
    form::{ErrorNotice, Form, Posting, Submit},
    i18n::{Lang, number},
    order::{
        api::{PlaceOrder, order_review},
        model::{OrderReview, ReviewLine},
        words,
    },
    route,
    shell::load::{loaded, use_parameter},
    subscription::{model::NamedProduct, page::previewed},
    ui::{Amount, ButtonLink, Fact, FactStrip, Notice, PageHeader, Section, Table, Tone},
};

/// The page.
#[component]
pub fn ReviewOrderPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let submit = Posting::<PlaceOrder>::new();
    let (lines, bases) = (use_parameter("lines"), use_parameter("bases"));
    let reseller = use_parameter("reseller");
    let data = data::load(
        move || {
            let customer = params.with(|params| params.get("id").unwrap_or_default());
            // After a refusal it is shown as it is now.
            (
                customer,
                lines.get(),
                bases.get(),
                reseller.get(),
                submit.version().get(),
            )
        },
        |(customer, lines, bases, reseller, _)| order_review(customer, lines, bases, reseller),
    );
    loaded(data, move |review| {
        let back = Back {
            lines: lines.get_untracked(),
            bases: bases.get_untracked(),
            reseller: reseller.get_untracked(),
        };
        view(lang, review, &back, submit)
    })
}

/// The address of the page before, besides the customer.
struct Back {
    lines: String,
    bases: String,
    reseller: String,
}

impl Back {
    fn href(&self, customer: &str) -> String {
        self.onto(&route::new_subscription(customer), &self.lines)
    }

    /// The review without a line; without the only one, the page before.
    fn without(&self, customer: &str, key: LineKey) -> String {
        let mut lines: BTreeMap<String, String> =
            route::read_lines(&self.lines).into_iter().collect();
        lines.retain(|text, _| LineKey::parse(text) != Some(key));
        let page = if lines.is_empty() {
            route::new_subscription(customer)
        } else {
            route::review_order(customer)
        };
        self.onto(&page, &route::lines(&lines))
    }

    fn onto(&self, page: &str, lines: &str) -> String {
        let page = route::with_query(page, "lines", lines);
        let page = route::with_query(&page, "bases", &self.bases);
        route::with_query(&page, "reseller", &self.reseller)
    }
}

fn view(lang: Lang, review: OrderReview, back: &Back, submit: Posting<PlaceOrder>) -> AnyView {
    let is_in_part = review.is_in_part();
    let OrderReview {
        customer: of,
        partner_of_record,
        lines,
        costs,
        now,
        later,
        problem,
    } = review;
    let id = of.id.to_string();
    let change = back.href(&id);
    let trail = vec![
        (
            route::CUSTOMERS.to_owned(),
            customer::title(lang).to_owned(),
        ),
        (route::customer(&id), of.name.to_string()),
        (change.clone(), catalog::title(lang).to_owned()),
    ];
    let can_be_placed = problem.is_none();
    let problem = problem.map(|problem| {
        view! { <Notice tone=Tone::Danger title=words::cannot_be_placed(lang)><ErrorNotice error=problem/></Notice> }
    });
    let in_part = is_in_part.then(|| {
        view! { <Notice tone=Tone::Warning title=words::in_part(lang)><p>{words::in_part_why(lang)}</p></Notice> }
    });
    let record = partner_of_record.map(|reseller| {
        let name = reseller.name.to_string();
        view! { <Fact label=words::partner_of_record(lang)>{name}</Fact> }.into_any()
    });
    let charged = can_be_placed.then(|| reviewed_charges(lang, &lines, now, later));
    let facts = reviewed_costs(lang, record, costs);
    let shown = shown_text(lines.iter().map(|line| (line.key(), line.price)));
    let hidden = reviewed_fields(&lines, is_in_part);
    let lines = reviewed_lines(lang, lines, |key| back.without(&id, key));
    let submit_words = if is_in_part {
        words::order_others(lang)
    } else {
        words::submit(lang)
    };
    let reseller = back.reseller.clone();
    view! {
        <PageHeader trail=trail caption=catalog::lead(lang, &of.name) title=words::review(lang) lead=words::review_lead(lang)/>
        {problem}
        {in_part}
        {lines}
        {facts}
        {charged}
        <Form action=submit form="review">
            <input type="hidden" name="customer" value=id/>
            <input type="hidden" name="partner_of_record" value=reseller/>
            <input type="hidden" name="shown" value=shown/>
            {hidden}
            <div class="actions">
                {can_be_placed.then(|| view! { <Submit name="go" value="submit">{submit_words}</Submit> })}
                <ButtonLink href=change>{words::change(lang)}</ButtonLink>
            </div>
        </Form>
    }
    .into_any()
}

/// The lines with their prices. `without` is the address of the page without a line.
pub(crate) fn reviewed_lines(
    lang: Lang,
    lines: Vec<ReviewLine>,
    without: impl Fn(LineKey) -> String,
) -> AnyView {
    let rows = lines
        .into_iter()
        .map(|line| {
            let without = without(line.key());
            row(lang, line, without)
        })
        .collect_view();
    view! {
        <Section title=catalog::chosen(lang) id="lines">
            <Table caption=catalog::chosen(lang)>
                <thead>
                    <tr>
                        <th scope="col">{catalog::product(lang)}</th>
                        <th scope="col">{catalog::term_of(lang)}</th>
                        <th scope="col" class="numeric">{catalog::licenses(lang)}</th>
                        <th scope="col" class="numeric">{words::per_license(lang)}</th>
                        <th scope="col" class="numeric">{words::per_term(lang)}</th>
                        <th scope="col" class="numeric">{catalog::amount(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Section>
    }
    .into_any()
}

/// What they cost together, after another fact; nothing where they have no price.
pub(crate) fn reviewed_costs(
    lang: Lang,
    first: Option<AnyView>,
    costs: Vec<Cost>,
) -> Option<AnyView> {
    if costs.is_empty() {
        return None;
    }
    let costs = costs
        .into_iter()
        .map(|Cost { now, month }| {
            view! {
                <Fact label=words::charged_now(lang)><Amount money=now/></Fact>
                <Fact label=catalog::sum(lang)><Amount money=month/></Fact>
            }
        })
        .collect_view();
    Some(
        view! {
            <FactStrip>
                {first}
                {costs}
            </FactStrip>
            <p class="muted">{words::price_is_kept(lang)}</p>
        }
        .into_any(),
    )
}

/// What is charged for them now and next, line by line, as in the preview of a change.
pub(crate) fn reviewed_charges(
    lang: Lang,
    lines: &[ReviewLine],
    now: Vec<Charge>,
    later: Vec<Charge>,
) -> AnyView {
    let names = lines.iter().map(|line| NamedProduct {
        sku: line.sku,
        name: line.product.clone(),
    });
    previewed(lang, now, later, names.collect()).into_any()
}

/// The lines as the form posts them. Those that cannot be ordered are kept apart from the others, which can.
pub(crate) fn reviewed_fields(lines: &[ReviewLine], is_in_part: bool) -> impl IntoView + use<> {
    let is_kept = |line: &&ReviewLine| is_in_part && line.refusal.is_some();
    let kept: BTreeMap<String, String> = lines
        .iter()
        .filter(is_kept)
        .map(|line| (line.key().to_string(), line.quantity.to_string()))
        .collect();
    let kept = (!kept.is_empty()).then(|| {
        view! { <input type="hidden" name="kept" value=route::lines(&kept)/> }
    });
    let lines = lines
        .iter()
        .map(|line| {
            let key = line.key();
            let base = line.base.map(|base| {
                let (name, base) = (route::base_field(key), base.to_string());
                view! { <input type="hidden" name=name value=base/> }
            });
            let ordered = (!is_kept(&line)).then(|| {
                let (name, quantity) = (route::line_field(key), line.quantity.to_string());
                view! { <input type="hidden" name=name value=quantity/> }
            });
            view! {
                {ordered}
                {base}
            }
        })
        .collect_view();
    view! {
        {kept}
        {lines}
    }
}

fn row(lang: Lang, line: ReviewLine, without: String) -> impl IntoView + use<> {
    let total = line.total();
    let month = total.map(|total| total.share(1, line.plan.term.months()));
    let (price, is_wrong) = (line.price, line.refusal.is_some());
    let paid = paid(lang, line.partner.filter(|_| !is_wrong), line.plan);
    let wrong = line.refusal.map(|refusal| {
        let why = crate::refusal::explain(lang, &refusal);
        let named = if line.plan.is_default() {
            line.product.clone()
        } else {
            catalog::with_plan(lang, &line.product, catalog::plan(lang, line.plan))
        };
        let label = words::remove_line_of(lang, named);
        // A whole page: what a former attempt was told is not said of the lines that are left.
        view! {
            <p class="field-error">{why}</p>
            <a class="button button-quiet" rel="external" href=without aria-label=label>{words::remove_line(lang)}</a>
        }
    });
    let goes_with = line.goes_with.map(|base| {
        view! { <div class="muted">{catalog::add_on_to(lang, base)}</div> }
    });
    let amount = move |amount: Option<Money>| match amount {
        Some(money) => view! { <Amount money=money/> }.into_any(),
        // What is wrong is said beside the product.
        None if is_wrong => ().into_any(),
        None => view! { <span class="muted">{catalog::no_price(lang)}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                {line.product}
                {goes_with}
                {wrong}
            </th>
            <td data-label=catalog::term_of(lang)>{catalog::plan(lang, line.plan)}</td>
            <td class="numeric" data-label=catalog::licenses(lang)>{number(i64::from(line.quantity))}</td>
            <td class="numeric" data-label=words::per_license(lang)>{amount(price)} {paid}</td>
            <td class="numeric" data-label=words::per_term(lang)>{amount(total)}</td>
            <td class="numeric" data-label=catalog::amount(lang)>{amount(month)}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the server renders it, without a script.
    #[cfg(feature = "ssr")]
    #[test]
    fn what_is_charged_stands_there_line_by_line() {
        use tierline_core::{
            ids::{OrganizationId, SkuId, SubscriptionId},
            market::Currency,
            money::Quantity,
            organization::Party,
            subscription::Reason,
            term::{Period, Plan},
        };
        use uuid::Uuid;

        let number = Uuid::from_u128;
        let day = |text: &str| text.parse().unwrap();
        let sku = SkuId::from_uuid(number(50));
        let amount = Money::new(5_600, Currency::Eur);
        let period: Period = Plan::DEFAULT.period(
            day("2026-12-01T00:00:00Z"),
            day("2026-12-01T00:00:00Z"),
            day("2026-12-01T00:00:00Z"),
        );
        let charge = Charge {
            subscription: SubscriptionId::from_uuid(number(1)),
            reason: Reason::Purchase,
            sku,
            quantity: Quantity::new(10).unwrap(),
            price: amount,
            period,
            from: period.starts,
            days: 31,
            amount,
            at: period.starts,
        };
        let line = ReviewLine {
            sku,
            product: "Business Basic".to_owned(),
            quantity: 10,
            plan: Plan::DEFAULT,
            base: None,
            goes_with: None,
            price: Some(amount),
            partner: Some(Money::new(4_480, Currency::Eur)),
            refusal: None,
        };
        let review = OrderReview {
            customer: Party {
                id: OrganizationId::from_uuid(number(4)),
                name: "Woodgrove".parse().unwrap(),
            },
            partner_of_record: None,
            lines: vec![line],
            costs: Vec::new(),
            now: vec![charge],
            later: Vec::new(),
            problem: None,
        };
        let html = crate::ui::tests::render(move || {
            let back = Back {
                lines: String::new(),
                bases: String::new(),
                reseller: String::new(),
            };
            view(Lang::En, review, &back, Posting::<PlaceOrder>::new())
        });
        for expected in ["31 of 31", "Purchase", "You pay EUR 44.80 for 1 year"] {
            assert!(html.contains(expected), "`{expected}` is not in {html}");
        }
    }

    #[test]
    fn a_line_is_removed_from_the_address_alone() {
        let (first, second) = (
            "d2dea78b-507c-4e56-b400-39447f4738f8",
            "0190a6a5-94a0-7000-8000-000000000060.month-monthly",
        );
        let back = Back {
            lines: format!("{first}:7,{second}:2"),
            bases: String::new(),
            reseller: "r".to_owned(),
        };
        let key = |text| LineKey::parse(text).unwrap();
        let lines = |page: &str| {
            let query = page.split_once('?').unwrap().1.to_owned();
            let part = query
                .split('&')
                .find_map(|part| part.strip_prefix("lines="));
            route::decode(part.unwrap())
        };
        let one = back.without("c", key(second));
        assert!(one.starts_with(&route::review_order("c")));
        assert!(one.ends_with("reseller=r"));
        assert_eq!(lines(&one), format!("{first}:7"));
        // Without the only one there is nothing to review.
        let alone = Back {
            lines: format!("{first}:7"),
            ..back
        };
        let none = alone.without("c", key(first));
        assert!(!none.contains("/review"));
        assert_eq!(lines(&none), "");
    }
}
