//! Timelines: stored events, with names for the ids in them.

mod about;
mod known;

use self::about::Opens;

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    activity::words::tell,
    portal::PortalResult,
    timeline::{History, Known, Scope, TimelineEntry},
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    account,
    actor::Actor,
    event::{Event, ObjectKind},
    ids::{EnrollmentId, OrganizationId},
    invitation,
    organization::{self, Organization, Party},
    partnership, subscription,
};
use uuid::Uuid;

use self::known::{answered_by, known, products};
use crate::{
    list::reach,
    organization::{query as load, query::failed},
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
    reader: &Reader,
    objects: &[Uuid],
) -> PortalResult<History> {
    page_of(db, reader, Scope::Objects(objects.to_vec()), LATEST).await
}

/// The events between a partner and its customer: the customer's tenant, their relationships, and of its users, orders
/// and subscriptions those that the partner knows of.
pub(crate) async fn of_customer(
    db: &mut PgConnection,
    partner: &Reader,
    customer: OrganizationId,
) -> PortalResult<History> {
    page_of(db, partner, Scope::Customer(customer.into_uuid()), LATEST).await
}

/// The events of a customer's tenant, of its relationships, and of the invitations that these come from.
pub(crate) async fn of_grants(db: &mut PgConnection, customer: &Reader) -> PortalResult<History> {
    page_of(db, customer, Scope::Grants, LATEST).await
}

/// The events of the reader's groups of customers, removed ones among them.
pub(crate) async fn of_groups(db: &mut PgConnection, reader: &Reader) -> PortalResult<History> {
    page_of(db, reader, Scope::CustomerGroups, LATEST).await
}

/// The events of an enrollment and of its case, whoever's log they are in, for reviewers.
pub(crate) async fn of_case(
    db: &mut PgConnection,
    reviewer: &Reader,
    enrollment: EnrollmentId,
) -> PortalResult<History> {
    page_of(db, reviewer, Scope::Case(enrollment.into_uuid()), LATEST).await
}

/// So many events are looked through for the latest ones in a narrowed user's reach: there may be none among millions.
const SEARCHED: i64 = 2_000;

/// What has happened to an organization itself, for the operator, who may see the organization.
pub(crate) async fn of_organization(
    db: &mut PgConnection,
    organization: OrganizationId,
    now: Timestamp,
) -> PortalResult<History> {
    let (reader, scope) = (
        Reader::of_organization(organization, now),
        Scope::Organization(organization.into_uuid()),
    );
    page_of(db, &reader, scope, LATEST).await
}

/// Before this event come all others.
const LATEST: i64 = i64::MAX;

/// Beside the kinds of objects, what a partner's reader needs for events of users of customers: the queries below have
/// it too.
const CUSTOMERS_USER: &str = "customers_user";

/// A reader of timelines: an organization, and what its user may read of.
pub(crate) struct Reader {
    organization: OrganizationId,
    /// When it reads: what is over by now has no page.
    now: Timestamp,
    /// The kinds of objects, and [`CUSTOMERS_USER`].
    kinds: Vec<String>,
    /// The groups to which the user's rights over customers are narrowed, if they are.
    groups: Option<Vec<Uuid>>,
    /// Which pages open for the reader.
    opens: Opens,
}

impl Reader {
    /// The actor as a reader of its organization's log at this moment.
    pub(crate) fn of(organization: &Organization, actor: &Actor, now: Timestamp) -> Reader {
        let kinds = ObjectKind::ALL.into_iter();
        let helps = ObjectKind::reads_of_customers_users(organization, actor);
        let may = |action| access::authorize_on_program(organization, actor, action).is_ok();
        let may_own = |action| access::authorize_own(organization, actor, action).is_ok();
        Reader {
            organization: organization.id,
            now,
            kinds: kinds
                .filter(|kind| kind.is_read_by(organization, actor))
                .map(ObjectKind::code)
                .chain(helps.then_some(CUSTOMERS_USER))
                .map(str::to_owned)
                .collect(),
            groups: reach::groups(actor),
            opens: Opens {
                organizations: may(Action::ManageOrganizations),
                members: may(Action::ManageMembers),
                users: may_own(Action::ManageUsers),
                customers: may_own(Action::ViewCustomers),
            },
        }
    }
}

impl Reader {
    /// The operator as a reader of what has happened to an organization itself, and to its place in the program.
    fn of_organization(organization: OrganizationId, now: Timestamp) -> Reader {
        let kinds = [
            ObjectKind::Organization,
            ObjectKind::Enrollment,
            ObjectKind::Member,
            ObjectKind::Agreement,
        ];
        Reader {
            organization,
            now,
            kinds: kinds.map(|kind| kind.code().to_owned()).to_vec(),
            groups: None,
            opens: Opens::default(),
        }
    }
}

