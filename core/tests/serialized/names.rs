//! The stable names of everything that has one.

use std::fmt::Debug;

use insta::assert_json_snapshot;
use serde::Serialize;
use tierline_core::{
    access::Action,
    invitation,
    market::{Currency, Region},
    organization::Capability,
    read::{self, Read},
    relationship::{Grant, Side},
    role::Role,
    subscription,
};

#[test]
fn names_of_actions_roles_and_states() {
    assert_json_snapshot!(serde_json::json!({
        "actions": Action::ALL,
        "roles": Role::ALL,
        "grants": Grant::ALL,
        "sides": [Side::IndirectProvider, Side::IndirectReseller, Side::DirectBill],
        "capabilities": Capability::ALL,
        "statuses": invitation::Status::ALL,
        "subscription_statuses": subscription::Status::ALL,
        "regions": Region::ALL,
        "currencies": Currency::ALL,
    }));
    is_read(Action::ALL.iter());
    is_read(Role::ALL.iter());
    is_read(Grant::ALL.iter());
    is_read(&[
        Side::IndirectProvider,
        Side::IndirectReseller,
        Side::DirectBill,
    ]);
    is_read(Capability::ALL.iter());
    is_read(invitation::Status::ALL.iter());
    is_read(subscription::Status::ALL.iter());
    is_read(Region::ALL.iter());
    is_read(Currency::ALL.iter());
    for role in Role::ALL {
        assert_eq!(serde_json::to_value(role).unwrap(), role.code());
        assert_eq!(role.code().parse(), Ok(role));
    }
    for status in invitation::Status::ALL {
        assert_eq!(serde_json::to_value(status).unwrap(), status.code());
        assert_eq!(status.code().parse(), Ok(status));
    }
    for grant in Grant::ALL {
        assert_eq!(serde_json::to_value(grant).unwrap(), grant.code());
        assert_eq!(grant.code().parse(), Ok(grant));
    }
    for capability in Capability::ALL {
        assert_eq!(serde_json::to_value(capability).unwrap(), capability.code());
        assert_eq!(capability.code().parse(), Ok(capability));
    }
}

fn is_read<'a, T: Serialize + Read + PartialEq + Debug + 'a>(
    names: impl IntoIterator<Item = &'a T>,
) {
    for name in names {
        assert_eq!(
            read::json(&serde_json::to_string(name).unwrap()).as_ref(),
            Ok(name)
        );
    }
}
