//! The stable names of everything that has one.

use insta::assert_json_snapshot;
use tierline_core::{
    access::Action,
    invitation,
    market::{Currency, Region},
    organization::Capability,
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
