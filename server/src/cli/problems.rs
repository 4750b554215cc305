use std::fmt;

use tierline_core::organization::Problem;

/// Everything that is wrong with what was asked for, each with its flag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Problems(Vec<String>);

/// The flags of a command that a problem from core can be about.
#[derive(Clone, Copy, Debug)]
pub struct Flags {
    pub organization: &'static str,
    pub user_name: &'static str,
}

impl Flags {
    /// Of what is about a user.
    pub const OF_USER: Flags = Flags {
        organization: "--organization",
        user_name: "--email",
    };
}

/// The outcome, or every problem that prevents it: a value rather than an error, so that all problems are reported.
pub(crate) type Done<T> = Result<T, Vec<Problem>>;

impl Problems {
    pub(super) fn new(lines: Vec<String>) -> Problems {
        Problems(lines)
    }

    pub(super) fn of(problems: &[Problem], flags: &Flags) -> Problems {
        let line = |problem: &Problem| {
            let flag = match problem {
                Problem::NoCapability
                | Problem::NotTogether { .. }
                | Problem::OperatorExists { .. } => "--capability",
                Problem::MpnOfNoPartner | Problem::MpnTaken { .. } => "--mpn",
                Problem::AgreementOfNoPartner => "--agreement",
                Problem::DomainTaken { .. } | Problem::UnknownOrganization { .. } => {
                    flags.organization
                }
                Problem::UserNameTaken { .. }
                | Problem::UserNameElsewhere { .. }
                | Problem::UnknownUser { .. }
                | Problem::HasJoined { .. }
                | Problem::NoSecondFactor { .. } => flags.user_name,
                Problem::NoRole | Problem::RoleElsewhere { .. } => "--role",
                Problem::NotAllowed { .. } => "--as",
                Problem::NoOperator => {
                    return format!(
                        "{problem}; add it first with `tierline organization add --capability operator`"
                    );
                }
                Problem::Blocked { .. } => {
                    return format!("--email: {problem}; to unblock the user, add --unblock");
                }
            };
            format!("{flag}: {problem}")
        };
        Problems(problems.iter().map(line).collect())
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("nothing was changed because:")?;
        self.iter()
            .try_for_each(|problem| write!(formatter, "\n  {problem}"))
    }
}
