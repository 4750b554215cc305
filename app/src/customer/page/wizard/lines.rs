//! Step 2: products and licenses.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::parts::{CancelDraft, Summary, details_missing, head, submitted, unsent_key};
use crate::{
    catalog::{
        Catalog, ChosenLines, PlanFilter, Total, TypedQuantities, api::products, model::ProductRow,
        words as order,
    },
    form::changes::changes,
    shell::load::{loaded, use_parameter},
};
use crate::{
    context::use_lang,
    customer::{
        api::wizard::{CustomerLines, customer_draft},
        model::{CustomerDraft, CustomerDraftPage},
        words::wizard as words,
    },
    data,
    error::PortalError,
    form::{FieldLabels, FilledWith, Form, Posting, Submit, forget_saved},
    i18n::Lang,
    list::model::Page,
    ui::Task,
};

/// The page.
#[component]
pub fn LinesStep() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let (search, cursor) = (use_parameter("search"), use_parameter("cursor"));
    let filter = PlanFilter::of_address();
    let action = Posting::<CustomerLines>::new();
    let quantities = TypedQuantities::new();
    provide_context(quantities);
    // Adding a product leads back to the same address.
    let added = changes(action);
    let data = data::load(
        move || {
            let draft = params.with(|params| params.get("draft").unwrap_or_default());
            (draft, search.get(), cursor.get(), filter.get(), added.get())
        },
        |(draft, search, cursor, filter, _)| load(draft, search, cursor, filter),
    );
    loaded(data, move |(page, products)| {
        quantities.fill();
        let shown = (search.get_untracked(), filter.get_untracked());
        view(lang, page, products, action, shown)
    })
}

async fn load(
    draft: String,
    search: String,
    cursor: String,
    filter: PlanFilter,
) -> Result<(CustomerDraftPage, Page<ProductRow>), PortalError> {
    let page = customer_draft(draft, String::new(), String::new()).await?;
    let country = if page.draft.country.is_empty() {
        page.organization.country.code().to_owned()
    } else {
        page.draft.country.clone()
    };
    let PlanFilter {
        term,
        billing,
        kind,
    } = filter;
    let products = products(country, search, cursor, term, billing, kind).await?;
    Ok((page, products))
}

fn view(
    lang: Lang,
    page: CustomerDraftPage,
    products: Page<ProductRow>,
    action: Posting<CustomerLines>,
    (search, filter): (String, PlanFilter),
) -> AnyView {
    provide_context(FieldLabels(words::field));
    let id = page.id.to_string();
    let head = head(lang, &page, 1);
    if let Some(instead) = submitted(lang, &page).or_else(|| details_missing(lang, &page)) {
        return view! { {head} {instead} }.into_any();
    }
    let chosen = page
        .chosen
        .iter()
        .map(|line| line.key().to_string())
        .collect::<Vec<_>>();
    let draft_id = id.clone();
    let own = page.organization.id;
    let (unsent, saved) = (unsent_key(own), details(&page.draft));
    Effect::new(move || forget_saved(&unsent, &saved));
    let total = page.chosen.clone();
    view! {
        {head}
        <Form action=action>
            <input type="hidden" name="draft" value=id.clone()/>
            <FilledWith mark=page.lines_mark/>
            // Return in a field presses the first button, so it must not be one that removes a line.
            <button type="submit" class="visually-hidden" name="go" value="search" tabindex="-1">{order::update(lang)}</button>
            <Task>
                <ChosenLines chosen=page.chosen/>
                // Before the catalog, whose many buttons come after those that go on.
                <Summary total=move || view! { <Total chosen=total/> } note=words::nothing_yet(lang)>
                    <Submit name="go" value="next">{words::next_review(lang)}</Submit>
                </Summary>
                <Catalog products=products search=search chosen=chosen filter=filter/>
            </Task>
        </Form>
        <CancelDraft lang=lang draft=draft_id own=own/>
    }
    .into_any()
}

/// The details as the form of the first step names them.
fn details(draft: &CustomerDraft) -> Vec<(&'static str, String)> {
    let CustomerDraft {
        reseller,
        name,
        domain,
        country,
        street,
        city,
        postal_code,
        admin_name,
        admin_user,
        contact,
        lines: _,
    } = draft.clone();
    vec![
        ("reseller", reseller),
        ("name", name),
        ("domain", domain),
        ("country", country),
        ("street", street),
        ("city", city),
        ("postal_code", postal_code),
        ("admin_name", admin_name),
        ("admin_user", admin_user),
        ("contact", contact),
    ]
}
