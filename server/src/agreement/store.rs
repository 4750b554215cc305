//! Versions of agreements with their words, and signatures.

pub(crate) mod mailing;

use sha2::{Digest as _, Sha256 as Hasher};
use sqlx::{PgConnection, types::Json};
use tierline_core::{
    agreement::{Agreement, AgreementKind, Event, Signature, Text},
    digest::Sha256,
    event,
    ids::{AgreementId, OrganizationId},
    market::Language,
    text::AgreementVersion,
};
use uuid::Uuid;

use crate::{
    pipeline::object::{New, Object},
    store::{Hold, Stored, held},
};

type Row = crate::store::Row<Agreement>;

/// Held while a version is published, and shared while one is signed: what is signed is in force.
const PUBLISHING_LOCK: i64 = 0x7469_6572_6167_7265;

/// Waits until nothing is being published. What is published after that waits for this transaction.
pub(crate) async fn lock_for_signing(db: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query("select pg_advisory_xact_lock_shared($1)")
        .bind(PUBLISHING_LOCK)
        .execute(db)
        .await?;
    Ok(())
}

/// Waits until nobody is signing. Whoever signs after that waits for this transaction.
pub(crate) async fn lock_for_publishing(db: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query("select pg_advisory_xact_lock($1)")
        .bind(PUBLISHING_LOCK)
        .execute(db)
        .await?;
    Ok(())
}

/// The digest of a text, to the byte.
pub(crate) fn digest(words: &str) -> Sha256 {
    Sha256::from_bytes(Hasher::digest(words.as_bytes()).into())
}

/// The words of a text in its language.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub language: Language,
    pub words: String,
}

impl Words {
    /// The text as core knows it.
    pub(crate) fn text(&self) -> Text {
        Text {
            language: self.language,
            digest: digest(&self.words),
        }
    }
}

/// Whether the agreement has a version of this name.
pub(crate) async fn is_taken(
    db: &mut PgConnection,
    kind: AgreementKind,
    version: &AgreementVersion,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from agreement where kind = $1 and name = $2) as "exists!""#,
        kind.code(),
        version.as_str(),
    )
    .fetch_one(db)
    .await
}

/// The versions of each agreement that are listed, the newest ones: the operator writes them, some in a year.
const LISTED: i64 = 500;

/// The signatures of an organization that are listed, the newest ones: of two agreements, one for each version.
const SIGNED: i64 = 200;

/// The versions, the one that comes into force last before the others.
pub(crate) async fn all(db: &mut PgConnection) -> Result<Vec<Agreement>, sqlx::Error> {
    let bodies = sqlx::query_scalar!(
        r#"select a.body as "body!: Json<Agreement>" from (
              select kind, effective_at, id, body,
                 row_number() over (partition by kind order by effective_at desc, id desc) as place
              from agreement
           ) a where a.place <= $1 order by a.kind desc, a.effective_at desc, a.id desc"#,
        LISTED,
    )
    .fetch_all(db)
    .await?;
    Ok(bodies.into_iter().map(|body| body.0).collect())
}

/// This version.
pub(crate) async fn by_id(
    db: &mut PgConnection,
    id: AgreementId,
    hold: Hold,
) -> Result<Option<Stored<Agreement>>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Agreement>", version from agreement where id = $1"#,
        " for update",
        id.as_uuid(),
    )?;
    Ok(row.map(Row::stored))
}

/// The words of a version in this language, if it has them.
pub(crate) async fn words(
    db: &mut PgConnection,
    id: AgreementId,
    language: Language,
) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar!(
        "select words from agreement_text where agreement_id = $1 and language = $2",
        id.as_uuid(),
        code(language),
    )
    .fetch_optional(db)
    .await
}

/// A signature, with the names of organization and signer as they were then.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub signature: Signature,
    pub organization: String,
    pub signer: String,
    pub account: String,
}

