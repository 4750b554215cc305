//! Mailings to the partners that an agreement concerns: too many for one transaction, and so done in steps.

use sqlx::PgConnection;
use tierline_core::{
    agreement::Agreement,
    ids::{AgreementId, OrganizationId},
};
use uuid::Uuid;

/// What partners are told of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    /// That it was published.
    Published,
    /// That its deadline was moved.
    Deadline,
}

impl Topic {
    const fn code(self) -> &'static str {
        match self {
            Topic::Published => "published",
            Topic::Deadline => "deadline",
        }
    }
}

/// A mailing, and how far it has come.
#[derive(Debug)]
pub(crate) struct Mailing {
    pub agreement: AgreementId,
    pub about: Topic,
    told: Option<Uuid>,
    until: Option<Uuid>,
}

/// Begins to tell the partners concerned that a version was published.
pub(crate) async fn begin(db: &mut PgConnection, id: AgreementId) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into agreement_mailing (agreement_id, about) values ($1, $2)",
        id.as_uuid(),
        Topic::Published.code(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Begins to tell of a moved deadline, from the beginning if it was being told of an earlier move: whoever knows of the
/// version. Those who are told of it later learn of the deadline as it is then.
pub(crate) async fn begin_again(db: &mut PgConnection, id: AgreementId) -> Result<(), sqlx::Error> {
    // A step that is being made tells of the former deadline: it is waited for.
    let publishing = sqlx::query_scalar!(
        "select told from agreement_mailing where agreement_id = $1 and about = $2 for update",
        id.as_uuid(),
        Topic::Published.code(),
    )
    .fetch_optional(&mut *db)
    .await?;
    if publishing == Some(None) {
        // Nobody knows of the version yet.
        return Ok(());
    }
    sqlx::query!(
        "insert into agreement_mailing (agreement_id, about, until) values ($1, $2, $3)
         on conflict (agreement_id, about) do update set told = null, until = excluded.until",
        id.as_uuid(),
        Topic::Deadline.code(),
        publishing.flatten(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A mailing that is not done, kept from others until the transaction ends.
pub(crate) async fn next(db: &mut PgConnection) -> Result<Option<Mailing>, sqlx::Error> {
    let row = sqlx::query!(
        "select agreement_id, about, told, until from agreement_mailing order by agreement_id, about desc limit 1
         for update skip locked"
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Mailing {
        agreement: row.agreement_id.into(),
        about: if row.about == Topic::Deadline.code() {
            Topic::Deadline
        } else {
            Topic::Published
        },
        told: row.told,
        until: row.until,
    }))
}

impl Mailing {
    /// The next partners, in the order of their ids: those that the version is about and that have not signed it.
    pub(crate) async fn partners(
        &self,
        db: &mut PgConnection,
        agreement: &Agreement,
        at_most: u32,
    ) -> Result<Vec<Uuid>, sqlx::Error> {
        sqlx::query_scalar!(
            "select o.id from organization o
             where ($3::uuid is null or o.id > $3) and ($4::uuid is null or o.id <= $4)
                and agreement_concerns(o, $1) and not agreement_is_signed(o, $1, $2)
             order by o.id limit $5",
            agreement.kind.code(),
            agreement.version.as_str(),
            self.told,
            self.until,
            i64::from(at_most),
        )
        .fetch_all(db)
        .await
    }

    /// Notes how far it has come.
    pub(crate) async fn told(
        &self,
        db: &mut PgConnection,
        last: OrganizationId,
    ) -> Result<(), sqlx::Error> {
        sqlx::query!(
            "update agreement_mailing set told = $3 where agreement_id = $1 and about = $2",
            self.agreement.as_uuid(),
            self.about.code(),
            last.as_uuid(),
        )
        .execute(db)
        .await?;
        Ok(())
    }

    /// Everybody concerned was told.
    pub(crate) async fn end(&self, db: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query!(
            "delete from agreement_mailing where agreement_id = $1 and about = $2",
            self.agreement.as_uuid(),
            self.about.code(),
        )
        .execute(db)
        .await?;
        Ok(())
    }
}
