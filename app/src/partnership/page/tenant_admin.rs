//! The provider's administrator access to the reseller's tenant, and how to revoke it.

use leptos::prelude::*;
use tierline_core::{
    Timestamp,
    partnership::{Command, PartnershipFacts, TenantAdmin, decide},
};

use crate::partnership::list::Seen;
use crate::{
    context::use_lang,
    form::{Form, Posting, Submit},
    i18n::Moment,
    partnership::{api::RevokeTenantAdmin, model::PartnershipPage, words},
    ui::{Badge, Dialog, Glyph, RefusedBy, Section, Tone, words as ui},
};

/// Says whether it is in force; for the reseller, with the action that revokes it.
#[component]
pub(super) fn TenantAdminSection(
    seen: Seen,
    page: PartnershipPage,
    now: Timestamp,
    action: Posting<RevokeTenantAdmin>,
) -> impl IntoView {
    let lang = use_lang();
    let name = page.other.name.to_string();
    let lead = match seen {
        Seen::ByProvider => words::tenant_admin_for_provider(lang, &name),
        Seen::ByReseller => words::tenant_admin_for_reseller(lang, &name),
    };
    let (tone, glyph, word, at) = match (
        &page.partnership.tenant_admin,
        page.partnership.has_tenant_admin(now),
    ) {
        (TenantAdmin::Granted { at }, true) => {
            (Tone::Success, Glyph::Key, ui::in_force(lang), Some(*at))
        }
        (TenantAdmin::Granted { .. }, false) => (
            Tone::Neutral,
            Glyph::Ban,
            ui::ended(lang),
            page.partnership.ends(),
        ),
        (TenantAdmin::Revoked { at, .. }, _) => {
            (Tone::Neutral, Glyph::Ban, ui::taken_away(lang), Some(*at))
        }
    };
    let revoke = (seen == Seen::ByReseller && page.partnership.has_tenant_admin(now)).then(|| {
        let facts = PartnershipFacts { partnership: &page.partnership, organization: &page.organization };
        match decide(facts, &Command::RevokeTenantAdmin, &page.actor, now) {
            Ok(_) => view! {
                <Dialog
                    id="revoke-tenant-admin"
                    opener=words::revoke(lang)
                    title=words::revoke_title(lang, &name)
                    form="revoke"
                >
                    <p>{words::revoke_what(lang)}</p>
                    <Form action=action form="revoke">
                        <input type="hidden" name="partnership" value=page.partnership.id.to_string()/>
                        <Submit look="danger">{words::revoke(lang)}</Submit>
                    </Form>
                </Dialog>
            }
            .into_any(),
            Err(refusal) => {
                view! { <RefusedBy label=words::revoke(lang) refusal=refusal look="danger"/> }.into_any()
            }
        }
    });
    view! {
        <Section title=words::tenant_admin(lang) lead=lead>
            <p class="cluster">
                <Badge tone=tone glyph=glyph>{word}</Badge>
                {at.map(|at| view! { <Moment at=at/> })}
            </p>
            {revoke.map(|revoke| view! { <div class="actions">{revoke}</div> })}
        </Section>
    }
}
