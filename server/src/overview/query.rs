//! The overview: open tasks and the latest events.

mod directory;
mod enrollment;
mod figures;
mod order_requests;
mod queues;
mod settings;
mod waits;

pub(crate) use settings::standing;
pub(crate) use waits::waits;

use chrono::TimeDelta;
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    overview::model::{Overview, Waiting},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    agreement::Ask,
    ids::InvitationId,
    invitation::{Invitation, State},
    organization::Organization,
    partnership::{self, Partnership},
};
use uuid::Uuid;

use crate::{
    activity::query::{self as timeline, Reader},
    agreement::query as agreement,
    list::{count, reach},
    organization::{
        query as load,
        query::{failed, party},
    },
    pipeline::Read,
};

/// The number of latest events shown.
const RECENT: i64 = 10;

/// The most open tasks of a kind that are counted.
const LISTED: i64 = 100;

/// The most of a kind that are asked for: one more than the overview shows, by which it knows that there are more.
const ASKED: i64 = LISTED + 1;

/// An expired invitation waits this long to be sent again.
const EXPIRED_FOR: TimeDelta = TimeDelta::days(30);

/// So long a signature is confirmed by a banner.
const ACCEPTED_FOR: TimeDelta = TimeDelta::days(30);

/// The overview of the signed-in organization.
pub(crate) async fn overview(read: &mut Read) -> PortalResult<Overview> {
    let now = read.now();
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    access::authorize_own(&organization, &actor, Action::ViewOwn)?;
    let may = |action| access::authorize_own(&organization, &actor, action).is_ok();
    let seen = Seen {
        partners: may(Action::ViewPartners),
        customers: may(Action::ViewCustomers),
        grants: may(Action::ViewGrants),
        subscriptions: may(Action::ViewSubscriptions),
        mail: access::authorize_on_program(&organization, &actor, Action::ManageMail).is_ok(),
        listings: access::authorize_on_program(&organization, &actor, Action::ReviewListings)
            .is_ok(),
    };

    let mut for_us = obligations(&organization, agreement::asked(read).await?);
    let accepted = agreement::accepted(read, ACCEPTED_FOR).await?;
    let mut for_others = Vec::new();
    if seen.partners || seen.grants {
        addressed(read.db(), &organization, now, &mut for_us).await?;
    }
    if seen.partners {
        let groups = reach::groups(&actor);
        let lists = (&mut for_us, &mut for_others);
        sent(read.db(), &organization, groups.as_deref(), now, lists).await?;
        endings(read.db(), &organization, now, &mut for_us, &mut for_others).await?;
    }
    if seen.partners {
        directory::asks(read.db(), &organization, &mut for_us, &mut for_others).await?;
    }
    if may(Action::ViewOrderRequests) {
        let lists = (&mut for_us, &mut for_others);
        order_requests::waiting(read.db(), &organization, &actor, now, lists).await?;
    }
    if may(Action::ProposeListing) {
        directory::listing_change(read.db(), &organization, &mut for_others).await?;
    }
    if seen.listings {
        directory::listing_changes(read.db(), &mut for_us).await?;
    }
    if seen.mail {
        dead_mails(read.db(), &mut for_us).await?;
    }
    if may(Action::Enroll) {
        enrollment::own(read.db(), &organization, now, &mut for_us, &mut for_others).await?;
    }
    for_us.sort_by_key(since);
    for_others.sort_by_key(since);
    Ok(Overview {
        figures: figures::figures(read.db(), &organization, &actor, seen, now).await?,
        recent: timeline::recent(read.db(), &Reader::of(&organization, &actor, now), RECENT)
            .await?,
        organization,
        actor,
        accepted,
        queues: queues::all(read).await?,
        for_us,
        for_others,
    })
}

/// What the user may see: the overview shows nothing whose own page is refused.
#[derive(Clone, Copy)]
struct Seen {
    partners: bool,
    customers: bool,
    grants: bool,
    subscriptions: bool,
    mail: bool,
    listings: bool,
}

/// Missing requirements for a partner's business; they have no date and come first.
fn obligations(
    organization: &Organization,
    (asked, without_text): (Vec<Ask>, bool),
) -> Vec<Waiting> {
    let mut waiting = Vec::new();
    if organization.capabilities.is_partner() {
        if organization.mpn.is_none() {
            waiting.push(Waiting::MpnIdMissing);
        }
        if without_text {
            waiting.push(Waiting::AgreementUnsigned);
        }
        waiting.extend(asked.into_iter().map(|ask| Waiting::AgreementAsked {
            kind: ask.kind,
            version: ask.version.to_string(),
            must_be_signed_by: ask.must_be_signed_by,
        }));
    }
    waiting
}

