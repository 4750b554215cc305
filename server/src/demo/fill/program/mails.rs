//! Mails to filled-in customers: sent, but for one in six that could not be delivered.

use sqlx::{PgConnection, types::Json};
use tierline_core::{Timestamp, organization::Organization, text::search::SearchText};
use uuid::Uuid;

use super::{Program, fresh};
use crate::{
    demo::{DemoError, random::Stream},
    pipeline::object::New,
};

/// A mail that nothing waits for.
pub(super) struct Filled {
    id: Uuid,
    to: String,
    subject: String,
    at: Timestamp,
    is_dead: bool,
}

impl Program {
    /// A mail to this organization.
    pub(super) fn mail(&self, stream: &mut Stream, number: u64, to: &New<Organization>) -> Filled {
        let at = self.waiting_since(stream);
        Filled {
            id: fresh(stream, at),
            to: format!("office@{}", to.value.domain),
            subject: format!("A tenant was created for {}", to.value.name),
            at,
            is_dead: number.is_multiple_of(6),
        }
    }
}

/// Writes mails without the jobs that would deliver them.
pub(super) async fn insert(db: &mut PgConnection, mails: Vec<Filled>) -> Result<(), DemoError> {
    let ids: Vec<Uuid> = mails.iter().map(|it| it.id).collect();
    let to: Vec<String> = mails.iter().map(|it| it.to.clone()).collect();
    let subjects: Vec<String> = mails.iter().map(|it| it.subject.clone()).collect();
    let at: Vec<Timestamp> = mails.iter().map(|it| it.at).collect();
    let dead: Vec<bool> = mails.iter().map(|it| it.is_dead).collect();
    let found_by = mails.iter();
    let found_by = found_by.map(|it| SearchText::of([it.to.as_str(), it.subject.as_str()]));
    let found_by: Vec<SearchText> = found_by.collect();
    let searches: Vec<String> = found_by.iter().map(ToString::to_string).collect();
    let words: Vec<_> = found_by.iter().map(|it| Json(it.indexed(""))).collect();
    sqlx::query!(
        "insert into mail (id, to_address, language, kind, subject, status, sent_at, created_at, search, words)
         select id, to_address, 'en', 'customer_created', subject, case when dead then 'dead' else 'sent' end,
            case when not dead then at end, at, search, array_to_tsvector(array(select jsonb_array_elements_text(words)))
         from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::bool[], $6::text[], $7::jsonb[])
            as new (id, to_address, subject, at, dead, search, words)",
        &ids,
        &to,
        &subjects,
        &at,
        &dead,
        &searches,
        &words as _,
    )
    .execute(db)
    .await?;
    Ok(())
}
