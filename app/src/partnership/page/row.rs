//! A partner in the list, with its available actions.

use leptos::prelude::*;
use tierline_core::{
    Refusal, Timestamp,
    access::{self, Action},
    actor::Actor,
    organization::{Capability, Organization},
    partnership::{self, Partnership},
};

use super::look;
use crate::{
    context::use_lang,
    i18n::{Moment, market},
    partnership::{
        list::{Seen, signed},
        model::PartnerRow,
        words,
    },
    refusal::RefusedBy,
    route,
    ui::{Badge, ButtonLink, Count, Deadline, Menu, StateBadge, Tone, words as ui},
};

/// One row.
#[component]
pub(super) fn Row(
    seen: Seen,
    row: PartnerRow,
    organization: Organization,
    actor: Actor,
    now: Timestamp,
) -> impl IntoView {
    let lang = use_lang();
    let partner = row.partner.id.to_string();
    let state = look(&row.partnership, now);
    let ends = row
        .partnership
        .ends()
        .filter(|_| row.partnership.is_active(now));
    let label = match seen {
        Seen::ByProvider => words::add_new_customer(lang),
        Seen::ByReseller => words::invite_new_customers(lang),
    };
    let href = match seen {
        Seen::ByProvider => route::with_query(route::NEW_CUSTOMER, "reseller", &partner),
        Seen::ByReseller => route::with_query(route::INVITE_FOR_BOTH, "provider", &partner),
    };
    let (button, in_menu) = match may_begin(seen, &row.partnership, &organization, &actor, now) {
        Ok(()) => (
            view! { <ButtonLink href=href.clone()>{label}</ButtonLink> }.into_any(),
            view! { <a href=href>{label}</a> }.into_any(),
        ),
        Err(refusal) => {
            let (id, other) = (format!("why-{partner}"), format!("why-too-{partner}"));
            (
                view! { <RefusedBy label=label refusal=refusal.clone() id=id/> }.into_any(),
                view! { <RefusedBy label=label refusal=refusal id=other/> }.into_any(),
            )
        }
    };
    let customers = route::with_query(route::CUSTOMERS, "filter", &partner);
    let menu = ui::more_for(lang, &row.partner.name);
    let agreement = (seen == Seen::ByProvider).then(|| {
        let word = signed(lang, row.signed);
        let shown = if row.signed {
            view! { <span class="muted">{word}</span> }.into_any()
        } else {
            view! { <Badge tone=Tone::Warning>{word}</Badge> }.into_any()
        };
        view! { <td data-label=words::agreement(lang)>{shown}</td> }
    });
    let mpn = row.mpn.unwrap_or_else(|| words::mpn_none(lang).to_owned());
    view! {
        <tr>
            <th scope="row">
                <a href=route::partnership(row.partnership.id)>{row.partner.name.to_string()}</a>
            </th>
            <td class="cell-second" data-label=words::country(lang)>{market::country(lang, row.country)}</td>
            <td data-label=words::mpn(lang)>{mpn}</td>
            <td class="numeric" data-label=words::shared_customers(lang)><Count n=row.shared_customers/></td>
            <td class="cell-last" data-label=words::since(lang)><Moment at=row.partnership.since day=true short=true/></td>
            <td class="cell-value" data-label=words::state(lang)>
                <StateBadge state=state/>
                {ends.map(|at| view! { <div class="muted">{words::ends(lang)} " " <Deadline at=at bare=true short=true/></div> })}
            </td>
            {agreement}
            <td class="row-actions">
                <span class="row-main">{button}</span>
                <Menu id=format!("menu-{partner}") label=menu>
                    <li class="menu-main">{in_menu}</li>
                    <li><a href=customers>{words::view_customers(lang)}</a></li>
                </Menu>
            </td>
        </tr>
    }
}

/// Whether new business may be begun with this partner. The server decides again.
pub(super) fn may_begin(
    seen: Seen,
    partnership: &Partnership,
    organization: &Organization,
    actor: &Actor,
    now: Timestamp,
) -> Result<(), Refusal> {
    let (action, capability) = match seen {
        Seen::ByProvider => (Action::CreateCustomer, Capability::IndirectProvider),
        Seen::ByReseller => (Action::InviteForBoth, Capability::IndirectReseller),
    };
    access::authorize_role(organization, actor, action)?;
    access::may_transact(organization, capability)?;
    match partnership.ends() {
        Some(ends) if !partnership.is_active(now) => {
            Err(partnership::Refusal::PartnershipEnded { ends }.into())
        }
        _ => Ok(()),
    }
}
