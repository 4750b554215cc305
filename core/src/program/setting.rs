//! The numbers that the operator may choose, with their bounds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::read::Read;

/// What is changed together: a form of the page, with the two of the calendar beside it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// What partners are promised.
    Promises,
    /// How long something works.
    Lifetimes,
    /// How much fits into a case, and how it is decided.
    Limits,
    /// How much an organization may send.
    Quotas,
    /// How long something is kept.
    Retention,
    /// The days on which somebody works.
    WorkingDays,
    /// The days on which nobody works nevertheless.
    Holidays,
}

impl Group {
    /// Every group.
    pub const ALL: [Group; 7] = [
        Group::Promises,
        Group::Lifetimes,
        Group::Limits,
        Group::Quotas,
        Group::Retention,
        Group::WorkingDays,
        Group::Holidays,
    ];

    /// The stable name, as serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Group::Promises => "promises",
            Group::Lifetimes => "lifetimes",
            Group::Limits => "limits",
            Group::Quotas => "quotas",
            Group::Retention => "retention",
            Group::WorkingDays => "working_days",
            Group::Holidays => "holidays",
        }
    }

    /// Its numbers.
    pub fn settings(self) -> impl Iterator<Item = Setting> {
        let all = Setting::ALL.iter().copied();
        all.filter(move |setting| setting.group() == self)
    }
}

crate::code::coded!(Group, "group of settings");

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Business days of the operator's calendar.
    BusinessDays,
    /// Weeks.
    Weeks,
    /// Days.
    Days,
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Things: the setting's name says which.
    Number,
}

/// The least and the most that a number may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Bounds {
    /// The least.
    pub least: u32,
    /// The most.
    pub most: u32,
}

/// Declares the settings: name, stable name, group, unit, what it usually is, and its bounds.
macro_rules! settings {
    ($($(#[doc = $doc:literal])* $name:ident = $code:literal in $group:ident: $usual:literal $unit:ident, $least:literal to $most:literal;)*) => {
        /// A number that the operator may choose.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
        )]
        pub enum Setting {
            $($(#[doc = $doc])* #[serde(rename = $code)] $name,)*
        }

        impl Setting {
            /// Every setting.
            pub const ALL: &'static [Setting] = &[$(Setting::$name,)*];

            /// The stable name, as serialized; also that of its field.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Setting::$name => $code,)* }
            }

            /// The group that it is changed with.
            #[must_use]
            pub const fn group(self) -> Group {
                match self { $(Setting::$name => Group::$group,)* }
            }

            /// What it counts.
            #[must_use]
            pub const fn unit(self) -> Unit {
                match self { $(Setting::$name => Unit::$unit,)* }
            }

            /// What it is as long as nobody says otherwise.
            #[must_use]
            pub const fn usual(self) -> u32 {
                match self { $(Setting::$name => $usual,)* }
            }

            /// The least and the most that it may be.
            #[must_use]
            pub const fn bounds(self) -> Bounds {
                match self { $(Setting::$name => Bounds { least: $least, most: $most },)* }
            }
        }
    };
}

settings! {
    /// The business days that a review takes at least, as a rule.
    //
    // "After Microsoft completes your enrollment verification which takes 3-5 business days" ("Partner with indirect
    // providers in the CSP program").
    ReviewFrom = "review_from" in Promises: 3 BusinessDays, 1 to 60;
    /// The business days after which a review is late.
    ReviewTo = "review_to" in Promises: 5 BusinessDays, 1 to 60;
    /// The weeks after which an answer to a change of a listing is due.
    AnswerFrom = "answer_from" in Promises: 2 Weeks, 1 to 26;
    /// The weeks after which it is late.
    AnswerTo = "answer_to" in Promises: 3 Weeks, 1 to 26;

    /// The days for which the link of an invitation works.
    InvitationDays = "invitation_days" in Lifetimes: 90 Days, 7 to 365;
    /// The days before its end at which the inviter is reminded.
    ReminderDays = "reminder_days" in Lifetimes: 7 Days, 1 to 60;
    /// The days for which the link of a new user's invitation works.
    MemberInvitationDays = "member_invitation_days" in Lifetimes: 14 Days, 1 to 90;
    /// The hours after which an unused session ends.
    SessionHours = "session_hours" in Lifetimes: 8 Hours, 1 to 24;
    /// The days after which every session ends.
    SessionDays = "session_days" in Lifetimes: 7 Days, 1 to 30;

    /// The documents that an enrollment can have.
    Documents = "documents" in Limits: 20 Number, 5 to 100;
    /// The reviewers that it takes to end a review.
    Reviewers = "reviewers" in Limits: 1 Number, 1 to 2;
    /// The business days before the primary contact can be mailed again.
    //
    // One business day is that of "The account verification process".
    ConfirmationDays = "confirmation_days" in Limits: 1 BusinessDays, 1 to 10;
    /// The days after which a partner with a failed check is suspended. One that was told a day keeps it.
    RejectedDays = "rejected_days" in Limits: 30 Days, 7 to 365;

    /// The minutes before the same recipient is mailed again.
    ResendMinutes = "resend_minutes" in Quotas: 5 Minutes, 0 to 1_440;
    /// The links that an organization may make within a day.
    InvitationsADay = "invitations_a_day" in Quotas: 1_000 Number, 1 to 1_000_000;

    /// The days for which sent and undeliverable mails are kept.
    MailDays = "mail_days" in Retention: 30 Days, 1 to 3_650;
    /// The days for which attempts to sign in are kept.
    SignInDays = "sign_in_days" in Retention: 90 Days, 30 to 3_650;
    /// The days for which unfinished customers are kept.
    DraftDays = "draft_days" in Retention: 30 Days, 7 to 365;
    /// The days for which documents are kept after their case is done.
    DocumentDays = "document_days" in Retention: 180 Days, 30 to 3_650;
}

crate::code::coded!(Setting, "setting");

/// Why a text is not the number of a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueError {
    /// Nothing was typed.
    Empty,
    /// It is no whole number.
    NotANumber,
    /// It lies outside the bounds.
    Outside(Bounds),
}

