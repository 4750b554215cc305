//! Mails after events of an invitation.

use serde::Serialize;
use tierline_app::{
    i18n::{self, Lang},
    route,
};
use tierline_core::{
    Timestamp,
    invitation::{Delivery, Event, Invitation, Kind, LINK_PLACEHOLDER, Language},
    organization::Party,
};

use crate::{
    account::store::Recipient,
    config::PublicUrl,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
};

mails! {
    /// An invitation in its sender's words; `link` is in `body` already and becomes a button as well.
    InvitationMail = "invitation", from a_person, button link {
        subject: String,
        body: String,
        link: String,
    }

    InvitationAccepted = "invitation_accepted", from the_portal, party accepter, button link {
        kind: InvitationKind,
        accepter: String,
        link: String,
    }

    InvitationDeclined = "invitation_declined", from the_portal, party decliner, button link {
        kind: InvitationKind,
        decliner: String,
        reason: Option<String>,
        link: String,
    }

    /// To the recipient of an invitation: its link is no longer valid.
    InvitationCanceled = "invitation_canceled", from a_person, party inviter {
        kind: InvitationKind,
        inviter: String,
    }

    /// To the inviter, about an invitation that is still unanswered.
    ExpiryReminder = "expiry_reminder", from the_portal, button link {
        kind: InvitationKind,
        invited: String,
        expires: String,
        link: String,
    }
}

/// The relation that accepting an invitation creates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum InvitationKind {
    Partnership,
    Relationship,
}

/// Facts for the mails beyond the event.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    /// The invitation after the events.
    pub invitation: &'a Invitation,
    /// The acting party: the inviter, or the organization that has answered.
    pub by: &'a Party,
    /// Whether the portal has mailed the link to the recipient.
    pub was_mailed: bool,
    /// The full URL of a link that was just made: a secret.
    pub link: Option<&'a str>,
    /// The page of the resulting partnership.
    pub partnership: Option<&'a str>,
    pub url: &'a PublicUrl,
}

/// The letters for these events.
pub(super) fn letters(events: &[Event], about: &About<'_>) -> Vec<Letter> {
    events
        .iter()
        .flat_map(|event| follow(event, about))
        .collect()
}

fn follow(event: &Event, about: &About<'_>) -> Vec<Letter> {
    let invitation = about.invitation;
    let (kind, url) = (mail_kind(invitation.kind), about.url);
    let by = about.by.name.to_string();
    match event {
        Event::Sent {
            delivery: Delivery::Portal,
            by,
            ..
        } => about
            .link
            .map(|link| invite(invitation, link).sent_by(*by, invitation.inviter))
            .into_iter()
            .collect(),
        Event::Accepted { organization, .. } => {
            let customer = route::customer(organization);
            let template = Mail::from(InvitationAccepted {
                kind,
                accepter: by,
                link: url.join(about.partnership.unwrap_or(&customer)),
            });
            tell_inviters(invitation, &template)
        }
        Event::Declined { reason, .. } => {
            let template = Mail::from(InvitationDeclined {
                kind,
                decliner: by,
                reason: reason.as_ref().map(ToString::to_string),
                link: url.join(&route::invitation(invitation.id)),
            });
            tell_inviters(invitation, &template)
        }
        // The sender of an own mail tells the recipient.
        Event::Canceled { .. } if !about.was_mailed => Vec::new(),
        Event::Canceled { by: sender, .. } => {
            let template = Mail::from(InvitationCanceled { kind, inviter: by });
            let letter = Letter::to_address(invitation.inviter, recipient(invitation), template);
            vec![letter.sent_by(*sender, invitation.inviter)]
        }
        // A sender who mails the link personally sees it on the page; the other events come from the inviter, or from
        // no known user.
        Event::Sent {
            delivery: Delivery::OwnMail,
            ..
        }
        | Event::Drafted { .. }
        | Event::Edited { .. }
        | Event::Opened { .. }
        | Event::Expired { .. } => Vec::new(),
    }
}

/// Tells the inviter that an open invitation expires soon. The invitation does not change.
pub(super) fn reminder(invitation: &Invitation, expires: Timestamp, url: &PublicUrl) -> Letter {
    let (kind, invited) = (
        mail_kind(invitation.kind),
        invitation.message.recipient.to_string(),
    );
    let link = url.join(&route::invitation(invitation.id));
    Letter::to_member(invitation.created_by, invitation.inviter, move |lang| {
        Mail::from(ExpiryReminder {
            kind,
            invited: invited.clone(),
            expires: i18n::date(lang, expires),
            link: link.clone(),
        })
    })
}

fn invite(invitation: &Invitation, link: &str) -> Letter {
    let message = &invitation.message;
    let template = Mail::from(InvitationMail {
        subject: message.subject.to_string(),
        body: message.text.as_str().replace(LINK_PLACEHOLDER, link),
        link: link.to_owned(),
    });
    Letter::to_address(invitation.inviter, recipient(invitation), template)
}

fn recipient(invitation: &Invitation) -> Recipient {
    let message = &invitation.message;
    Recipient {
        email: message.recipient.to_string(),
        language: language(message.language),
    }
}

/// Letters to the sender of the invitation and, for a joint one, to the other partner's admins.
fn tell_inviters(invitation: &Invitation, template: &Mail) -> Vec<Letter> {
    let same = template.clone();
    let mut letters = vec![Letter::to_member(
        invitation.created_by,
        invitation.inviter,
        move |_| same.clone(),
    )];
    if let Kind::JointRelationship { provider, .. } = invitation.kind {
        let same = template.clone();
        letters.push(Letter::to_admins(provider, move |_| same.clone()));
    }
    letters
}

/// The kind of an invitation in mails.
fn mail_kind(kind: Kind) -> InvitationKind {
    match kind {
        Kind::Partnership { .. } => InvitationKind::Partnership,
        Kind::Relationship { .. } | Kind::JointRelationship { .. } => InvitationKind::Relationship,
    }
}

/// A message's language as the language of mails.
fn language(language: Language) -> Lang {
    match language {
        Language::English => Lang::En,
        Language::TraditionalChinese => Lang::ZhHant,
        Language::SimplifiedChinese => Lang::ZhHans,
    }
}
