//! Groups of customers, for pages: all of them, those of a customer, and those to which a user is narrowed.

use std::collections::HashMap;

use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    form::mark::Mark,
    group::model::{COUNTED, CustomerGroups, GroupChoice, GroupRow, GroupsPage, NarrowedUser},
    portal::PortalResult,
};
use tierline_core::{
    Refusal, Timestamp,
    access::{self, Action, CustomerFacts},
    account::User,
    actor::Actor,
    group::{self, ChangeFacts, Command, CustomerGroup},
    ids::CustomerGroupId,
    organization::Organization,
    relationship::Relationship,
};
use uuid::Uuid;

use super::store;
use crate::{
    activity::query::{self as timeline, Reader},
    list::count,
    mark,
    organization::{query as load, query::failed},
    pipeline::Read,
    store::Hold,
};

/// **Customer groups**.
pub(crate) async fn groups(read: &mut Read) -> PortalResult<GroupsPage> {
    let (actor, now) = (read.actor()?, read.now());
    let organization = load::organization(read, actor.organization).await?;
    if !organization.capabilities.is_partner() {
        return Err(PortalError::NotFound);
    }
    access::authorize_own(&organization, &actor, Action::ManageCustomerGroups)?;
    let all = all_of(read.db(), &organization).await?;
    let ids: Vec<Uuid> = all.iter().map(|group| group.id.into_uuid()).collect();
    let customers = customers(read.db(), &organization, &ids, now).await?;
    let users = store::users(read.db(), organization.id)
        .await
        .map_err(failed)?;
    let users: HashMap<CustomerGroupId, u64> = users.into_iter().collect();
    // A narrowed admin agent keeps none, and knows of its own alone.
    let known = all.iter().filter(|it| actor.reach().includes([it.id]));
    let rows = known.map(|group| {
        let users = users.get(&group.id).copied().unwrap_or_default();
        let facts = ChangeFacts {
            organization: &organization,
            group,
            groups: &all,
            users,
        };
        GroupRow {
            id: group.id,
            name: group.name.to_string(),
            customers: customers
                .get(group.id.as_uuid())
                .copied()
                .unwrap_or_default(),
            users,
            may_remove: group::change(facts, &Command::Remove, &actor, now).map(drop),
        }
    });
    let rows = rows.collect();
    let reader = Reader::of(&organization, &actor, read.now());
    Ok(GroupsPage {
        may_keep: group::may_keep(&organization, &actor),
        timeline: timeline::of_groups(read.db(), &reader).await?,
        groups: rows,
    })
}

/// The partner's groups, by name.
pub(crate) async fn all_of(
    db: &mut PgConnection,
    organization: &Organization,
) -> PortalResult<Vec<CustomerGroup>> {
    store::all_of(db, organization.id, Hold::Free)
        .await
        .map_err(failed)
}

/// The groups that the actor knows of: all of them, or those to which it is narrowed.
pub(crate) async fn known(
    db: &mut PgConnection,
    organization: &Organization,
    actor: &Actor,
) -> PortalResult<Vec<CustomerGroup>> {
    let mut all = all_of(db, organization).await?;
    all.retain(|group| actor.reach().includes([group.id]));
    Ok(all)
}

/// How many customers each group has; of many, that there are many.
async fn customers(
    db: &mut PgConnection,
    organization: &Organization,
    groups: &[Uuid],
    now: Timestamp,
) -> PortalResult<HashMap<Uuid, u64>> {
    let most = i64::try_from(COUNTED).unwrap_or(i64::MAX).saturating_add(1);
    let rows = sqlx::query!(
        r#"select wanted as "group!", (select count(*) from (select from relationship r
              where r.partner_id = $1 and relationship_holds(r, $4) and r.groups <> '{}' and r.groups @> array[wanted]
              limit $3) counted) as "customers!"
           from unnest($2::uuid[]) wanted"#,
        organization.id.as_uuid(),
        groups,
        most,
        now,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let counted = rows.into_iter();
    Ok(counted
        .map(|row| (row.group, count(row.customers)))
        .collect())
}

/// The groups of a customer, for its page.
pub(crate) async fn of_customer(
    db: &mut PgConnection,
    about: CustomerFacts<'_>,
    relationship: &Relationship,
    actor: &Actor,
) -> PortalResult<CustomerGroups> {
    let groups = known(db, about.organization, actor).await?;
    let held = &relationship.groups;
    Ok(CustomerGroups {
        groups: choices(groups, |id| held.contains(&id)),
        may_assign: group::may_assign(about, actor),
        mark: mark::of(held).map_err(failed)?,
    })
}

/// The groups to which a user is narrowed, for its page; none in an organization that has no customers.
pub(crate) async fn of_user(
    db: &mut PgConnection,
    organization: &Organization,
    user: &User,
    actor: &Actor,
) -> PortalResult<Option<NarrowedUser>> {
    if !organization.capabilities.is_partner() {
        return Ok(None);
    }
    let groups = known(db, organization, actor).await?;
    let reach = user.reach_in(organization.id);
    let may_narrow: Result<(), Refusal> = group::may_narrow(organization, user, actor);
    Ok(Some(NarrowedUser {
        is_narrowed: !reach.is_all(),
        groups: choices(groups, |id| reach.given().contains(id)),
        may_narrow,
        mark: mark::of(&reach).map_err(failed)?,
    }))
}

/// The groups to which a new user can be narrowed; none where there is nothing to choose.
pub(crate) async fn of_new_user(
    db: &mut PgConnection,
    organization: &Organization,
    actor: &Actor,
) -> PortalResult<Option<NarrowedUser>> {
    if group::may_keep(organization, actor).is_err() {
        return Ok(None);
    }
    let groups = all_of(db, organization).await?;
    Ok((!groups.is_empty()).then(|| NarrowedUser {
        is_narrowed: false,
        groups: choices(groups, |_| false),
        may_narrow: Ok(()),
        mark: Mark::default(),
    }))
}

/// The groups to choose from.
pub(crate) fn choices(
    groups: Vec<CustomerGroup>,
    is_held: impl Fn(CustomerGroupId) -> bool,
) -> Vec<GroupChoice> {
    let choices = groups.into_iter().map(|group| GroupChoice {
        id: group.id,
        name: group.name.to_string(),
        is_held: is_held(group.id),
    });
    choices.collect()
}
