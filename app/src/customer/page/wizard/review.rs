//! Step 3: everything once more, then **Submit**, which creates either all of it or nothing.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::parts::{CancelDraft, details_missing, head, submitted};
use crate::shell::load::loaded;
use crate::{
    catalog::{model::ChosenLine, words as order},
    context::use_lang,
    customer::{
        api::wizard::{SubmitCustomer, customer_draft},
        model::CustomerDraftPage,
        words::wizard as words,
    },
    data,
    form::{FilledWith, Form, Posting, Submit},
    i18n::Lang,
    route,
    ui::{Amount, Pair, Pairs, Section, Table},
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
    let head = head(lang, &id, 2, words::review_title(lang).to_owned());
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
    view! {
        {head}
        <p class="lead">{words::review_lead(lang)}</p>
        <Section title=words::step_details(lang)>
            <Pairs>
                <Pair label=words::reseller(lang) change=details.clone()>{reseller}</Pair>
                <Pair label=words::name(lang) change=details.clone()>{draft.name}</Pair>
                <Pair label=words::domain(lang) change=details.clone()>{domain}</Pair>
                <Pair label=words::country(lang) change=details.clone()>{country}</Pair>
                {(!address.is_empty())
                    .then(|| view! { <Pair label=words::street(lang) change=details.clone()>{address.join(", ")}</Pair> })}
                <Pair label=words::contact(lang) change=details.clone()>{draft.contact}</Pair>
                <Pair label=words::admin(lang) change=details>{draft.admin_name} " · " {user}</Pair>
            </Pairs>
        </Section>
        <Section title=words::step_subscriptions(lang) action=move || view! { <a href=subscriptions.clone()>{crate::ui::words::change(lang)}</a> }>
            {lines(lang, page.chosen)}
            {page.total.map(|total| view! { <p><strong>{words::total(lang)} ": " <Amount money=total/></strong></p> })}
        </Section>
        <Form action=action>
            <input type="hidden" name="draft" value=id.clone()/>
            <FilledWith mark=page.mark/>
            <div class="actions">
                <Submit>{words::submit(lang)}</Submit>
            </div>
        </Form>
        <CancelDraft lang=lang draft=draft_id own=page.organization.id/>
    }
    .into_any()
}

fn lines(lang: Lang, chosen: Vec<ChosenLine>) -> impl IntoView {
    let rows = chosen
        .into_iter()
        .map(|line| {
            let product = line.product.product;
            view! {
                <tr>
                    <th scope="row">{product.name}</th>
                    <td class="numeric" data-label=order::licenses(lang)>{line.quantity}</td>
                    <td class="numeric" data-label=order::price(lang)>
                        {product.price.map(|price| view! { <Amount money=price/> })}
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <Table caption=words::step_subscriptions(lang) dense=true>
            <thead>
                <tr>
                    <th scope="col">{order::product(lang)}</th>
                    <th scope="col" class="numeric">{order::licenses(lang)}</th>
                    <th scope="col" class="numeric">{order::price(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
}
