//! Timelines: stored events, with names for the ids in them.

mod about;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    activity::words::tell,
    portal::PortalResult,
    timeline::{History, Scope, TimelineEntry},
};
use tierline_core::{
    access::{self, Action},
    account, catalog,
    event::Event,
    ids::OrganizationId,
    invitation, order,
    organization::{self, Party},
    partnership,
    relationship::{self, Origin},
    subscription,
};
use uuid::Uuid;

use crate::{
    organization::{
        query as load,
        query::{failed, party},
    },
    pipeline::Read,
};

struct Row {
    id: i64,
    at: DateTime<Utc>,
    organization_id: Option<Uuid>,
    user_name: Option<String>,
    body: Json<Event>,
}

/// Entries of a timeline that are shown at a time.
const SIZE: usize = 50;

/// The events of these few objects that concern the reader, newest first: the latest.
pub(crate) async fn of_objects(
    db: &mut PgConnection,
    organization: OrganizationId,
    objects: &[Uuid],
) -> PortalResult<History> {
    latest(db, organization, Scope::Objects(objects.to_vec())).await
}

/// The events between a partner and its customer: the customer's tenant, their relationships, and of its users and
/// orders those that the partner knows of.
pub(crate) async fn of_customer(
    db: &mut PgConnection,
    partner: OrganizationId,
    customer: OrganizationId,
) -> PortalResult<History> {
    latest(db, partner, Scope::Customer(customer.into_uuid())).await
}

/// The events of a customer's tenant, of its relationships, and of the invitations that these come from.
pub(crate) async fn of_grants(
    db: &mut PgConnection,
    customer: OrganizationId,
) -> PortalResult<History> {
    latest(db, customer, Scope::Grants).await
}

async fn latest(
    db: &mut PgConnection,
    organization: OrganizationId,
    scope: Scope,
) -> PortalResult<History> {
    let reader = Reader {
        organization,
        sees_partners: true,
    };
    page_of(db, reader, scope, i64::MAX).await
}

/// A reader of timelines.
#[derive(Clone, Copy)]
struct Reader {
    organization: OrganizationId,
    /// Whether the reader may see invitations and partnerships.
    sees_partners: bool,
}

/// The events of these objects.
macro_rules! events {
    ($objects:literal, $db:expr, $($argument:expr),+) => {
        sqlx::query_as!(
            Row,
            r#"select e.id, e.at, e.organization_id, u.name as "user_name?", e.body as "body: Json<Event>"
               from event e
               join event_audience a on a.organization_id = $1 and a.event_id = e.id
               left join app_user u on u.id = e.user_id
               where e.object_id in ("# + $objects + r#") and e.id < $2
                   and ($4 or e.object not in ('invitation', 'partnership'))
               order by e.id desc
               limit $3"#,
            $($argument),+
        )
        .fetch_all($db)
        .await
    };
}

/// A page of a timeline, with the events before this one.
async fn page_of(
    db: &mut PgConnection,
    reader: Reader,
    scope: Scope,
    before: i64,
) -> PortalResult<History> {
    let (own, sees_partners) = (reader.organization.into_uuid(), reader.sees_partners);
    let limit = SIZE as i64 + 1;
    let rows = match &scope {
        Scope::Objects(ids) => {
            events!("select unnest($5::uuid[])", &mut *db, own, before, limit, sees_partners, ids)
        }
        Scope::Customer(customer) => events!(
            "select $5::uuid
             union all select id from relationship where partner_id = $1 and customer_id = $5
             union all select id from customer_order
                 where customer_id = $5 and (partner_id = $1 or partner_of_record_id = $1)
             union all select m.user_id from membership m where m.organization_id = $5 and exists (
                 select from event known join event_audience by on by.event_id = known.id and by.organization_id = $1
                 where known.object = 'user' and known.object_id = m.user_id)",
            &mut *db,
            own,
            before,
            limit,
            sees_partners,
            *customer
        ),
        Scope::Grants => events!(
            "select $1
             union all select id from relationship where customer_id = $1
             union all select (body -> 'origin' ->> 'invitation')::uuid from relationship where customer_id = $1",
            &mut *db,
            own,
            before,
            limit,
            sees_partners
        ),
    };
    let mut rows = rows.map_err(failed)?;
    let goes_on = rows.len() > SIZE;
    rows.truncate(SIZE);
    let earlier = rows.last().map(|row| row.id).filter(|_| goes_on);
    Ok(History {
        scope,
        entries: entries(db, reader.organization, rows).await?,
        earlier,
    })
}

