use std::fmt;

use tierline_core::{
    organization::{Capability, Organization},
    role::RoleSet,
    text::EmailAddress,
};

/// What was done, with the one-time password where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    done: String,
    account: Option<Account>,
}

/// A work account that one can sign in with now.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Its name.
    pub user_name: String,
    /// Good for one sign-in, at which it has to be changed.
    pub password: String,
    sign_in: String,
}

impl Report {
    pub(super) fn organization(
        organization: &Organization,
        user_name: &EmailAddress,
        password: String,
        sign_in: String,
    ) -> Report {
        Report::of(state_of(organization), user_name, password, sign_in)
    }

    pub(super) fn completed(organization: &Organization) -> Report {
        Report {
            done: state_of(organization),
            account: None,
        }
    }

    pub(super) fn user(
        organization: &Organization,
        roles: RoleSet,
        user_name: &EmailAddress,
        password: String,
        sign_in: String,
    ) -> Report {
        let roles = names(roles.iter().map(|role| role.code()));
        let done = format!("{} has a new user: {roles}.", organization.name);
        Report::of(done, user_name, password, sign_in)
    }

    pub(super) fn password(
        unblocked: bool,
        user_name: &EmailAddress,
        password: String,
        sign_in: String,
    ) -> Report {
        let mut done = "The password is a new one, and every session has ended.".to_owned();
        if unblocked {
            done.push_str("\nThe account was blocked, and is not any more.");
        }
        Report::of(done, user_name, password, sign_in)
    }

    pub(super) fn second_factor(user_name: &EmailAddress) -> Report {
        Report {
            done: format!(
                "{} signs in with the password alone until a second factor is set up again, and every session has ended.",
                user_name.key()
            ),
            account: None,
        }
    }

    fn of(done: String, user_name: &EmailAddress, password: String, sign_in: String) -> Report {
        Report {
            done,
            account: Some(Account {
                user_name: user_name.key(),
                password,
                sign_in,
            }),
        }
    }

    /// The account with its one-time password, where there is a new one.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        self.account.as_ref()
    }
}

/// What an organization is in the program, and what it is still without.
fn state_of(organization: &Organization) -> String {
    let is = Capability::ALL
        .into_iter()
        .filter(|capability| organization.capabilities.is_active(*capability));
    let mut state = format!(
        "{} is in the program: {}, domain {}, market {} (region {}).",
        organization.name,
        names(is.map(Capability::code)),
        organization.domain,
        organization.country,
        organization.country.region().code(),
    );
    if organization.capabilities.is_partner()
        && (organization.mpn.is_none() || organization.agreement.is_none())
    {
        state.push_str(
            "\nWithout an MPN ID and a signed partner agreement it does no new business.\n\
             Enter them with `tierline organization complete`.",
        );
    }
    state
}

fn names(codes: impl Iterator<Item = &'static str>) -> String {
    let names: Vec<String> = codes.map(|code| code.replace('_', "-")).collect();
    names.join(", ")
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.done)?;
        let Some(account) = &self.account else {
            return Ok(());
        };
        let Account {
            user_name,
            password,
            sign_in,
        } = account;
        write!(
            formatter,
            "\n\n  sign in at         {sign_in}\n  work account       {user_name}\n  one-time password  {password}\n\n\
             The password is shown this once, and has to be changed at the first sign-in."
        )
    }
}

/// A password is not for logs.
impl fmt::Debug for Account {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Account")
            .field("user_name", &self.user_name)
            .finish_non_exhaustive()
    }
}
