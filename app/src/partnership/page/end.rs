//! The way to the end of a partnership, from its own page.

use leptos::prelude::*;
use tierline_core::{
    Timestamp,
    partnership::{Command, NOTICE, PartnershipFacts, decide},
};

use crate::partnership::list::Seen;
use crate::{
    context::use_lang,
    i18n::{Lang, date_time},
    partnership::{model::PartnershipPage, words},
    refusal::RefusedBy,
    route,
    ui::{ButtonLink, Section},
};

/// The last section of the page; empty if the partnership is over.
#[component]
pub(super) fn EndPartnershipSection(
    seen: Seen,
    page: PartnershipPage,
    now: Timestamp,
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
        Ok(_) => {
            let href = route::end_partnership(page.partnership.id);
            view! { <ButtonLink href=href look="danger">{words::end(lang)}</ButtonLink> }.into_any()
        }
        Err(refusal) => {
            view! { <RefusedBy label=words::end(lang) refusal=refusal look="danger"/> }.into_any()
        }
    };
    view! {
        <Section title=words::end_section(lang)>
            <p>{when(lang, seen, now)} " " {again(lang, seen)}</p>
            <div class="actions">{control}</div>
        </Section>
    }
    .into_any()
}

/// When it would end.
pub(super) fn when(lang: Lang, seen: Seen, now: Timestamp) -> String {
    match seen {
        Seen::ByProvider => words::end_at_once(lang).to_owned(),
        Seen::ByReseller => {
            words::end_with_notice(lang, NOTICE.num_days(), date_time(lang, now + NOTICE))
        }
    }
}

/// How the two would come together again.
pub(super) fn again(lang: Lang, seen: Seen) -> &'static str {
    match seen {
        Seen::ByProvider => words::again_from_you(lang),
        Seen::ByReseller => words::again_from_provider(lang),
    }
}
