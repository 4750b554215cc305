//! Groups of customers through the portal and PostgreSQL: what narrowed users see, and what they do not.

mod history;
mod placing;

use std::collections::BTreeSet;

use tierline_app::portal::all::*;
use tierline_app::{
    customer::{
        list::{Customers, GROUP},
        model::CustomerDraft,
    },
    error::PortalError,
    i18n::Lang,
    invitation::list::CustomerRequests,
    list::model::ListQuery,
    partnership::list::Resellers,
    portal::{DraftCheck, NewInvitation},
};
use tierline_core::{
    group::{Command, Narrowing},
    ids::{CustomerDraftId, CustomerGroupId, OrganizationId},
    member::{Change, NewMember},
    reach::{GroupSet, Reach},
    role::{Role, RoleSet},
};
use uuid::Uuid;

use crate::{
    check::check,
    testing::world::{Person, World, refused, request},
};

/// A provider with two customers, each in a group of its own, and a sales agent who sees one of them.
struct Grouped {
    world: World,
    seen: OrganizationId,
    hidden: OrganizationId,
    of_seen: CustomerGroupId,
    of_hidden: CustomerGroupId,
    agent: Person,
}

impl World {
    /// The person as narrowed to these groups of customers by an admin of the organization.
    async fn narrowed(&self, by: &Person, person: &Person, groups: &[CustomerGroupId]) -> Person {
        let only = Narrowing::Only(groups.iter().copied().collect());
        self.portal(by)
            .narrow_user(person.user, only, None, request())
            .await
            .unwrap();
        Person {
            customers: Reach::Groups(GroupSet::of(groups.iter().copied()).unwrap()),
            ..person.clone()
        }
    }
}

impl Grouped {
    async fn new() -> Grouped {
        let world = World::new().await;
        world.partners().await;
        let admin = &world.provider;
        let hidden = created(&world, admin, "Wide World Importers", "wideworld").await;
        let seen = created(&world, admin, "Proseware", "proseware").await;
        let of_seen = added(&world, "North").await;
        let of_hidden = added(&world, "South").await;
        assign(&world, seen, &[of_seen]).await.unwrap();
        assign(&world, hidden, &[of_hidden]).await.unwrap();
        let agent = world.colleague(admin, Role::SalesAgent).await;
        let agent = world.narrowed(admin, &agent, &[of_seen]).await;
        Grouped {
            world,
            seen,
            hidden,
            of_seen,
            of_hidden,
            agent,
        }
    }

    async fn listed(&self, by: &Person, query: ListQuery) -> (Vec<OrganizationId>, u64) {
        let portal = self.world.portal(by);
        let list = portal.listed::<Customers>(query).await.unwrap();
        let rows = list.customers.rows.iter().map(|row| row.party.id);
        (rows.collect(), list.customers.total)
    }
}

/// The kinds of objects of which the history gives another state than the stored one.
async fn differing(world: &World) -> Vec<&'static str> {
    let report = check(&world.state.pool).await.unwrap();
    let differ = report.differ.first.into_iter().map(|(kind, _)| kind);
    // The users of this world have been there from the beginning, without a history.
    differ.filter(|kind| *kind != "user").collect()
}

async fn added(world: &World, name: &str) -> CustomerGroupId {
    world
        .portal(&world.provider)
        .add_customer_group(name.parse().unwrap(), request())
        .await
        .unwrap()
}

async fn assign(
    world: &World,
    customer: OrganizationId,
    groups: &[CustomerGroupId],
) -> Result<(), PortalError> {
    let groups: BTreeSet<_> = groups.iter().copied().collect();
    world
        .portal(&world.provider)
        .assign_customer_groups(customer, groups, None, request())
        .await
}

async fn created(world: &World, by: &Person, name: &str, domain: &str) -> OrganizationId {
    let portal = world.portal(by);
    let draft = CustomerDraft {
        reseller: world.reseller.organization.to_string(),
        name: name.to_owned(),
        domain: domain.to_owned(),
        country: "TW".to_owned(),
        street: "1 Harbour Road".to_owned(),
        admin_name: "Anna Berg".to_owned(),
        admin_user: "admin".to_owned(),
        contact: format!("office@{domain}.example"),
        lines: vec![(world.sku.to_string(), "25".to_owned())],
        ..CustomerDraft::default()
    };
    let id = CustomerDraftId::from_uuid(Uuid::now_v7());
    portal
        .save_customer_draft(id, draft.into(), DraftCheck::All)
        .await
        .unwrap();
    portal.submit_customer_draft(id, None).await.unwrap()
}

