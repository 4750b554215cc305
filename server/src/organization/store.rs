//! Organizations.

use std::collections::{BTreeSet, HashMap};

use sqlx::{PgConnection, types::Json};
use tierline_app::error::PortalError;
use tierline_core::{
    Timestamp,
    ids::OrganizationId,
    organization::{Capabilities, Organization, Party, SignedAgreement},
    text::{
        AddressLine, Domain, EmailAddress, MpnId,
        search::{SearchText, sort_key},
    },
};
use uuid::Uuid;

use crate::{pipeline::CommandResult, store::decoded};

/// Held while it is decided who runs the program.
const OPERATOR_LOCK: i64 = 0x7469_6572_6f70_6572;

/// Organizations that were loaded together.
#[derive(Debug)]
pub(crate) struct Organizations(HashMap<OrganizationId, Organization>);

impl Organizations {
    /// One of them; an id that came from outside may be of none.
    pub(crate) fn get(&self, id: OrganizationId) -> CommandResult<&Organization> {
        Ok(self.0.get(&id).ok_or(PortalError::NotFound)?)
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
}

impl Row {
    fn decode(self) -> Result<Organization, sqlx::Error> {
        Ok(Organization {
            id: OrganizationId::from_uuid(self.id),
            name: decoded(self.name.parse())?,
            domain: decoded(self.domain.parse())?,
            country: decoded(self.country.parse())?,
            capabilities: self.capabilities.0,
            agreement: self.agreement.map(|agreement| agreement.0),
            mpn: decoded(self.mpn.as_deref().map(str::parse).transpose())?,
        })
    }
}

/// These organizations, in the order of their ids: kept as they are while the transaction lasts. `changing` is the one
/// for which something comes into being that rules out something else; two such changes wait for each other.
pub(crate) async fn lock(
    db: &mut PgConnection,
    ids: impl IntoIterator<Item = OrganizationId>,
    changing: Option<OrganizationId>,
) -> Result<Organizations, sqlx::Error> {
    let ids: BTreeSet<OrganizationId> = ids.into_iter().chain(changing).collect();
    let mut loaded = HashMap::with_capacity(ids.len());
    for id in ids {
        let row = if changing == Some(id) {
            sqlx::query_as!(
                Row,
                r#"select id, name, domain, country, capabilities as "capabilities: Json<Capabilities>",
                      agreement as "agreement: Json<SignedAgreement>", mpn
                   from organization where id = $1 for no key update"#,
                id.as_uuid(),
            )
            .fetch_optional(&mut *db)
            .await?
        } else {
            sqlx::query_as!(
                Row,
                r#"select id, name, domain, country, capabilities as "capabilities: Json<Capabilities>",
                      agreement as "agreement: Json<SignedAgreement>", mpn
                   from organization where id = $1 for share"#,
                id.as_uuid(),
            )
            .fetch_optional(&mut *db)
            .await?
        };
        if let Some(row) = row {
            loaded.insert(id, row.decode()?);
        }
    }
    Ok(Organizations(loaded))
}

/// Does this domain belong to an organization?
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

/// Is this MPN ID associated with an organization?
pub(crate) async fn is_mpn_taken(db: &mut PgConnection, mpn: &MpnId) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from organization where mpn = $1) as "exists!""#,
        mpn.as_str()
    )
    .fetch_one(db)
    .await
}

/// The organization with this domain, locked to be changed or to get another user.
pub(crate) async fn lock_of_domain(
    db: &mut PgConnection,
    domain: &Domain,
) -> Result<Option<Organization>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        r#"select id, name, domain, country, capabilities as "capabilities: Json<Capabilities>",
              agreement as "agreement: Json<SignedAgreement>", mpn
           from organization where domain = $1 for update"#,
        domain.as_str(),
    )
    .fetch_optional(db)
    .await?
    .map(Row::decode)
    .transpose()
}

/// Saves what a partner was still without.
pub(crate) async fn complete(
    db: &mut PgConnection,
    after: &Organization,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update organization set mpn = $2, agreement = $3, search = $4 where id = $1",
        after.id.as_uuid(),
        after.mpn.as_ref().map(|mpn| mpn.as_str()),
        after.agreement.as_ref().map(Json) as _,
        search_text(after).to_string(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Who runs the program, if anybody is said to. Whoever asks this to say so waits for whoever does the same.
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

/// The organization that somebody with this address belongs to: that of the address' domain, else the only one of
/// which the address is a user's.
pub(crate) async fn of_address(
    db: &mut PgConnection,
    email: &EmailAddress,
) -> Result<Option<OrganizationId>, sqlx::Error> {
    let by_domain = sqlx::query_scalar!(
        "select id from organization where domain = $1",
        email.domain()
    )
    .fetch_optional(&mut *db)
    .await?;
    if let Some(id) = by_domain {
        return Ok(Some(OrganizationId::from_uuid(id)));
    }
    let by_user = sqlx::query_scalar!(
        "select m.organization_id from membership m join app_user u on u.id = m.user_id where u.email = $1 limit 2",
        email.key(),
    )
    .fetch_all(db)
    .await?;
    Ok(match by_user.as_slice() {
        [only] => Some(OrganizationId::from_uuid(*only)),
        _ => None,
    })
}

/// The words by which an organization is found, by its partners among their customers too.
pub(crate) fn search_text(organization: &Organization) -> SearchText {
    let id = organization.id.to_string();
    let mpn = organization.mpn.as_ref().map(|mpn| mpn.as_str());
    let texts = [organization.name.as_str(), organization.domain.as_str()];
    SearchText::of(texts.into_iter().chain(mpn)).with_id(&id)
}

/// Stores a new organization.
pub(crate) async fn insert(
    db: &mut PgConnection,
    new: &Organization,
    contact: Option<&EmailAddress>,
    address: &[AddressLine],
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let address: Vec<String> = address.iter().map(ToString::to_string).collect();
    sqlx::query!(
        "insert into organization
            (id, name, domain, country, capabilities, agreement, mpn, contact, address, created_at, sort_key, search)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        new.id.as_uuid(),
        new.name.as_str(),
        new.domain.as_str(),
        new.country.code(),
        Json(new.capabilities) as _,
        new.agreement.as_ref().map(Json) as _,
        new.mpn.as_ref().map(|mpn| mpn.as_str()),
        contact.map(|contact| contact.as_str()),
        &address,
        now,
        sort_key(new.name.as_str()),
        search_text(new).to_string(),
    )
    .execute(db)
    .await?;
    Ok(())
}
