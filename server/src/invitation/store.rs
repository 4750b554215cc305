//! Invitations and their links.

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp, event,
    ids::{InvitationId, OrganizationId},
    invitation::{Event, Invitation, Kind, Pace, PaceFacts, State},
    text::{EmailAddress, search::SearchText},
};
use uuid::Uuid;

use crate::{
    pipeline::object::{New, Object},
    store::{Hold, Stored, held},
};

type Row = crate::store::Row<Invitation>;

/// An organization's own invitation.
pub(crate) async fn own(
    db: &mut PgConnection,
    inviter: OrganizationId,
    id: InvitationId,
    hold: Hold,
) -> Result<Option<Stored<Invitation>>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Invitation>", version from invitation
           where organization_id = $1 and id = $2"#,
        " for update",
        inviter.as_uuid(),
        id.as_uuid(),
    )?;
    Ok(row.map(Row::stored))
}

/// The invitation to which a link of this hash leads, with the link's number.
pub(crate) async fn by_link(
    db: &mut PgConnection,
    token_hash: &[u8],
    hold: Hold,
) -> Result<Option<(Stored<Invitation>, u32)>, sqlx::Error> {
    let link = sqlx::query!(
        "select organization_id, invitation_id, number from invitation_link where token_hash = $1",
        token_hash
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(link) = link else { return Ok(None) };
    let (inviter, id) = (link.organization_id.into(), link.invitation_id.into());
    let invitation = own(db, inviter, id, hold).await?;
    Ok(invitation.map(|invitation| (invitation, link.number.cast_unsigned())))
}

/// Whether a tenant was created by the link of this hash. Asked after its invitation is locked, which those who create
/// one hold.
pub(crate) async fn made_tenant(
    db: &mut PgConnection,
    token_hash: &[u8],
) -> Result<bool, sqlx::Error> {
    let made = sqlx::query_scalar!(
        r#"select tenant_id is not null as "made!" from invitation_link where token_hash = $1"#,
        token_hash
    )
    .fetch_optional(db)
    .await?;
    Ok(made.unwrap_or_default())
}

/// Notes the tenant that was created by the link of this hash.
pub(crate) async fn note_tenant(
    db: &mut PgConnection,
    token_hash: &[u8],
    tenant: OrganizationId,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update invitation_link set tenant_id = $2 where token_hash = $1",
        token_hash,
        tenant.as_uuid()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The facts about the pace at which the inviter sends, for sending this invitation. For a change, its users wait for
/// each other, so that the quota is exact.
pub(crate) async fn pace(
    db: &mut PgConnection,
    invitation: &Invitation,
    pace: Pace,
    (now, hold): (Timestamp, Hold),
) -> Result<PaceFacts, sqlx::Error> {
    let inviter = invitation.inviter;
    if hold == Hold::Locked {
        sqlx::query!(
            r#"select pg_advisory_xact_lock(hashtextextended('pace ' || $1::text, 0)) as "locked!: ()""#,
            inviter.as_uuid().to_string()
        )
        .fetch_one(&mut *db)
        .await?;
    }
    let sent = sqlx::query!(
        r#"select sending_full_since($1, $2) as full_since,
              (select made from sent_to($1, $3) where recipient = $4) as recipient_since"#,
        inviter.as_uuid(),
        i64::from(pace.a_day),
        now - pace.between,
        invitation.message.recipient.key(),
    )
    .fetch_one(db)
    .await?;
    Ok(PaceFacts {
        pace,
        full_since: sent.full_since,
        recipient_since: sent.recipient_since,
    })
}

/// An open invitation of the same kind from the same inviter to the same recipient.
pub(crate) async fn open_duplicate(
    db: &mut PgConnection,
    inviter: OrganizationId,
    kind: Kind,
    recipient: &EmailAddress,
    except: Option<InvitationId>,
    now: Timestamp,
    hold: Hold,
) -> Result<Option<InvitationId>, sqlx::Error> {
    if hold == Hold::Locked {
        // Two drafts to one recipient that are sent at once wait for each other here.
        let pair = format!("{inviter} {}", recipient.key());
        sqlx::query!(
            r#"select pg_advisory_xact_lock(hashtextextended($1, 0)) as "locked!: ()""#,
            pair
        )
        .fetch_one(&mut *db)
        .await?;
    }
    let id = sqlx::query_scalar!(
        r#"select id from invitation
         where organization_id = $1 and kind = $2 and provider_id is not distinct from $3
           and lower(recipient collate "C") = $4
           and invitation_is_open(status, expires_at, $5) and id is distinct from $6
         order by id limit 1"#,
        inviter.as_uuid(),
        kind.code(),
        kind.joint_provider().map(OrganizationId::into_uuid),
        recipient.key(),
        now,
        except.map(InvitationId::into_uuid),
    )
    .fetch_optional(db)
    .await?;
    Ok(id.map(InvitationId::from_uuid))
}

/// An open partnership request of this provider to this reseller, whoever of it was sent the link.
pub(crate) async fn open_request(
    db: &mut PgConnection,
    provider: OrganizationId,
    reseller: OrganizationId,
    now: Timestamp,
) -> Result<Option<InvitationId>, sqlx::Error> {
    let id = sqlx::query_scalar!(
        "select id from invitation
         where organization_id = $1 and kind = 'partnership' and addressee_id = $2
           and invitation_is_open(status, expires_at, $3)
         order by id limit 1",
        provider.as_uuid(),
        reseller.as_uuid(),
        now,
    )
    .fetch_optional(db)
    .await?;
    Ok(id.map(InvitationId::from_uuid))
}

/// The words by which an invitation is found, besides those of its addressee.
fn search_text(invitation: &Invitation) -> String {
    let id = invitation.id.to_string();
    SearchText::of([invitation.message.recipient.as_str()])
        .with_id(&id)
        .to_string()
}

impl Object for Invitation {
    type Beside = ();

    fn id(&self) -> InvitationId {
        self.id
    }

    fn logged(id: InvitationId, event: Event) -> event::Event {
        event::Event::Invitation { id, event }
    }

    /// Before it is sent, an invitation concerns the inviter alone; from then on also the other partner of a joint one,
    /// and at its end the organization that answered it. The addressed organization is not included until it has opened
    /// the invitation while signed in: being named by somebody else tells it nothing.
    fn audience(&self, _: &Event) -> Vec<OrganizationId> {
        let mut concerned = vec![self.inviter];
        concerned.extend(self.kind.joint_provider().filter(|_| self.link > 0));
        if let State::Accepted { organization, .. } | State::Declined { organization, .. } =
            self.state
        {
            concerned.push(organization);
        }
        concerned
    }

    async fn insert(db: &mut PgConnection, new: &[New<Invitation>]) -> Result<(), sqlx::Error> {
        let ids =
            |of: fn(&Invitation) -> Uuid| new.iter().map(|it| of(&it.value)).collect::<Vec<Uuid>>();
        let optional = |of: fn(&Invitation) -> Option<OrganizationId>| {
            let ids = new.iter().map(|it| of(&it.value));
            ids.map(|id| id.map(OrganizationId::into_uuid))
                .collect::<Vec<Option<Uuid>>>()
        };
        let texts =
            |of: fn(&Invitation) -> String| new.iter().map(|it| of(&it.value)).collect::<Vec<_>>();
        let created: Vec<Timestamp> = new.iter().map(|it| it.value.created).collect();
        let bodies: Vec<_> = new.iter().map(|it| Json(&it.value)).collect();
        let versions: Vec<i64> = new.iter().map(|it| it.version).collect();
        sqlx::query!(
            "insert into invitation (organization_id, id, kind, provider_id, addressee_id, recipient, status,
                created_at, created_by, body, version, search)
             select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[],
                $8::timestamptz[], $9::uuid[], $10::jsonb[], $11::bigint[], $12::text[])",
            &ids(|it| it.inviter.into_uuid()),
            &ids(|it| it.id.into_uuid()),
            &texts(|it| it.kind.code().to_owned()),
            &optional(|it| it.kind.joint_provider()) as _,
            &optional(|it| it.addressee) as _,
            &texts(|it| it.message.recipient.to_string()),
            &texts(|it| written_status(it).to_owned()),
            &created,
            &ids(|it| it.created_by.into_uuid()),
            &bodies as _,
            &versions,
            &texts(search_text),
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Invitation>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let invitation = &after.value;
        let open = matches!(
            invitation.state,
            State::Draft | State::Sent { .. } | State::Opened { .. }
        );
        let opened = match invitation.state {
            State::Opened { at, .. } => Some(at),
            _ => None,
        };
        // Times that an end state no longer holds stay as they were: the deadline for an answer, and the time of
        // opening.
        let saved = sqlx::query!(
            "update invitation set
                addressee_id = $3, recipient = $4, status = $5, sent_at = $6,
                opened_at = case when $7 then $8 else opened_at end,
                expires_at = coalesce($9, expires_at),
                reminded_at = case when sent_at is distinct from $6 then null else reminded_at end,
                body = $10, version = $12, search = $13
             where organization_id = $1 and id = $2 and version = $11",
            invitation.inviter.as_uuid(),
            invitation.id.as_uuid(),
            invitation.addressee.map(OrganizationId::into_uuid),
            invitation.message.recipient.as_str(),
            written_status(invitation),
            invitation.link_made,
            open,
            opened,
            invitation.expires(),
            Json(invitation) as _,
            from,
            after.version,
            search_text(invitation),
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}

/// The status without regard to the time: `expired` is written when the expiry is recorded.
fn written_status(invitation: &Invitation) -> &'static str {
    let written = invitation.link_made.unwrap_or(invitation.created);
    invitation.status(written).code()
}

/// Stores the hash of a new link; older links still lead to the invitation, and are known to be replaced.
pub(crate) async fn insert_link(
    db: &mut PgConnection,
    invitation: &Invitation,
    token_hash: &[u8],
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into invitation_link (token_hash, organization_id, invitation_id, number, made_at)
         values ($1, $2, $3, $4, $5)",
        token_hash,
        invitation.inviter.as_uuid(),
        invitation.id.as_uuid(),
        invitation.link.cast_signed(),
        now,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A batch of invitations whose time is over, not yet recorded as expired.
pub(crate) async fn overdue(
    db: &mut PgConnection,
    now: Timestamp,
) -> Result<Vec<(OrganizationId, InvitationId)>, sqlx::Error> {
    let rows = sqlx::query!(
        "select organization_id, id from invitation
         where invitation_is_overdue(status, expires_at, $1)
         order by expires_at limit 200",
        now,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.organization_id.into(), row.id.into()))
        .collect())
}

/// A batch of open invitations that expire by then and whose inviter has not been reminded.
pub(crate) async fn to_remind_of(
    db: &mut PgConnection,
    now: Timestamp,
    by: Timestamp,
) -> Result<Vec<(OrganizationId, InvitationId)>, sqlx::Error> {
    let rows = sqlx::query!(
        "select organization_id, id from invitation
         where invitation_is_open(status, expires_at, $1) and expires_at <= $2 and reminded_at is null
         order by expires_at limit 200",
        now,
        by,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.organization_id.into(), row.id.into()))
        .collect())
}

/// Notes the reminder; false if the inviter was reminded already.
pub(crate) async fn note_reminder(
    db: &mut PgConnection,
    invitation: &Invitation,
    now: Timestamp,
) -> Result<bool, sqlx::Error> {
    let noted = sqlx::query!(
        "update invitation set reminded_at = $3 where organization_id = $1 and id = $2 and reminded_at is null",
        invitation.inviter.as_uuid(),
        invitation.id.as_uuid(),
        now,
    )
    .execute(db)
    .await?;
    Ok(noted.rows_affected() == 1)
}

#[cfg(test)]
mod tests;
