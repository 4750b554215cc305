//! Mails: the demo world's mailbox, and the operator's list of undeliverable ones.
//!
//! Their ids are in order of creation, and so serve as the key of both lists.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    mail::{
        list::{self as spec, DeadMails, Mailbox},
        model::{Mail, MailRow, MailStatus},
    },
    portal::PortalResult,
};
use tierline_core::access::{self, Action};
use uuid::Uuid;

use crate::{
    list::{
        csv::Rows,
        in_order,
        shown::{Entry, Shown},
        source::{Index, Part, Sort, SortKey, Source, Wanted},
    },
    organization::{query as load, query::failed},
    pipeline::Read,
};

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

/// The lists of mails, newest first.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<Mailbox>(), Entry::of::<DeadMails>()];

impl Shown for Mailbox {
    type Rows = Mails;
    const FILE: &'static str = "mails";
    const IS_PUBLIC: bool = true;

    async fn rows(read: &mut Read) -> PortalResult<Mails> {
        Mails::of(read, false).await
    }
}

impl Shown for DeadMails {
    type Rows = Mails;
    const FILE: &'static str = "mails";

    async fn rows(read: &mut Read) -> PortalResult<Mails> {
        Mails::of(read, true).await
    }
}

/// The mails that the caller may see: all, or the undeliverable ones.
pub(crate) struct Mails {
    dead: bool,
}

static MAILS: Source = source("words");

/// Those that could not be delivered have an index of words of their own: they are few among very many.
static DEAD: Source = source("status = 'dead' and words");

const fn source(words: &'static str) -> Source {
    Source {
        from: "mail",
        id: "id",
        search: "search",
        // No list of mails is in the order of this key, which only has to begin with the first word.
        index: Some(Index {
            key: "search",
            words,
        }),
        sorts: &[Sort {
            name: "at",
            key: SortKey::Time("created_at"),
        }],
        own: "-at",
    }
}

struct Row {
    id: Uuid,
    to_address: String,
    subject: String,
    created_at: DateTime<Utc>,
    status: String,
    last_error: Option<String>,
}

#[async_trait]
impl Rows for Mails {
    type Row = MailRow;
    type Page = Page<MailRow>;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<MailRow>> {
        let wanted = if self.dead {
            Wanted::new(&DEAD, query, vec![vec![Part::Sql("status = 'dead'")]])
        } else {
            Wanted::new(&MAILS, query, Vec::new())
        };
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = sqlx::query_as!(
            Row,
            "select id, to_address, subject, created_at, status, last_error from mail where id = any($1)",
            &found.rows,
        )
        .fetch_all(&mut *db)
        .await
        .map_err(failed)?;
        let rows = in_order(&found.rows, rows, |row| row.id)
            .into_iter()
            .map(|row| MailRow {
                id: row.id,
                to: row.to_address,
                subject: row.subject,
                at: row.created_at,
                status: status(&row.status),
                error: row.last_error,
            });
        let rows = rows.collect();
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<MailRow> {
        if self.dead {
            spec::dead(lang)
        } else {
            spec::all(lang)
        }
    }

    async fn around(
        self,
        found: Page<MailRow>,
        _: &ListQuery,
        _: &mut PgConnection,
    ) -> PortalResult<Page<MailRow>> {
        Ok(found)
    }
}

impl Mails {
    async fn of(read: &mut Read, dead: bool) -> PortalResult<Self> {
        let may_see = if dead {
            let actor = read.actor()?;
            let organization = load::organization(read, actor.organization).await?;
            // A caller who may not resend them is not told that there are any.
            access::authorize_on_program(&organization, &actor, Action::ManageMail).is_ok()
        } else {
            read.state.config.demo
        };
        if may_see {
            Ok(Self { dead })
        } else {
            Err(PortalError::NotFound)
        }
    }
}

/// A stored status; a mail that is being sent is still on its way.
fn status(stored: &str) -> MailStatus {
    match stored {
        "sent" => MailStatus::Sent,
        "failed" => MailStatus::Retrying,
        "dead" => MailStatus::Dead,
        _ => MailStatus::Queued,
    }
}
