//! A customer's own page: the partners that can act for it.

use sqlx::types::Json;
use tierline_app::{
    error::PortalError,
    portal::PortalResult,
    relationship::model::{GrantedPartner, GrantsPage},
};
use tierline_core::{
    access::{self, Action},
    relationship::{Origin, Relationship},
};
use uuid::Uuid;

use crate::{
    activity::query as timeline,
    organization::{
        query as load,
        query::{failed, party},
    },
    pipeline::Read,
    subscription::query::of_customer,
};

/// The partners that can act for the signed-in customer, and former ones.
pub(crate) async fn grants(read: &mut Read) -> PortalResult<GrantsPage> {
    let actor = read.actor()?;
    let organization = load::organization(read.db(), actor.organization).await?;
    if organization.capabilities.customer.is_none() {
        return Err(PortalError::NotFound);
    }
    access::authorize_own(&organization, &actor, Action::ViewGrants)?;
    let id = organization.id;
    let rows = sqlx::query!(
        r#"select r.body as "body: Json<Relationship>", o.id, o.name, o.country, u.name as "origin_by?"
           from relationship r
           join organization o on o.id = r.partner_id
           left join app_user u on u.id = coalesce(
               (r.body -> 'origin' ->> 'accepted_by')::uuid, (r.body -> 'origin' ->> 'user')::uuid)
           where r.customer_id = $1
           order by r.status = 'active' desc, o.name collate "C", r.since desc, r.id"#,
        id.into_uuid(),
    )
    .fetch_all(read.db())
    .await
    .map_err(failed)?;
    let mut partners = Vec::with_capacity(rows.len());
    let mut objects: Vec<Uuid> = vec![id.into_uuid()];
    for row in rows {
        let relationship = row.body.0;
        objects.push(relationship.id.into_uuid());
        if let Origin::Invitation { invitation, .. } = relationship.origin {
            objects.push(invitation.into_uuid());
        }
        partners.push(GrantedPartner {
            partner: party(row.id, &row.name)?,
            country: row.country.parse().map_err(failed)?,
            origin_by: row.origin_by.unwrap_or_default(),
            relationship,
        });
    }
    Ok(GrantsPage {
        subscriptions: of_customer(read.db(), id, id, true).await?,
        timeline: timeline::of_objects(read.db(), id, &objects, None).await?,
        organization,
        actor,
        partners,
    })
}
