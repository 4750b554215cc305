use std::fmt;

use tierline_core::text::EmailAddress;

/// The message after a command, with the one-time password if there is one.
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
    /// A message without a one-time password.
    pub(crate) fn of(done: String) -> Report {
        Report {
            done,
            account: None,
        }
    }

    /// With an account that has a new one-time password.
    pub(crate) fn with_account(
        self,
        user_name: &EmailAddress,
        password: String,
        sign_in: String,
    ) -> Report {
        let account = Account {
            user_name: user_name.key(),
            password,
            sign_in,
        };
        Report {
            account: Some(account),
            ..self
        }
    }

    /// The account with its one-time password, where there is a new one.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        self.account.as_ref()
    }
}

/// A number of things, in words.
pub(crate) fn counted(number: usize, one: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {one}{plural}")
}

/// Names as they are typed.
pub(crate) fn names(codes: impl Iterator<Item = &'static str>) -> String {
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
             The password is shown only once and has to be changed at the first sign-in."
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
