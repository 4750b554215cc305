//! Step 2: products and licenses.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::parts::{CANCEL_DRAFT, CancelDraft, details_missing, head, submitted, unsent_key};
use crate::{
    catalog::{
        Catalog, ChosenLines, TypedQuantities, api::products, model::ProductRow, words as order,
    },
    form::changes::changes,
    shell::load::{loaded, use_parameter},
};
use crate::{
    context::use_lang,
    customer::{
        api::wizard::{CustomerLines, customer_draft},
        model::CustomerDraftPage,
        words::wizard as words,
    },
    data,
    error::PortalError,
    form::{FieldLabels, FilledWith, Form, Posting, Submit, forget_unsent},
    i18n::Lang,
    list::model::Page,
    route,
    ui::DialogOpener,
};

/// The page.
#[component]
pub fn LinesStep() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let (search, cursor) = (use_parameter("search"), use_parameter("cursor"));
    let action = Posting::<CustomerLines>::new();
    let quantities = TypedQuantities::new();
    provide_context(quantities);
    // Adding a product leads back to the same address.
    let added = changes(action);
    let data = data::load(
        move || {
            let draft = params.with(|params| params.get("draft").unwrap_or_default());
            (draft, search.get(), cursor.get(), added.get())
        },
        |(draft, search, cursor, _)| load(draft, search, cursor),
    );
    loaded(data, move |(page, products)| {
        quantities.fill();
        view(lang, page, products, action, search.get_untracked())
    })
}

async fn load(
    draft: String,
    search: String,
    cursor: String,
) -> Result<(CustomerDraftPage, Page<ProductRow>), PortalError> {
    let page = customer_draft(draft, String::new(), String::new()).await?;
    let country = if page.draft.country.is_empty() {
        page.organization.country.code().to_owned()
    } else {
        page.draft.country.clone()
    };
    let products = products(country, search, cursor).await?;
    Ok((page, products))
}

fn view(
    lang: Lang,
    page: CustomerDraftPage,
    products: Page<ProductRow>,
    action: Posting<CustomerLines>,
    search: String,
) -> AnyView {
    provide_context(FieldLabels(words::field));
    let id = page.id.to_string();
    let head = head(lang, &id, 1, order::title(lang).to_owned());
    if let Some(instead) = submitted(lang, &page).or_else(|| details_missing(lang, &page)) {
        return view! { {head} {instead} }.into_any();
    }
    let chosen = page
        .chosen
        .iter()
        .map(|line| line.product.product.sku.to_string())
        .collect::<Vec<_>>();
    let more = products.next.as_ref().map(|cursor| {
        let href = route::with_query(
            &route::new_customer_step(&id, "subscriptions"),
            "search",
            &search,
        );
        route::with_query(&href, "cursor", cursor)
    });
    let draft_id = id.clone();
    let own = page.organization.id;
    // The details are on the server.
    let unsent = unsent_key(own);
    Effect::new(move || forget_unsent(&unsent));
    view! {
        {head}
        <p class="lead">{order::lead(lang, &page.draft.name)}</p>
        <Form action=action>
            <input type="hidden" name="draft" value=id.clone()/>
            <FilledWith mark=page.lines_mark/>
            // Return in a field presses the first button, so it must not be one that removes a line.
            <button type="submit" class="visually-hidden" name="go" value="search" tabindex="-1">{order::update(lang)}</button>
            <ChosenLines chosen=page.chosen/>
            <div class="actions">
                <Submit name="go" value="next">{words::next_review(lang)}</Submit>
                <DialogOpener id=CANCEL_DRAFT label=words::cancel(lang) look="quiet"/>
            </div>
            <Catalog products=products search=search chosen=chosen more=more/>
        </Form>
        <CancelDraft lang=lang draft=draft_id own=own opened_above=true/>
    }
    .into_any()
}
