//! Organizations.

mod address;
mod kept;
mod loading;
mod review;

pub(crate) use address::of_address;
pub(crate) use kept::{kept, legal_address, replace_contact};
pub(crate) use loading::{
    Organizations, Recorded, as_stored, load, lock, lock_for_change, lock_of_domain,
    record_for_change, recorded, these,
};
pub(crate) use review::{account_review, is_under_review, reviews, set_account_review};

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp, event,
    ids::OrganizationId,
    market::Country,
    organization::{Event, Organization, Party},
    text::{
        AddressLine, Domain, EmailAddress, MpnId,
        search::{SearchText, sort_key},
    },
};
use uuid::Uuid;

use crate::{
    pipeline::object::{New, Object},
    store::{Stored, decoded},
};

/// Held while the operator is being decided.
const OPERATOR_LOCK: i64 = 0x7469_6572_6f70_6572;

/// Whether this domain belongs to an organization.
pub(crate) async fn is_taken(db: &mut PgConnection, domain: &Domain) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from organization where domain = $1) as "exists!""#,
        domain.as_str()
    )
    .fetch_one(db)
    .await
}

/// The names and the legal locations of these organizations.
pub(crate) async fn seats(
    db: &mut PgConnection,
    ids: impl IntoIterator<Item = OrganizationId>,
) -> Result<HashMap<OrganizationId, (Party, Country)>, sqlx::Error> {
    let ids: Vec<Uuid> = ids.into_iter().map(OrganizationId::into_uuid).collect();
    let rows = sqlx::query!(
        "select id, name, country from organization where id = any($1)",
        &ids
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            let id = OrganizationId::from_uuid(row.id);
            let name = decoded(row.name.parse())?;
            Ok((id, (Party { id, name }, decoded(row.country.parse())?)))
        })
        .collect()
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

/// The organizations whose mark for offboarding applies by now, and of which that was not written down.
pub(crate) async fn to_offboard(
    db: &mut PgConnection,
    now: Timestamp,
) -> Result<Vec<OrganizationId>, sqlx::Error> {
    let ids = sqlx::query_scalar!(
        "select id from organization where offboards_at <= $1 order by offboards_at, id limit 1000",
        now,
    )
    .fetch_all(db)
    .await?;
    Ok(ids.into_iter().map(OrganizationId::from_uuid).collect())
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

    /// The organization itself, the partners for which it was created, and the operator that decided about it.
    fn audience(&self, event: &Event) -> Vec<OrganizationId> {
        let mut concerned = vec![self.id];
        concerned.extend(
            event
                .organizations()
                .into_iter()
                .filter(|it| *it != self.id),
        );
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
        let suspensions: Vec<_> = new.iter().map(|it| Json(&it.value.suspensions)).collect();
        let marks = new.iter().map(|it| it.value.offboarding.as_ref().map(Json));
        let marks: Vec<_> = marks.collect();
        let offboards_at: Vec<_> = new.iter().map(|it| it.value.offboards_at()).collect();
        sqlx::query!(
            "insert into organization
                (id, name, domain, country, capabilities, agreement, mpn, contact, address, created_at, version,
                 sort_key, search, second_factor, words, suspensions, offboarding, offboards_at, last_activity_at)
             select id, name, domain, country, capabilities, agreement, mpn, contact,
                array(select jsonb_array_elements_text(address)), at, version, sort_key, search, second_factor,
                array_to_tsvector(array(select jsonb_array_elements_text(words))), suspensions, offboarding, offboards_at, at
             from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::jsonb[], $7::text[], $8::text[],
                $9::jsonb[], $10::timestamptz[], $11::bigint[], $12::text[], $13::text[], $14::text[], $15::jsonb[],
                $16::jsonb[], $17::jsonb[], $18::timestamptz[])
                as new (id, name, domain, country, capabilities, agreement, mpn, contact, address, at, version,
                    sort_key, search, second_factor, words, suspensions, offboarding, offboards_at)",
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
            &suspensions as _,
            &marks as _,
            &offboards_at as _,
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
                second_factor = $8, name = $9, sort_key = $10, words = array_to_tsvector($11::text[]),
                suspensions = $12, offboarding = $13, offboards_at = $14, country = $15, mpn_inactive_at = $16,
                asked_first = $17
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
            Json(&organization.suspensions) as _,
            organization.offboarding.as_ref().map(Json) as _,
            organization.offboards_at(),
            organization.country.code(),
            organization.mpn_inactive,
            organization.asked_first,
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}
