//! Mails about what the operator has done to an organization.

use serde::Serialize;
use tierline_app::{
    account::words,
    i18n::{self, Lang, market},
    route,
};
use tierline_core::{
    Timestamp,
    account::{Restoration, User},
    ids::OrganizationId,
    market::Country,
    organization::{Capability, Event, Organization, Party, Profile, ReviewAccount},
    text::{AddressLine, EmailAddress, Reason},
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

    /// To a user whom the operator has helped in again.
    AccessRestored = "access_restored", from the_portal, party organization, button link {
        how: Help,
        account: String,
        organization: String,
        reason: String,
        expires: Option<String>,
        link: String,
    }

    /// To the global admins of a partner whose MPN ID or agreement the operator has entered.
    PartnerCompleted = "partner_completed", from the_portal, party organization, button link {
        organization: String,
        mpn: Option<String>,
        agreement: Option<String>,
        reason: String,
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

    /// To the global admins of a customer whose account the operator has put under review, and to its partners.
    CustomerReviewBegun = "customer_review_begun", from the_portal, party customer, button link {
        customer: String,
        reason: String,
        link: String,
    }

    /// To the same when the review has ended.
    CustomerReviewEnded = "customer_review_ended", from the_portal, party customer, button link {
        customer: String,
        reason: String,
        link: String,
    }

    /// To the global admins of a partner whose legal profile the operator corrected: each value before and after.
    ProfileCorrected = "profile_corrected", from the_portal, party organization, button link {
        organization: String,
        name_before: String,
        name_after: String,
        address_before: String,
        address_after: String,
        reason: String,
        link: String,
    }

    /// To the global admins of a partner to which the operator added a capability: one that it still enrolls for, or
    /// not.
    CapabilityAdded = "capability_added", from the_portal, party organization, button link {
        organization: String,
        capability: String,
        enrolls: bool,
        reason: String,
        link: String,
    }

    /// To the global admins of a partner whose legal location the operator changed, whether its review begins again,
    /// and whether its listing was taken off the directory.
    CountryChanged = "country_changed", from the_portal, party organization, button link {
        organization: String,
        before: String,
        after: String,
        region: String,
        again: bool,
        unlisted: bool,
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

/// The letters about the review of a customer's account, or about its end: to the customer, and to the partners that
/// serve it.
pub(super) fn account_review(
    customer: &Organization,
    partners: &[OrganizationId],
    (change, reason): (ReviewAccount, &Reason),
    url: &PublicUrl,
) -> Vec<Letter> {
    let mail = |link: String| {
        let (customer, reason) = (customer.name.to_string(), reason.to_string());
        match change {
            ReviewAccount::Begin => Mail::from(CustomerReviewBegun {
                customer,
                reason,
                link,
            }),
            ReviewAccount::End => Mail::from(CustomerReviewEnded {
                customer,
                reason,
                link,
            }),
        }
    };
    let own = mail(url.join(route::SUBSCRIPTIONS));
    let own = Letter::to_global_admins(customer.id, move |_| own.clone());
    let to_partner = |partner: &OrganizationId| {
        let mail = mail(url.join(&route::customer(customer.id)));
        Letter::to_admins(*partner, move |_| mail.clone())
    };
    [own]
        .into_iter()
        .chain(partners.iter().map(to_partner))
        .collect()
}

/// How the operator has helped a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Help {
    PasswordLink,
    SecondFactor,
    Unblocked,
}

/// The letter to a user whom the operator has helped in again. `token` is that of a link for another password, and a
/// secret.
pub(super) fn restored(
    (how, reason): (Restoration, &Reason),
    (user, to): (&User, Recipient),
    organization: &Party,
    (token, url): (Option<&Token>, &PublicUrl),
) -> Option<Letter> {
    let (how, expires, link) = match how {
        Restoration::PasswordLink { expires } => (
            Help::PasswordLink,
            Some(i18n::date_time(to.language, expires)),
            url.join(&route::new_password(token?.as_str())),
        ),
        Restoration::SecondFactor => (Help::SecondFactor, None, url.join(route::SECOND_FACTOR)),
        Restoration::Unblocked => (Help::Unblocked, None, url.join(route::OVERVIEW)),
    };
    let template = AccessRestored {
        how,
        account: user.user_name.to_string(),
        organization: organization.name.to_string(),
        reason: reason.to_string(),
        expires,
        link,
    };
    Some(Letter::to_address(organization.id, to, template.into()))
}

/// The letter about what the operator has entered for a partner.
pub(super) fn completed(
    organization: &Organization,
    events: &[Event],
    reason: &Reason,
    url: &PublicUrl,
) -> Option<Letter> {
    let entered = events.iter().find_map(|event| match event {
        Event::Completed { mpn, agreement, .. } => Some((
            mpn.as_ref().map(ToString::to_string),
            agreement.as_ref().map(|signed| signed.version.clone()),
        )),
        _ => None,
    });
    let (mpn, agreement) = entered?;
    let template = Mail::from(PartnerCompleted {
        organization: organization.name.to_string(),
        mpn,
        agreement,
        reason: reason.to_string(),
        link: url.join(route::OVERVIEW),
    });
    Some(Letter::to_global_admins(organization.id, move |_| {
        template.clone()
    }))
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

/// The letter about an added capability.
pub(super) fn capability_added(
    organization: &Organization,
    capability: Capability,
    reason: &Reason,
    url: &PublicUrl,
) -> Letter {
    let (name, reason) = (organization.name.to_string(), reason.to_string());
    let enrolls = !organization.capabilities.is_active(capability);
    let page = if enrolls {
        route::ENROLLMENT
    } else {
        route::OVERVIEW
    };
    let link = url.join(page);
    Letter::to_global_admins(organization.id, move |lang| {
        CapabilityAdded {
            organization: name.clone(),
            capability: words::a_capability(lang, capability).to_owned(),
            enrolls,
            reason: reason.clone(),
            link: link.clone(),
        }
        .into()
    })
}

/// The letter about a corrected legal profile.
pub(super) fn profile_corrected(
    organization: &Organization,
    (before, after): (&Profile, &Profile),
    reason: &Reason,
    url: &PublicUrl,
) -> Letter {
    let address = |profile: &Profile| {
        let lines: Vec<&str> = profile.address.iter().map(AddressLine::as_str).collect();
        lines.join(", ")
    };
    let mail = ProfileCorrected {
        organization: organization.name.to_string(),
        name_before: before.name.to_string(),
        name_after: after.name.to_string(),
        address_before: address(before),
        address_after: address(after),
        reason: reason.to_string(),
        link: url.join(route::LEGAL_INFO),
    };
    Letter::to_global_admins(organization.id, move |_| mail.clone().into())
}

/// The letter about another legal location: the country before, and whether the review begins again.
pub(super) fn country_changed(
    organization: &Organization,
    (before, again, unlisted): (Country, bool, bool),
    reason: &Reason,
    url: &PublicUrl,
) -> Letter {
    let (name, reason) = (organization.name.to_string(), reason.to_string());
    let (after, link) = (organization.country, url.join(route::LEGAL_INFO));
    Letter::to_global_admins(organization.id, move |lang| {
        CountryChanged {
            organization: name.clone(),
            before: market::country(lang, before).to_owned(),
            after: market::country(lang, after).to_owned(),
            region: market::region(lang, after.region()).to_owned(),
            again,
            unlisted,
            reason: reason.clone(),
            link: link.clone(),
        }
        .into()
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
