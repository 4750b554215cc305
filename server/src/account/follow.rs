//! Mails after an account event: the owner is told of every change to the second factor, in case somebody else has made
//! it.

use tierline_app::route;
use tierline_core::account::{Event, Factor};

use super::store::Account;
use crate::{
    config::PublicUrl,
    pipeline::{
        CommandResult, Unit,
        letter::Letter,
        template::{Mail, mails},
    },
};

mails! {
    /// To the account's owner, in case somebody else has made the change. `factor` is the factor that signing in now
    /// asks for.
    SecondFactorSetUp = "second_factor_set_up", from the_portal, button link {
        account: String,
        factor: Factor,
        link: String,
    }

    /// The same, when a factor was added or removed.
    FactorChanged = "factor_changed", from the_portal, button link {
        account: String,
        factor: Factor,
        added: bool,
        link: String,
    }

    RecoveryCodeUsed = "recovery_code_used", from the_portal, button link {
        account: String,
        left: u32,
        link: String,
    }

    RecoveryCodesRenewed = "recovery_codes_renewed", from the_portal, button link {
        account: String,
        link: String,
    }

    /// The same; `by_operator` when the operator has turned it off, `by_admin_of` when an admin of that organization
    /// has.
    SecondFactorTurnedOff = "second_factor_turned_off", from the_portal, button link {
        account: String,
        by_operator: bool,
        by_admin_of: Option<String>,
        link: String,
    }
}

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
        Event::SecondFactorSetUp { factor, .. } => Mail::from(SecondFactorSetUp {
            account,
            factor: *factor,
            link,
        }),
        Event::FactorAdded { factor, .. } | Event::FactorRemoved { factor, .. } => {
            Mail::from(FactorChanged {
                account,
                factor: *factor,
                added: matches!(event, Event::FactorAdded { .. }),
                link,
            })
        }
        Event::SecondFactorTurnedOff { .. } | Event::SecondFactorReset { .. } => {
            Mail::from(SecondFactorTurnedOff {
                account,
                by_operator: matches!(event, Event::SecondFactorReset { .. }),
                by_admin_of: None,
                link,
            })
        }
        Event::RecoveryCodesRenewed { .. } => Mail::from(RecoveryCodesRenewed { account, link }),
        Event::RecoveryCodeUsed { left, .. } => Mail::from(RecoveryCodeUsed {
            account,
            left: *left,
            link,
        }),
        // What an organization's admin or the operator does for a user is told where it is done.
        Event::Added { .. }
        | Event::AddedByAdmin { .. }
        | Event::MemberRestored { .. }
        | Event::PasswordResetByAdmin { .. }
        | Event::Joined { .. }
        | Event::JoinedByInvitation { .. }
        | Event::Renamed { .. }
        | Event::FirstAdminCorrected { .. }
        | Event::RolesChanged { .. }
        | Event::MemberBlocked { .. }
        | Event::MemberUnblocked { .. }
        | Event::CustomersNarrowed { .. }
        | Event::MemberRemoved { .. }
        | Event::PasswordLinkSent { .. }
        | Event::SecondFactorResetByAdmin { .. }
        | Event::AccessRestored { .. }
        | Event::PasswordChanged { .. }
        | Event::PasswordReset { .. }
        | Event::SetupRenewed { .. } => return None,
    };
    Some(Letter::to_owner(owner, template))
}
