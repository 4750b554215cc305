//! **Settings**: every state by one statement, and none that the roles do not open.

use tierline_app::{member::list::Users, portal::all::*};

use super::World;
use crate::testing::statements::sent_by;

#[tokio::test]
async fn every_row_has_its_state_by_one_statement() {
    let world = World::new().await;
    for name in ["Grace Lin", "Amy Huang", "Robin Counts"] {
        let portal = world.of(name);
        let (standing, sent) = sent_by(portal.standing()).await;
        let standing = standing.unwrap();
        assert_eq!(sent, 1, "{name}");
        // The pages behind the rows say the same.
        let own = portal.organization_profile().await.unwrap().organization;
        let shown = standing.organization.unwrap();
        assert_eq!(shown.capabilities, own.capabilities, "{name}");
        assert_eq!(shown.mpn, own.mpn.map(|mpn| mpn.to_string()), "{name}");
        if let Some(users) = standing.users {
            let listed = portal.listed::<Users>(Default::default()).await;
            assert_eq!(users, listed.unwrap().users.total, "{name}");
        }
        if let Some(groups) = standing.groups {
            let page = portal.customer_groups().await.unwrap();
            assert_eq!(groups, u64::try_from(page.groups.len()).unwrap(), "{name}");
        }
        if let Some(required) = standing.required {
            let page = portal.required_second_factor().await.unwrap();
            let of = page.required_of.or(page.minimum);
            assert_eq!(
                (required.of, required.without),
                (of, page.without),
                "{name}"
            );
        }
        if let Some(enrollment) = standing.enrollment {
            let begun = portal.enrollment().await.unwrap().begun;
            assert_eq!(
                enrollment.status,
                begun.map(|it| it.tracker.status),
                "{name}"
            );
        }
        assert_eq!(standing.program.is_some(), name == "Robin Counts", "{name}");
    }
    assert!(world.stranger().standing().await.is_err());
}
