//! Partnerships.

pub(crate) mod settling;

pub(crate) use settling::open as open_settlings;

use sqlx::{PgConnection, types::Json};
use tierline_app::partnership::model::PROVIDERS_TOLD;
use tierline_core::{
    Timestamp,
    access::Provider,
    event,
    ids::{OrganizationId, PartnershipId},
    organization::{Organization, Party},
    partnership::{Event, Partnership, State},
};
use uuid::Uuid;

use crate::{
    pipeline::{
        CommandError, CommandResult,
        object::{New, Object},
    },
    store::{Hold, Stored, decoded, held},
};

type Row = crate::store::Row<Partnership>;

/// A partnership of this organization, whichever side it is.
pub(crate) async fn own(
    db: &mut PgConnection,
    organization: OrganizationId,
    id: PartnershipId,
    hold: Hold,
) -> Result<Option<Stored<Partnership>>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Partnership>", version from partnership
           where id = $1 and (provider_id = $2 or reseller_id = $2)"#,
        " for update",
        id.as_uuid(),
        organization.as_uuid(),
    )?;
    Ok(row.map(Row::stored))
}

/// The facts for either side's decisions about a partnership: the organization and the partnership.
pub(crate) async fn seen_from(
    db: &mut PgConnection,
    organization: OrganizationId,
    id: PartnershipId,
    (now, hold): (Timestamp, Hold),
) -> CommandResult<(Organization, Stored<Partnership>)> {
    let itself = crate::organization::store::these(db, [organization], (now, hold)).await?;
    let partnership = own(db, organization, id, hold)
        .await?
        .ok_or(CommandError::NotFound)?;
    Ok((itself.get(organization)?.clone(), partnership))
}

/// The reseller of a provider's partnership; it never changes.
pub(crate) async fn reseller_of(
    db: &mut PgConnection,
    provider: OrganizationId,
    id: PartnershipId,
) -> Result<Option<OrganizationId>, sqlx::Error> {
    let reseller = sqlx::query_scalar!(
        "select reseller_id from partnership where provider_id = $1 and id = $2",
        provider.as_uuid(),
        id.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(reseller.map(OrganizationId::from_uuid))
}

/// The newest partnership of two organizations, whichever is the provider; one that is not over before any that is.
pub(crate) async fn between(
    db: &mut PgConnection,
    first: OrganizationId,
    second: OrganizationId,
    hold: Hold,
) -> Result<Option<Partnership>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Partnership>", version from partnership
           where (provider_id = $1 and reseller_id = $2) or (provider_id = $2 and reseller_id = $1)
           order by status <> 'ended' desc, since desc, id desc limit 1"#,
        " for share",
        first.as_uuid(),
        second.as_uuid(),
    )?;
    Ok(row.map(|row| row.body.0))
}

/// The newest partnership of this provider and this reseller; one that is not over before any that is.
pub(crate) async fn of_provider(
    db: &mut PgConnection,
    provider: OrganizationId,
    reseller: OrganizationId,
    hold: Hold,
) -> Result<Option<Partnership>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Partnership>", version from partnership
           where provider_id = $1 and reseller_id = $2
           order by status <> 'ended' desc, since desc, id desc limit 1"#,
        " for share",
        provider.as_uuid(),
        reseller.as_uuid(),
    )?;
    Ok(row.map(|row| row.body.0))
}

/// The providers in partnership with this reseller now, by name: the first ones. Those with a relationship with this
/// customer come before others.
pub(crate) async fn providers_of(
    db: &mut PgConnection,
    reseller: OrganizationId,
    customer: Option<OrganizationId>,
    now: Timestamp,
) -> Result<Vec<Party>, sqlx::Error> {
    let rows = sqlx::query!(
        "select id, name from (
            select o.id, o.name, o.sort_key from partnership p join organization o on o.id = p.provider_id
            where p.reseller_id = $1 and p.status <> 'ended' and (p.ends_at is null or p.ends_at > $2)
            order by exists (select from relationship r
                  where r.partner_id = o.id and r.customer_id = $3 and relationship_holds(r, $2)) desc, o.sort_key, o.id
            limit $4) told
         order by sort_key, id",
        reseller.as_uuid(),
        now,
        customer.map(OrganizationId::into_uuid),
        i64::try_from(PROVIDERS_TOLD).unwrap_or(i64::MAX),
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Party {
                id: row.id.into(),
                name: decoded(row.name.parse())?,
            })
        })
        .collect()
}

