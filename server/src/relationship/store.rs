//! Reseller relationships.

pub(crate) mod asking;
pub(crate) mod reminder;

pub(crate) use asking::{open as open_renewals, purge as purge_renewals};

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp, event,
    ids::{OrganizationId, RelationshipId},
    organization::Organization,
    relationship::{Event, Relationship, Side},
    text::search::{SearchText, list_mark, sort_key},
};
use uuid::Uuid;

use crate::{
    organization::store::search_text,
    pipeline::object::{New, Object},
    store::{Hold, Stored, held},
};

type Row = crate::store::Row<Relationship>;

/// A relationship of this organization, whichever side it is.
pub(crate) async fn own(
    db: &mut PgConnection,
    organization: OrganizationId,
    id: RelationshipId,
    hold: Hold,
) -> Result<Option<Stored<Relationship>>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Relationship>", version from relationship
           where id = $1 and (partner_id = $2 or customer_id = $2)"#,
        " for update",
        id.as_uuid(),
        organization.as_uuid(),
    )?;
    Ok(row.map(Row::stored))
}

/// The partner and the customer of a relationship of this organization; they never change.
pub(crate) async fn sides(
    db: &mut PgConnection,
    organization: OrganizationId,
    id: RelationshipId,
) -> Result<Option<(OrganizationId, OrganizationId)>, sqlx::Error> {
    let row = sqlx::query!(
        "select partner_id, customer_id from relationship where id = $1 and (partner_id = $2 or customer_id = $2)",
        id.as_uuid(),
        organization.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.partner_id.into(), row.customer_id.into())))
}

/// Every relationship of a customer that is written down as in force, in the order of ids: core keeps them few. What
/// has ended by itself may be among them ([`Relationship::as_of`]). Locked, whatever is done for one customer is done
/// one after the other.
pub(crate) async fn all_of(
    db: &mut PgConnection,
    customer: OrganizationId,
    hold: Hold,
) -> Result<Vec<Stored<Relationship>>, sqlx::Error> {
    let rows = held!(
        hold,
        Row,
        fetch_all(db),
        r#"select body as "body: Json<Relationship>", version from relationship
           where customer_id = $1 and status = 'active' order by id"#,
        " for update",
        customer.as_uuid(),
    )?;
    Ok(rows.into_iter().map(Row::stored).collect())
}

/// The relationship in force in which this organization is the partner and that one the customer, as it is at this
/// moment: an end date that has come counts, whether or not a job has written it down. There is one at most.
pub(crate) async fn in_force(
    db: &mut PgConnection,
    partner: OrganizationId,
    customer: OrganizationId,
    (now, hold): (Timestamp, Hold),
) -> Result<Option<Relationship>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Relationship>", version from relationship
           where partner_id = $1 and customer_id = $2 and status = 'active'"#,
        " for share",
        partner.as_uuid(),
        customer.as_uuid(),
    )?;
    let current = row.map(|row| row.body.0.as_of(now));
    Ok(current.filter(Relationship::is_active))
}

/// The relationships in force in which these organizations are the partners and that one the customer.
pub(crate) async fn all_in_force(
    db: &mut PgConnection,
    partners: &[Uuid],
    customer: OrganizationId,
    now: Timestamp,
) -> Result<Vec<Relationship>, sqlx::Error> {
    let rows = sqlx::query_scalar!(
        r#"select body as "body: Json<Relationship>" from relationship
           where partner_id = any($1) and customer_id = $2 and status = 'active'"#,
        partners,
        customer.as_uuid(),
    )
    .fetch_all(db)
    .await?;
    let current = rows.into_iter().map(|row| row.0.as_of(now));
    Ok(current.filter(Relationship::is_active).collect())
}

/// The relationship in force with this partner among a customer's relationships, as it is at this moment. An ended one
/// does not count: a former partner knows no more of the customer than one that never served it.
pub(crate) fn with_partner(
    all: &[Stored<Relationship>],
    partner: OrganizationId,
    now: Timestamp,
) -> Option<Relationship> {
    let with = all.iter().filter(|stored| stored.value.partner == partner);
    with.map(|stored| stored.value.clone().as_of(now))
        .find(Relationship::is_active)
}

/// A batch of relationships in which something has ended that is not written down, without these.
pub(crate) async fn overdue(
    db: &mut PgConnection,
    now: Timestamp,
    without: &[Uuid],
) -> Result<Vec<(OrganizationId, RelationshipId)>, sqlx::Error> {
    let rows = sqlx::query!(
        "select customer_id, id from relationship
         where status = 'active' and ends_at is not null and ends_at <= $1 and id <> all($2)
         order by ends_at, id limit 200",
        now,
        without,
    )
    .fetch_all(db)
    .await?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|row| (row.customer_id.into(), row.id.into()))
        .collect())
}

/// Whether a customer has a plan of the cloud platform at this moment, in use or suspended.
pub(crate) async fn has_platform(
    db: &mut PgConnection,
    customer: OrganizationId,
    now: Timestamp,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from subscription s
              where s.customer_id = $1 and s.kind = 'platform' and s.status in ('active', 'suspended')
                 and subscription_status(s, $2) in ('active', 'suspended')) as "has!""#,
        customer.as_uuid(),
        now,
    )
    .fetch_one(db)
    .await
}

/// The columns by which lists sort and find a customer.
#[derive(Debug)]
pub(crate) struct Listed {
    name: String,
    search: SearchText,
}

