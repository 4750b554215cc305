//! **Review order**: every line with its term, plan and price, what is charged now and what a month costs, and
//! **Place order**. Only that orders anything.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{money::Money, order::Cost};

use crate::{
    catalog::{model::shown_text, words as catalog},
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
        let page = route::new_subscription(customer);
        let page = route::with_query(&page, "lines", &self.lines);
        let page = route::with_query(&page, "bases", &self.bases);
        route::with_query(&page, "reseller", &self.reseller)
    }
}

fn view(lang: Lang, review: OrderReview, back: &Back, submit: Posting<PlaceOrder>) -> AnyView {
    let OrderReview {
        customer: of,
        partner_of_record,
        lines,
        costs,
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
    let record = partner_of_record.map(|reseller| {
        view! { <Fact label=words::partner_of_record(lang)>{reseller.name.to_string()}</Fact> }
    });
    let has_facts = !costs.is_empty();
    let costs = costs
        .into_iter()
        .map(|Cost { now, month }| {
            view! {
                <Fact label=words::charged_now(lang)><Amount money=now/></Fact>
                <Fact label=catalog::sum(lang)><Amount money=month/></Fact>
            }
        })
        .collect_view();
    let facts = has_facts.then(|| {
        view! {
            <FactStrip>
                {record}
                {costs}
            </FactStrip>
            <p class="muted">{words::price_is_kept(lang)}</p>
        }
    });
    let shown = shown_text(lines.iter().map(|line| (line.key(), line.price)));
    let hidden = hidden(&lines);
    let rows = lines.into_iter().map(|line| row(lang, line)).collect_view();
    let reseller = back.reseller.clone();
    view! {
        <PageHeader trail=trail caption=catalog::lead(lang, &of.name) title=words::review(lang) lead=words::review_lead(lang)/>
        {problem}
        <Section title=catalog::chosen(lang)>
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
        {facts}
        <Form action=submit form="review">
            <input type="hidden" name="customer" value=id/>
            <input type="hidden" name="partner_of_record" value=reseller/>
            <input type="hidden" name="shown" value=shown/>
            {hidden}
            <div class="actions">
                {can_be_placed.then(|| view! { <Submit name="go" value="submit">{words::submit(lang)}</Submit> })}
                <ButtonLink href=change>{words::change(lang)}</ButtonLink>
            </div>
        </Form>
    }
    .into_any()
}

/// The lines as the form posts them.
fn hidden(lines: &[ReviewLine]) -> impl IntoView + use<> {
    lines
        .iter()
        .map(|line| {
            let key = line.key();
            let base = line.base.map(|base| {
                let (name, base) = (route::base_field(key), base.to_string());
                view! { <input type="hidden" name=name value=base/> }
            });
            let (name, quantity) = (route::line_field(key), line.quantity.to_string());
            view! {
                <input type="hidden" name=name value=quantity/>
                {base}
            }
        })
        .collect_view()
}

fn row(lang: Lang, line: ReviewLine) -> impl IntoView + use<> {
    let total = line.total();
    let month = total.map(|total| total.share(1, line.plan.term.months()));
    let (price, is_wrong) = (line.price, line.refusal.is_some());
    let wrong = line.refusal.map(|refusal| {
        let why = crate::refusal::explain(lang, &refusal);
        view! { <p class="field-error">{why}</p> }
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
            <td class="numeric" data-label=words::per_license(lang)>{amount(price)}</td>
            <td class="numeric" data-label=words::per_term(lang)>{amount(total)}</td>
            <td class="numeric" data-label=catalog::amount(lang)>{amount(month)}</td>
        </tr>
    }
}
