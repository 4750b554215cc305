//! **Account review** of a customer, on the operator's page of it.

use leptos::prelude::*;

use crate::{
    form::{Form, Posting, Submit},
    i18n::{Lang, date},
    operator::{
        api::review::{EndCustomerReview, ReviewCustomer},
        model::{AccountReviewing, OrganizationDetail},
        words::{self, review as told},
    },
    refusal::RefusedBy,
    ui::{Badge, Dialog, Section, TextArea, Tone},
};

/// The actions behind the section's forms.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    pub begin: Posting<ReviewCustomer>,
    pub end: Posting<EndCustomerReview>,
}

/// The badge beside the customer's name, while the review goes on.
pub(super) fn badge(lang: Lang, page: &OrganizationDetail) -> Option<AnyView> {
    page.review.as_ref()?.goes_on.as_ref()?;
    Some(view! { <Badge tone=Tone::Warning>{told::under_review(lang)}</Badge> }.into_any())
}

/// The review with its reason, and what the operator can do about it. Nothing for those who are no customers.
pub(super) fn section(lang: Lang, page: &OrganizationDetail, actions: Actions) -> Option<AnyView> {
    let review = page.review.as_ref()?;
    let (id, name) = (
        page.organization.id.to_string(),
        page.organization.name.as_str(),
    );
    let shown = review.goes_on.as_ref().map(|it| {
        let by = review.by.as_deref().unwrap_or_default();
        let since = told::since_by(lang, date(lang, it.since), by);
        let reason = words::because(lang, &it.reason);
        view! {
            <p>{since}</p>
            <p class="muted">{reason}</p>
        }
    });
    let action = if review.goes_on.is_some() {
        ending(lang, (id, name), review, actions.end)
    } else {
        beginning(lang, (id, name), review, actions.begin)
    };
    Some(
        view! {
            <Section title=told::title(lang) lead=told::lead(lang)>
                {shown}
                <div class="actions">{action}</div>
            </Section>
        }
        .into_any(),
    )
}

fn beginning(
    lang: Lang,
    (id, name): (String, &str),
    review: &AccountReviewing,
    action: Posting<ReviewCustomer>,
) -> AnyView {
    let label = told::begin(lang);
    if let Err(refusal) = review.may_begin.clone() {
        return view! { <RefusedBy label=label refusal=refusal look="danger" id="why-review"/> }
            .into_any();
    }
    let title = told::begin_named(lang, name);
    view! {
        <Dialog id="review" opener=label look="danger" title=title form="review">
            <p>{told::waits(lang)}</p>
            <ul>
                <li>{told::waits_purchases(lang)}</li>
                <li>{told::waits_increases(lang)}</li>
            </ul>
            <p>{words::what_goes_on(lang)}</p>
            <ul>
                <li>{told::goes_on_renewals(lang)}</li>
                <li>{told::goes_on_less(lang)}</li>
                <li>{told::goes_on_use(lang)}</li>
            </ul>
            <p>{told::who_is_told(lang)}</p>
            <Form action=action form="review">
                <input type="hidden" name="organization" value=id/>
                <TextArea name="reason" label=words::reason(lang) rows=3 maxlength=500u32/>
                <Submit look="danger">{label}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}

fn ending(
    lang: Lang,
    (id, name): (String, &str),
    review: &AccountReviewing,
    action: Posting<EndCustomerReview>,
) -> AnyView {
    let label = told::end(lang);
    if let Err(refusal) = review.may_end.clone() {
        return view! { <RefusedBy label=label refusal=refusal id="why-end-review"/> }.into_any();
    }
    let title = told::end_named(lang, name);
    view! {
        <Dialog id="end-review" opener=label look="quiet" title=title form="end-review">
            <p>{told::end_what(lang)}</p>
            <p>{told::who_is_told(lang)}</p>
            <Form action=action form="end-review">
                <input type="hidden" name="organization" value=id/>
                <TextArea name="reason" label=words::reason(lang) rows=3 maxlength=500u32/>
                <Submit>{label}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}
