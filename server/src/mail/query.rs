//! Mails: the demo world's mailbox, and the operator's list of those that could not be delivered.
//!
//! Their ids are in the order of their making, so that they are the key of both lists.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    list::model::{ListQuery, Page},
    mail::model::{Mail, MailRow, MailStatus},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
};
use uuid::Uuid;

use crate::{
    list as page,
    list::{LIMIT, Place, count},
    organization::{query as load, query::failed},
    pipeline::Read,
};

/// Demo only: every mail, the newest first.
pub async fn mailbox(read: &mut Read, query: ListQuery) -> PortalResult<Page<MailRow>> {
    if !read.state.config.demo {
        return Err(PortalError::NotFound);
    }
    list(read.db(), false, &query).await
}

/// Demo only: one mail.
pub async fn mail(read: &mut Read, id: Uuid) -> PortalResult<Mail> {
    if !read.state.config.demo {
        return Err(PortalError::NotFound);
    }
    let row = sqlx::query!(
        "select id, to_address, subject, created_at, status, last_error, text_body, html_body from mail where id = $1",
        id
    )
    .fetch_optional(read.db())
    .await
    .map_err(failed)?
    .ok_or(PortalError::NotFound)?;
    Ok(Mail {
        row: MailRow {
            id: row.id,
            to: row.to_address,
            subject: row.subject,
            at: row.created_at,
            status: status(&row.status),
            error: row.last_error,
        },
        text: row.text_body.unwrap_or_default(),
        html: row.html_body.unwrap_or_default(),
    })
}

/// Operator: mails that could not be delivered, the newest first.
pub async fn dead_mails(read: &mut Read, query: ListQuery) -> PortalResult<Page<MailRow>> {
    let actor = read.actor()?;
    let organization = load::organization(read.db(), actor.organization).await?;
    // Whoever may not resend them is not told that there are any.
    access::authorize_on_program(&organization, &actor, Action::ManageMail)
        .map_err(|_| PortalError::NotFound)?;
    list(read.db(), true, &query).await
}

struct Row {
    id: Uuid,
    to_address: String,
    subject: String,
    created_at: DateTime<Utc>,
    status: String,
    last_error: Option<String>,
}

macro_rules! rows {
    ($beyond:literal, $order:literal, $($argument:expr),+) => {
        sqlx::query_as!(
            Row,
            "select id, to_address, subject, created_at, status, last_error from mail
             where (not $1 or status = 'dead') and (to_address || ' ' || subject) ilike all($2)
                and (created_at, id) " + $beyond + " ($3, $4)
             order by created_at" + $order + ", id" + $order + " limit $5",
            $($argument),+
        )
    };
}

async fn list(db: &mut PgConnection, dead: bool, query: &ListQuery) -> PortalResult<Page<MailRow>> {
    let words = page::words(&query.search);
    let total = sqlx::query_scalar!(
        r#"select count(*) as "count!" from mail
           where (not $1 or status = 'dead') and (to_address || ' ' || subject) ilike all($2)"#,
        dead,
        &words,
    )
    .fetch_one(&mut *db)
    .await
    .map_err(failed)?;
    let (_, descending) = page::sorting(&query.sort, "-at");
    let place = Place::<Timestamp>::of(&query.cursor, descending);
    let rows = if place.descending {
        rows!("<", " desc", dead, &words, place.key, place.id, LIMIT)
            .fetch_all(&mut *db)
            .await
    } else {
        rows!(">", " asc", dead, &words, place.key, place.id, LIMIT)
            .fetch_all(&mut *db)
            .await
    }
    .map_err(failed)?;
    let found = place.page(rows, count(total), |row: &Row| (row.created_at, row.id));
    let rows = found.rows.into_iter().map(|row| MailRow {
        id: row.id,
        to: row.to_address,
        subject: row.subject,
        at: row.created_at,
        status: status(&row.status),
        error: row.last_error,
    });
    Ok(Page {
        rows: rows.collect(),
        total: found.total,
        next: found.next,
        previous: found.previous,
    })
}

/// A status as stored; one that is being sent is still on its way.
fn status(stored: &str) -> MailStatus {
    match stored {
        "sent" => MailStatus::Sent,
        "failed" => MailStatus::Retrying,
        "dead" => MailStatus::Dead,
        _ => MailStatus::Queued,
    }
}
