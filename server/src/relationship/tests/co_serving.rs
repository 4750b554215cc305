//! Customers served by several partners of the other side: shown with each of them in the list, and counted in its
//! totals.

use chrono::TimeDelta;
use tierline_app::customer::list::Customers;
use tierline_app::customer::list::OTHER;
use tierline_app::list::model::ListQuery;
use tierline_app::partnership::list::{Providers, Resellers};
use tierline_app::portal::all::*;
use tierline_core::{
    ids::OrganizationId,
    partnership,
    relationship::{self, Grant},
};

use crate::{
    jobs::expiry,
    relationship::co_serving::tests::assert_as_decided,
    testing::world::{Person, World, request},
};

impl World {
    /// The other partners shown to this partner for its one customer. The list has the customer once, and its page
    /// shows the same partners.
    async fn shown(&self, partner: &Person) -> Vec<OrganizationId> {
        let portal = self.portal(partner);
        let list = portal
            .listed::<Customers>(ListQuery::default())
            .await
            .unwrap();
        let [row] = list.customers.rows.as_slice() else {
            panic!("{:?}", list.customers.rows);
        };
        assert_eq!(list.customers.total, 1);
        let page = portal.customer(row.party.id).await.unwrap();
        assert_eq!(page.other_partners, row.other_partners);
        row.other_partners.iter().map(|party| party.id).collect()
    }

    /// The number of customers shown as served together with the other partner: the same in the filtered list, in any
    /// order and with any search, in its total, and on the partnership.
    async fn together(&self, partner: &Person, other: &Person) -> u64 {
        let portal = self.portal(partner);
        let mut counted = Vec::new();
        for (sort, search) in [
            ("name", ""),
            ("-since", ""),
            ("name", "north"),
            ("-name", "NORTHWIND.EX"),
            ("since", "North"),
        ] {
            let query = ListQuery {
                sort: sort.to_owned(),
                search: search.to_owned(),
                filters: [(OTHER.to_owned(), other.organization.to_string())].into(),
                ..ListQuery::default()
            };
            let found = portal.listed::<Customers>(query).await.unwrap().customers;
            assert_eq!(found.rows.len() as u64, found.total, "{sort} {search}");
            assert!(found.rows.iter().all(|row| {
                row.other_partners
                    .iter()
                    .any(|party| party.id == other.organization)
            }));
            counted.push(found.total);
        }
        for partners in [
            portal.listed::<Resellers>(ListQuery::default()).await,
            portal.listed::<Providers>(ListQuery::default()).await,
        ] {
            // A provider has no page of providers.
            let Ok(partners) = partners else { continue };
            for row in partners.partners.rows {
                if row.partner.id == other.organization {
                    let page = portal.partnership(row.partnership.id).await.unwrap();
                    counted.extend([row.shared_customers, page.shared_customers]);
                }
            }
        }
        assert_eq!(counted.len(), 7, "the partnership is in no list");
        counted.dedup();
        assert_eq!(counted.len(), 1, "{counted:?}");
        counted[0]
    }

    async fn assert_as_decided(&self) {
        assert_as_decided(&self.state.pool, self.now()).await;
    }
}

