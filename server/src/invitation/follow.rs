//! What follows from what happens to an invitation: who is told by mail.

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
        template::{InvitationKind, MailTemplate},
    },
};

/// What the mails say besides the event.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    /// The invitation as it is afterwards.
    pub invitation: &'a Invitation,
    /// Whose doing it is: the inviter's, or that of whoever has answered it.
    pub by: &'a Party,
    /// Did the recipient have the link from the portal?
    pub was_mailed: bool,
    /// The whole of a link that was made just now: a secret.
    pub link: Option<&'a str>,
    /// The page of the partnership that has come of it.
    pub partnership: Option<&'a str>,
    pub url: &'a PublicUrl,
}

/// The letters that follow from these events.
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
            ..
        } => about
            .link
            .map(|link| invite(invitation, link))
            .into_iter()
            .collect(),
        Event::Accepted { organization, .. } => {
            let customer = route::customer(organization);
            let template = MailTemplate::InvitationAccepted {
                kind,
                accepter: by,
                link: url.join(about.partnership.unwrap_or(&customer)),
            };
            tell_inviters(invitation, &template)
        }
        Event::Declined { reason, .. } => {
            let template = MailTemplate::InvitationDeclined {
                kind,
                decliner: by,
                reason: reason.as_ref().map(ToString::to_string),
                link: url.join(&route::invitation(invitation.id)),
            };
            tell_inviters(invitation, &template)
        }
        // What the sender did with a link of their own is for them to say.
        Event::Canceled { .. } if !about.was_mailed => Vec::new(),
        Event::Canceled { .. } => {
            let template = MailTemplate::InvitationCanceled { kind, inviter: by };
            vec![Letter::to_address(
                invitation.inviter,
                recipient(invitation),
                template,
            )]
        }
        // Who mails the link from an own program is shown it; the rest is the inviter's own doing, or nobody's.
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

/// The inviter is told that an open invitation expires soon. Nothing happens to it by that.
pub(super) fn reminder(invitation: &Invitation, expires: Timestamp, url: &PublicUrl) -> Letter {
    let (kind, invited) = (
        mail_kind(invitation.kind),
        invitation.message.recipient.to_string(),
    );
    let link = url.join(&route::invitation(invitation.id));
    Letter::to_member(invitation.created_by, invitation.inviter, move |lang| {
        MailTemplate::ExpiryReminder {
            kind,
            invited: invited.clone(),
            expires: i18n::date(lang, expires),
            link: link.clone(),
        }
    })
}

fn invite(invitation: &Invitation, link: &str) -> Letter {
    let message = &invitation.message;
    let template = MailTemplate::Invitation {
        subject: message.subject.to_string(),
        body: message.text.as_str().replace(LINK_PLACEHOLDER, link),
        link: link.to_owned(),
    };
    Letter::to_address(invitation.inviter, recipient(invitation), template)
}

fn recipient(invitation: &Invitation) -> Recipient {
    let message = &invitation.message;
    Recipient {
        email: message.recipient.to_string(),
        language: language(message.language),
    }
}

/// To whoever sent the invitation, and for a joint one to the other partner's admins.
fn tell_inviters(invitation: &Invitation, template: &MailTemplate) -> Vec<Letter> {
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

/// Of which kind a mail speaks.
fn mail_kind(kind: Kind) -> InvitationKind {
    match kind {
        Kind::Partnership { .. } => InvitationKind::Partnership,
        Kind::Relationship { .. } | Kind::JointRelationship { .. } => InvitationKind::Relationship,
    }
}

/// The language of a message, as mails are written in.
fn language(language: Language) -> Lang {
    match language {
        Language::English => Lang::En,
        Language::TraditionalChinese => Lang::ZhHant,
        Language::SimplifiedChinese => Lang::ZhHans,
    }
}