/// Earlier entries of a timeline, for who may see the organization's log: of whatever is asked, only what concerns it.
pub(crate) async fn earlier(read: &mut Read, scope: Scope, before: i64) -> PortalResult<History> {
    let actor = read.actor()?;
    let organization = load::organization(read.db(), actor.organization).await?;
    access::authorize_own(&organization, &actor, Action::ViewOwn)?;
    // The same permissions as for the pages that have a timeline. A customer's has the invitations that it accepted.
    let is_customer = organization
        .capabilities
        .is_of(organization::Kind::Customer);
    if is_customer {
        access::authorize_own(&organization, &actor, Action::ViewGrants)?;
    }
    let sees_partners =
        is_customer || access::authorize_own(&organization, &actor, Action::ViewPartners).is_ok();
    let reader = Reader {
        organization: organization.id,
        sees_partners,
    };
    page_of(read.db(), reader, scope, before).await
}

/// The latest events that concern the reader.
pub(crate) async fn recent(
    db: &mut PgConnection,
    reader: OrganizationId,
    size: i64,
) -> PortalResult<Vec<TimelineEntry>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select e.id, e.at, e.organization_id, u.name as "user_name?", e.body as "body: Json<Event>"
           from event_audience a
           join event e on e.id = a.event_id
           left join app_user u on u.id = e.user_id
           where a.organization_id = $1
           order by a.event_id desc
           limit $2"#,
        reader.into_uuid(),
        size,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let objects: Vec<Uuid> = rows.iter().map(|row| row.body.object_id()).collect();
    let about = about::about(db, reader, &objects).await?;
    let mut entries = entries(db, reader, rows).await?;
    for (entry, object) in entries.iter_mut().zip(&objects) {
        entry.about = about.get(object).cloned();
    }
    Ok(entries)
}

async fn entries(
    db: &mut PgConnection,
    reader: OrganizationId,
    rows: Vec<Row>,
) -> PortalResult<Vec<TimelineEntry>> {
    let mut wanted = HashSet::new();
    let mut answered = HashSet::new();
    for row in &rows {
        wanted.extend(row.organization_id.map(OrganizationId::from_uuid));
        wanted.extend(organizations_in(&row.body));
        answered.extend(answered_by(&row.body));
    }
    let known = known(db, reader, &wanted, &answered).await?;
    let entries = rows.into_iter().map(|row| {
        let organization = row
            .organization_id
            .and_then(|id| known.get(&OrganizationId::from_uuid(id)).cloned());
        let parties: Vec<Party> = organizations_in(&row.body)
            .iter()
            .filter_map(|id| known.get(id).cloned())
            .chain(organization.clone())
            .collect();
        TimelineEntry {
            at: row.at,
            by: row.user_name.filter(|_| organization.is_some()),
            organization,
            told: tell(&row.body, &parties),
            about: None,
        }
    });
    Ok(entries.collect())
}

