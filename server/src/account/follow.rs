//! Mails after an account event: the owner is told of every change to the second factor, in case somebody else has made
//! it.

use tierline_app::route;
use tierline_core::account::Event;

use super::store::Account;
use crate::{
    config::PublicUrl,
    pipeline::{CommandResult, Unit, letter::Letter, template::MailTemplate},
};

/// Records the event and mails the account's owner.
pub(super) async fn happen(
    unit: &mut Unit<'_>,
    account: &mut Account,
    event: Event,
) -> CommandResult<()> {
    let letters: Vec<Letter> = letter(&event, account, unit.public_url())
        .into_iter()
        .collect();
    unit.send(letters);
    unit.apply_events(&mut account.stored, &[event]).await
}

fn letter(event: &Event, account: &Account, url: &PublicUrl) -> Option<Letter> {
    let owner = account.recipient();
    let (account, link) = (owner.email.clone(), url.join(route::SECOND_FACTOR));
    let template = match event {
        Event::SecondFactorSetUp { factor, .. } => MailTemplate::SecondFactorSetUp {
            account,
            factor: *factor,
            link,
        },
        Event::FactorAdded { factor, .. } | Event::FactorRemoved { factor, .. } => {
            MailTemplate::FactorChanged {
                account,
                factor: *factor,
                added: matches!(event, Event::FactorAdded { .. }),
                link,
            }
        }
        Event::SecondFactorTurnedOff { .. } | Event::SecondFactorReset { .. } => {
            MailTemplate::SecondFactorTurnedOff {
                account,
                by_operator: matches!(event, Event::SecondFactorReset { .. }),
                by_admin_of: None,
                link,
            }
        }
        Event::RecoveryCodesRenewed { .. } => MailTemplate::RecoveryCodesRenewed { account, link },
        Event::RecoveryCodeUsed { left, .. } => MailTemplate::RecoveryCodeUsed {
            account,
            left: *left,
            link,
        },
        // What an organization's admin does is told by user management.
        Event::Added { .. }
        | Event::Joined { .. }
        | Event::JoinedByInvitation { .. }
        | Event::Renamed { .. }
        | Event::RolesChanged { .. }
        | Event::MemberBlocked { .. }
        | Event::MemberUnblocked { .. }
        | Event::MemberRemoved { .. }
        | Event::PasswordLinkSent { .. }
        | Event::SecondFactorResetByAdmin { .. }
        | Event::PasswordChanged { .. }
        | Event::PasswordReset { .. }
        | Event::SetupRenewed { .. } => return None,
    };
    Some(Letter::to_owner(owner, template))
}