#[tokio::test]
async fn a_narrowed_user_sees_the_customers_of_its_groups_alone() {
    let it = Grouped::new().await;
    let all = it.listed(&it.world.provider, ListQuery::default()).await;
    assert_eq!(all, (vec![it.seen, it.hidden], 2));
    for search in ["", "prose", "w"] {
        let query = ListQuery {
            search: search.to_owned(),
            ..ListQuery::default()
        };
        let (rows, total) = it.listed(&it.agent, query).await;
        let expected = if search == "w" { vec![] } else { vec![it.seen] };
        assert_eq!(rows, expected, "{search}");
        assert_eq!(total, rows.len() as u64);
    }
    let portal = it.world.portal(&it.agent);
    let figures = portal.overview().await.unwrap().figures;
    assert_eq!(
        (figures.customers, figures.subscriptions),
        (Some(1), Some(1))
    );
    let partners = portal
        .listed::<Resellers>(ListQuery::default())
        .await
        .unwrap();
    let [row] = partners.partners.rows.as_slice() else {
        panic!("one reseller");
    };
    let page = portal.partnership(row.partnership.id).await.unwrap();
    assert_eq!((row.shared_customers, page.shared_customers), (1, 1));

    // The other one answers like one that does not exist.
    assert!(portal.customer(it.seen).await.is_ok());
    let missing = OrganizationId::from_uuid(Uuid::now_v7());
    for id in [it.hidden, missing] {
        assert_eq!(portal.customer(id).await.err(), Some(PortalError::NotFound));
        let order = vec![(it.world.sku, 1)];
        let placed = portal.place_order(id, order, None, request()).await;
        assert_eq!(placed.err(), Some(PortalError::NotFound));
    }
}

#[tokio::test]
async fn what_a_narrowed_user_brings_along_is_in_its_groups() {
    let it = Grouped::new().await;
    let new = created(&it.world, &it.agent, "Litware", "litware").await;
    let (rows, total) = it.listed(&it.agent, ListQuery::default()).await;
    assert_eq!((rows, total), (vec![new, it.seen], 2));
    // The reseller's groups are others.
    let reseller = &it.world.reseller;
    let page = it.world.portal(reseller).customer(new).await.unwrap();
    assert!(page.relationship.groups.is_empty());

    let to = it.world.customer.email.clone();
    let token = it
        .world
        .invited(&it.agent, NewInvitation::Relationship, &to)
        .await;
    let requests = |by: Person| {
        let portal = it.world.portal(&by);
        async move {
            let listed = portal
                .listed::<CustomerRequests>(ListQuery::default())
                .await;
            listed.unwrap().invitations.total
        }
    };
    let other = it
        .world
        .colleague(&it.world.provider, Role::SalesAgent)
        .await;
    let other = it
        .world
        .narrowed(&it.world.provider, &other, &[it.of_hidden])
        .await;
    assert_eq!(requests(it.agent.clone()).await, 1);
    assert_eq!(requests(it.world.provider.clone()).await, 1);
    assert_eq!(requests(other.clone()).await, 0);
    it.world.accepts(&it.world.customer, &token).await.unwrap();
    let northwind = it.world.customer.organization;
    assert!(it.world.portal(&it.agent).customer(northwind).await.is_ok());
    assert_eq!(
        it.world.portal(&other).customer(northwind).await.err(),
        Some(PortalError::NotFound)
    );
    // The customer learns nothing of it.
    let grants = it
        .world
        .portal(&it.world.customer)
        .grants(ListQuery::default())
        .await;
    let grants = grants.unwrap();
    assert!(grants.partners.rows[0].relationship.groups.is_empty());
    assert_eq!(differing(&it.world).await, Vec::<&str>::new());
}

