//! The partners to choose from, in a form.

use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    partnership::model::{Among, Finding, PartnerChoice, PartnerChoices},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    ids::OrganizationId,
    text::search::Search,
};
use uuid::Uuid;

use crate::{
    list::{SIZE, search},
    organization::{
        query as load,
        query::{failed, party},
    },
    pipeline::Read,
    relationship,
};

/// A choice among the partners of an organization.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choosing {
    pub organization: OrganizationId,
    pub among: Among,
    /// The customer that they have to have a relationship with, if any.
    pub customer: Option<OrganizationId>,
}

/// The choices for a caller who looks for one while typing.
pub(crate) async fn asked(
    read: &mut Read,
    among: Among,
    customer: Option<OrganizationId>,
    finding: Finding,
) -> PortalResult<PartnerChoices> {
    let now = read.now();
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    if !organization.capabilities.is_partner() {
        return Err(PortalError::NotFound);
    }
    // Names of partners are in the list of customers, too; whoever may make one of the choices may see that.
    access::authorize_own(&organization, &actor, Action::ViewCustomers)?;
    if let Some(id) = customer {
        let known = load::organization(read, id).await?;
        let seen = Action::ViewCustomers;
        relationship::reach(read, &organization, &actor, &known, seen).await?;
    }
    let choosing = Choosing {
        organization: organization.id,
        among,
        customer,
    };
    choices(read.db(), choosing, finding, now).await
}

/// The first partners that are found, by name, and the one chosen so far. One statement, and one row for a partner,
/// however often the two have been partners.
pub(crate) async fn choices(
    db: &mut PgConnection,
    choosing: Choosing,
    finding: Finding,
    now: Timestamp,
) -> PortalResult<PartnerChoices> {
    let among = choosing.among;
    let (resellers, providers) = (among != Among::Providers, among != Among::Resellers);
    // Those of a list may be former ones; for something new they have to be partners now, as core's
    // `Partnership::is_active` says, which also counts an end that no job has recorded.
    let at = (among != Among::All).then_some(now);
    let chosen = finding.chosen.map(OrganizationId::into_uuid);
    let limit = i64::try_from(SIZE).unwrap_or(i64::MAX).saturating_add(2);
    let patterns = search::patterns_of(&Search::parse(&finding.words));
    let rows = sqlx::query_as!(
        Row,
        r#"select o.id, o.name, o.country, o.sort_key, p.id as partnership, o.search like all($6) as "is_found!"
           from partnership p
           join organization o on o.id = case when p.provider_id = $1 then p.reseller_id else p.provider_id end
           where (p.provider_id = $1 and $2 or p.reseller_id = $1 and $3)
              and case when $4::timestamptz is null
                 then p.id = (select id from partnership newest
                    where newest.provider_id = p.provider_id and newest.reseller_id = p.reseller_id
                    order by status <> 'ended' desc, since desc, id desc limit 1)
                 else p.status <> 'ended' and (p.ends_at is null or p.ends_at > $4) end
              and ($5::uuid is null or exists (select from relationship r
                 where r.customer_id = $5 and r.partner_id = o.id and relationship_holds(r, $9)))
              and (o.search like all($6) or o.id = $7)
           order by o.id is not distinct from $7 desc, o.sort_key, o.id
           limit $8"#,
        choosing.organization.into_uuid(),
        resellers,
        providers,
        at,
        choosing.customer.map(OrganizationId::into_uuid),
        &patterns,
        chosen,
        limit,
        now,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let is_nothing_found = !rows.iter().any(|row| row.is_found);
    let (mut listed, mut others): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| Some(row.id) == chosen);
    let has_more = others.len() > SIZE;
    others.truncate(SIZE);
    listed.append(&mut others);
    listed.sort_by(|one, other| (&one.sort_key, one.id).cmp(&(&other.sort_key, other.id)));
    Ok(PartnerChoices {
        words: finding.words,
        partners: listed
            .into_iter()
            .map(Row::shown)
            .collect::<PortalResult<_>>()?,
        is_nothing_found,
        has_more,
    })
}

struct Row {
    id: Uuid,
    name: String,
    country: String,
    sort_key: String,
    partnership: Uuid,
    is_found: bool,
}

impl Row {
    fn shown(self) -> PortalResult<PartnerChoice> {
        Ok(PartnerChoice {
            party: party(self.id, &self.name)?,
            partnership: self.partnership.into(),
            country: self.country.parse().map_err(failed)?,
        })
    }
}
