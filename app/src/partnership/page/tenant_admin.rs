//! The provider's administrator access to the reseller's tenant, and how to take it away and give it again.

use leptos::prelude::*;
use tierline_core::{
    Timestamp,
    partnership::{Command, Partnership, PartnershipFacts, TenantAdmin, decide},
};

use crate::partnership::list::Seen;
use crate::{
    context::use_lang,
    form::{Form, Posting, Submit, changes::changes},
    i18n::{Lang, Moment, date},
    partnership::{
        api::{GrantTenantAdmin, RevokeTenantAdmin},
        model::PartnershipPage,
        words,
    },
    refusal::RefusedBy,
    ui::{Badge, Dialog, Glyph, Section, Tone, words as ui},
};

/// The actions behind the section's forms.
#[derive(Clone, Copy)]
pub(super) struct TenantAdminActions {
    revoke: Posting<RevokeTenantAdmin>,
    grant: Posting<GrantTenantAdmin>,
}

impl TenantAdminActions {
    pub(super) fn new() -> Self {
        Self {
            revoke: Posting::new(),
            grant: Posting::new(),
        }
    }

    /// The trigger for the page to read its data again.
    pub(super) fn changes(self) -> Memo<usize> {
        let (revoked, granted) = (changes(self.revoke), changes(self.grant));
        Memo::new(move |_| revoked.get() + granted.get())
    }
}

/// Says whether it is in force; for the reseller, with the action that takes it away or gives it again.
#[component]
pub(super) fn TenantAdminSection(
    seen: Seen,
    page: PartnershipPage,
    now: Timestamp,
    actions: TenantAdminActions,
) -> impl IntoView {
    let lang = use_lang();
    let name = page.other.name.to_string();
    let granted = page.partnership.has_tenant_admin(now);
    let active = page.partnership.is_active(now);
    let lead = lead(lang, seen, &page.partnership, now, &name);
    let (tone, glyph, word, at) = match (&page.partnership.tenant_admin, granted) {
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
    let action = (seen == Seen::ByReseller && active).then(|| {
        if granted {
            revoke(lang, &page, now, actions.revoke)
        } else {
            grant(lang, &page, now, actions.grant)
        }
    });
    let title = match seen {
        Seen::ByProvider => words::tenant_admin(lang),
        Seen::ByReseller => words::tenant_admin_of_yours(lang),
    };
    view! {
        <Section title=title lead=lead>
            <p class="cluster">
                <Badge tone=tone glyph=glyph>{word}</Badge>
                {at.map(|at| view! { <Moment at=at/> })}
            </p>
            {action.map(|action| view! { <div class="actions">{action}</div> })}
        </Section>
    }
}

/// Whether the other one has the access, and since when if not from the beginning.
fn lead(lang: Lang, seen: Seen, partnership: &Partnership, now: Timestamp, name: &str) -> String {
    let granted = partnership.has_tenant_admin(now);
    let again = match partnership.tenant_admin {
        TenantAdmin::Granted { at } if at != partnership.since => Some(date(lang, at)),
        _ => None,
    };
    match (seen, granted || !partnership.is_active(now), again) {
        (Seen::ByProvider, true, None) => words::tenant_admin_for_provider(lang, name),
        (Seen::ByProvider, true, Some(at)) => words::granted_again_to_provider(lang, name, at),
        (Seen::ByProvider, false, _) => words::taken_for_provider(lang, name),
        (Seen::ByReseller, true, None) => words::tenant_admin_for_reseller(lang, name),
        (Seen::ByReseller, true, Some(at)) => words::granted_again_by_reseller(lang, name, at),
        (Seen::ByReseller, false, _) => words::taken_for_reseller(lang, name),
    }
}

fn facts(page: &PartnershipPage) -> PartnershipFacts<'_> {
    PartnershipFacts {
        partnership: &page.partnership,
        organization: &page.organization,
    }
}

fn revoke(
    lang: Lang,
    page: &PartnershipPage,
    now: Timestamp,
    action: Posting<RevokeTenantAdmin>,
) -> AnyView {
    let (id, title) = (
        page.partnership.id.to_string(),
        words::revoke_title(lang, &page.other.name),
    );
    match decide(facts(page), &Command::RevokeTenantAdmin, &page.actor, now) {
        Ok(_) => view! {
            <Dialog
                id="revoke-tenant-admin"
                opener=words::revoke(lang)
                title=title
                keep=words::keep_access(lang)
                form="revoke"
            >
                <p>{words::revoke_what(lang)}</p>
                <Form action=action form="revoke">
                    <input type="hidden" name="partnership" value=id/>
                    <Submit look="danger">{words::revoke(lang)}</Submit>
                </Form>
            </Dialog>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::revoke(lang) refusal=refusal look="danger"/> }
                .into_any()
        }
    }
}

fn grant(
    lang: Lang,
    page: &PartnershipPage,
    now: Timestamp,
    action: Posting<GrantTenantAdmin>,
) -> AnyView {
    let (id, title) = (
        page.partnership.id.to_string(),
        words::grant_title(lang, &page.other.name),
    );
    match decide(facts(page), &Command::GrantTenantAdmin, &page.actor, now) {
        Ok(_) => view! {
            <Dialog
                id="grant-tenant-admin"
                opener=words::grant(lang)
                look="quiet"
                title=title
                form="grant"
            >
                <p>{words::grant_what(lang)}</p>
                <Form action=action form="grant">
                    <input type="hidden" name="partnership" value=id/>
                    <Submit>{words::grant(lang)}</Submit>
                </Form>
            </Dialog>
        }
        .into_any(),
        Err(refusal) => view! { <RefusedBy label=words::grant(lang) refusal=refusal/> }.into_any(),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::testing::{day, partnership, provider, reseller};

    use super::*;

    #[test]
    fn access_that_was_given_again_is_not_that_of_the_beginning() {
        let mut partnership = partnership(&provider(), &reseller());
        let lead =
            |seen, partnership: &Partnership| lead(Lang::En, seen, partnership, day(40), "Contoso");
        for seen in [Seen::ByProvider, Seen::ByReseller] {
            assert!(lead(seen, &partnership).starts_with("With the partnership"));
        }
        let at = day(30);
        partnership.tenant_admin = TenantAdmin::Granted { at };
        for seen in [Seen::ByProvider, Seen::ByReseller] {
            let told = lead(seen, &partnership);
            assert!(
                told.contains("again") && told.contains(&date(Lang::En, at)),
                "{told}"
            );
        }
    }
}