/// The events of these objects.
macro_rules! events {
    ($objects:literal, $db:expr, $own:expr, $before:expr, $limit:expr, $kinds:expr, $groups:expr $(, $argument:expr)?) => {
        sqlx::query_as!(
            Row,
            r#"select e.id, e.at, e.organization_id, u.name as "user_name?", e.body as "body: Json<Event>"
               from event e
               join event_audience a on a.organization_id = $1 and a.event_id = e.id
               left join app_user u on u.id = e.user_id
               where e.object_id in ("# + $objects + r#") and e.id < $2
                   and e.object = any($4) and ($5::uuid[] is null or reaches_object($1, $5, e.object, e.object_id))
                   and (e.object <> 'user' or 'customers_user' = any($4)
                       or e.body -> 'event' ->> 'partner' is distinct from $1::uuid::text)
               order by e.id desc
               limit $3"#,
            $own,
            $before,
            $limit,
            $kinds,
            $groups as _
            $(, $argument)?
        )
        .fetch_all($db)
        .await
    };
}

/// A page of a timeline, with the events before this one.
async fn page_of(
    db: &mut PgConnection,
    reader: &Reader,
    scope: Scope,
    before: i64,
) -> PortalResult<History> {
    let (own, kinds) = (reader.organization.into_uuid(), reader.kinds.as_slice());
    let groups = reader.groups.as_deref();
    let limit = SIZE as i64 + 1;
    let rows = match &scope {
        Scope::Objects(ids) => {
            events!("select unnest($6::uuid[])", &mut *db, own, before, limit, kinds, groups, ids)
        }
        Scope::Organization(id) => {
            let one = vec![*id];
            events!("select unnest($5::uuid[])", &mut *db, own, before, limit, kinds, &one)
        }
        Scope::Customer(customer) => events!(
            "select $6::uuid
             union all select id from relationship where partner_id = $1 and customer_id = $6
             union all select id from customer_order
                 where customer_id = $6 and (partner_id = $1 or partner_of_record_id = $1)
             union all select id from subscription
                 where customer_id = $6 and (partner_id = $1 or partner_of_record_id = $1)
             union all select id from order_request
                 where customer_id = $6 and $1 in (reseller_id, provider_id)
             union all select m.user_id from membership m where m.organization_id = $6 and exists (
                 select from event known join event_audience by on by.event_id = known.id and by.organization_id = $1
                 where known.object = 'user' and known.object_id = m.user_id)",
            &mut *db,
            own,
            before,
            limit,
            kinds,
            groups,
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
            kinds,
            groups
        ),
        Scope::CustomerGroups => events!(
            "select id from customer_group where partner_id = $1",
            &mut *db,
            own,
            before,
            limit,
            kinds,
            groups
        ),
        // Reviewers alone read of cases.
        Scope::Case(_) if !kinds.iter().any(|kind| kind == ObjectKind::Case.code()) => {
            Ok(Vec::new())
        }
        Scope::Case(enrollment) => {
            sqlx::query_as!(
                Row,
                r#"select e.id, e.at, e.organization_id, u.name as "user_name?", e.body as "body: Json<Event>"
                   from event e
                   left join app_user u on u.id = e.user_id
                   where e.object_id in (
                         select $1::uuid union all select id from enrollment_case where enrollment_id = $1)
                      and e.object in ('enrollment', 'case') and e.id < $2
                   order by e.id desc
                   limit $3"#,
                *enrollment,
                before,
                limit,
            )
            .fetch_all(&mut *db)
            .await
        }
    };
    let mut rows = rows.map_err(failed)?;
    let goes_on = rows.len() > SIZE;
    rows.truncate(SIZE);
    let earlier = rows.last().map(|row| row.id).filter(|_| goes_on);
    Ok(History {
        scope,
        entries: entries(db, reader, rows).await?,
        earlier,
    })
}

/// Earlier entries of a timeline, for who may see the organization's log: of whatever is asked, only what concerns it.
pub(crate) async fn earlier(read: &mut Read, scope: Scope, before: i64) -> PortalResult<History> {
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    if let Scope::Organization(id) = scope {
        access::authorize_on_program(&organization, &actor, Action::ManageOrganizations)?;
        let reader = Reader::of_organization(id.into(), read.now());
        return page_of(read.db(), &reader, scope, before).await;
    }
    access::authorize_own(&organization, &actor, Action::ViewOwn)?;
    // A customer's timeline is on the page of its grants.
    if organization
        .capabilities
        .is_of(organization::Kind::Customer)
    {
        access::authorize_own(&organization, &actor, Action::ViewGrants)?;
    }
    let reader = Reader::of(&organization, &actor, read.now());
    page_of(read.db(), &reader, scope, before).await
}

