//! Many customers put into a group, and taken out of it, in steps.

use tierline_app::{customer::model::PlacingPage, portal::ChosenCustomers};
use tierline_core::{group::Placing, ids::PlacingId};

use super::*;
use crate::jobs::expiry;

/// A provider with five customers; the first is in another group.
async fn five() -> (World, Vec<OrganizationId>, CustomerGroupId, CustomerGroupId) {
    let world = World::new().await;
    world.partners().await;
    let mut customers = Vec::new();
    for (name, domain) in [
        ("Adatum", "adatum"),
        ("Litware", "litware"),
        ("Proseware", "proseware"),
        ("Trey Research", "trey"),
        ("Wide World Importers", "wideworld"),
    ] {
        customers.push(created(&world, &world.provider, name, domain).await);
    }
    let (north, large) = (added(&world, "North").await, added(&world, "Large").await);
    assign(&world, customers[0], &[large]).await.unwrap();
    (world, customers, north, large)
}

async fn place(
    world: &World,
    by: &Person,
    chosen: ChosenCustomers,
    (group, placing): (CustomerGroupId, Placing),
) -> Result<PlacingId, PortalError> {
    let portal = world.portal(by);
    portal
        .place_customers(chosen, group, placing, request())
        .await
}

fn these(customers: &[OrganizationId]) -> ChosenCustomers {
    ChosenCustomers::These(customers.iter().copied().collect())
}

fn all(query: &str) -> ChosenCustomers {
    ChosenCustomers::All(ListQuery::parse(query))
}

async fn done(world: &World, id: PlacingId) -> PlacingPage {
    expiry::place_customers(world.state.clone()).await.unwrap();
    world.portal(&world.provider).placing(id).await.unwrap()
}

async fn members(world: &World, group: CustomerGroupId) -> Vec<OrganizationId> {
    let query = ListQuery {
        filters: [(GROUP.to_owned(), group.to_string())].into(),
        ..ListQuery::default()
    };
    let portal = world.portal(&world.provider);
    let rows = portal.listed::<Customers>(query).await.unwrap();
    let rows = rows.customers.rows.iter();
    rows.map(|row| row.party.id).collect()
}

#[tokio::test]
async fn all_customers_are_put_into_a_group_step_by_step() {
    let (world, customers, north, large) = five().await;
    assign(&world, customers[1], &[north]).await.unwrap();
    let by = &world.provider;
    let id = place(&world, by, all(""), (north, Placing::In))
        .await
        .unwrap();
    let page = world.portal(by).placing(id).await.unwrap();
    assert!(
        !page.is_done && page.changed + page.same > 0,
        "the first step is made before the answer"
    );
    let page = done(&world, id).await;
    assert_eq!(
        (page.is_done, page.chosen, page.changed, page.same),
        (true, 5, 4, 1)
    );
    assert_eq!(members(&world, north).await, customers);
    assert_eq!(members(&world, large).await, [customers[0]]);

    // Who leaves the filter by being taken out of the group is taken out all the same.
    let query = format!("group={north}");
    let id = place(&world, by, all(&query), (north, Placing::Out))
        .await
        .unwrap();
    let page = done(&world, id).await;
    assert_eq!((page.changed, page.same), (5, 0));
    assert!(members(&world, north).await.is_empty());
    assert_eq!(members(&world, large).await, [customers[0]]);
    assert_eq!(differing(&world).await, Vec::<&str>::new());
}

#[tokio::test]
async fn those_that_are_ticked_or_found_are_placed_and_no_others() {
    let (world, customers, north, _) = five().await;
    let by = &world.provider;
    let foreign = world.customer.organization;
    let chosen = these(&[customers[3], customers[4], foreign]);
    let id = place(&world, by, chosen, (north, Placing::In))
        .await
        .unwrap();
    let page = done(&world, id).await;
    assert_eq!((page.chosen, page.changed), (2, 2));
    assert_eq!(members(&world, north).await, customers[3..]);
    let found = all("search=prose");
    let id = place(&world, by, found, (north, Placing::In))
        .await
        .unwrap();
    assert_eq!(done(&world, id).await.changed, 1);
    assert_eq!(members(&world, north).await, customers[2..]);
    // The history of each customer has it.
    let page = world.portal(by).customer(customers[2]).await.unwrap();
    let told = page.timeline.entries.into_iter();
    let mut told = told.map(|entry| entry.told.what.in_language(Lang::En));
    assert!(told.any(|entry| entry.contains("North")));
}