impl Setting {
    /// The number in this text.
    ///
    /// # Errors
    /// A [`ValueError`], which names the bounds.
    ///
    /// ```
    /// use tierline_core::program::{Bounds, Setting, ValueError};
    /// assert_eq!(Setting::ReviewTo.parse_value(" 10 "), Ok(10));
    /// let outside = ValueError::Outside(Bounds { least: 1, most: 60 });
    /// assert_eq!(Setting::ReviewTo.parse_value("61"), Err(outside));
    /// assert_eq!(Setting::ReviewTo.parse_value("99999999999"), Err(outside));
    /// assert_eq!(Setting::ReviewTo.parse_value("five"), Err(ValueError::NotANumber));
    /// ```
    pub fn parse_value(self, text: &str) -> Result<u32, ValueError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(ValueError::NotANumber);
        }
        let bounds = self.bounds();
        let value = text.parse::<u32>().ok();
        value
            .filter(|value| (bounds.least..=bounds.most).contains(value))
            .ok_or(ValueError::Outside(bounds))
    }
}

/// A number for each setting of a group, all within their bounds. Serialized to tell a repeated request from another
/// one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Values {
    group: Group,
    values: BTreeMap<Setting, u32>,
}

impl Values {
    /// The numbers of a group in these texts.
    ///
    /// # Errors
    /// Every setting whose text is none.
    ///
    /// ```
    /// use tierline_core::program::{Group, Setting, ValueError, Values};
    /// let typed = |setting| if setting == Setting::ReviewTo { "4" } else { "3" };
    /// assert_eq!(Values::parse(Group::Promises, typed).unwrap().iter().count(), 4);
    /// let wrong = Values::parse(Group::Promises, |_| "").unwrap_err();
    /// assert_eq!((wrong.len(), wrong[0]), (4, (Setting::ReviewFrom, ValueError::Empty)));
    /// ```
    pub fn parse<'a>(
        group: Group,
        typed: impl Fn(Setting) -> &'a str,
    ) -> Result<Values, Vec<(Setting, ValueError)>> {
        let mut values = BTreeMap::new();
        let mut wrong = Vec::new();
        for setting in group.settings() {
            match setting.parse_value(typed(setting)) {
                Ok(value) => {
                    values.insert(setting, value);
                }
                Err(error) => wrong.push((setting, error)),
            }
        }
        if wrong.is_empty() {
            Ok(Values { group, values })
        } else {
            Err(wrong)
        }
    }

    /// The group.
    #[must_use]
    pub const fn group(&self) -> Group {
        self.group
    }

    /// The numbers, in the order of the settings.
    pub fn iter(&self) -> impl Iterator<Item = (Setting, u32)> + '_ {
        let values = self.values.iter();
        values.map(|(setting, value)| (*setting, *value))
    }

    /// Whether those that depend on each other fit together.
    pub(super) fn fit(&self) -> Result<(), Refusal> {
        let of = |setting| self.values.get(&setting).copied();
        let ordered = [
            (Setting::ReviewFrom, Setting::ReviewTo, 0),
            (Setting::AnswerFrom, Setting::AnswerTo, 0),
            // Whoever is reminded has been invited before.
            (Setting::ReminderDays, Setting::InvitationDays, 1),
        ];
        for (lower, upper, apart) in ordered {
            if let (Some(low), Some(high)) = (of(lower), of(upper))
                && low + apart > high
            {
                return Err(if apart == 0 {
                    Refusal::MoreThan { lower, upper }
                } else {
                    Refusal::NotLessThan { lower, upper }
                });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_lies_within_the_bounds_and_fits_together() {
        for group in Group::ALL {
            let usual: BTreeMap<Setting, String> = group
                .settings()
                .map(|setting| (setting, setting.usual().to_string()))
                .collect();
            let values = Values::parse(group, |setting| &usual[&setting]).unwrap();
            assert_eq!(values.fit(), Ok(()), "{group}");
        }
    }

    #[test]
    fn every_code_names_one_setting() {
        for setting in Setting::ALL {
            assert_eq!(setting.code().parse(), Ok(*setting));
            assert_eq!(serde_json::to_value(setting).unwrap(), setting.code());
        }
    }
}
