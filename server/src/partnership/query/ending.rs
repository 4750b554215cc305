//! What follows when one side ends a partnership.

use tierline_app::{
    partnership::{model::EndingPage, words},
    portal::PortalResult,
};
use tierline_core::ids::PartnershipId;

use crate::{
    account::store::{admins_of, correspondents},
    list::{count, reach},
    organization::query::failed,
    pipeline::Read,
};

/// The partnership with the figures by which core says what follows, and a text for the other side.
pub(crate) async fn ending(read: &mut Read, id: PartnershipId) -> PortalResult<EndingPage> {
    let page = super::partnership(read, id).await?;
    let (provider, reseller) = (page.partnership.provider, page.partnership.reseller);
    let (own, now) = (page.organization.id, read.now());
    // A user who is narrowed to groups of customers counts those alone.
    let groups = reach::groups(&page.actor);
    let sees_all = groups.is_none();
    let groups = groups.unwrap_or_default();
    let counted = sqlx::query!(
        r#"select
              (select count(*) from subscription s
               where s.partner_id = $1 and s.partner_of_record_id = $2 and s.status in ('active', 'suspended')
                 and subscription_status(s, $4) in ('active', 'suspended')
                 and ($5 or exists (select from relationship r
                     where r.partner_id = $3 and r.customer_id = s.customer_id and relationship_holds(r, $4)
                        and r.groups <> '{}' and r.groups && $6))) as "of_record!",
              (select count(*) from invitation i
               where i.organization_id = $2 and $2 = $3 and i.provider_id = $1 and i.kind = 'joint_relationship'
                 and i.status in ('sent', 'opened') and i.expires_at > $4
                 and ($5 or reaches_request($6, i.kind, i.body))) as "invitations!""#,
        provider.into_uuid(),
        reseller.into_uuid(),
        own.into_uuid(),
        now,
        sees_all,
        &groups,
    )
    .fetch_one(read.db())
    .await
    .map_err(failed)?;
    let bought = sqlx::query!(
        r#"select count(*) as "subscriptions!", coalesce(sum(s.quantity), 0)::bigint as "licenses!",
              count(*) filter (where s.support_contact_id = $2) as "supported!",
              count(*) filter (where jsonb_typeof(s.body #> '{course,pending}') = 'object') as "scheduled!",
              (select count(*) from order_request q
               where q.provider_id = $1 and q.reseller_id = $2 and q.lapses_at > $4
                 and q.status in ('waiting_for_customer', 'waiting_for_provider')
                 and ($5 or exists (select from relationship r
                     where r.partner_id = $3 and r.customer_id = q.customer_id and relationship_holds(r, $4)
                        and r.groups <> '{}' and r.groups && $6))) as "requests!"
           from relationship served join subscription s on s.customer_id = served.customer_id
           where served.partner_id = $2 and relationship_holds(served, $4)
             and s.partner_id = $1 and $2 in (s.partner_of_record_id, s.support_contact_id)
             and s.status in ('active', 'suspended')
             and ($5 or exists (select from relationship r
                 where r.partner_id = $3 and r.customer_id = s.customer_id and relationship_holds(r, $4)
                    and r.groups <> '{}' and r.groups && $6))"#,
        provider.into_uuid(),
        reseller.into_uuid(),
        own.into_uuid(),
        now,
        sees_all,
        &groups,
    )
    .fetch_one(read.db())
    .await
    .map_err(failed)?;
    let other = page.other.id;
    let known = correspondents(read.db(), &[other], &[])
        .await
        .map_err(failed)?;
    let readers = known.get(&other).map_or(&[][..], Vec::as_slice);
    let lang = admins_of(readers)
        .next()
        .map(|reader| reader.language)
        .unwrap_or_default();
    Ok(EndingPage {
        of_record: count(counted.of_record),
        invitations: count(counted.invitations),
        requests: count(bought.requests),
        subscriptions: count(bought.subscriptions),
        licenses: count(bought.licenses),
        supported: count(bought.supported),
        scheduled: count(bought.scheduled),
        draft: words::draft(lang, &page.other.name),
        page,
    })
}