#[tokio::test]
async fn a_repeated_request_places_once() {
    let (world, customers, north, _) = five().await;
    let (portal, once) = (world.portal(&world.provider), request());
    let mut ids = Vec::new();
    for _ in 0..2 {
        let chosen = these(&customers);
        let placed = portal.place_customers(chosen, north, Placing::In, once);
        ids.push(placed.await.unwrap());
    }
    assert_eq!(ids[0], ids[1]);
    assert_eq!(
        world.count("select count(*) from customer_placing").await,
        1
    );
}

#[tokio::test]
async fn nobody_places_without_the_right_a_group_or_a_customer() {
    let (world, customers, north, _) = five().await;
    let wanted = (north, Placing::In);
    let by = &world.provider;
    let nobody = place(&world, by, these(&[]), wanted).await;
    assert_eq!(refused(nobody), "no_customer_chosen");
    let unknown = CustomerGroupId::from_uuid(Uuid::now_v7());
    let answer = place(&world, by, all(""), (unknown, Placing::In)).await;
    assert_eq!(refused(answer), "no_such_group");
    let agent = world.colleague(by, Role::SalesAgent).await;
    let answer = place(&world, &agent, all(""), wanted).await;
    assert_eq!(refused(answer), "role_missing");
    let admin = world.colleague(by, Role::AdminAgent).await;
    let admin = world.narrowed(by, &admin, &[north]).await;
    let answer = place(&world, &admin, these(&customers), wanted).await;
    assert_eq!(refused(answer), "reach_narrowed");
    // The result of others is none of theirs.
    let id = place(&world, by, these(&customers), wanted).await.unwrap();
    let reseller = world.portal(&world.reseller);
    assert_eq!(reseller.placing(id).await, Err(PortalError::NotFound));
}

#[tokio::test]
async fn what_nobody_may_do_any_more_stops() {
    let (world, _, north, _) = five().await;
    let by = &world.provider;
    let id = place(&world, by, all(""), (north, Placing::In))
        .await
        .unwrap();
    let portal = world.portal(by);
    let remove = portal.change_customer_group(north, Command::Remove, request());
    remove.await.unwrap();
    let page = done(&world, id).await;
    assert!(page.is_done && page.is_stopped && page.group.is_none());
    assert!(page.changed < page.chosen, "{page:?}");
    assert_eq!(page.name, "North");
    let left = "select count(*) from customer_placing_item";
    assert_eq!(world.count(left).await, 0);
}

/// What was changed since stays as it is, and what was done is undone once.
#[tokio::test]
async fn what_was_done_is_undone_for_those_that_nobody_has_changed_since() {
    let (world, customers, north, large) = five().await;
    let by = &world.provider;
    let id = place(&world, by, all(""), (north, Placing::In))
        .await
        .unwrap();
    let undo = async |id| world.portal(by).undo_placing(id, request()).await;
    assert_eq!(refused(undo(id).await), "placing_under_way");
    let page = done(&world, id).await;
    assert_eq!((page.unchanged, page.may_undo.is_ok()), (5, true));
    assign(&world, customers[1], &[north, large]).await.unwrap();
    let undoing = undo(id).await.unwrap();
    let page = done(&world, undoing).await;
    assert_eq!(
        (
            page.is_done,
            page.chosen,
            page.changed,
            page.placing,
            page.undoes
        ),
        (true, 4, 4, Placing::Out, Some(id))
    );
    assert_eq!(members(&world, north).await, [customers[1]]);
    // In its other group as before.
    assert!(members(&world, large).await.contains(&customers[0]));
    assert_eq!(refused(undo(id).await), "placing_undone");
    // What was undone is done again by undoing that.
    let again = undo(undoing).await.unwrap();
    done(&world, again).await;
    assert_eq!(members(&world, north).await.len(), 5);
}
