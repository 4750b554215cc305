//! Invitations of users, the links that are mailed to them, and who leads an organization.

use sqlx::{PgConnection, PgExecutor, types::Json};
use tierline_core::{
    Timestamp, event,
    group::CustomerGroup,
    ids::{CustomerGroupId, MemberInvitationId, OrganizationId, UserId},
    invitation::{Pace, PaceFacts},
    member::{Event, MemberInvitation, PasswordLink, State},
    role::{Role, RoleSet},
    text::search::{SearchText, sort_key},
};
use uuid::Uuid;

use crate::{
    group::store as groups,
    pipeline::object::{New, Object},
    store::{Hold, Stored, held},
};

type Row = crate::store::Row<MemberInvitation>;

/// The roles of the organization's users who may act, without this one. Whoever has not come yet, and still has a
/// temporary password, does not count.
pub(crate) async fn others(
    db: &mut PgConnection,
    organization: OrganizationId,
    but: UserId,
) -> Result<RoleSet, sqlx::Error> {
    let roles = sqlx::query_scalar!(
        r#"select distinct role as "role!" from membership m
           join app_user u on u.id = m.user_id, unnest(m.roles) role
           where m.organization_id = $1 and m.user_id <> $2 and m.blocked_at is null and u.blocked_at is null
              and not u.must_change_password"#,
        organization.as_uuid(),
        but.as_uuid(),
    )
    .fetch_all(db)
    .await?;
    Ok(roles
        .iter()
        .filter_map(|name| name.parse::<Role>().ok())
        .collect())
}

/// Ends the links of this organization by which the user can choose another password.
pub(crate) async fn end_links(
    db: &mut PgConnection,
    organization: OrganizationId,
    user: UserId,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update member_link set expires_at = least(expires_at, $3)
         where organization_id = $1 and user_id = $2 and used_at is null",
        organization.as_uuid(),
        user.as_uuid(),
        now,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What the organization has mailed lately, for a mail to this address. Asked while its users are locked, so that the
/// quota is exact.
pub(crate) async fn pace(
    db: &mut PgConnection,
    organization: OrganizationId,
    address: &str,
    pace: Pace,
    now: Timestamp,
) -> Result<PaceFacts, sqlx::Error> {
    let row = sqlx::query!(
        r#"select (select made_at from member_link where organization_id = $1
                   order by made_at desc offset $2 limit 1) as "full_since: Timestamp",
              (select max(made_at) from member_link
               where organization_id = $1 and address = $3 and made_at > $4) as "recipient_since: Timestamp""#,
        organization.as_uuid(),
        i64::from(pace.a_day) - 1,
        address,
        now - pace.between,
    )
    .fetch_one(db)
    .await?;
    Ok(PaceFacts {
        pace,
        full_since: row.full_since,
        recipient_since: row.recipient_since,
    })
}

/// Whether the address is that of one of the organization's users.
pub(crate) async fn is_member(
    db: &mut PgConnection,
    organization: OrganizationId,
    address: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from membership m join app_user u on u.id = m.user_id
           where m.organization_id = $1 and u.email = $2) as "is!""#,
        organization.as_uuid(),
        address,
    )
    .fetch_one(db)
    .await
}

/// An invitation to this address that can be accepted.
pub(crate) async fn open(
    db: &mut PgConnection,
    organization: OrganizationId,
    address: &str,
    now: Timestamp,
) -> Result<Option<MemberInvitationId>, sqlx::Error> {
    let id = sqlx::query_scalar!(
        "select id from member_invitation
         where organization_id = $1 and address = $2 and status = 'pending' and expires_at > $3 limit 1",
        organization.as_uuid(),
        address,
        now,
    )
    .fetch_optional(db)
    .await?;
    Ok(id.map(MemberInvitationId::from_uuid))
}

/// An organization's own invitation.
pub(crate) async fn own(
    db: &mut PgConnection,
    organization: OrganizationId,
    id: MemberInvitationId,
    hold: Hold,
) -> Result<Option<Stored<MemberInvitation>>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<MemberInvitation>", version from member_invitation
           where organization_id = $1 and id = $2"#,
        " for update",
        organization.as_uuid(),
        id.as_uuid(),
    )?;
    Ok(row.map(Row::stored))
}

/// The groups of customers to which an invitation is narrowed, removed ones among them.
pub(crate) async fn groups(
    db: &mut PgConnection,
    invitation: &MemberInvitation,
    hold: Hold,
) -> Result<Vec<CustomerGroup>, sqlx::Error> {
    let wanted = invitation.customers.given();
    let ids: Vec<Uuid> = wanted.iter().map(CustomerGroupId::into_uuid).collect();
    groups::these(db, invitation.organization, &ids, hold).await
}

