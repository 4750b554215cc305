//! Organizations.

mod address;

pub(crate) use address::of_address;

use std::collections::{BTreeSet, HashMap};

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    agreement::{Agreement, in_force},
    enrollment::Enrollment,
    event,
    ids::OrganizationId,
    organization::{Capabilities, Event, Organization, Party, Signature, SignedAgreement},
    text::{
        AddressLine, Domain, EmailAddress, MpnId,
        search::{SearchText, sort_key},
    },
};
use uuid::Uuid;

use crate::{
    pipeline::{
        object::{New, Object},
        stop::{CommandError, CommandResult},
    },
    store::{Hold, Stored, decoded},
};

/// Held while the operator is being decided.
const OPERATOR_LOCK: i64 = 0x7469_6572_6f70_6572;

/// Organizations that were loaded together.
#[derive(Debug)]
pub(crate) struct Organizations(HashMap<OrganizationId, Organization>);

impl Organizations {
    /// One of them; an id from outside may be unknown.
    pub(crate) fn get(&self, id: OrganizationId) -> CommandResult<&Organization> {
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
    /// Every version of every agreement.
    pub agreements: Vec<Agreement>,
    /// Its enrollment, if a check of it has failed or it is suspended.
    pub rejected: Option<Enrollment>,
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
        match self.rejected {
            Some(enrollment) => enrollment.stands(organization, now),
            None => organization,
        }
    }

    /// Whether its enrollment is suspended at this moment, whether or not a job has recorded it.
    pub(crate) fn enrollment_suspended(&self, now: Timestamp) -> bool {
        self.rejected
            .as_ref()
            .is_some_and(|it| it.is_suspended(now))
    }
}

/// A checked query for organizations, which ends like this. What says which signatures count comes with each, so that
/// nobody has to ask for it, and by the same statement.
macro_rules! organizations {
    ($fetch:ident($db:expr), $which:literal, $argument:expr $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"select id, name, domain, country, capabilities as "capabilities: Json<Capabilities>",
                  agreement as "agreement: Json<SignedAgreement>", mpn, second_factor, version,
                  (select coalesce(jsonb_agg(a.body), '[]') from agreement a) as "agreements!: Json<Vec<Agreement>>",
                  (select s.body from agreement_signature s
                      where s.organization_id = organization.id and s.kind = 'indirect_reseller_agreement'
                      order by s.at desc limit 1) as "reseller_agreement: Json<Signature>",
                  (select e.body from enrollment e
                      where e.organization_id = organization.id and e.suspends_at is not null)
                      as "enrollment: Json<Enrollment>"
               from organization "# + $which,
            $argument,
        )
        .$fetch($db)
        .await
    };
}

impl Row {
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
        };
        Ok(Recorded {
            stored: Stored {
                value,
                version: self.version,
            },
            reseller_agreement: self.reseller_agreement.map(|signature| signature.0),
            agreements: self.agreements.0,
            rejected: self.enrollment.map(|enrollment| enrollment.0),
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
    if let Some(itself) = record_for_change(db, changing).await? {
        loaded.insert(changing, itself.at(now));
    }
    let after: Vec<OrganizationId> = ids.into_iter().filter(|id| *id > changing).collect();
    share(db, &after, &mut loaded, now).await?;
    Ok(Organizations(loaded))
}

async fn share(
    db: &mut PgConnection,
    ids: &[OrganizationId],
    loaded: &mut HashMap<OrganizationId, Organization>,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    if ids.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = ids.iter().map(|id| id.into_uuid()).collect();
    let rows = organizations!(
        fetch_all(db),
        "where id = any($1) order by id for share",
        &ids,
    )?;
    for row in rows {
        let organization = row.decode()?.at(now);
        loaded.insert(organization.id, organization);
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
    let found = recorded(db, &ids.into_iter().collect::<Vec<_>>()).await?;
    Ok(Organizations(
        found
            .into_iter()
            .map(|recorded| recorded.at(now))
            .map(|organization| (organization.id, organization))
            .collect(),
    ))
}

/// These organizations as they are stored, in the order of their ids: to compare them with their log, not to decide.
pub(crate) async fn load(
    db: &mut PgConnection,
    ids: &[Uuid],
) -> Result<Vec<Stored<Organization>>, sqlx::Error> {
    let found = recorded(db, ids).await?.into_iter();
    Ok(found.map(|recorded| recorded.stored).collect())
}

/// These organizations, in the order of their ids.
pub(crate) async fn recorded(
    db: &mut PgConnection,
    ids: &[Uuid],
) -> Result<Vec<Recorded>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    organizations!(fetch_all(db), "where id = any($1) order by id", ids)?
        .into_iter()
        .map(Row::decode)
        .collect()
}

/// Whether this domain belongs to an organization.
pub(crate) async fn is_taken(db: &mut PgConnection, domain: &Domain) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from organization where domain = $1) as "exists!""#,
        domain.as_str()
    )
    .fetch_one(db)
    .await
}

