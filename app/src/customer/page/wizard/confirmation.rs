//! Step 4: **Confirmation** with **Setup info**, which is shown once.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    parts::{details_missing, head},
    setup_info,
};
use crate::shell::load::loaded;
use crate::{
    context::use_lang,
    customer::{
        api as customer,
        api::wizard::customer_draft,
        model::{CustomerDraftPage, SetupInfo},
        words::wizard as words,
    },
    data,
    error::PortalError,
    i18n::Lang,
    route,
    ui::{ButtonLink, EmptyState, Notice, Tone},
};

/// The page.
#[component]
pub fn ConfirmationStep() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let data = data::load(
        move || params.with(|params| params.get("draft").unwrap_or_default()),
        draft_and_setup_info,
    );
    loaded(data, move |(page, info)| view(lang, page, info))
}

/// Both at once: the setup info can be read only once, and the server may start twice a load that is nested in another
/// load.
async fn draft_and_setup_info(
    draft: String,
) -> Result<(CustomerDraftPage, Option<SetupInfo>), PortalError> {
    let page = customer_draft(draft, String::new(), String::new()).await?;
    let info = match &page.submitted {
        Some(submitted) => customer::setup_info(submitted.customer.id.to_string()).await?,
        None => None,
    };
    Ok((page, info))
}

fn view(lang: Lang, page: CustomerDraftPage, info: Option<SetupInfo>) -> AnyView {
    let id = page.id.to_string();
    let Some(submitted) = page.submitted.clone() else {
        let instead = details_missing(lang, &page).unwrap_or_else(|| {
            let href = route::new_customer_step(&id, "review");
            view! {
                <EmptyState title=words::review_title(lang) why=words::review_lead(lang)>
                    <ButtonLink href=href look="primary">{words::step_review(lang)}</ButtonLink>
                </EmptyState>
            }
            .into_any()
        });
        let head = head(lang, &page, 2);
        return view! { {head} {instead} }.into_any();
    };
    let head = head(lang, &page, 3);
    let whose = match &submitted.reseller {
        Some(reseller) => words::created_for(lang, &reseller.name),
        None => words::created_own(lang).to_owned(),
    };
    let customer = submitted.customer;
    view! {
        {head}
        <Notice tone=Tone::Success title=words::created(lang, &customer.name)><p>{whose}</p></Notice>
        {setup_info::section(lang, info)}
        <div class="actions">
            <ButtonLink href=route::CUSTOMERS look="primary">{words::done(lang)}</ButtonLink>
            <ButtonLink href=route::customer(customer.id)>{words::to_customer(lang)}</ButtonLink>
        </div>
    }
    .into_any()
}
