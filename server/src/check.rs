//! `tierline check`: compares the history with the stored state.
//!
//! Every object, organizations and users included, is rebuilt from its events and compared with its stored state, all
//! as of one moment, also beside a running server. Its version has to be the number of its events, without gaps. The
//! ledger of a subscription has to be what core makes of its events, line by line, and the customers under review those
//! of whom their events say so.

mod ledger;
mod replay;
mod review;

use std::fmt;

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, PgPool, types::Json};
use tierline_core::{
    account::User,
    agreement::Agreement,
    catalog::{PriceList, Sale},
    directory::{Ask, Listing},
    enrollment::Enrollment,
    event::{Event, ObjectKind},
    group::CustomerGroup,
    invitation::Invitation,
    license::Assignment,
    member::MemberInvitation,
    membership::Member,
    order::Order,
    order_request::OrderRequest,
    organization::Organization,
    partnership::Partnership,
    program::Program,
    relationship::Relationship,
    review::Case,
    subscription::Subscription,
};
use uuid::Uuid;

use replay::Replay;

use crate::demo::{FILLED_BUYERS, FILLED_COMPANIES, FILLED_CROWD, FILLED_DOMAIN};

/// The number of objects compared at a time.
const PAGE: i64 = 1000;

/// The limit of ids named for each kind of mistake.
const NAMED: usize = 20;

/// The result of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Objects whose history gives the stored state.
    pub agree: u64,
    /// Customers and organizations filled in for measuring, with their objects: they never had a history.
    pub filled_in: u64,
    /// Objects whose history gives another state than the stored one.
    pub differ: Findings,
    /// Objects without any history.
    pub without_history: Findings,
    /// Objects with a history that are not stored.
    pub not_stored: Findings,
}

/// The number of mistakes of one kind, and the first of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    pub count: u64,
    pub first: Vec<(&'static str, Uuid)>,
}

impl Report {
    /// Whether no mistake was found.
    #[must_use]
    pub fn is_good(&self) -> bool {
        [&self.differ, &self.without_history, &self.not_stored]
            .iter()
            .all(|findings| findings.count == 0)
    }
}

impl Findings {
    fn add(&mut self, object: &'static str, id: Uuid) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.push((object, id));
        }
    }
}

/// Compares everything as of this moment.
///
/// # Errors
/// When the database fails, or holds something that core does not understand.
pub async fn check(pool: &PgPool) -> Result<Report, sqlx::Error> {
    let mut connection = pool.acquire().await?;
    let mut moment = connection
        .begin_with("begin isolation level repeatable read read only")
        .await?;
    let mut report = Report::default();
    for kind in ObjectKind::ALL {
        compare_all(kind, &mut moment, &mut report).await?;
    }
    moment.commit().await?;
    Ok(report)
}

/// Compares the objects of this kind, and what stands beside them. A kind that nobody compares does not compile.
async fn compare_all(
    kind: ObjectKind,
    moment: &mut PgConnection,
    report: &mut Report,
) -> Result<(), sqlx::Error> {
    match kind {
        ObjectKind::Organization => {
            compare::<Organization>(&mut *moment, report).await?;
            review::compare(moment, report).await
        }
        ObjectKind::User => compare::<User>(moment, report).await,
        ObjectKind::MemberInvitation => compare::<MemberInvitation>(moment, report).await,
        ObjectKind::Invitation => compare::<Invitation>(moment, report).await,
        ObjectKind::Partnership => compare::<Partnership>(moment, report).await,
        ObjectKind::Relationship => compare::<Relationship>(moment, report).await,
        ObjectKind::Order => compare::<Order>(moment, report).await,
        ObjectKind::Subscription => {
            compare::<Subscription>(&mut *moment, report).await?;
            ledger::compare(moment, report).await
        }
        ObjectKind::PriceList => compare::<PriceList>(moment, report).await,
        ObjectKind::Sale => compare::<Sale>(moment, report).await,
        ObjectKind::Enrollment => compare::<Enrollment>(moment, report).await,
        ObjectKind::Member => compare::<Member>(moment, report).await,
        ObjectKind::Agreement => compare::<Agreement>(moment, report).await,
        ObjectKind::Case => compare::<Case>(moment, report).await,
        ObjectKind::Listing => compare::<Listing>(moment, report).await,
        ObjectKind::Ask => compare::<Ask>(moment, report).await,
        ObjectKind::Program => compare::<Program>(moment, report).await,
        ObjectKind::CustomerGroup => compare::<CustomerGroup>(moment, report).await,
        ObjectKind::Assignment => compare::<Assignment>(moment, report).await,
        ObjectKind::OrderRequest => compare::<OrderRequest>(moment, report).await,
    }
}