/// The invitation to which a link of this hash leads, with the link's number.
pub(crate) async fn by_link(
    db: &mut PgConnection,
    token_hash: &[u8],
    hold: Hold,
) -> Result<Option<(Stored<MemberInvitation>, u32)>, sqlx::Error> {
    let link = sqlx::query!(
        r#"select organization_id, invitation_id as "invitation_id!", number from member_link
           where token_hash = $1 and invitation_id is not null"#,
        token_hash
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(link) = link else { return Ok(None) };
    let (organization, id) = (link.organization_id.into(), link.invitation_id.into());
    let invitation = own(db, organization, id, hold).await?;
    Ok(invitation.map(|invitation| (invitation, link.number.cast_unsigned())))
}

/// The user of a link for another password, and the link. Asked after the user is locked, for a change.
pub(crate) async fn password_link(
    db: &mut PgConnection,
    token_hash: &[u8],
) -> Result<Option<(UserId, PasswordLink)>, sqlx::Error> {
    let row = sqlx::query!(
        r#"select l.organization_id, l.user_id as "user_id!", l.expires_at, l.used_at,
              (select max(n.made_at) from member_link n
               where n.user_id = l.user_id and n.made_at > l.made_at) as "replaced: Timestamp"
           from member_link l where l.token_hash = $1 and l.user_id is not null"#,
        token_hash
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| {
        let link = PasswordLink {
            organization: row.organization_id.into(),
            expires: row.expires_at,
            replaced: row.replaced,
            used: row.used_at,
        };
        (row.user_id.into(), link)
    }))
}

/// What everyone knows of the user of a link, or of whoever is to be one: address, name, and the names of the
/// organizations.
pub(crate) async fn known_by_link(
    executor: impl PgExecutor<'_>,
    token_hash: &[u8],
) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar!(
        r#"with link as (select * from member_link where token_hash = $1)
           select address as "known!" from link
           union select i.body ->> 'name' from link l join member_invitation i on i.id = l.invitation_id
           union select unnest(array[u.name, u.email]) from link l join app_user u on u.id = l.user_id
           union select o.name from link l join organization o on o.id = l.organization_id
           union select o.name from link l
              join membership m on m.user_id = l.user_id join organization o on o.id = m.organization_id"#,
        token_hash
    )
    .fetch_all(executor)
    .await
}

/// A link to be stored.
pub(crate) struct NewLink<'a> {
    pub token_hash: &'a [u8],
    pub organization: OrganizationId,
    pub to: LinkTo,
    pub address: &'a str,
    pub made: Timestamp,
    pub expires: Timestamp,
}

/// Whose link it is.
pub(crate) enum LinkTo {
    Invitation(MemberInvitationId, u32),
    User(UserId),
}

/// Stores the hash of a new link; older links are known to be replaced.
pub(crate) async fn insert_link(
    db: &mut PgConnection,
    link: NewLink<'_>,
) -> Result<(), sqlx::Error> {
    let (invitation, user, number) = match link.to {
        LinkTo::Invitation(id, number) => (Some(id.into_uuid()), None, number),
        LinkTo::User(id) => (None, Some(id.into_uuid()), 1),
    };
    sqlx::query!(
        "insert into member_link
            (token_hash, organization_id, invitation_id, user_id, number, address, made_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        link.token_hash,
        link.organization.as_uuid(),
        invitation,
        user,
        number.cast_signed(),
        link.address,
        link.made,
        link.expires,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The words by which an invited person is found, and by which the name is sorted.
fn found_by(invitation: &MemberInvitation) -> (String, String) {
    let texts = [invitation.name.as_str(), invitation.address.as_str()];
    let search = SearchText::of(texts).to_string();
    (sort_key(invitation.name.as_str()), search)
}

fn status(invitation: &MemberInvitation) -> (&'static str, Option<Timestamp>) {
    match invitation.state {
        State::Pending { expires } => ("pending", Some(expires)),
        State::Accepted { .. } => ("accepted", None),
        State::Canceled { .. } => ("canceled", None),
    }
}

impl Object for MemberInvitation {
    type Beside = ();

    fn id(&self) -> MemberInvitationId {
        self.id
    }

    fn logged(id: MemberInvitationId, event: Event) -> event::Event {
        event::Event::MemberInvitation { id, event }
    }

    fn audience(&self, _: &Event) -> Vec<OrganizationId> {
        vec![self.organization]
    }

    async fn insert(
        db: &mut PgConnection,
        new: &[New<MemberInvitation>],
    ) -> Result<(), sqlx::Error> {
        let ids = |of: fn(&MemberInvitation) -> Uuid| {
            new.iter().map(|it| of(&it.value)).collect::<Vec<Uuid>>()
        };
        let texts = |of: fn(&MemberInvitation) -> String| {
            new.iter().map(|it| of(&it.value)).collect::<Vec<_>>()
        };
        let expires: Vec<Option<Timestamp>> = new.iter().map(|it| status(&it.value).1).collect();
        let bodies: Vec<_> = new.iter().map(|it| Json(&it.value)).collect();
        let versions: Vec<i64> = new.iter().map(|it| it.version).collect();
        sqlx::query!(
            "insert into member_invitation
                (organization_id, id, address, status, expires_at, body, version, sort_key, search)
             select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::jsonb[],
                $7::bigint[], $8::text[], $9::text[])",
            &ids(|it| it.organization.into_uuid()),
            &ids(|it| it.id.into_uuid()),
            &texts(|it| it.address.key()),
            &texts(|it| status(it).0.to_owned()),
            &expires as _,
            &bodies as _,
            &versions,
            &texts(|it| found_by(it).0),
            &texts(|it| found_by(it).1),
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<MemberInvitation>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let invitation = &after.value;
        let (status, expires) = status(invitation);
        let saved = sqlx::query!(
            "update member_invitation set status = $3, expires_at = $4, body = $5, version = $7
             where organization_id = $1 and id = $2 and version = $6",
            invitation.organization.as_uuid(),
            invitation.id.as_uuid(),
            status,
            expires,
            Json(invitation) as _,
            from,
            after.version,
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}