/// The name of an organization.
pub(crate) async fn name(
    db: &mut PgConnection,
    id: OrganizationId,
) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar!("select name from organization where id = $1", id.as_uuid())
        .fetch_optional(db)
        .await
}

/// Whether this MPN ID is associated with an organization.
pub(crate) async fn is_mpn_taken(db: &mut PgConnection, mpn: &MpnId) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from organization where mpn = $1) as "exists!""#,
        mpn.as_str()
    )
    .fetch_one(db)
    .await
}

/// The organization with this domain as it is stored, locked for a change or a new user.
pub(crate) async fn lock_of_domain(
    db: &mut PgConnection,
    domain: &Domain,
) -> Result<Option<Stored<Organization>>, sqlx::Error> {
    let row = organizations!(
        fetch_optional(db),
        "where domain = $1 for update",
        domain.as_str(),
    )?;
    Ok(row.map(Row::decode).transpose()?.map(|it| it.stored))
}

/// This organization as it is stored, for a page about what was stored.
pub(crate) async fn as_stored(
    db: &mut PgConnection,
    id: OrganizationId,
) -> Result<Option<Stored<Organization>>, sqlx::Error> {
    Ok(load(db, &[id.into_uuid()]).await?.pop())
}

/// Stores the address of the legal business profile.
pub(crate) async fn set_address(
    db: &mut PgConnection,
    id: OrganizationId,
    address: &[AddressLine],
) -> Result<(), sqlx::Error> {
    let lines: Vec<String> = address.iter().map(ToString::to_string).collect();
    sqlx::query!(
        "update organization set address = $2 where id = $1",
        id.as_uuid(),
        &lines
    )
    .execute(db)
    .await?;
    Ok(())
}

/// This organization as it is stored, locked for a change of what no agreement is about.
pub(crate) async fn lock_for_change(
    db: &mut PgConnection,
    id: OrganizationId,
) -> Result<Option<Stored<Organization>>, sqlx::Error> {
    let recorded = record_for_change(db, id).await?;
    Ok(recorded.map(|recorded| recorded.stored))
}

/// This organization, locked for a change.
pub(crate) async fn record_for_change(
    db: &mut PgConnection,
    id: OrganizationId,
) -> Result<Option<Recorded>, sqlx::Error> {
    organizations!(
        fetch_optional(db),
        "where id = $1 for no key update",
        id.as_uuid(),
    )?
    .map(Row::decode)
    .transpose()
}

/// The program's operator, if there is one. Transactions that are about to make one wait for each other here.
pub(crate) async fn operator(db: &mut PgConnection) -> Result<Option<Party>, sqlx::Error> {
    sqlx::query("select pg_advisory_xact_lock($1)")
        .bind(OPERATOR_LOCK)
        .execute(&mut *db)
        .await?;
    let row = sqlx::query!(
        "select id, name from organization where capabilities ->> 'operator' is not null order by id limit 1"
    )
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        Ok(Party {
            id: OrganizationId::from_uuid(row.id),
            name: decoded(row.name.parse())?,
        })
    })
    .transpose()
}

/// The words by which an organization is found, also by its partners among their customers.
pub(crate) fn search_text(organization: &Organization) -> SearchText {
    let id = organization.id.to_string();
    let mpn = organization.mpn.as_ref().map(|mpn| mpn.as_str());
    let texts = [organization.name.as_str(), organization.domain.as_str()];
    SearchText::of(texts.into_iter().chain(mpn)).with_id(&id)
}