/// Open invitations to this organization, found by the recipient's domain.
async fn addressed(
    db: &mut PgConnection,
    organization: &Organization,
    now: Timestamp,
    for_us: &mut Vec<Waiting>,
) -> PortalResult<()> {
    let rows = sqlx::query!(
        r#"select i.body as "body: Json<Invitation>", i.sent_at, o.id as inviter_id, o.name as inviter
           from invitation i join organization o on o.id = i.organization_id
           where i.addressee_id = $1 and invitation_is_open(i.status, i.expires_at, $2)
           order by i.sent_at limit $3"#,
        organization.id.into_uuid(),
        now,
        ASKED,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    for row in rows {
        let invitation = row.body.0;
        let (Some(since), Some(expires)) = (invitation.link_made, invitation.expires()) else {
            continue;
        };
        for_us.push(Waiting::InvitationForUs {
            invitation: invitation.id,
            asks: invitation.kind,
            from: party(row.inviter_id, &row.inviter)?,
            since,
            expires,
        });
    }
    Ok(())
}

/// Invitations of this organization: drafts and expired ones are our tasks, sent ones wait for others.
async fn sent(
    db: &mut PgConnection,
    organization: &Organization,
    groups: Option<&[Uuid]>,
    now: Timestamp,
    (for_us, for_others): (&mut Vec<Waiting>, &mut Vec<Waiting>),
) -> PortalResult<()> {
    let bodies = sqlx::query_scalar!(
        r#"(select body as "body!: Json<Invitation>" from invitation
            where organization_id = $1 and status = 'draft' and reaches_request($5, kind, body)
            order by created_at desc limit $4)
           union all
           (select body from invitation
            where organization_id = $1 and invitation_is_open(status, expires_at, $2)
                and reaches_request($5, kind, body)
            order by expires_at limit $4)
           union all
           (select body from invitation
            where organization_id = $1 and invitation_status(status, expires_at, $2) = 'expired' and expires_at > $3
                and reaches_request($5, kind, body)
            order by expires_at desc limit $4)"#,
        organization.id.into_uuid(),
        now,
        now - EXPIRED_FOR,
        ASKED,
        groups as _,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    for Json(it) in bodies {
        let recipient = it.message.recipient.to_string();
        let (invitation, asks): (InvitationId, _) = (it.id, it.kind);
        match it.state {
            State::Draft => for_us.push(Waiting::Draft {
                invitation,
                asks,
                recipient,
                since: it.created,
            }),
            State::Sent { expires, .. } | State::Opened { expires, .. } if expires <= now => {
                for_us.push(Waiting::Expired {
                    invitation,
                    asks,
                    recipient,
                    since: expires,
                });
            }
            State::Expired { at } => for_us.push(Waiting::Expired {
                invitation,
                asks,
                recipient,
                since: at,
            }),
            State::Sent { at, expires, .. } => {
                for_others.push(Waiting::InvitationSent {
                    invitation,
                    asks,
                    recipient,
                    opened: None,
                    since: at,
                    expires,
                });
            }
            State::Opened {
                sent, at, expires, ..
            } => for_others.push(Waiting::InvitationSent {
                invitation,
                asks,
                recipient,
                opened: Some(at),
                since: sent,
                expires,
            }),
            State::Accepted { .. } | State::Declined { .. } | State::Canceled { .. } => {}
        }
    }
    Ok(())
}

/// Partnerships in their notice period: the side that gave notice waits for the other one to prepare.
async fn endings(
    db: &mut PgConnection,
    organization: &Organization,
    now: Timestamp,
    for_us: &mut Vec<Waiting>,
    for_others: &mut Vec<Waiting>,
) -> PortalResult<()> {
    let rows = sqlx::query!(
        r#"select p.body as "body: Json<Partnership>", o.id as other_id, o.name as other
           from partnership p
           join organization o on o.id = case when p.provider_id = $1 then p.reseller_id else p.provider_id end
           where (p.provider_id = $1 or p.reseller_id = $1) and p.status = 'ending' and p.ends_at > $2
           order by p.ends_at limit $3"#,
        organization.id.into_uuid(),
        now,
        ASKED,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    for row in rows {
        let partnership::State::Ending {
            ends,
            by,
            announced,
            ..
        } = row.body.0.state
        else {
            continue;
        };
        let waiting = Waiting::PartnershipEnding {
            partnership: row.body.0.id,
            other: party(row.other_id, &row.other)?,
            since: announced,
            ends,
        };
        if by == organization.id {
            for_others.push(waiting)
        } else {
            for_us.push(waiting)
        }
    }
    Ok(())
}

async fn dead_mails(db: &mut PgConnection, for_us: &mut Vec<Waiting>) -> PortalResult<()> {
    let dead = sqlx::query!(
        r#"select count(*) as "count!", min(created_at) as since from mail where status = 'dead'"#
    )
    .fetch_one(&mut *db)
    .await
    .map_err(failed)?;
    if let Some(since) = dead.since {
        for_us.push(Waiting::DeadMails {
            count: count(dead.count),
            since,
        });
    }
    Ok(())
}

fn since(waiting: &Waiting) -> Timestamp {
    match waiting {
        Waiting::InvitationForUs { since, .. }
        | Waiting::InvitationSent { since, .. }
        | Waiting::Draft { since, .. }
        | Waiting::Expired { since, .. }
        | Waiting::PartnershipEnding { since, .. }
        | Waiting::Enrollment { since, .. }
        | Waiting::AskForUs { since, .. }
        | Waiting::AskSent { since, .. }
        | Waiting::OrderRequestForUs { since, .. }
        | Waiting::OrderRequestSent { since, .. }
        | Waiting::ListingChange { since, .. }
        | Waiting::ListingChanges { since, .. }
        | Waiting::DeadMails { since, .. } => *since,
        Waiting::AgreementUnsigned | Waiting::AgreementAsked { .. } | Waiting::MpnIdMissing => {
            Timestamp::UNIX_EPOCH
        }
    }
}
