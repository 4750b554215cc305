//! Mails about what the operator has done to an organization.

use tierline_app::route;
use tierline_core::{organization::Organization, text::Reason};

use crate::{
    config::PublicUrl,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
};

mails! {
    /// To the admins of a partner that the operator suspended.
    OrganizationSuspended = "organization_suspended", from the_portal, party organization, button link {
        organization: String,
        reason: String,
        link: String,
    }

    /// To the admins of a partner whose suspension the operator lifted.
    SuspensionLifted = "suspension_lifted", from the_portal, party organization, button link {
        organization: String,
        reason: String,
        link: String,
    }
}

/// The letter about a suspension, or about its end.
pub(super) fn suspension(
    organization: &Organization,
    suspended: bool,
    reason: &Reason,
    url: &PublicUrl,
) -> Letter {
    let (name, reason) = (organization.name.to_string(), reason.to_string());
    let link = url.join(route::OVERVIEW);
    let template = if suspended {
        Mail::from(OrganizationSuspended {
            organization: name,
            reason,
            link,
        })
    } else {
        Mail::from(SuspensionLifted {
            organization: name,
            reason,
            link,
        })
    };
    Letter::to_admins(organization.id, move |_| template.clone())
}
