//! The number of requests on the tabs above lists: of those that wait for an answer.

use tierline_app::customer::list::Customers;
use tierline_app::invitation::list::{CustomerRequests, PartnershipRequests};
use tierline_app::partnership::list::Resellers;
use tierline_app::portal::all::*;
use tierline_core::invitation::Status;

use super::World;

#[tokio::test]
async fn the_tabs_count_the_requests_that_wait_for_an_answer() {
    let world = World::new().await;
    let all = Default::default;
    let (provider, reseller) = (world.of("Grace Lin"), world.of("Amy Huang"));
    for (portal, customers) in [(&reseller, true), (&provider, false)] {
        let page = if customers {
            portal.listed::<CustomerRequests>(all()).await.unwrap()
        } else {
            portal.listed::<PartnershipRequests>(all()).await.unwrap()
        };
        let open = page
            .invitations
            .rows
            .iter()
            .filter(|row| matches!(row.status, Status::Sent | Status::Opened))
            .count();
        assert!(0 < open && open < page.invitations.rows.len());
        assert_eq!(page.open.requests, u64::try_from(open).unwrap());
        let beside = if customers {
            portal
                .listed::<Customers>(all())
                .await
                .unwrap()
                .open_requests
        } else {
            Some(
                portal
                    .listed::<Resellers>(all())
                    .await
                    .unwrap()
                    .open
                    .requests,
            )
        };
        assert_eq!(beside, Some(page.open.requests));
    }
}