#[tokio::test]
async fn a_group_that_narrows_users_stays() {
    let it = Grouped::new().await;
    let portal = it.world.portal(&it.world.provider);
    let remove = || portal.change_customer_group(it.of_seen, Command::Remove, request());
    assert_eq!(refused(remove().await), "group_narrows_users");
    let page = portal.customer_groups().await.unwrap();
    let counted = page
        .groups
        .iter()
        .map(|row| (row.name.as_str(), row.customers, row.users));
    assert_eq!(
        counted.collect::<Vec<_>>(),
        [("North", 1, 1), ("South", 1, 0)]
    );

    portal
        .narrow_user(it.agent.user, Narrowing::All, None, request())
        .await
        .unwrap();
    remove().await.unwrap();
    assert_eq!(refused(remove().await), "no_such_group");
    assert_eq!(
        refused(assign(&it.world, it.seen, &[it.of_seen]).await),
        "no_such_group"
    );
    // The group's name is free again, and the customer is still there.
    added(&it.world, "North").await;
    let (rows, _) = it.listed(&it.world.provider, ListQuery::default()).await;
    assert_eq!(rows, [it.seen, it.hidden]);
    assert_eq!(differing(&it.world).await, Vec::<&str>::new());
}

#[tokio::test]
async fn the_list_is_filtered_by_group() {
    let it = Grouped::new().await;
    let of = |group: String| ListQuery {
        filters: [(GROUP.to_owned(), group)].into(),
        ..ListQuery::default()
    };
    let found = it
        .listed(&it.world.provider, of(it.of_hidden.to_string()))
        .await;
    assert_eq!(found, (vec![it.hidden], 1));
    let found = it.listed(&it.agent, of(it.of_hidden.to_string())).await;
    assert_eq!(found, (vec![], 0));
    let found = it
        .listed(&it.world.provider, of("nothing".to_owned()))
        .await;
    assert_eq!(found, (vec![], 0));
    let portal = it.world.portal(&it.agent);
    let page = portal.listed::<Customers>(ListQuery::default()).await;
    let known = page.unwrap().groups;
    assert_eq!(known.len(), 1, "other groups' names are not told");
}

#[tokio::test]
async fn whoever_is_narrowed_widens_nobody() {
    let it = Grouped::new().await;
    let (world, admin) = (&it.world, &it.world.provider);
    let agent = world.colleague(admin, Role::AdminAgent).await;
    let agent = world.narrowed(admin, &agent, &[it.of_seen]).await;
    let portal = world.portal(&agent);
    let widened = portal
        .narrow_user(agent.user, Narrowing::All, None, request())
        .await;
    assert_eq!(refused(widened), "reach_narrowed");
    let added = portal.add_customer_group("East".parse().unwrap(), request());
    assert_eq!(refused(added.await), "reach_narrowed");
    let new = NewMember {
        address: "mia.kern@elsewhere.example".parse().unwrap(),
        name: "Mia Kern".parse().unwrap(),
        roles: RoleSet::of(&[Role::SalesAgent]),
        customers: Narrowing::All,
    };
    assert_eq!(
        refused(portal.invite_user(new, request()).await),
        "reach_narrowed"
    );
    let block = portal.change_user(it.agent.user, Change::Block, None, request());
    assert_eq!(refused(block.await), "reach_narrowed");
    // Global admins see all, and so nobody narrows them.
    let only = Narrowing::Only([it.of_seen].into());
    let other = world.colleague(admin, Role::GlobalAdmin).await;
    let narrowed = world
        .portal(admin)
        .narrow_user(other.user, only, None, request())
        .await;
    assert_eq!(refused(narrowed), "global_admin_sees_all");
}

#[tokio::test]
async fn the_database_narrows_as_core_does() {
    let it = Grouped::new().await;
    let groups = [
        vec![],
        vec![it.of_seen],
        vec![it.of_hidden],
        vec![it.of_seen, it.of_hidden],
    ];
    for held in &groups {
        assign(&it.world, it.seen, held).await.unwrap();
        for own in groups.iter().filter(|own| !own.is_empty()) {
            let reach = Reach::Groups(GroupSet::of(own.iter().copied()).unwrap());
            let own: Vec<Uuid> = own.iter().map(|id| id.into_uuid()).collect();
            let (reaches, sees): (bool, bool) = sqlx::query_as(
                "select reaches_customer($1, $2, $3), reaches_object($1, $2, 'organization', $3)",
            )
            .bind(it.world.provider.organization.into_uuid())
            .bind(&own)
            .bind(it.seen.into_uuid())
            .fetch_one(&it.world.state.pool)
            .await
            .unwrap();
            let expected = reach.includes(held.iter().copied());
            assert_eq!((reaches, sees), (expected, expected), "{held:?} {own:?}");
        }
    }
}
