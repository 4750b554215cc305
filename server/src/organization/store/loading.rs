//! Loading organizations: as they are stored, or with what decides about them at a moment.

use std::collections::{BTreeSet, HashMap};

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    agreement::{Agreement, in_force},
    enrollment::Enrollment,
    ids::OrganizationId,
    organization::{
        Capabilities, Offboarding, Organization, Signature, SignedAgreement, Suspension,
    },
    text::Domain,
};
use uuid::Uuid;

use crate::{
    pipeline::stop::{CommandError, CommandResult},
    store::{Hold, Stored, decoded},
};

/// Organizations that were loaded together.
#[derive(Debug)]
pub(crate) struct Organizations(HashMap<OrganizationId, Loaded>);

/// One of them, and whether its account is under review.
#[derive(Debug)]
struct Loaded {
    organization: Organization,
    is_under_review: bool,
}

impl Organizations {
    /// One of them; an id from outside may be unknown.
    pub(crate) fn get(&self, id: OrganizationId) -> CommandResult<&Organization> {
        Ok(&self.of(id)?.organization)
    }

    /// Whether the account of this customer is under review. Of organizations that were locked, it stays so until the
    /// transaction ends.
    pub(crate) fn is_under_review(&self, id: OrganizationId) -> CommandResult<bool> {
        Ok(self.of(id)?.is_under_review)
    }

    fn of(&self, id: OrganizationId) -> CommandResult<&Loaded> {
        self.0.get(&id).ok_or(CommandError::NotFound)
    }
}

struct Row {
    id: Uuid,
    name: String,
    domain: String,
    country: String,
    capabilities: Json<Capabilities>,
    agreement: Option<Json<SignedAgreement>>,
    mpn: Option<String>,
    second_factor: String,
    suspensions: Json<Vec<Suspension>>,
    offboarding: Option<Json<Offboarding>>,
    mpn_inactive_at: Option<Timestamp>,
    asked_first: bool,
    is_under_review: bool,
    version: i64,
    agreements: Json<Vec<Agreement>>,
    reseller_agreement: Option<Json<Signature>>,
    enrollment: Option<Json<Enrollment>>,
}

/// An organization as it is stored, with what tells which of its signatures count. A change is applied to what is
/// stored; every decision is made about the organization [at a moment](Recorded::at).
#[derive(Clone, Debug)]
pub(crate) struct Recorded {
    pub stored: Stored<Organization>,
    /// The newest signature of the indirect reseller agreement.
    pub reseller_agreement: Option<Signature>,
    /// The versions of each agreement that decide what a signature is worth: the one in force, the newest that must be
    /// signed by now, and the one that was signed.
    pub agreements: Vec<Agreement>,
    /// Its enrollment, if a check of it has failed or it is suspended.
    pub rejected: Option<Enrollment>,
    /// Whether its account is under review, as a customer.
    is_under_review: bool,
}

impl Recorded {
    /// The organization with the agreements that count at this moment; suspended, if its enrollment has been rejected
    /// for too long, whether or not a job has recorded it.
    pub(crate) fn at(self, now: Timestamp) -> Organization {
        let organization = in_force(
            self.stored.value,
            self.reseller_agreement.as_ref(),
            &self.agreements,
            now,
        );
        let organization = organization.offboarded(now);
        match self.rejected {
            Some(enrollment) => enrollment.stands(organization, now),
            None => organization,
        }
    }

    fn loaded(self, now: Timestamp) -> (OrganizationId, Loaded) {
        let is_under_review = self.is_under_review;
        let organization = self.at(now);
        let loaded = Loaded {
            organization,
            is_under_review,
        };
        (loaded.organization.id, loaded)
    }
}

/// A checked query for organizations, with these columns beside what is stored, which ends like this.
macro_rules! organizations {
    ($fetch:ident($db:expr), $beside:literal, $which:literal, $($argument:expr),+ $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"select id, name, domain, country, capabilities as "capabilities: Json<Capabilities>",
                  agreement as "agreement: Json<SignedAgreement>", mpn, second_factor,
                  suspensions as "suspensions: Json<Vec<Suspension>>",
                  offboarding as "offboarding: Json<Offboarding>", mpn_inactive_at, asked_first,
                  is_under_review, version, "# + $beside + r#"
               from organization "# + $which,
            $($argument),+
        )
        .$fetch($db)
        .await
    };
}

