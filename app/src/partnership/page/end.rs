//! Ending a partnership: what stays, what ends, and when.

use leptos::prelude::*;
use tierline_core::{
    Timestamp,
    partnership::{Command, NOTICE, PartnershipFacts, decide},
};

use crate::partnership::list::Seen;
use crate::{
    context::use_lang,
    form::{Form, Posting, Submit},
    i18n::{date_time, number},
    partnership::{api::EndPartnership, model::PartnershipPage, words},
    refusal::RefusedBy,
    ui::{Dialog, Section, TextArea},
};

/// The last section of the page; empty if the partnership is over.
#[component]
pub(super) fn EndPartnershipSection(
    seen: Seen,
    page: PartnershipPage,
    now: Timestamp,
    action: Posting<EndPartnership>,
) -> impl IntoView {
    let lang = use_lang();
    if !page.partnership.is_active(now) {
        return ().into_any();
    }
    let facts = PartnershipFacts {
        partnership: &page.partnership,
        organization: &page.organization,
    };
    let control = match decide(facts, &Command::End { reason: None }, &page.actor, now) {
        Ok(_) => dialog(lang, seen, &page, now, action).into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::end(lang) refusal=refusal look="danger"/> }.into_any()
        }
    };
    let again = match seen {
        Seen::ByProvider => words::again_from_you(lang),
        Seen::ByReseller => words::again_from_provider(lang),
    };
    view! {
        <Section title=words::end_section(lang)>
            <p>{when(lang, seen, now)} " " {again}</p>
            <div class="actions">{control}</div>
        </Section>
    }
    .into_any()
}

fn when(lang: crate::i18n::Lang, seen: Seen, now: Timestamp) -> String {
    match seen {
        Seen::ByProvider => words::end_at_once(lang).to_owned(),
        Seen::ByReseller => {
            words::end_with_notice(lang, NOTICE.num_days(), date_time(lang, now + NOTICE))
        }
    }
}

fn dialog(
    lang: crate::i18n::Lang,
    seen: Seen,
    page: &PartnershipPage,
    now: Timestamp,
    action: Posting<EndPartnership>,
) -> impl IntoView + use<> {
    let count = number(i64::try_from(page.shared_customers).unwrap_or(i64::MAX));
    let id = page.partnership.id.to_string();
    let title = words::end_title(lang, &page.other.name);
    let access = match seen {
        Seen::ByProvider => words::ends_your_tenant_admin(lang),
        Seen::ByReseller => words::ends_tenant_admin_of_yours(lang),
    };
    view! {
        <Dialog id="end-partnership" opener=words::end(lang) title=title keep=words::keep(lang) form="end">
            <p>{when(lang, seen, now)}</p>
            <p>{words::what_ends(lang)}</p>
            <ul>
                <li>{words::ends_orders(lang)}</li>
                <li>{access}</li>
            </ul>
            <p>{words::what_stays(lang)}</p>
            <ul>
                <li>{words::stays_customers(lang, count)}</li>
                <li>{words::stays_grants(lang)}</li>
                <li>{words::stays_subscriptions(lang)}</li>
            </ul>
            <Form action=action form="end">
                <input type="hidden" name="partnership" value=id/>
                <TextArea name="reason" label=words::end_reason_label(lang) rows=3 maxlength=500u32 optional=true/>
                <Submit look="danger">{words::end(lang)}</Submit>
            </Form>
        </Dialog>
    }
}
