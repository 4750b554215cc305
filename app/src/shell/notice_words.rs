//! Notices after an action: `…?done=CODE` shows the text of that code, and nothing for an unknown one. Each area has
//! its own notices, in its file `told`; this puts them together.

use crate::{account, i18n::Lang, invitation, ui::Tone};

/// One type for the notices of all areas. A code names one notice in all of them.
macro_rules! umbrella {
    ($($name:ident($area:ident),)*) => {
        /// A finished action of any area, reported on the page that follows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Notice {
            $(#[doc = concat!("Of `", stringify!($area), "`.")] $name(crate::$area::told::Notice),)*
        }

        impl Notice {
            /// All of them, by area.
            #[cfg(test)]
            fn all() -> Vec<Notice> {
                let all = [$(crate::$area::told::Notice::ALL.iter().copied().map(Notice::$name).collect(),)*];
                all.into_iter().flat_map(|of_area: Vec<Notice>| of_area).collect()
            }

            /// The one with this code, which may come from an address or from another version.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Notice> {
                None$(.or_else(|| crate::$area::told::Notice::from_code(code).map(Notice::$name)))*
            }

            /// The stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Notice::$name(notice) => notice.code(),)* }
            }

            /// The text.
            #[must_use]
            pub fn words(self, lang: Lang) -> &'static str {
                match self { $(Notice::$name(notice) => notice.words(lang),)* }
            }
        }

        $(impl From<crate::$area::told::Notice> for Done {
            fn from(notice: crate::$area::told::Notice) -> Done {
                Done::Notice(Notice::$name(notice))
            }
        })*
    };
}

umbrella! {
    Account(account),
    Organization(organization),
    Catalog(catalog),
    Agreement(agreement),
    Member(member),
    Membership(membership),
    Operator(operator),
    Review(review),
    Partnership(partnership),
    Invitation(invitation),
    Relationship(relationship),
    Customer(customer),
    Group(group),
    License(license),
    Directory(directory),
    Order(order),
    OrderRequest(order_request),
    Subscription(subscription),
    Mail(mail),
    Import(import),
    Enrollment(enrollment),
    Program(program),
    Demo(demo),
}

/// The prefix of the codes of a used recovery code.
const CODES_LEFT: &str = "recovery_code_used_";

/// The notice on the page that follows: a fixed one, or the number of recovery codes left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// A notice.
    Notice(Notice),
    /// A recovery code was used; this many are left.
    RecoveryCodeUsed(u32),
}

impl Done {
    /// The code in the address.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Done::Notice(notice) => notice.code().to_owned(),
            Done::RecoveryCodeUsed(left) => format!("{CODES_LEFT}{left}"),
        }
    }

    /// The notice of this code of an address.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Done> {
        match code.strip_prefix(CODES_LEFT) {
            Some(left) => left.parse().ok().map(Done::RecoveryCodeUsed),
            None => Notice::from_code(code).map(Done::Notice),
        }
    }

    /// The text.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        match self {
            Done::Notice(notice) => notice.words(lang).to_owned(),
            Done::RecoveryCodeUsed(left) => account::told::done_recovery_code_used(lang, left),
        }
    }

    /// The meaning of its color: not every notice is of a success.
    #[must_use]
    pub const fn tone(self) -> Tone {
        match self {
            Done::Notice(
                Notice::Invitation(
                    invitation::told::Notice::CheckFirst
                    | invitation::told::Notice::DraftKeptUnsent,
                )
                | Notice::Account(account::told::Notice::CodeExpired),
            )
            | Done::RecoveryCodeUsed(0) => Tone::Warning,
            Done::Notice(_) | Done::RecoveryCodeUsed(_) => Tone::Success,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_code_names_one_notice() {
        let all = Notice::all();
        let codes: HashSet<&str> = all.iter().map(|notice| notice.code()).collect();
        assert_eq!(codes.len(), all.len());
        for notice in all {
            assert_eq!(
                Done::from_code(notice.code()),
                Some(Done::Notice(notice)),
                "{notice:?}"
            );
        }
        assert_eq!(Done::from_code("no_such_code"), None);
    }

    #[test]
    fn what_was_not_done_is_no_success() {
        for notice in Notice::all() {
            let done = Done::Notice(notice);
            let was_done =
                !["check_first", "draft_kept_unsent", "code_expired"].contains(&notice.code());
            let expected = if was_done {
                Tone::Success
            } else {
                Tone::Warning
            };
            assert_eq!(done.tone(), expected, "{notice:?}");
        }
    }

    #[test]
    fn codes_in_addresses_stay_as_they_are() {
        for code in [
            "signed_out",
            "password_changed",
            "second_factor_on",
            "proved",
            "app_added",
            "passkey_added",
            "factor_removed",
            "second_factor_off",
            "recovery_codes_renewed",
            "code_expired",
            "session_ended",
            "other_sessions_ended",
            "customer_abandoned",
            "order_placed",
            "grant_ended",
            "relationship_ended",
            "clock_moved",
            "mail_resent",
            "draft_kept",
            "draft_kept_unsent",
            "check_first",
            "invitation_sent",
            "invitation_canceled",
            "invitation_accepted",
            "invitation_declined",
            "signed_up",
            "partnership_ended",
            "tenant_admin_revoked",
            "tenant_admin_granted",
        ] {
            assert!(Done::from_code(code).is_some(), "{code}");
        }
        let left = Done::RecoveryCodeUsed(7);
        assert_eq!(left.code(), "recovery_code_used_7");
        assert_eq!(Done::from_code("recovery_code_used_7"), Some(left));
        assert_eq!(Done::from_code("recovery_code_used_x"), None);
    }
}