#[tokio::test]
async fn a_customer_of_two_resellers_is_under_each_of_them() {
    let world = World::new().await;
    let (provider, first, second) = (&world.provider, &world.reseller, &world.other_reseller);
    world.partners().await;
    let (_, with_first) = world.joint_customer().await;
    world.state.clock.advance(TimeDelta::days(1)).unwrap();
    // The second one serves the customer before it is in partnership, without being shown beside the provider.
    world.serves_too(second).await;
    assert_eq!(world.shown(provider).await, [first.organization]);
    assert!(world.shown(second).await.is_empty());
    let partnership = world.partnership(provider, second).await;
    let both = [first.organization, second.organization];
    assert_eq!(world.shown(provider).await, both);
    for reseller in [first, second] {
        assert_eq!(world.shown(reseller).await, [provider.organization]);
        assert_eq!(world.together(provider, reseller).await, 1);
        assert_eq!(world.together(reseller, provider).await, 1);
    }
    world.assert_as_decided().await;

    // Notice changes nothing yet; its end counts before a job has recorded it.
    world
        .portal(second)
        .change_partnership(
            partnership,
            partnership::Command::End { reason: None },
            request(),
        )
        .await
        .unwrap();
    assert_eq!(world.shown(provider).await, both);
    assert_eq!(world.together(provider, second).await, 1);
    world.assert_as_decided().await;
    world.state.clock.advance(TimeDelta::days(30)).unwrap();
    for written_down in [0, 1] {
        let lapsed = if written_down == 1 {
            expiry::lapse_partnerships(world.state.clone())
                .await
                .unwrap()
        } else {
            0
        };
        assert_eq!(lapsed, written_down);
        assert_eq!(world.shown(provider).await, [first.organization]);
        assert!(world.shown(second).await.is_empty());
        assert_eq!(world.together(provider, second).await, 0);
        assert_eq!(world.together(second, provider).await, 0);
        assert_eq!(world.together(provider, first).await, 1);
        assert_eq!(world.together(first, provider).await, 1);
    }
    world.assert_as_decided().await;

    // In partnership again, and then the customer leaves the first.
    world.partnership(provider, second).await;
    assert_eq!(world.shown(provider).await, both);
    world
        .portal(&world.customer)
        .change_relationship(with_first, relationship::Command::End, None, request())
        .await
        .unwrap();
    assert_eq!(world.shown(provider).await, [second.organization]);
    assert_eq!(world.together(provider, first).await, 0);
    assert_eq!(world.together(first, provider).await, 0);
    assert_eq!(world.together(provider, second).await, 1);
    world.assert_as_decided().await;
}

#[tokio::test]
async fn a_customer_of_two_providers_is_under_each_of_them() {
    let world = World::new().await;
    let (reseller, first, second) = (&world.reseller, &world.provider, &world.other_provider);
    let with_first = world.partners().await;
    world.partnership(second, reseller).await;
    let (relationship, _) = world.joint_customer().await;
    world.state.clock.advance(TimeDelta::days(1)).unwrap();
    let alone = world.serves_too(second).await;
    let both = [first.organization, second.organization];
    assert_eq!(world.shown(reseller).await, both);
    for provider in [first, second] {
        assert_eq!(world.shown(provider).await, [reseller.organization]);
        assert_eq!(world.together(reseller, provider).await, 1);
        assert_eq!(world.together(provider, reseller).await, 1);
    }
    world.assert_as_decided().await;

    // A partner that may not order is no provider for the reseller, which is still shown as serving the customer with
    // it.
    let customer = world.portal(&world.customer);
    customer
        .change_relationship(
            alone,
            relationship::Command::EndGrant(Grant::OrderOnBehalf),
            None,
            request(),
        )
        .await
        .unwrap();
    assert_eq!(world.shown(reseller).await, [first.organization]);
    assert_eq!(world.shown(second).await, [reseller.organization]);
    assert_eq!(world.together(reseller, second).await, 0);
    assert_eq!(world.together(reseller, first).await, 1);
    world.assert_as_decided().await;

    // The end of a partnership keeps relationships set up in one act; the customer can end them.
    world
        .portal(first)
        .change_partnership(
            with_first,
            partnership::Command::End { reason: None },
            request(),
        )
        .await
        .unwrap();
    assert_eq!(world.shown(reseller).await, [first.organization]);
    assert_eq!(world.together(first, reseller).await, 1);
    customer
        .change_relationship(relationship, relationship::Command::End, None, request())
        .await
        .unwrap();
    assert!(world.shown(reseller).await.is_empty());
    assert_eq!(world.together(reseller, first).await, 0);
    world.assert_as_decided().await;
}
