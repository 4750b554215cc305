//! Mails that follow from a change. They are written at its end, in one statement per table.

use std::collections::HashMap;

use sqlx::PgConnection;
use tierline_app::i18n::Lang;
use tierline_core::ids::{OrganizationId, UserId};

use super::{CommandResult, Unit};
use crate::{
    account::store::{self, Recipient},
    mail::{self, Mail, NewMail},
};

/// A mail to everyone concerned, each in their own language.
pub(crate) struct Letter {
    /// The organization that the mail is about; none for a user's own account.
    about: Option<OrganizationId>,
    to: To,
    /// The user of this organization who sends it in person, and to whom answers go; none for an automatic mail.
    sender: Option<(UserId, OrganizationId)>,
    template: Box<dyn Fn(Lang) -> Mail + Send + Sync>,
}

/// The recipients of a letter.
enum To {
    /// Everyone who looks after the partners and customers of this organization.
    Admins(OrganizationId),
    /// The global admins of this organization, who sign for it.
    GlobalAdmins(OrganizationId),
    /// This user of the organization, or its admins if the user has left it.
    Member(UserId, OrganizationId),
    /// The admins of the organization, and this user of it.
    AdminsAnd(UserId, OrganizationId),
    /// The holder of this address.
    Address(Recipient),
}

impl Letter {
    /// To everyone who looks after the partners and customers of an organization.
    pub(crate) fn to_admins(
        organization: OrganizationId,
        template: impl Fn(Lang) -> Mail + Send + Sync + 'static,
    ) -> Letter {
        Letter {
            about: Some(organization),
            to: To::Admins(organization),
            sender: None,
            template: Box::new(template),
        }
    }

    /// To the global admins of an organization: what only they can act on.
    pub(crate) fn to_global_admins(
        organization: OrganizationId,
        template: impl Fn(Lang) -> Mail + Send + Sync + 'static,
    ) -> Letter {
        Letter {
            to: To::GlobalAdmins(organization),
            ..Letter::to_admins(organization, template)
        }
    }

    /// To this user of an organization, or to its admins if the user has left it.
    pub(crate) fn to_member(
        user: UserId,
        organization: OrganizationId,
        template: impl Fn(Lang) -> Mail + Send + Sync + 'static,
    ) -> Letter {
        Letter {
            about: Some(organization),
            to: To::Member(user, organization),
            sender: None,
            template: Box::new(template),
        }
    }

    /// To the admins of an organization and to this user of it, to each once.
    pub(crate) fn to_admins_and(
        user: UserId,
        organization: OrganizationId,
        template: impl Fn(Lang) -> Mail + Send + Sync + 'static,
    ) -> Letter {
        Letter {
            to: To::AdminsAnd(user, organization),
            ..Letter::to_admins(organization, template)
        }
    }

    /// To an address, about an organization.
    pub(crate) fn to_address(about: OrganizationId, to: Recipient, template: Mail) -> Letter {
        Letter {
            about: Some(about),
            to: To::Address(to),
            sender: None,
            template: Box::new(move |_| template.clone()),
        }
    }

    /// About a user's own account, which concerns no organization.
    pub(crate) fn to_owner(to: Recipient, template: Mail) -> Letter {
        Letter {
            about: None,
            to: To::Address(to),
            sender: None,
            template: Box::new(move |_| template.clone()),
        }
    }

    /// Sent by this user of an organization in person: answers go there.
    pub(crate) fn sent_by(self, user: UserId, organization: OrganizationId) -> Letter {
        Letter {
            sender: Some((user, organization)),
            ..self
        }
    }
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Letter")
            .field("about", &self.about)
            .finish_non_exhaustive()
    }
}

impl Unit<'_> {
    /// Queues letters to be sent after the change is made.
    pub(crate) fn send(&mut self, letters: impl IntoIterator<Item = Letter>) {
        self.letters.extend(letters);
    }

    /// Writes the queued letters.
    pub(super) async fn write_letters(&mut self) -> CommandResult<()> {
        let letters = std::mem::take(&mut self.letters);
        if letters.is_empty() {
            return Ok(());
        }
        let mails = mails(self.db, letters).await?;
        let contact = self.state.config.mail.contact.as_ref();
        mail::enqueue_all(self.db, self.context.now, contact, mails).await?;
        Ok(())
    }
}

/// The mails to everyone concerned, for the queue and for whoever looks at them before.
pub(crate) async fn mails(
    db: &mut PgConnection,
    letters: Vec<Letter>,
) -> Result<Vec<NewMail>, sqlx::Error> {
    let (mut members, mut organizations) = (Vec::new(), Vec::new());
    for letter in &letters {
        match letter.to {
            To::Admins(organization) | To::GlobalAdmins(organization) => {
                organizations.push(organization);
            }
            To::Member(user, organization) | To::AdminsAnd(user, organization) => {
                members.push(user);
                organizations.push(organization);
            }
            To::Address(_) => {}
        }
        if let Some((user, organization)) = letter.sender {
            members.push(user);
            organizations.push(organization);
        }
    }
    let known = if organizations.is_empty() {
        HashMap::new()
    } else {
        store::correspondents(db, &organizations, &members).await?
    };
    let mut mails = Vec::new();
    for letter in letters {
        let there = |organization| known.get(&organization).map_or(&[][..], Vec::as_slice);
        let to: Vec<Recipient> = match letter.to {
            To::Address(to) => vec![to],
            To::Admins(organization) => store::admins_of(there(organization)).collect(),
            To::GlobalAdmins(organization) => {
                store::global_admins_of(there(organization)).collect()
            }
            To::Member(user, organization) => {
                match there(organization).iter().find(|it| it.user == user) {
                    Some(member) => vec![member.recipient.clone()],
                    None => store::admins_of(there(organization)).collect(),
                }
            }
            To::AdminsAnd(user, organization) => {
                let user = there(organization).iter().find(|it| it.user == user);
                let user = user.filter(|it| !it.is_admin);
                let user = user.map(|it| it.recipient.clone());
                store::admins_of(there(organization)).chain(user).collect()
            }
        };
        let reply_to = letter.sender.and_then(|(user, organization)| {
            let sender = there(organization).iter().find(|it| it.user == user)?;
            Some((sender.name.clone(), sender.recipient.email.clone()))
        });
        mails.extend(to.into_iter().map(|to| NewMail {
            organization: letter.about.map(OrganizationId::into_uuid),
            template: (letter.template)(to.language),
            language: to.language,
            to: to.email,
            reply_to: reply_to.clone(),
        }));
    }
    Ok(mails)
}
