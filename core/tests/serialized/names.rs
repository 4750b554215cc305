//! The stable names of all types that have them.

use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

use insta::assert_json_snapshot;
use serde::{Serialize, de::DeserializeOwned};
use tierline_core::{
    access::Action,
    account::Factor,
    code::UnknownCode,
    invitation::{self, Delivery, Language},
    market::{Currency, Region},
    order,
    organization::{self, Capability, RequiredOf},
    permission::SubjectKind,
    relationship::{Grant, Side},
    role::{Role, RoleSet},
    subscription,
};

use crate::every::{Sample, by_name, each, plain};

pub(crate) fn samples() -> Vec<Sample> {
    vec![
        // Made of what the areas declare: none can be missing.
        plain(Action::ALL),
        each(None, Role::ALL),
        each(None, Grant::ALL),
        each(
            None,
            [
                Side::IndirectProvider,
                Side::IndirectReseller,
                Side::DirectBill,
            ],
        ),
        each(None, Capability::ALL),
        each(None, organization::Kind::ALL),
        required_of(),
        each(None, SubjectKind::ALL),
        each(None, Factor::ALL),
        each(None, invitation::Status::ALL),
        each(None, [Delivery::Portal, Delivery::OwnMail]),
        each(
            None,
            [
                Language::English,
                Language::TraditionalChinese,
                Language::SimplifiedChinese,
            ],
        ),
        each(None, subscription::Status::ALL),
        each(None, subscription::Outlook::ALL),
        each(None, subscription::Bulk::ALL),
        each(None, order::Standing::ALL),
        each(None, Region::ALL),
        each(None, Currency::ALL),
    ]
}

#[test]
fn names_of_actions_roles_and_states() {
    assert_json_snapshot!(by_name(samples()));
}

#[test]
fn what_is_written_is_what_is_shown_and_read() {
    one_name(Action::ALL);
    one_name(&Role::ALL);
    one_name(&Grant::ALL);
    one_name(&Capability::ALL);
    one_name(&organization::Kind::ALL);
    one_name(&Factor::ALL);
    one_name(&invitation::Status::ALL);
    one_name(&Region::ALL);
    one_name(&subscription::Outlook::ALL);
    one_name(&subscription::Bulk::ALL);
    one_name(&order::Standing::ALL);
    for status in subscription::Status::ALL {
        assert_eq!(serde_json::to_value(status).unwrap(), status.code());
    }
}

fn one_name<T>(all: &[T])
where
    T: Serialize
        + DeserializeOwned
        + Display
        + FromStr<Err = UnknownCode>
        + PartialEq
        + Debug
        + Copy,
{
    for it in all {
        let shown = it.to_string();
        assert_eq!(serde_json::to_value(it).unwrap(), shown);
        assert_eq!(shown.parse(), Ok(*it));
    }
}

/// Groups with a name, and roles.
fn required_of() -> Sample {
    let roles = RequiredOf::Roles(RoleSet::of(&[Role::SalesAgent, Role::HelpdeskAgent]));
    plain([RequiredOf::GROUPS.to_vec(), vec![roles]].concat())
}