/// Keeps a signature.
pub(crate) async fn keep(
    db: &mut PgConnection,
    organization: OrganizationId,
    kept: &Kept,
) -> Result<(), sqlx::Error> {
    let signature = &kept.signature;
    sqlx::query!(
        "insert into agreement_signature (organization_id, kind, name, at, body, organization, signer, account)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        organization.as_uuid(),
        signature.kind.code(),
        signature.version.as_str(),
        signature.at,
        Json(signature) as _,
        kept.organization,
        kept.signer,
        kept.account,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The signatures of an organization, the newest first: one for each version that it was asked to sign.
pub(crate) async fn signatures(
    db: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Vec<Kept>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select body as "body: Json<Signature>", organization, signer, account from agreement_signature
           where organization_id = $1 order by at desc, kind limit $2"#,
        organization.as_uuid(),
        SIGNED,
    )
    .fetch_all(db)
    .await?;
    let kept = rows.into_iter().map(|row| Kept {
        signature: row.body.0,
        organization: row.organization,
        signer: row.signer,
        account: row.account,
    });
    Ok(kept.collect())
}

/// The newest signature of an organization below this version.
pub(crate) async fn signature_of(
    db: &mut PgConnection,
    organization: OrganizationId,
    version: &Agreement,
) -> Result<Option<Kept>, sqlx::Error> {
    let row = sqlx::query!(
        r#"select body as "body: Json<Signature>", organization, signer, account from agreement_signature
           where organization_id = $1 and kind = $2 and name = $3 order by at desc limit 1"#,
        organization.as_uuid(),
        version.kind.code(),
        version.version.as_str(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Kept {
        signature: row.body.0,
        organization: row.organization,
        signer: row.signer,
        account: row.account,
    }))
}

/// A language as it is stored.
pub(crate) const fn code(language: Language) -> &'static str {
    match language {
        Language::English => "en",
        Language::TraditionalChinese => "zh-Hant",
        Language::SimplifiedChinese => "zh-Hans",
    }
}

impl Object for Agreement {
    type Beside = Vec<Words>;

    fn id(&self) -> AgreementId {
        self.id
    }

    fn logged(id: AgreementId, event: Event) -> event::Event {
        event::Event::Agreement { id, event }
    }

    fn audience(&self, _: &Event) -> Vec<OrganizationId> {
        vec![self.operator]
    }

    async fn insert(db: &mut PgConnection, new: &[New<Agreement>]) -> Result<(), sqlx::Error> {
        sqlx::query!(
            "insert into agreement (id, kind, name, effective_at, body, version)
             select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::jsonb[], $6::bigint[])",
            &New::column(new, |it| it.id.into_uuid()),
            &New::column(new, |it| it.kind.code().to_owned()),
            &New::column(new, |it| it.version.to_string()),
            &New::column(new, |it| it.effective),
            &New::bodies(new) as _,
            &New::versions(new),
        )
        .execute(&mut *db)
        .await?;
        let written = new
            .iter()
            .flat_map(|it| it.beside.iter().map(|words| (it.value.id, words)));
        let written: Vec<(AgreementId, &Words)> = written.collect();
        let of: Vec<Uuid> = written.iter().map(|(id, _)| id.into_uuid()).collect();
        let languages: Vec<String> = written
            .iter()
            .map(|(_, it)| code(it.language).to_owned())
            .collect();
        let words: Vec<String> = written.iter().map(|(_, it)| it.words.clone()).collect();
        let digests: Vec<Vec<u8>> = written
            .iter()
            .map(|(_, it)| digest(&it.words).as_bytes().to_vec())
            .collect();
        sqlx::query!(
            "insert into agreement_text (agreement_id, language, words, digest)
             select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[])",
            &of,
            &languages,
            &words,
            &digests,
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Agreement>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let saved = sqlx::query!(
            "update agreement set body = $3, version = $4 where id = $1 and version = $2",
            after.value.id.as_uuid(),
            from,
            Json(&after.value) as _,
            after.version,
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}