async fn compare<T: Replay>(
    moment: &mut PgConnection,
    report: &mut Report,
) -> Result<(), sqlx::Error> {
    let mut after = Uuid::nil();
    loop {
        let page: Vec<Uuid> = sqlx::query_scalar(AssertSqlSafe(format!(
            "select id from {} where id > $1 order by id limit {PAGE}",
            T::TABLE
        )))
        .bind(after)
        .fetch_all(&mut *moment)
        .await?;
        let Some(last) = page.last() else { break };
        after = *last;
        let stored = T::load(&mut *moment, &page).await?;
        let mut events = sqlx::query_as::<_, (Uuid, i64, Json<Event>)>(
            "select object_id, version, body from event where object_id = any($1) and object = $2
             order by object_id, version",
        )
        .bind(&page)
        .bind(T::KIND.code())
        .fetch_all(&mut *moment)
        .await?
        .into_iter()
        .peekable();
        let mut bare = Vec::new();
        for id in page {
            let (mut replayed, mut versions, mut whole) = (None, 0, true);
            while let Some((_, version, Json(event))) = events.next_if(|(object, ..)| *object == id)
            {
                versions += 1;
                whole &= version == versions && T::go_on(&mut replayed, event);
            }
            let stored = stored.get(&id);
            match replayed {
                _ if versions == 0 => bare.push(id),
                Some(replayed)
                    if whole
                        && stored.is_some_and(|stored| {
                            stored.value == replayed && stored.version == versions
                        }) =>
                {
                    report.agree += 1;
                }
                _ => report.differ.add(T::KIND.code(), id),
            }
        }
        sort_bare::<T>(moment, bare, report).await?;
    }
    let lost: Vec<Uuid> = sqlx::query_scalar(AssertSqlSafe(format!(
        "select distinct object_id from event where object = $1 and not exists (select from {} where id = object_id)",
        T::TABLE
    )))
    .bind(T::KIND.code())
    .fetch_all(moment)
    .await?;
    lost.into_iter()
        .for_each(|id| report.not_stored.add(T::KIND.code(), id));
    Ok(())
}

/// Objects without a history are a mistake, unless they were filled in for measuring.
async fn sort_bare<T: Replay>(
    moment: &mut PgConnection,
    bare: Vec<Uuid>,
    report: &mut Report,
) -> Result<(), sqlx::Error> {
    let filled: Vec<Uuid> = match T::FILLED {
        Some(domain) if !bare.is_empty() => sqlx::query_scalar(AssertSqlSafe(format!(
            "select object.id from {} object where object.id = any($1) and {domain} like any($2)",
            T::TABLE
        )))
        .bind(&bare)
        .bind(
            [FILLED_DOMAIN, FILLED_COMPANIES, FILLED_BUYERS, FILLED_CROWD]
                .map(|domain| format!("%.{domain}"))
                .to_vec(),
        )
        .fetch_all(moment)
        .await?,
        _ => Vec::new(),
    };
    let filled: std::collections::HashSet<Uuid> = filled.into_iter().collect();
    for id in bare {
        if filled.contains(&id) {
            report.filled_in += 1;
        } else {
            report.without_history.add(T::KIND.code(), id);
        }
    }
    Ok(())
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "{} objects are what their history makes them",
            self.agree
        )?;
        if self.filled_in > 0 {
            writeln!(
                formatter,
                "{} objects were filled in for measuring and have no history",
                self.filled_in
            )?;
        }
        for (findings, what) in [
            (
                &self.differ,
                "are stored otherwise than their history makes them",
            ),
            (&self.without_history, "have no history"),
            (&self.not_stored, "have a history but are not stored"),
        ] {
            if findings.count > 0 {
                writeln!(formatter, "{} objects {what}:", findings.count)?;
                for (object, id) in &findings.first {
                    writeln!(formatter, "  {object} {id}")?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