/// Organizations with what says which signatures count at the moment `$2`, so that nobody has to ask for it, and by the
/// same statement: the agreements in force, those that must be signed by then, and the signed ones. Versions that
/// decide nothing stay where they are, however many there are.
macro_rules! recorded {
    ($fetch:ident($db:expr), $which:literal, $argument:expr, $now:expr $(,)?) => {
        organizations!(
            $fetch($db),
            r#"(select coalesce(jsonb_agg(a.body), '[]') from agreement a where a.id in (
                      (select distinct on (kind) id from agreement where effective_at <= $2
                       order by kind, effective_at desc, (body ->> 'at')::timestamptz desc)
                      union all
                      (select distinct on (kind) id from agreement
                       where (body ->> 'must_be_signed_by')::timestamptz <= $2
                       order by kind, effective_at desc, (body ->> 'at')::timestamptz desc))
                      or a.kind = 'partner_agreement' and a.name = organization.agreement ->> 'version'
                      or a.kind = 'indirect_reseller_agreement' and a.name = (select s.name from agreement_signature s
                          where s.organization_id = organization.id and s.kind = 'indirect_reseller_agreement'
                          order by s.at desc limit 1)) as "agreements!: Json<Vec<Agreement>>",
                  (select s.body from agreement_signature s
                      where s.organization_id = organization.id and s.kind = 'indirect_reseller_agreement'
                      order by s.at desc limit 1) as "reseller_agreement: Json<Signature>",
                  (select e.body from enrollment e
                      where e.organization_id = organization.id and e.suspends_at is not null)
                      as "enrollment: Json<Enrollment>""#,
            $which,
            $argument,
            $now,
        )
    };
}

/// Organizations as they are stored, for what no agreement and no moment is about.
macro_rules! stored {
    ($fetch:ident($db:expr), $which:literal, $argument:expr $(,)?) => {
        organizations!(
            $fetch($db),
            r#"'[]'::jsonb as "agreements!: Json<Vec<Agreement>>", null::jsonb as "reseller_agreement: Json<Signature>",
                  null::jsonb as "enrollment: Json<Enrollment>""#,
            $which,
            $argument,
        )
    };
}

impl Row {
    fn stored(self) -> Result<Stored<Organization>, sqlx::Error> {
        Ok(self.decode()?.stored)
    }

    fn decode(self) -> Result<Recorded, sqlx::Error> {
        let value = Organization {
            id: OrganizationId::from_uuid(self.id),
            name: decoded(self.name.parse())?,
            domain: decoded(self.domain.parse())?,
            country: decoded(self.country.parse())?,
            capabilities: self.capabilities.0,
            agreement: self.agreement.map(|agreement| agreement.0),
            mpn: decoded(self.mpn.as_deref().map(str::parse).transpose())?,
            second_factor: decoded(self.second_factor.parse())?,
            suspensions: self.suspensions.0,
            offboarding: self.offboarding.map(|mark| mark.0),
            mpn_inactive: self.mpn_inactive_at,
            asked_first: self.asked_first,
        };
        Ok(Recorded {
            stored: Stored {
                value,
                version: self.version,
            },
            reseller_agreement: self.reseller_agreement.map(|signature| signature.0),
            agreements: self.agreements.0,
            rejected: self.enrollment.map(|enrollment| enrollment.0),
            is_under_review: self.is_under_review,
        })
    }
}

