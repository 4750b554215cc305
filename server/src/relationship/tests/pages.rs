//! The partners of a customer, page by page.

use std::collections::BTreeSet;

use tierline_app::{list::model::ListQuery, portal::all::*, timeline::History};
use tierline_core::relationship::{self, Grant};

use crate::testing::world::{World, request};

fn at(cursor: &str) -> ListQuery {
    ListQuery {
        cursor: cursor.to_owned(),
        ..ListQuery::default()
    }
}

#[tokio::test]
async fn every_partner_is_on_one_page_and_those_of_now_come_first() {
    let world = World::new().await;
    world.partners().await;
    let (with_provider, _) = world.joint_customer().await;
    world.more_relationships(with_provider, 60).await;
    let portal = world.portal(&world.customer);
    // The one that is first by name is over.
    let first = portal.grants(ListQuery::default()).await.unwrap();
    assert_eq!((first.partners.total, first.in_force), (62, 62));
    let contoso = first.partners.rows[0].relationship.id;
    portal
        .change_relationship(contoso, relationship::Command::End, None, request())
        .await
        .unwrap();

    let first = portal.grants(ListQuery::default()).await.unwrap();
    assert_eq!((first.partners.total, first.in_force), (62, 61));
    assert_eq!(first.partners.rows.len(), 50);
    assert!(first.partners.previous.is_none());
    let rest = portal
        .grants(at(&first.partners.next.unwrap()))
        .await
        .unwrap();
    assert_eq!(rest.partners.rows.len(), 12);
    assert_eq!((rest.partners.total, rest.in_force), (62, 61));
    let rows = first.partners.rows.iter().chain(&rest.partners.rows);
    let names: Vec<&str> = rows.clone().map(|row| row.partner.name.as_str()).collect();
    assert_eq!(names[..2], ["Fabrikam", "Partner 001"]);
    assert_eq!(names[60..], ["Partner 060", "Contoso Distribution"]);
    let ids: BTreeSet<_> = rows.map(|row| row.relationship.id.into_uuid()).collect();
    assert_eq!(ids.len(), 62);
    // The other partner of the invitation is named, wherever it is in the list.
    let together = first.partners.rows[0].together_with.as_ref().unwrap();
    assert_eq!(together.name.as_str(), "Contoso Distribution");
    let back = portal
        .grants(at(&rest.partners.previous.unwrap()))
        .await
        .unwrap();
    assert_eq!(back.partners.rows, first.partners.rows);
}

#[tokio::test]
async fn the_history_of_many_relationships_goes_on_without_naming_each() {
    let world = World::new().await;
    world.partners().await;
    let (with_provider, _) = world.joint_customer().await;
    let more = world.more_relationships(with_provider, 60).await;
    for partner in more {
        sqlx::query(
            "with more as (
                insert into event (at, organization_id, user_id, object, object_id, version, body)
                select e.at, e.organization_id, e.user_id, e.object, r.id, 1, jsonb_set(e.body, '{id}', to_jsonb(r.id))
                from event e, relationship r where e.object_id = $1 and e.version = 1 and r.partner_id = $2
                returning id)
             insert into event_audience (organization_id, event_id)
             select $3, id from more union all select $2, id from more",
        )
        .bind(with_provider.into_uuid())
        .bind(partner.into_uuid())
        .bind(world.customer.organization.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    }
    let portal = world.portal(&world.customer);
    let mut page: History = portal.grants(ListQuery::default()).await.unwrap().timeline;
    let sent = serde_json::to_string(&page.scope).unwrap();
    assert_eq!(sent, r#""grants""#);
    let mut read = page.entries.len();
    assert_eq!(read, 50);
    while let Some(before) = page.earlier {
        page = portal.earlier(page.scope, before).await.unwrap();
        read += page.entries.len();
    }
    // Those above, the two relationships, and the invitation's opening and acceptance as far as they concern it.
    let all: i64 = sqlx::query_scalar(
        "select count(*) from event_audience a join event e on e.id = a.event_id
         where a.organization_id = $1 and e.object in ('organization', 'relationship', 'invitation')",
    )
    .bind(world.customer.organization.into_uuid())
    .fetch_one(&world.state.pool)
    .await
    .unwrap();
    assert_eq!(i64::try_from(read).unwrap(), all);
    assert!(read > 60);

    // A partner reads of the customer only its own.
    let of_provider = world.portal(&world.provider);
    let customer = world.customer.organization;
    let page = of_provider.customer(customer).await.unwrap().timeline;
    assert!(page.entries.len() < 10, "{}", page.entries.len());
    let stranger = world.portal(&world.other_provider);
    let page = stranger.earlier(page.scope, i64::MAX).await.unwrap();
    assert!(page.entries.is_empty());
    let id = world.relationship(&world.provider).await;
    portal
        .change_relationship(
            id,
            relationship::Command::EndGrant(Grant::OrderOnBehalf),
            None,
            request(),
        )
        .await
        .unwrap();
    let page = of_provider.customer(customer).await.unwrap().timeline;
    let earlier = of_provider.earlier(page.scope, i64::MAX).await.unwrap();
    assert_eq!(earlier.entries, page.entries);
}
