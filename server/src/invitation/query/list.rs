//! The inviter's list.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    invitation::model::{InvitationRow, InvitationsPage},
    list::model::{ListQuery, Page},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    invitation::{Invitation, Kind, State},
};
use uuid::Uuid;

use crate::{
    list as page,
    list::{LIMIT, Place, count},
    organization::{
        query as load,
        query::{failed, party},
    },
    pipeline::Read,
};

/// The invitations of the signed-in partner, the newest first.
pub(crate) async fn invitations(
    read: &mut Read,
    customers: bool,
    query: ListQuery,
) -> PortalResult<InvitationsPage> {
    let now = read.now();
    let actor = read.actor()?;
    let organization = load::organization(read.db(), actor.organization).await?;
    if !organization.capabilities.is_partner() {
        return Err(PortalError::NotFound);
    }
    access::authorize_own(&organization, &actor, Action::ViewPartners)?;
    let wanted = Wanted {
        inviter: organization.id.into_uuid(),
        kinds: if customers {
            &["relationship", "joint_relationship"]
        } else {
            &["partnership"]
        },
        status: page::typed(&query.filter),
        words: page::words(&query.search),
        now,
    };
    let total = total(read.db(), &wanted).await?;
    let found = match page::sorting(&query.sort, "-created") {
        ("name" | "recipient", descending) => {
            let place = Place::<String>::of(&query.cursor, descending);
            let rows = by_recipient(read.db(), &wanted, &place).await?;
            place.page(rows, total, |row: &Row| (row.key.clone(), row.id))
        }
        (_, descending) => {
            let place = Place::<Timestamp>::of(&query.cursor, descending);
            let rows = by_created(read.db(), &wanted, &place).await?;
            place.page(rows, total, |row: &Row| (row.created_at, row.id))
        }
    };
    let rows = found
        .rows
        .into_iter()
        .map(|row| row.shown(now))
        .collect::<PortalResult<_>>()?;
    let invitations = Page {
        rows,
        total: found.total,
        next: found.next,
        previous: found.previous,
    };
    Ok(InvitationsPage {
        organization,
        actor,
        invitations,
    })
}

/// Which invitations are wanted.
struct Wanted {
    inviter: Uuid,
    kinds: &'static [&'static str],
    status: String,
    words: Vec<String>,
    now: Timestamp,
}

struct Row {
    id: Uuid,
    created_at: DateTime<Utc>,
    key: String,
    opened_at: Option<DateTime<Utc>>,
    expires_at: Option<DateTime<Utc>>,
    body: Json<Invitation>,
    created_by: String,
    addressee_id: Option<Uuid>,
    addressee: Option<String>,
    provider_id: Option<Uuid>,
    provider: Option<String>,
}

impl Row {
    fn shown(self, now: Timestamp) -> PortalResult<InvitationRow> {
        let invitation = self.body.0;
        let named = |id: Option<Uuid>, name: Option<String>| {
            id.zip(name).map(|(id, name)| party(id, &name)).transpose()
        };
        let opened = match &invitation.state {
            State::Opened { at, .. } => Some(*at),
            _ => self.opened_at,
        };
        let is_joint = matches!(invitation.kind, Kind::JointRelationship { .. });
        Ok(InvitationRow {
            status: invitation.status(now),
            expires: invitation.expires().or(self.expires_at),
            sent: invitation.link_made,
            created: invitation.created,
            created_by: self.created_by,
            recipient: invitation.message.recipient.to_string(),
            kind: invitation.kind,
            id: invitation.id,
            opened,
            addressee: named(self.addressee_id, self.addressee)?,
            provider: named(self.provider_id, self.provider)?.filter(|_| is_joint),
        })
    }
}

/// One piece of the list. A sent one whose time is over is an expired one, as core's `Invitation::status` says.
macro_rules! rows {
    ($key:literal, $beyond:literal, $order:literal, $wanted:expr, $place:expr) => {
        sqlx::query_as!(
            Row,
            r#"select i.id, i.created_at, lower(i.recipient) as "key!", i.opened_at, i.expires_at,
                  i.body as "body: Json<Invitation>", u.name as created_by,
                  a.id as "addressee_id?", a.name as "addressee?", p.id as "provider_id?", p.name as "provider?"
               from invitation i
               join app_user u on u.id = i.created_by
               left join organization a on a.id = i.addressee_id
               left join organization p on p.id = i.provider_id
               where i.organization_id = $1 and i.kind = any($2)
                  and ($3 = '' or $3 = case when i.status in ('sent', 'opened') and i.expires_at <= $4
                      then 'expired' else i.status end)
                  and (i.recipient || ' ' || coalesce(a.name, '')) ilike all($5)
                  and ("# + $key + ", i.id) " + $beyond + r#" ($6, $7)
               order by "# + $key + $order + ", i.id" + $order + " limit $8",
            $wanted.inviter,
            $wanted.kinds as &[&str],
            $wanted.status,
            $wanted.now,
            &$wanted.words,
            $place.key,
            $place.id,
            LIMIT,
        )
    };
}

async fn by_created(
    db: &mut PgConnection,
    wanted: &Wanted,
    place: &Place<Timestamp>,
) -> PortalResult<Vec<Row>> {
    if place.descending {
        rows!("i.created_at", "<", " desc", wanted, place)
            .fetch_all(&mut *db)
            .await
    } else {
        rows!("i.created_at", ">", " asc", wanted, place)
            .fetch_all(&mut *db)
            .await
    }
    .map_err(failed)
}

async fn by_recipient(
    db: &mut PgConnection,
    wanted: &Wanted,
    place: &Place<String>,
) -> PortalResult<Vec<Row>> {
    if place.descending {
        rows!(
            "lower(i.recipient) collate \"C\"",
            "<",
            " desc",
            wanted,
            place
        )
        .fetch_all(&mut *db)
        .await
    } else {
        rows!(
            "lower(i.recipient) collate \"C\"",
            ">",
            " asc",
            wanted,
            place
        )
        .fetch_all(&mut *db)
        .await
    }
    .map_err(failed)
}

async fn total(db: &mut PgConnection, wanted: &Wanted) -> PortalResult<u64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from invitation i left join organization a on a.id = i.addressee_id
           where i.organization_id = $1 and i.kind = any($2)
              and ($3 = '' or $3 = case when i.status in ('sent', 'opened') and i.expires_at <= $4
                  then 'expired' else i.status end)
              and (i.recipient || ' ' || coalesce(a.name, '')) ilike all($5)"#,
        wanted.inviter,
        wanted.kinds as &[&str],
        wanted.status,
        wanted.now,
        &wanted.words,
    )
    .fetch_one(&mut *db)
    .await
    .map(count)
    .map_err(failed)
}