/// The same, each with whether it may order for the customer. They decide what a reseller is told of its own order.
pub(crate) async fn providers_for(
    db: &mut PgConnection,
    reseller: OrganizationId,
    customer: &Organization,
    now: Timestamp,
) -> Result<Vec<Provider>, sqlx::Error> {
    let parties = providers_of(db, reseller, Some(customer.id), now).await?;
    let ids: Vec<Uuid> = parties.iter().map(|party| party.id.into_uuid()).collect();
    let known = crate::organization::store::recorded(db, &ids, now).await?;
    let known: Vec<Organization> = known.into_iter().map(|it| it.at(now)).collect();
    let relationships =
        crate::relationship::store::all_in_force(db, &ids, customer.id, now).await?;
    let mut providers = Vec::with_capacity(parties.len());
    for party in parties {
        let Some(provider) = known.iter().find(|it| it.id == party.id) else {
            continue;
        };
        let relationship = relationships.iter().find(|it| it.partner == party.id);
        providers.push(Provider::of(provider, customer, relationship));
    }
    Ok(providers)
}

impl Object for Partnership {
    type Beside = ();

    fn id(&self) -> PartnershipId {
        self.id
    }

    fn logged(id: PartnershipId, event: Event) -> event::Event {
        event::Event::Partnership { id, event }
    }

    /// Both sides.
    fn audience(&self, _: &Event) -> Vec<OrganizationId> {
        vec![self.provider, self.reseller]
    }

    async fn insert(db: &mut PgConnection, new: &[New<Partnership>]) -> Result<(), sqlx::Error> {
        let ids = |of: fn(&Partnership) -> Uuid| {
            new.iter().map(|it| of(&it.value)).collect::<Vec<Uuid>>()
        };
        let statuses: Vec<String> = new.iter().map(|it| status(&it.value).to_owned()).collect();
        let since: Vec<Timestamp> = new.iter().map(|it| it.value.since).collect();
        let ends: Vec<Option<Timestamp>> = new.iter().map(|it| it.value.ends()).collect();
        let bodies: Vec<_> = new.iter().map(|it| Json(&it.value)).collect();
        let versions: Vec<i64> = new.iter().map(|it| it.version).collect();
        sqlx::query!(
            "insert into partnership (provider_id, reseller_id, id, status, since, ends_at, body, version)
             select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[],
                $6::timestamptz[], $7::jsonb[], $8::bigint[])",
            &ids(|it| it.provider.into_uuid()),
            &ids(|it| it.reseller.into_uuid()),
            &ids(|it| it.id.into_uuid()),
            &statuses,
            &since,
            &ends as _,
            &bodies as _,
            &versions,
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Partnership>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let partnership = &after.value;
        let saved = sqlx::query!(
            "update partnership set status = $3, ends_at = $4, body = $5, version = $7
             where provider_id = $1 and id = $2 and version = $6",
            partnership.provider.as_uuid(),
            partnership.id.as_uuid(),
            status(partnership),
            partnership.ends(),
            Json(partnership) as _,
            from,
            after.version,
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}

/// A batch of partnerships whose notice period is over, not yet recorded as ended.
pub(crate) async fn overdue(
    db: &mut PgConnection,
    now: Timestamp,
) -> Result<Vec<(OrganizationId, PartnershipId)>, sqlx::Error> {
    let rows = sqlx::query!(
        "select provider_id, id from partnership where status = 'ending' and ends_at <= $1 order by ends_at limit 200",
        now,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.provider_id.into(), row.id.into()))
        .collect())
}

fn status(partnership: &Partnership) -> &'static str {
    match partnership.state {
        State::Active => "active",
        State::Ending { .. } => "ending",
        State::Ended { .. } => "ended",
    }
}