/// Loads these organizations in the order of their ids and locks them against changes until the transaction ends.
/// `changing` is the one that gets a new object that may rule out others; two such changes wait for each other.
pub(crate) async fn lock(
    db: &mut PgConnection,
    ids: impl IntoIterator<Item = OrganizationId>,
    changing: Option<OrganizationId>,
    now: Timestamp,
) -> Result<Organizations, sqlx::Error> {
    let ids: BTreeSet<OrganizationId> = ids.into_iter().chain(changing).collect();
    let mut loaded = HashMap::with_capacity(ids.len());
    let Some(changing) = changing else {
        let ids: Vec<_> = ids.into_iter().collect();
        share(db, &ids, &mut loaded, now).await?;
        return Ok(Organizations(loaded));
    };
    // In order of ids: those before it, itself, those after it.
    let before: Vec<OrganizationId> = ids.range(..changing).copied().collect();
    share(db, &before, &mut loaded, now).await?;
    let itself = record_for_change(db, changing, now).await?;
    loaded.extend(itself.map(|recorded| recorded.loaded(now)));
    let after: Vec<OrganizationId> = ids.into_iter().filter(|id| *id > changing).collect();
    share(db, &after, &mut loaded, now).await?;
    Ok(Organizations(loaded))
}

async fn share(
    db: &mut PgConnection,
    ids: &[OrganizationId],
    loaded: &mut HashMap<OrganizationId, Loaded>,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    if ids.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = ids.iter().map(|id| id.into_uuid()).collect();
    let rows = recorded!(
        fetch_all(db),
        "where id = any($1) order by id for share",
        &ids,
        now,
    )?;
    for row in rows {
        let (id, organization) = row.decode()?.loaded(now);
        loaded.insert(id, organization);
    }
    Ok(())
}

/// These organizations, kept as they are while the transaction lasts if they are to be.
pub(crate) async fn these(
    db: &mut PgConnection,
    ids: impl IntoIterator<Item = OrganizationId>,
    (now, hold): (Timestamp, Hold),
) -> Result<Organizations, sqlx::Error> {
    if hold == Hold::Locked {
        return lock(db, ids, None, now).await;
    }
    let ids: BTreeSet<Uuid> = ids.into_iter().map(OrganizationId::into_uuid).collect();
    let found = recorded(db, &ids.into_iter().collect::<Vec<_>>(), now).await?;
    Ok(Organizations(
        found
            .into_iter()
            .map(|recorded| recorded.loaded(now))
            .collect(),
    ))
}

/// These organizations as they are stored, in the order of their ids: to compare them with their log, not to decide.
pub(crate) async fn load(
    db: &mut PgConnection,
    ids: &[Uuid],
) -> Result<Vec<Stored<Organization>>, sqlx::Error> {
    let found = stored!(fetch_all(db), "where id = any($1) order by id", ids)?;
    found.into_iter().map(Row::stored).collect()
}

/// These organizations with what decides about them at this moment, in the order of their ids.
pub(crate) async fn recorded(
    db: &mut PgConnection,
    ids: &[Uuid],
    now: Timestamp,
) -> Result<Vec<Recorded>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    recorded!(fetch_all(db), "where id = any($1) order by id", ids, now)?
        .into_iter()
        .map(Row::decode)
        .collect()
}

/// The organization with this domain as it is stored, locked for a change or a new user.
pub(crate) async fn lock_of_domain(
    db: &mut PgConnection,
    domain: &Domain,
) -> Result<Option<Stored<Organization>>, sqlx::Error> {
    stored!(
        fetch_optional(db),
        "where domain = $1 for update",
        domain.as_str(),
    )?
    .map(Row::stored)
    .transpose()
}

/// This organization as it is stored, for a page about what was stored.
pub(crate) async fn as_stored(
    db: &mut PgConnection,
    id: OrganizationId,
) -> Result<Option<Stored<Organization>>, sqlx::Error> {
    Ok(load(db, &[id.into_uuid()]).await?.pop())
}

/// This organization as it is stored, locked for a change of what no agreement is about.
pub(crate) async fn lock_for_change(
    db: &mut PgConnection,
    id: OrganizationId,
) -> Result<Option<Stored<Organization>>, sqlx::Error> {
    stored!(
        fetch_optional(db),
        "where id = $1 for no key update",
        id.as_uuid(),
    )?
    .map(Row::stored)
    .transpose()
}

/// This organization with what decides about it at this moment, locked for a change.
pub(crate) async fn record_for_change(
    db: &mut PgConnection,
    id: OrganizationId,
    now: Timestamp,
) -> Result<Option<Recorded>, sqlx::Error> {
    recorded!(
        fetch_optional(db),
        "where id = $1 for no key update",
        id.as_uuid(),
        now,
    )?
    .map(Row::decode)
    .transpose()
}