/// Those of the organizations that the reader may know: itself, the operator, those it has or had a partnership, a
/// relationship or an addressed invitation with, the partners beside it at its customers, and those that answered its
/// invitations.
async fn known(
    db: &mut PgConnection,
    reader: OrganizationId,
    wanted: &HashSet<OrganizationId>,
    answered: &HashSet<OrganizationId>,
) -> PortalResult<HashMap<OrganizationId, Party>> {
    let ids =
        |set: &HashSet<OrganizationId>| set.iter().map(|id| id.into_uuid()).collect::<Vec<_>>();
    let rows = sqlx::query!(
        "select o.id, o.name from organization o
         where o.id = any($2) and (
             o.id = $1
             or o.capabilities ->> 'operator' is not null
             or o.id = any($3)
             or exists (select from partnership p where p.provider_id = $1 and p.reseller_id = o.id)
             or exists (select from partnership p where p.reseller_id = $1 and p.provider_id = o.id)
             or exists (select from relationship r where r.customer_id = o.id and r.partner_id = $1)
             or exists (select from relationship r where r.customer_id = $1 and r.partner_id = o.id)
             or exists (select from served_together s where s.partner_id = $1 and s.other_id = o.id)
             or exists (select from invitation i where i.organization_id = $1 and i.addressee_id = o.id)
             or exists (select from invitation i where i.organization_id = o.id and i.addressee_id = $1)
         )",
        reader.into_uuid(),
        &ids(wanted),
        &ids(answered),
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    rows.into_iter()
        .map(|row| party(row.id, &row.name).map(|party| (party.id, party)))
        .collect()
}

/// The organization that answered an invitation: the event concerns the reader, who has sent the invitation or answered
/// it.
fn answered_by(event: &Event) -> Option<OrganizationId> {
    match event {
        Event::Invitation {
            event:
                invitation::Event::Accepted { organization, .. }
                | invitation::Event::Declined { organization, .. },
            ..
        } => Some(*organization),
        _ => None,
    }
}

/// Every organization that an event names.
fn organizations_in(event: &Event) -> Vec<OrganizationId> {
    let mut named = match event {
        Event::Organization { id, event } => match event {
            organization::Event::Created {
                partner, reseller, ..
            } => [*id, *partner].into_iter().chain(*reseller).collect(),
            organization::Event::SignedUp { .. }
            | organization::Event::Registered { .. }
            | organization::Event::Completed { .. }
            | organization::Event::CapabilityChanged { .. }
            | organization::Event::SecondFactorRequired { .. } => vec![*id],
        },
        Event::User { event, .. } => match event {
            account::Event::SetupRenewed {
                customer, partner, ..
            } => vec![*customer, *partner],
            account::Event::Added { organization, .. }
            | account::Event::Joined { organization, .. } => vec![*organization],
            account::Event::PasswordChanged { .. }
            | account::Event::PasswordReset { .. }
            | account::Event::SecondFactorSetUp { .. }
            | account::Event::FactorAdded { .. }
            | account::Event::FactorRemoved { .. }
            | account::Event::SecondFactorTurnedOff { .. }
            | account::Event::SecondFactorReset { .. }
            | account::Event::RecoveryCodeUsed { .. }
            | account::Event::RecoveryCodesRenewed { .. } => Vec::new(),
        },
        Event::Invitation { event, .. } => in_invitation(event),
        Event::Partnership { event, .. } => match event {
            partnership::Event::Formed {
                provider, reseller, ..
            } => vec![*provider, *reseller],
            partnership::Event::NoticeGiven { by, .. } | partnership::Event::Ended { by, .. } => {
                vec![*by]
            }
            partnership::Event::TenantAdminRevoked { .. }
            | partnership::Event::TenantAdminGranted { .. } => Vec::new(),
        },
        Event::Relationship { event, .. } => match event {
            relationship::Event::Established {
                partner,
                customer,
                together_with,
                origin,
                ..
            } => {
                let created_by = match origin {
                    Origin::Created { by, .. } => Some(*by),
                    Origin::Invitation { .. } => None,
                };
                [*partner, *customer]
                    .into_iter()
                    .chain(*together_with)
                    .chain(created_by)
                    .collect()
            }
            relationship::Event::Granted { .. }
            | relationship::Event::GrantEnded { .. }
            | relationship::Event::Ended { .. } => Vec::new(),
        },
        Event::PriceList { event, .. } => match event {
            catalog::PriceListEvent::Imported { operator, .. } => vec![*operator],
        },
        Event::Order {
            event:
                order::Event::Placed {
                    customer,
                    partner,
                    partner_of_record,
                    ..
                },
            ..
        }
        | Event::Subscription {
            event:
                subscription::Event::Activated {
                    customer,
                    partner,
                    partner_of_record,
                    ..
                },
            ..
        } => [*customer, *partner]
            .into_iter()
            .chain(*partner_of_record)
            .collect(),
    };
    named.sort_unstable();
    named.dedup();
    named
}

fn in_invitation(event: &invitation::Event) -> Vec<OrganizationId> {
    match event {
        invitation::Event::Drafted {
            inviter,
            kind,
            addressee,
            ..
        } => [*inviter]
            .into_iter()
            .chain(*addressee)
            .chain(kind.joint_provider())
            .collect(),
        invitation::Event::Edited { addressee, .. } => addressee.iter().copied().collect(),
        invitation::Event::Accepted { organization, .. }
        | invitation::Event::Declined { organization, .. } => {
            vec![*organization]
        }
        invitation::Event::Sent { .. }
        | invitation::Event::Opened { .. }
        | invitation::Event::Canceled { .. }
        | invitation::Event::Expired { .. } => Vec::new(),
    }
}
