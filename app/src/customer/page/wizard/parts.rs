//! Parts shared by the steps.

use leptos::prelude::*;
use tierline_core::ids::OrganizationId;

use crate::{
    context::use_session,
    customer::{
        api::wizard::CancelCustomer, model::CustomerDraftPage, words as customer,
        words::wizard as words,
    },
    form::{ForgetUnsent, Form, Posting, Submit},
    i18n::Lang,
    route,
    ui::{ButtonLink, Dialog, EmptyState, Notice, PageHeader, Step, Stepper, Tone},
};

/// Breadcrumb, title and the steps; earlier steps are links.
pub(super) fn head(
    lang: Lang,
    draft: &str,
    current: usize,
    title: String,
) -> impl IntoView + use<> {
    let trail = vec![(
        route::CUSTOMERS.to_owned(),
        customer::title(lang).to_owned(),
    )];
    let finished = current == 3;
    let earlier = |step: Step, path: &str| {
        if finished {
            step
        } else {
            step.href(route::new_customer_step(draft, path))
        }
    };
    let steps = vec![
        earlier(Step::new(words::step_details(lang)), ""),
        earlier(Step::new(words::step_subscriptions(lang)), "subscriptions"),
        earlier(Step::new(words::step_review(lang)), "review"),
        Step::new(words::step_confirmation(lang)),
    ];
    view! {
        <PageHeader trail=trail title=title/>
        <Stepper label=words::steps(lang) steps=steps current=current/>
    }
}

/// The dialog's id.
pub(super) const CANCEL_DRAFT: &str = "cancel-draft";

/// The key under which this browser keeps details that the signed-in user typed and did not send.
pub(super) fn unsent_key(own: OrganizationId) -> String {
    let user = use_session().map_or_else(String::new, |session| session.user.to_string());
    format!("tierline.unsent.new-customer.{own}.{user}")
}

/// **Cancel** abandons the draft, after a question.
#[component]
pub(super) fn CancelDraft(
    /// The language.
    lang: Lang,
    /// The draft's id.
    draft: String,
    /// The signed-in organization.
    own: OrganizationId,
    /// Whether a button elsewhere on the page opens it.
    #[prop(optional)]
    opened_above: bool,
) -> impl IntoView {
    let opener = if opened_above {
        ""
    } else {
        words::cancel(lang)
    };
    let action = Posting::<CancelCustomer>::new();
    view! {
        <Dialog id=CANCEL_DRAFT opener=opener look="quiet" title=words::cancel_title(lang) keep=words::keep(lang) form="cancel">
            <p>{words::cancel_consequence(lang)}</p>
            <Form action=action form="cancel">
                <input type="hidden" name="draft" value=draft/>
                <ForgetUnsent key=unsent_key(own)/>
                <Submit look="danger">{words::cancel_confirm(lang)}</Submit>
            </Form>
        </Dialog>
    }
}

/// The notice of a draft that was submitted and can no longer be changed.
pub(super) fn submitted(lang: Lang, page: &CustomerDraftPage) -> Option<AnyView> {
    let submitted = page.submitted.as_ref()?;
    let href = route::new_customer_step(page.id, "confirmation");
    let exists = words::submitted_already(lang, &submitted.customer.name);
    Some(
        view! {
            <Notice tone=Tone::Success>
                <p>{exists}</p>
            </Notice>
            <p><ButtonLink href=href look="primary">{words::to_confirmation(lang)}</ButtonLink></p>
        }
        .into_any(),
    )
}

/// The notice of a later step that was reached without the details.
pub(super) fn details_missing(lang: Lang, page: &CustomerDraftPage) -> Option<AnyView> {
    if !page.draft.name.trim().is_empty() {
        return None;
    }
    let href = route::new_customer_step(page.id, "");
    Some(
        view! {
            <EmptyState title=words::details_missing(lang) why=words::details_missing_why(lang)>
                <ButtonLink href=href look="primary">{words::begin(lang)}</ButtonLink>
            </EmptyState>
        }
        .into_any(),
    )
}
