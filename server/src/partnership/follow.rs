//! Mails after events of a partnership.

use tierline_app::{i18n, route};
use tierline_core::{
    ids::OrganizationId,
    organization::{Organization, Party},
    partnership::{Event, Partnership},
};

use crate::{
    config::PublicUrl,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
    relationship::follow::{GrantEnded, GrantKind},
};

mails! {
    /// To the other side of a partnership that one side ended.
    PartnershipEnded = "partnership_ended", from the_portal, party ended_by, button link {
        ended_by: String,
        reason: Option<String>,
        link: String,
    }

    /// To the provider of a reseller that has announced the end; `ends` is the date.
    PartnershipEnding = "partnership_ending", from the_portal, party ended_by, button link {
        ended_by: String,
        ends: String,
        reason: Option<String>,
        link: String,
    }

    /// To a customer of both, when their partnership is over.
    PartnersParted = "partners_parted", from the_portal, party reseller, button link {
        provider: String,
        reseller: String,
        link: String,
    }

    /// To the provider to which its reseller gives administrator access to its tenant again.
    TenantAdminGranted = "tenant_admin_granted", from the_portal, party reseller, button link {
        reseller: String,
        link: String,
    }
}

/// The letter for a customer that both serve, when their partnership is over.
pub(super) fn parted(
    customer: OrganizationId,
    provider: &Party,
    reseller: &Party,
    url: &PublicUrl,
) -> Letter {
    let template = Mail::from(PartnersParted {
        provider: provider.name.to_string(),
        reseller: reseller.name.to_string(),
        link: url.join(route::GRANTS),
    });
    Letter::to_global_admins(customer, move |_| template.clone())
}

/// The letters for these events. `known` are the organizations that the mails may name.
pub(super) fn letters(
    events: &[Event],
    partnership: &Partnership,
    known: &[&Organization],
    url: &PublicUrl,
) -> Vec<Letter> {
    let link = url.join(&route::partnership(partnership.id));
    let name = |id: OrganizationId| {
        known
            .iter()
            .find(|it| it.id == id)
            .map_or_else(String::new, |it| it.name.to_string())
    };
    let (provider, reseller) = (partnership.provider, partnership.reseller);
    let mut letters = Vec::new();
    for event in events {
        match event {
            // Covered by the mail about the accepted request.
            Event::Formed { .. } => {}
            Event::TenantAdminRevoked { .. } => {
                let template = Mail::from(GrantEnded {
                    grant: GrantKind::TenantAdmin,
                    ended_by: name(reseller),
                    customer: name(reseller),
                    message: None,
                    link: link.clone(),
                });
                letters.push(Letter::to_admins(provider, move |_| template.clone()));
            }
            Event::TenantAdminGranted { .. } => {
                let template = Mail::from(TenantAdminGranted {
                    reseller: name(reseller),
                    link: link.clone(),
                });
                letters.push(Letter::to_admins(provider, move |_| template.clone()));
            }
            Event::NoticeGiven {
                by, ends, reason, ..
            } => {
                let (ended_by, ends, link) = (name(*by), *ends, link.clone());
                let reason = reason.as_ref().map(ToString::to_string);
                letters.push(Letter::to_admins(other(partnership, *by), move |lang| {
                    Mail::from(PartnershipEnding {
                        ended_by: ended_by.clone(),
                        ends: i18n::date(lang, ends),
                        reason: reason.clone(),
                        link: link.clone(),
                    })
                }));
            }
            // A provider ends it at once. A reseller's notice was mailed with its reason when it was given; at its end
            // both sides are reminded.
            Event::Ended { by, reason, .. } => {
                let told = if *by == provider {
                    vec![(reseller, provider, reason.as_ref())]
                } else {
                    vec![(provider, reseller, None), (reseller, provider, None)]
                };
                for (to, ended_by, reason) in told {
                    let template = Mail::from(PartnershipEnded {
                        ended_by: name(ended_by),
                        reason: reason.map(ToString::to_string),
                        link: link.clone(),
                    });
                    letters.push(Letter::to_admins(to, move |_| template.clone()));
                }
            }
        }
    }
    letters
}

fn other(partnership: &Partnership, one: OrganizationId) -> OrganizationId {
    if one == partnership.provider {
        partnership.reseller
    } else {
        partnership.provider
    }
}