impl Listed {
    /// The columns of this customer.
    pub(crate) fn of(customer: &Organization) -> Listed {
        Listed {
            name: customer.name.to_string(),
            search: search_text(customer),
        }
    }
}

impl Object for Relationship {
    type Beside = Listed;

    fn id(&self) -> RelationshipId {
        self.id
    }

    fn logged(id: RelationshipId, event: Event) -> event::Event {
        event::Event::Relationship { id, event }
    }

    /// Both sides, and the partner set up in the same act.
    /// In which groups a partner has a customer is its own affair.
    fn audience(&self, event: &Event) -> Vec<OrganizationId> {
        if let Event::Grouped { .. } = event {
            return vec![self.partner];
        }
        let mut concerned = vec![self.partner, self.customer];
        match event {
            // What the two have to say to each other.
            Event::RenewalAsked { .. } | Event::RenewalDeclined { .. } => {}
            Event::PartnersParted { with, .. } => concerned.push(*with),
            _ => concerned.extend(self.together_with),
        }
        concerned
    }

    async fn insert(db: &mut PgConnection, new: &[New<Relationship>]) -> Result<(), sqlx::Error> {
        let ids = |of: fn(&Relationship) -> Uuid| {
            new.iter().map(|it| of(&it.value)).collect::<Vec<Uuid>>()
        };
        let texts = |of: fn(&New<Relationship>) -> String| new.iter().map(of).collect::<Vec<_>>();
        let since: Vec<Timestamp> = new.iter().map(|it| it.value.since).collect();
        let bodies: Vec<_> = new.iter().map(|it| Json(&it.value)).collect();
        let versions: Vec<i64> = new.iter().map(|it| it.version).collect();
        let words: Vec<_> = new
            .iter()
            .map(|it| {
                let list = it.value.partner.to_string();
                Json(it.beside.search.indexed(list_mark(&list)))
            })
            .collect();
        let missing: Vec<_> = new.iter().map(|it| Json(missing(&it.value))).collect();
        let groups: Vec<_> = new.iter().map(|it| Json(&it.value.groups)).collect();
        let ends: Vec<Option<Timestamp>> = new.iter().map(|it| it.value.next_end()).collect();
        let remind: Vec<Option<Timestamp>> = new.iter().map(|it| reminding(&it.value)).collect();
        sqlx::query!(
            "insert into relationship
                (partner_id, customer_id, id, side, customer_name, status, since, body, version, customer_key, search, words,
                 missing, groups, ends_at, remind_at)
             select partner, customer, id, side, name, status, since, body, version, key, search,
                array_to_tsvector(array(select jsonb_array_elements_text(words))),
                array(select jsonb_array_elements_text(missing)),
                array(select jsonb_array_elements_text(groups)::uuid), ends_at, remind_at
             from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[],
                $7::timestamptz[], $8::jsonb[], $9::bigint[], $10::text[], $11::text[], $12::jsonb[], $13::jsonb[],
                $14::jsonb[], $15::timestamptz[], $16::timestamptz[])
                as new (partner, customer, id, side, name, status, since, body, version, key, search, words, missing,
                    groups, ends_at, remind_at)",
            &ids(|it| it.partner.into_uuid()),
            &ids(|it| it.customer.into_uuid()),
            &ids(|it| it.id.into_uuid()),
            &texts(|it| side(it.value.side).to_owned()),
            &texts(|it| it.beside.name.clone()),
            &texts(|it| status(&it.value).to_owned()),
            &since,
            &bodies as _,
            &versions,
            &texts(|it| sort_key(&it.beside.name)),
            &texts(|it| it.beside.search.to_string()),
            &words as _,
            &missing as _,
            &groups as _,
            &ends as _,
            &remind as _,
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Relationship>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let relationship = &after.value;
        let saved = sqlx::query!(
            "update relationship set status = $3, body = $4, version = $6, missing = $7, groups = $8, ends_at = $9,
                remind_at = $10, renewal_until = $11
             where partner_id = $1 and id = $2 and version = $5",
            relationship.partner.as_uuid(),
            relationship.id.as_uuid(),
            status(relationship),
            Json(relationship) as _,
            from,
            after.version,
            &missing(relationship),
            &groups(relationship),
            relationship.next_end(),
            reminding(relationship),
            waiting(relationship),
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}

fn side(side: Side) -> &'static str {
    side.capability().code()
}

/// The rights by which lists are filtered.
fn missing(relationship: &Relationship) -> Vec<String> {
    let missing = relationship.missing();
    missing
        .iter()
        .map(|grant| grant.code().to_owned())
        .collect()
}

/// The partner's groups by which lists are narrowed.
fn groups(relationship: &Relationship) -> Vec<Uuid> {
    let groups = relationship.groups.iter();
    groups.map(|group| group.into_uuid()).collect()
}

/// When it is looked at for reminders. What was sent before is not known here: whoever looks knows it.
fn reminding(relationship: &Relationship) -> Option<Timestamp> {
    relationship.reminding(&[], Timestamp::MIN_UTC).next
}

/// Until when the customer can answer a request to renew.
fn waiting(relationship: &Relationship) -> Option<Timestamp> {
    let asked = relationship.renewal.as_ref()?;
    (asked.answer.is_none() && relationship.is_active()).then_some(asked.ends)
}

fn status(relationship: &Relationship) -> &'static str {
    if relationship.is_active() {
        "active"
    } else {
        "ended"
    }
}
