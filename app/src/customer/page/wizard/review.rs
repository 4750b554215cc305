//! Step 3: everything once more, then **Submit**, which creates either all of it or nothing.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::money::{Money, Quantity};

use super::parts::{CancelDraft, Summary, TotalOf, details_missing, head, submitted};
use crate::shell::load::loaded;
use crate::{
    catalog::{Price, currency, in_currency, model::ChosenLine, paid, words as order},
    context::use_lang,
    customer::{
        api::wizard::{SubmitCustomer, customer_draft},
        model::CustomerDraftPage,
        words::wizard as words,
    },
    data,
    form::{FilledWith, Form, Posting, Submit},
    i18n::{Lang, number},
    route,
    ui::{Amount, Pair, Pairs, Section, Table, Task, words as ui},
};

/// The page.
#[component]
pub fn ReviewStep() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let action = Posting::<SubmitCustomer>::new();
    let data = data::load(
        move || params.with(|params| params.get("draft").unwrap_or_default()),
        |draft| customer_draft(draft, String::new(), String::new()),
    );
    loaded(data, move |page| view(lang, page, action))
}

fn view(lang: Lang, page: CustomerDraftPage, action: Posting<SubmitCustomer>) -> AnyView {
    let id = page.id.to_string();
    let head = head(lang, &page, 2);
    if let Some(instead) = submitted(lang, &page).or_else(|| details_missing(lang, &page)) {
        return view! { {head} {instead} }.into_any();
    }
    let details = route::new_customer_step(&id, "");
    let subscriptions = route::new_customer_step(&id, "subscriptions");
    let draft = page.draft;
    let reseller = page
        .resellers
        .partners
        .iter()
        .find(|choice| choice.id().to_string() == draft.reseller)
        .map_or_else(
            || words::no_reseller(lang).to_owned(),
            |choice| choice.party.name.to_string(),
        );
    let country = draft.country.parse().map_or_else(
        |_| draft.country.clone(),
        |country| crate::i18n::market::country(lang, country).to_owned(),
    );
    let address: Vec<String> = [draft.street, draft.postal_code, draft.city]
        .into_iter()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let domain = format!(
        "{}{}",
        draft.domain.trim().to_lowercase(),
        page.domain_suffix
    );
    let user = format!("{}@{domain}", draft.admin_user.trim());
    let draft_id = id.clone();
    let total = page.total;
    let in_summary = move || total.map(|total| view! { <TotalOf total=total/> });
    view! {
        {head}
        <Form action=action>
            <input type="hidden" name="draft" value=id.clone()/>
            <FilledWith mark=page.mark/>
            <Task>
                <Section title=words::step_details(lang) action=change(lang, details, words::step_details(lang))>
                    <Pairs>
                        <Pair label=words::reseller(lang)>{reseller}</Pair>
                        <Pair label=words::name(lang)>{draft.name}</Pair>
                        <Pair label=words::domain(lang)>{domain}</Pair>
                        <Pair label=words::country(lang)>{country}</Pair>
                        {(!address.is_empty())
                            .then(|| view! { <Pair label=words::street(lang)>{address.join(", ")}</Pair> })}
                        <Pair label=words::contact(lang)>{draft.contact}</Pair>
                        <Pair label=words::admin(lang)>{draft.admin_name} " · " {user}</Pair>
                    </Pairs>
                </Section>
                <Section
                    title=words::step_subscriptions(lang)
                    action=change(lang, subscriptions, words::step_subscriptions(lang))
                >
                    {lines(lang, page.chosen, total)}
                </Section>
                <Summary total=in_summary note=words::review_lead(lang)>
                    <Submit>{words::submit(lang)}</Submit>
                </Summary>
            </Task>
        </Form>
        <CancelDraft lang=lang draft=draft_id own=page.organization.id/>
    }
    .into_any()
}

/// The link to the step where a section's values can be changed.
fn change(lang: Lang, href: String, section: &str) -> impl FnOnce() -> AnyView + Send + use<> {
    let label = ui::change_named(lang, section);
    move || view! { <a href=href aria-label=label>{ui::change(lang)}</a> }.into_any()
}

fn lines(lang: Lang, chosen: Vec<ChosenLine>, total: Option<Money>) -> impl IntoView {
    let currency = currency(chosen.iter().map(ChosenLine::any_price));
    let price = in_currency(order::price(lang), currency);
    let amount = in_currency(order::amount(lang), currency);
    let rows = chosen
        .into_iter()
        .map(|line| {
            let quantity = Quantity::parse(&line.quantity)
                .map_or_else(|_| line.quantity.clone(), |it| number(i64::from(it.get())));
            let (price, amount) = (price.clone(), amount.clone());
            let (month, sum) = (line.month(), line.amount());
            let paid = paid(lang, line.partner_price(), line.plan);
            let plan = line.offered.is_some().then(|| order::plan(lang, line.plan));
            let product = line.product.product;
            view! {
                <tr>
                    <th scope="row">
                        {product.name}
                        {plan.map(|plan| view! { <div class="muted">{plan}</div> })}
                    </th>
                    <td class="numeric" data-label=order::licenses(lang)>{quantity}</td>
                    <td class="numeric" data-label=price><Price price=month/> {paid}</td>
                    <td class="numeric" data-label=amount>{sum.map(|sum| view! { <Amount money=sum bare=true/> })}</td>
                </tr>
            }
        })
        .collect_view();
    let foot = total.map(|total| {
        view! {
            <tfoot>
                <tr>
                    <th scope="row" colspan="3">{order::sum(lang)}</th>
                    <td class="numeric"><Amount money=total/></td>
                </tr>
            </tfoot>
        }
    });
    view! {
        <Table caption=words::step_subscriptions(lang) dense=true>
            <thead>
                <tr>
                    <th scope="col">{order::product(lang)}</th>
                    <th scope="col" class="numeric">{order::licenses(lang)}</th>
                    <th scope="col" class="numeric">{price}</th>
                    <th scope="col" class="numeric">{amount}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            {foot}
        </Table>
    }
}
