//! The statements of a list's page, with the one that begins its snapshot: as many for fifty rows as for one.

use tierline_app::customer::list::Customers;
use tierline_app::invitation::list::{CustomerRequests, PartnershipRequests};
use tierline_app::order::list::Orders;
use tierline_app::partnership::list::{Providers, Resellers};
use tierline_app::portal::all::*;
use tierline_app::subscription::list::{all::AllSubscriptions, renewals::Renewals};

use super::World;
use crate::testing::statements::sent_by;

#[tokio::test]
async fn a_page_of_a_list_sends_few_statements() {
    let world = World::new().await;
    let (provider, reseller) = (world.of("Grace Lin"), world.of("Amy Huang"));
    let (page, sent) = sent_by(provider.listed::<Customers>(Default::default())).await;
    assert!(page.unwrap().customers.rows.len() > 5);
    assert!((3..=6).contains(&sent), "customers: {sent}");
    let (page, sent) = sent_by(provider.listed::<Resellers>(Default::default())).await;
    assert!(page.unwrap().partners.rows.len() > 1);
    assert!((3..=6).contains(&sent), "resellers: {sent}");
    let (page, sent) = sent_by(reseller.listed::<Providers>(Default::default())).await;
    assert!(!page.unwrap().partners.rows.is_empty());
    assert!((3..=6).contains(&sent), "providers: {sent}");
    let (page, sent) = sent_by(provider.listed::<AllSubscriptions>(Default::default())).await;
    assert!(!page.unwrap().subscriptions.rows.is_empty());
    assert!((3..=6).contains(&sent), "subscriptions: {sent}");
    let (page, sent) = sent_by(provider.listed::<Renewals>(Default::default())).await;
    assert!(!page.unwrap().renewals.rows.is_empty());
    assert!((3..=6).contains(&sent), "renewals: {sent}");
    let (page, sent) = sent_by(provider.listed::<Orders>(Default::default())).await;
    assert!(!page.unwrap().orders.rows.is_empty());
    assert!((3..=6).contains(&sent), "orders: {sent}");
    let mut seen = 0;
    let of = Default::default;
    for asked in [
        sent_by(provider.listed::<CustomerRequests>(of())).await,
        sent_by(provider.listed::<PartnershipRequests>(of())).await,
    ] {
        let (page, sent) = asked;
        seen += page.unwrap().invitations.rows.len();
        assert!((3..=6).contains(&sent), "requests: {sent}");
    }
    assert!(seen > 1, "{seen} requests");
}
