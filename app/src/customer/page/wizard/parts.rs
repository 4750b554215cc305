//! Parts shared by the steps.

use leptos::prelude::*;
use tierline_core::{ids::OrganizationId, money::Money};

use crate::{
    catalog::words as order,
    context::{use_lang, use_session},
    customer::{
        api::wizard::CancelCustomer, model::CustomerDraftPage, words as customer,
        words::wizard as words,
    },
    form::{ForgetUnsent, Form, Posting, Submit},
    i18n::Lang,
    route,
    ui::{
        Amount, ButtonLink, Dialog, DialogOpener, EmptyState, Notice, PageHeader, Step, Stepper,
        TaskSummary, Tone,
    },
};

/// Breadcrumb, what is being made, the step, and all steps; earlier ones are links.
pub(super) fn head(lang: Lang, page: &CustomerDraftPage, current: usize) -> impl IntoView + use<> {
    let draft = page.id;
    let name = page.submitted.as_ref().map_or_else(
        || page.draft.name.trim().to_owned(),
        |submitted| submitted.customer.name.to_string(),
    );
    let caption = if name.is_empty() {
        words::title(lang).to_owned()
    } else {
        words::title_named(lang, name)
    };
    let title = match current {
        0 => words::step_details(lang),
        1 => words::step_subscriptions(lang),
        2 => words::review_title(lang),
        _ => words::step_confirmation(lang),
    };
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
        <PageHeader trail=trail caption=caption title=title/>
        <Stepper label=words::steps(lang) steps=steps current=current/>
    }
}

/// The dialog's id.
const CANCEL_DRAFT: &str = "cancel-draft";

/// The key under which this browser keeps details that the signed-in user typed and did not send.
pub(super) fn unsent_key(own: OrganizationId) -> String {
    let user = use_session().map_or_else(String::new, |session| session.user.to_string());
    format!("tierline.unsent.new-customer.{own}.{user}")
}

/// The total so far, the step's own button, and **Cancel**, whose dialog is [`CancelDraft`].
#[component]
pub(super) fn Summary(
    /// The sum; left out while nothing was chosen.
    #[prop(optional, into)]
    total: ViewFnOnce,
    /// A sentence on what the button does.
    note: &'static str,
    /// The step's own button.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <TaskSummary label=order::summary(lang)>
            {total.run()}
            <p class="task-note">{note}</p>
            <div class="actions">
                {children()}
                <DialogOpener id=CANCEL_DRAFT label=words::cancel(lang) look="plain"/>
            </div>
        </TaskSummary>
    }
}

/// A total that nothing on the page changes.
#[component]
pub(super) fn TotalOf(
    /// The total for a month.
    total: Money,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <dl class="task-total">
            <dt>{order::sum(lang)}</dt>
            <dd><Amount money=total/></dd>
        </dl>
    }
}

/// **Cancel** abandons the draft, after a question: the dialog, beside the form of the step.
#[component]
pub(super) fn CancelDraft(
    /// The language.
    lang: Lang,
    /// The draft's id.
    draft: String,
    /// The signed-in organization.
    own: OrganizationId,
) -> impl IntoView {
    let action = Posting::<CancelCustomer>::new();
    view! {
        <Dialog id=CANCEL_DRAFT opener="" title=words::cancel_title(lang) keep=words::keep(lang) form="cancel">
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
            <div class="actions"><ButtonLink href=href look="primary">{words::to_confirmation(lang)}</ButtonLink></div>
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
