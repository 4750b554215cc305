//! A rejection before it is made, with the mail that it sends.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use crate::{
    context::use_lang,
    data,
    directory::{
        api::{RejectListing, listing_rejection},
        model::RejectionPage,
        words,
    },
    form::{Form, Posting, Submit, typed},
    i18n::Lang,
    refusal::RefusedBy,
    review::page::previews,
    route,
    shell::load::loaded,
    ui::{ButtonLink, PageHeader, Section, TextArea},
};

/// The page at `/listing-changes/{id}/rejection`.
#[component]
pub fn RejectionStepPage() -> impl IntoView {
    let lang = use_lang();
    let (params, query) = (use_params_map(), use_query_map());
    let action = Posting::<RejectListing>::new();
    let asked = Memo::new(move |_| {
        (
            params.with(|params| params.get("id").unwrap_or_default()),
            query.with(|query| query.get("number").unwrap_or_default()),
        )
    });
    let reason = RwSignal::new(typed("reason").unwrap_or_default());
    let data = data::load(
        move || {
            // The mail is written anew once the form has come back, and not at every letter.
            action.version().track();
            (asked.get(), reason.get_untracked())
        },
        |((id, number), reason)| listing_rejection(id, number, reason),
    );
    loaded(data, move |page| {
        view(lang, page, reason, action).into_any()
    })
}

fn view(
    lang: Lang,
    page: RejectionPage,
    reason: RwSignal<String>,
    action: Posting<RejectListing>,
) -> impl IntoView {
    let change = route::listing_change(page.id);
    let trail = vec![
        (
            route::LISTING_CHANGES.to_owned(),
            words::listing_changes(lang).to_owned(),
        ),
        (change.clone(), page.provider.name.to_string()),
    ];
    let back = view! { <ButtonLink href=change>{words::back_to_change(lang)}</ButtonLink> };
    let written = reason.get_untracked();
    // The reason as it stands in the mail below, whatever has been typed meanwhile.
    let shown = page.reason.unwrap_or_default();
    let mails = if page.mails.is_empty() {
        view! { <p class="muted">{words::mail_needs_reason(lang)}</p> }.into_any()
    } else {
        previews(lang, page.mails)
    };
    let (id, number) = (page.id.to_string(), page.number.to_string());
    let form = match page.may {
        Ok(()) => view! {
            <Form action=action form="rejection">
                <input type="hidden" name="listing" value=id/>
                <input type="hidden" name="number" value=number/>
                // What is typed comes up from the field inside.
                <div class="stack" on:input=move |event| reason.set(event_target_value(&event))>
                    <TextArea
                        name="reason"
                        label=words::reason(lang)
                        value=written
                        rows=3
                        maxlength=500u32
                    />
                </div>
                <input type="hidden" name="shown" value=shown/>
                <Section title=words::mail(lang)>{mails}</Section>
                <div class="actions">
                    <Submit look="danger" name="then" value="reject">{words::reject_and_send(lang)}</Submit>
                    <Submit look="quiet" name="then" value="show">{words::show_mail(lang)}</Submit>
                    {back}
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => view! {
            <div class="actions">
                <RefusedBy
                    label=words::reject_and_send(lang)
                    refusal=refusal
                    look="danger"
                    id="why-rejection"
                />
                {back}
            </div>
        }
        .into_any(),
    };
    view! {
        <PageHeader
            trail=trail
            title=words::reject_change(lang, &page.provider.name)
            lead=words::reject_lead(lang)
        />
        {form}
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::testing::{id, provider};

    use super::*;
    use crate::{review::model::MailPreview, ui::tests::render};

    fn html(reason: &str, mails: Vec<MailPreview>) -> String {
        let page = RejectionPage {
            id: id(80),
            provider: provider().party(),
            number: 2,
            may: Ok(()),
            reason: (!reason.is_empty()).then(|| reason.to_owned()),
            mails,
        };
        let reason = reason.to_owned();
        render(move || {
            let reason = RwSignal::new(reason.clone());
            view(Lang::En, page.clone(), reason, Posting::new())
        })
    }

    #[test]
    fn a_reason_is_posted_with_the_one_that_was_read() {
        let mail = MailPreview {
            to: "anna@contoso.example".to_owned(),
            subject: "Rejected".to_owned(),
            text: "the page isn't there".to_owned(),
        };
        let html = html("a <dead> link", vec![mail]);
        assert!(html.contains("/api/reject-listing"), "{html}");
        assert!(html.contains(">a &lt;dead&gt; link</textarea>"), "{html}");
        assert!(
            html.contains("name=\"shown\" value=\"a &lt;dead&gt; link\""),
            "{html}"
        );
        assert!(html.contains("anna@contoso.example"), "{html}");
    }

    #[test]
    fn without_a_reason_there_is_no_mail_to_be_read() {
        let html = html("", Vec::new());
        assert!(html.contains("name=\"shown\" value=\"\""), "{html}");
        assert!(html.contains("Write the reason"), "{html}");
    }
}
