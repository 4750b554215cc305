//! Mails to users and to those who are to be users.

use serde::Serialize;
use tierline_app::{
    i18n::{self, Lang},
    list::words::list as several,
    member::list,
    route,
};
use tierline_core::{
    account::{Event, User},
    member::{InvitedTo, MemberInvitation},
    organization::Party,
};

use crate::{
    account::{follow::SecondFactorTurnedOff, store::Recipient},
    config::PublicUrl,
    invitation::Token,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
};

mails! {
    /// To somebody who is to become a user of an organization.
    MemberInvited = "member_invited", from the_portal, party organization, button link {
        by: String,
        organization: String,
        roles: String,
        groups: Option<String>,
        expires: String,
        link: String,
    }

    /// To a user, who chooses another password by the link.
    PasswordLink = "password_link", from the_portal, party organization, button link {
        account: String,
        organization: String,
        expires: String,
        link: String,
    }

    /// To a user, after an admin of an organization has changed what the user may do there.
    AccessChanged = "access_changed", from the_portal, party organization, button link {
        change: AccessChange,
        account: String,
        organization: String,
        roles: String,
        link: String,
    }
}

/// What an admin has done to a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AccessChange {
    Roles,
    Blocked,
    Unblocked,
    Removed,
    Restored,
}

/// The invitation of a new user; `link` is a secret.
pub(super) fn invite(
    (invitation, to): (&MemberInvitation, Option<InvitedTo>),
    (organization, by): (&Party, &str),
    expires: tierline_core::Timestamp,
    (token, url): (&Token, &PublicUrl),
    language: Lang,
) -> Letter {
    let template = MemberInvited {
        by: by.to_owned(),
        organization: organization.name.to_string(),
        roles: list::roles(language, invitation.roles),
        groups: to.map(|to| several(language, to.groups.iter().map(|group| group.as_str()))),
        expires: i18n::date_time(language, expires),
        link: url.join(&route::join(token.as_str())),
    };
    let to = Recipient {
        email: invitation.address.to_string(),
        language,
    };
    Letter::to_address(organization.id, to, template.into())
}

/// The letter after a change of a user, to that user. `token` is that of a link for another password.
pub(super) fn changed(
    event: &Event,
    user: &User,
    organization: &Party,
    to: Recipient,
    (token, url): (Option<&Token>, &PublicUrl),
) -> Option<Letter> {
    let account = user.user_name.to_string();
    let name = organization.name.to_string();
    let template = match event {
        Event::PasswordLinkSent { expires, .. } => Mail::from(PasswordLink {
            account,
            organization: name,
            expires: i18n::date_time(to.language, *expires),
            link: url.join(&route::new_password(token?.as_str())),
        }),
        Event::SecondFactorResetByAdmin { .. } => Mail::from(SecondFactorTurnedOff {
            account,
            by_operator: false,
            by_admin_of: Some(name),
            link: url.join(route::SECOND_FACTOR),
        }),
        _ => Mail::from(AccessChanged {
            change: change(event)?,
            account,
            organization: name,
            roles: list::roles(to.language, user.roles_in(organization.id)),
            link: url.join(route::OVERVIEW),
        }),
    };
    Some(Letter::to_address(organization.id, to, template))
}

fn change(event: &Event) -> Option<AccessChange> {
    match event {
        Event::RolesChanged { .. } => Some(AccessChange::Roles),
        Event::MemberBlocked { .. } => Some(AccessChange::Blocked),
        Event::MemberUnblocked { .. } => Some(AccessChange::Unblocked),
        Event::MemberRemoved { .. } => Some(AccessChange::Removed),
        Event::MemberRestored { .. } => Some(AccessChange::Restored),
        // The owner sees the name on every page.
        _ => None,
    }
}
