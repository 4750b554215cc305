//! Mails about what the operator has done to an organization.

use tierline_app::{
    i18n::{self, Lang},
    route,
};
use tierline_core::{
    Timestamp,
    organization::Organization,
    text::{EmailAddress, Reason},
};

use crate::{
    account::store::Recipient,
    config::PublicUrl,
    invitation::Token,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
};

mails! {
    /// To the first admin of a partner that the operator has put into the program.
    PartnerAdded = "partner_added", from the_portal, party organization, button link {
        organization: String,
        account: String,
        expires: String,
        link: String,
    }

    /// To the admins of a partner that the operator suspended.
    OrganizationSuspended = "organization_suspended", from the_portal, party organization, button link {
        organization: String,
        by_enrollment: bool,
        reason: String,
        link: String,
    }

    /// To the admins of a partner whose suspension the operator lifted. Its enrollment may suspend it still.
    SuspensionLifted = "suspension_lifted", from the_portal, party organization, button link {
        organization: String,
        by_enrollment: bool,
        reason: String,
        link: String,
    }

    /// To the global admins of a direct-bill partner that the operator marked for offboarding.
    OffboardingMarked = "offboarding_marked", from the_portal, party organization, button link {
        organization: String,
        from: String,
        reason: String,
        link: String,
    }

    /// To the global admins of a direct-bill partner whose mark the operator took back.
    OffboardingTakenBack = "offboarding_taken_back", from the_portal, party organization, button link {
        organization: String,
        reason: String,
        link: String,
    }
}

/// The letter about a suspension, or about its end, and whether its enrollment suspends the partner besides.
pub(super) fn suspension(
    organization: &Organization,
    (suspended, by_enrollment): (bool, bool),
    reason: &Reason,
    url: &PublicUrl,
) -> Letter {
    let (name, reason) = (organization.name.to_string(), reason.to_string());
    let link = url.join(route::OVERVIEW);
    let template = if suspended {
        Mail::from(OrganizationSuspended {
            organization: name,
            by_enrollment,
            reason,
            link,
        })
    } else {
        Mail::from(SuspensionLifted {
            organization: name,
            by_enrollment,
            reason,
            link,
        })
    };
    Letter::to_admins(organization.id, move |_| template.clone())
}

/// The letter about a mark for offboarding, or about its end.
pub(super) fn offboarding(organization: &Organization, reason: &Reason, url: &PublicUrl) -> Letter {
    let (name, reason) = (organization.name.to_string(), reason.to_string());
    let link = url.join(route::OVERVIEW);
    let from = organization.offboarding.as_ref().map(|mark| mark.from);
    Letter::to_global_admins(organization.id, move |lang| {
        let (organization, reason, link) = (name.clone(), reason.clone(), link.clone());
        match from {
            Some(from) => OffboardingMarked {
                organization,
                from: i18n::date(lang, from),
                reason,
                link,
            }
            .into(),
            None => OffboardingTakenBack {
                organization,
                reason,
                link,
            }
            .into(),
        }
    })
}

/// The letter to the first admin; the link is a secret.
pub(super) fn partner_added(
    organization: &Organization,
    address: &EmailAddress,
    (token, expires): (&Token, Timestamp),
    language: Lang,
    url: &PublicUrl,
) -> Letter {
    let template = PartnerAdded {
        organization: organization.name.to_string(),
        account: address.key(),
        expires: i18n::date_time(language, expires),
        link: url.join(&route::new_password(token.as_str())),
    };
    let to = Recipient {
        email: address.to_string(),
        language,
    };
    Letter::to_address(organization.id, to, template.into())
}
