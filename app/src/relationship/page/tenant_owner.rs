//! Whether a reseller is tenant owner of the customer on the cloud platform, and the button that changes it.

use leptos::prelude::*;
use tierline_core::{
    actor::Actor,
    organization::{Organization, Party},
    relationship::{Relationship, Side, TenantOwnerChange, TenantOwnerFacts, change_tenant_owner},
};

use crate::{
    context::use_now,
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment},
    refusal::RefusedBy,
    relationship::{
        api::{ChangeTenantOwner, GIVE, TAKE},
        model::{GrantedPartner, GrantsPage},
        words::page as words,
    },
};

/// Of a reseller, where the customer has a plan of the cloud platform or the reseller is tenant owner already.
pub(super) fn section(
    lang: Lang,
    page: &GrantsPage,
    partner: &GrantedPartner,
    action: Posting<ChangeTenantOwner>,
) -> Option<AnyView> {
    let relationship = &partner.relationship;
    let owner = relationship.tenant_owner;
    let is_reseller = relationship.side == Side::IndirectReseller;
    if !is_reseller || !(page.has_platform || relationship.owns_tenant()) {
        return None;
    }
    let (change, then, look) = match owner {
        Some(_) => (TenantOwnerChange::TakeAway, TAKE, "danger"),
        None => (TenantOwnerChange::Give, GIVE, "quiet"),
    };
    let (says, label) = match owner {
        Some(_) => (words::is_owner(lang), words::take_ownership(lang)),
        None => (words::is_no_owner(lang), words::give_ownership(lang)),
    };
    let since = owner.map(|owner| {
        let since = owner.since;
        view! { " " <Moment at=since day=true/> }
    });
    let id = relationship.id.to_string();
    let parts = (&page.organization, &page.actor, page.has_platform);
    let refusal = refused(relationship, &partner.partner, parts, change);
    let button = match refusal {
        Some(refusal) => {
            let key = format!("why-owner-{id}");
            view! { <RefusedBy label=label refusal=refusal id=key/> }.into_any()
        }
        None => {
            let form = format!("owner-{id}");
            view! {
                <Form action=action form=form>
                    <input type="hidden" name="relationship" value=id/>
                    <input type="hidden" name="then" value=then/>
                    <Submit look=look>{label}</Submit>
                </Form>
            }
            .into_any()
        }
    };
    Some(
        view! {
            <p><strong>{words::tenant_owner(lang)}</strong> ": " {says} {since}</p>
            <p class="muted">{words::tenant_owner_why(lang)}</p>
            <div class="actions">{button}</div>
        }
        .into_any(),
    )
}

/// As core would decide now.
fn refused(
    relationship: &Relationship,
    partner: &Party,
    (customer, actor, has_platform): (&Organization, &Actor, bool),
    change: TenantOwnerChange,
) -> Option<tierline_core::Refusal> {
    let facts = TenantOwnerFacts {
        relationship,
        customer,
        partner,
        has_platform,
    };
    change_tenant_owner(facts, change, actor, use_now()).err()
}