/// The latest events that concern the reader, of what it may read of.
pub(crate) async fn recent(
    db: &mut PgConnection,
    reader: &Reader,
    size: i64,
) -> PortalResult<Vec<TimelineEntry>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select e.id, e.at, e.organization_id, u.name as "user_name?", e.body as "body: Json<Event>"
           from (select event_id from event_audience where organization_id = $1
                 order by event_id desc limit case when $4::uuid[] is not null then $5::bigint end) a
           join event e on e.id = a.event_id
           left join app_user u on u.id = e.user_id
           where e.object = any($3) and ($4::uuid[] is null or reaches_object($1, $4, e.object, e.object_id))
              and (e.object <> 'user' or 'customers_user' = any($3)
                  or e.body -> 'event' ->> 'partner' is distinct from $1::uuid::text)
           order by a.event_id desc
           limit $2"#,
        reader.organization.into_uuid(),
        // Some of them may be told with others.
        2 * size,
        &reader.kinds,
        reader.groups.as_deref() as _,
        SEARCHED,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let mut entries = entries(db, reader, rows).await?;
    entries.truncate(usize::try_from(size).unwrap_or(usize::MAX));
    Ok(entries)
}

async fn entries(
    db: &mut PgConnection,
    reader: &Reader,
    mut rows: Vec<Row>,
) -> PortalResult<Vec<TimelineEntry>> {
    fold(&mut rows);
    rows.sort_by_key(|row| std::cmp::Reverse(happened(row)));
    let mut wanted = HashSet::new();
    let mut answered = HashSet::new();
    for row in &rows {
        wanted.extend(row.organization_id.map(OrganizationId::from_uuid));
        wanted.extend(row.body.organizations());
        answered.extend(answered_by(&row.body));
    }
    let known = known(db, reader.organization, &wanted, &answered).await?;
    let products = products(db, &rows).await?;
    let objects: Vec<Uuid> = rows.iter().map(|row| row.body.object_id()).collect();
    let about = about::about(
        db,
        (reader.organization, reader.now),
        reader.opens,
        &objects,
    )
    .await?;
    let entries = rows.into_iter().map(|row| {
        let organization = row
            .organization_id
            .and_then(|id| known.get(&OrganizationId::from_uuid(id)).cloned());
        let parties: Vec<Party> = row
            .body
            .organizations()
            .iter()
            .filter_map(|id| known.get(id).cloned())
            .chain(organization.clone())
            .collect();
        // Whoever's command recorded it, nobody has done it.
        let done_by = organization.filter(|_| !is_by_itself(&row.body));
        let (subject, about) = about.get(&row.body.object_id()).cloned().unzip();
        let told = tell(
            &row.body,
            Known {
                parties: &parties,
                products: &products,
                subject: subject.as_ref(),
            },
        );
        TimelineEntry {
            at: happened(&row),
            by: row.user_name.filter(|_| done_by.is_some()),
            organization: done_by,
            told,
            about,
        }
    });
    Ok(entries.collect())
}

/// Whether time brought it: the command that finds it due records it together with its own events.
fn is_by_itself(event: &Event) -> bool {
    match event {
        Event::Subscription { event, .. } => event.is_by_itself(),
        Event::Assignment { event, .. } => event.is_by_itself(),
        _ => false,
    }
}

/// When it happened: what ends by itself has ended at its time, however late a job wrote that down.
fn happened(row: &Row) -> DateTime<Utc> {
    let own = match &*row.body {
        Event::Invitation {
            event: invitation::Event::Expired { at },
            ..
        }
        | Event::Partnership {
            event: partnership::Event::Ended { at, .. },
            ..
        } => *at,
        Event::Subscription { event, .. } => event.at(),
        _ => row.at,
    };
    own.min(row.at)
}

/// Leaves out what is told with something else: the subscriptions of orders, because an order names what it has
/// activated, and how the operator helped a user in again, which the organization's history tells.
fn fold(rows: &mut Vec<Row>) {
    let orders = rows.iter().filter_map(|row| match &*row.body {
        Event::Order { id, .. } => Some(*id),
        _ => None,
    });
    let orders: HashSet<_> = orders.collect();
    let helped = rows.iter().filter_map(|row| match &*row.body {
        Event::Organization {
            event: organization::Event::AccessRestored { user, at, .. },
            ..
        } => Some((*user, *at)),
        _ => None,
    });
    let helped: HashSet<_> = helped.collect();
    rows.retain(|row| match &*row.body {
        Event::User {
            id,
            event: account::Event::AccessRestored { at, .. },
        } => !helped.contains(&(*id, *at)),
        Event::Subscription {
            event: subscription::Event::Activated { order, .. },
            ..
        } => !orders.contains(order),
        _ => true,
    });
}