/// Columns stored with a new organization that the rules do not need.
#[derive(Debug)]
pub(crate) struct Beside {
    pub contact: Option<EmailAddress>,
    pub address: Vec<AddressLine>,
    pub at: Timestamp,
}

impl Object for Organization {
    type Beside = Beside;

    fn id(&self) -> OrganizationId {
        self.id
    }

    fn logged(id: OrganizationId, event: Event) -> event::Event {
        event::Event::Organization { id, event }
    }

    /// The organization itself, the partners for which it was created, and the operator that suspended it.
    fn audience(&self, event: &Event) -> Vec<OrganizationId> {
        let mut concerned = vec![self.id];
        match event {
            Event::Created {
                partner, reseller, ..
            } => {
                concerned.push(*partner);
                concerned.extend(*reseller);
            }
            Event::Suspended { operator, .. } | Event::SuspensionLifted { operator, .. } => {
                concerned.push(*operator);
            }
            _ => {}
        }
        concerned
    }

    async fn insert(db: &mut PgConnection, new: &[New<Organization>]) -> Result<(), sqlx::Error> {
        let texts = |of: fn(&New<Organization>) -> String| new.iter().map(of).collect::<Vec<_>>();
        let optional = |of: fn(&New<Organization>) -> Option<String>| {
            new.iter().map(of).collect::<Vec<Option<String>>>()
        };
        let ids: Vec<Uuid> = new.iter().map(|it| it.value.id.into_uuid()).collect();
        let capabilities: Vec<_> = new.iter().map(|it| Json(it.value.capabilities)).collect();
        let agreements: Vec<_> = new
            .iter()
            .map(|it| it.value.agreement.as_ref().map(Json))
            .collect();
        let addresses: Vec<_> = new.iter().map(|it| Json(&it.beside.address)).collect();
        let since: Vec<Timestamp> = new.iter().map(|it| it.beside.at).collect();
        let versions: Vec<i64> = new.iter().map(|it| it.version).collect();
        let words = new.iter().map(|it| search_text(&it.value).indexed(""));
        let words: Vec<_> = words.map(Json).collect();
        sqlx::query!(
            "insert into organization
                (id, name, domain, country, capabilities, agreement, mpn, contact, address, created_at, version,
                 sort_key, search, second_factor, words)
             select id, name, domain, country, capabilities, agreement, mpn, contact,
                array(select jsonb_array_elements_text(address)), at, version, sort_key, search, second_factor,
                array_to_tsvector(array(select jsonb_array_elements_text(words)))
             from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::jsonb[], $7::text[], $8::text[],
                $9::jsonb[], $10::timestamptz[], $11::bigint[], $12::text[], $13::text[], $14::text[], $15::jsonb[])
                as new (id, name, domain, country, capabilities, agreement, mpn, contact, address, at, version,
                    sort_key, search, second_factor, words)",
            &ids,
            &texts(|it| it.value.name.to_string()),
            &texts(|it| it.value.domain.to_string()),
            &texts(|it| it.value.country.code().to_owned()),
            &capabilities as _,
            &agreements as _,
            &optional(|it| it.value.mpn.as_ref().map(ToString::to_string)) as _,
            &optional(|it| it.beside.contact.as_ref().map(ToString::to_string)) as _,
            &addresses as _,
            &since,
            &versions,
            &texts(|it| sort_key(it.value.name.as_str())),
            &texts(|it| search_text(&it.value).to_string()),
            &texts(|it| it.value.second_factor.to_string()),
            &words as _,
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Organization>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let organization = &after.value;
        let found_by = search_text(organization);
        let saved = sqlx::query!(
            "update organization set capabilities = $3, agreement = $4, mpn = $5, version = $6, search = $7,
                second_factor = $8, name = $9, sort_key = $10, words = array_to_tsvector($11::text[])
             where id = $1 and version = $2",
            organization.id.as_uuid(),
            from,
            Json(organization.capabilities) as _,
            organization.agreement.as_ref().map(Json) as _,
            organization.mpn.as_ref().map(|mpn| mpn.as_str()),
            after.version,
            found_by.to_string(),
            organization.second_factor.to_string(),
            organization.name.as_str(),
            sort_key(organization.name.as_str()),
            &found_by.indexed(""),
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}
