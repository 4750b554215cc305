//! Who supports the customer of a subscription, and who earns incentives on it.

use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    partnership::model::{Among, Finding, PartnerChoices},
    portal::PortalResult,
    subscription::model::partners::{NamedTenure, PartnersPage, Support},
};
use tierline_core::{
    Refusal, event,
    ids::{OrganizationId, SubscriptionId},
    organization::Party,
    subscription::{
        Associate, Candidate, Event, Subscription, Tenure, check_support, may_associate, tenures,
    },
};

use super::detail::known;
use crate::{
    list::count,
    organization::{query as load, query::failed, store::these},
    partnership::query::{Choosing, choices},
    pipeline::Read,
    relationship::store::{all_of, in_force},
    store::Hold,
    subscription::{
        known::{Asked, Known},
        named::Named,
        store::contact::{others, reached},
    },
};

/// The page, for a partner that knows of the subscription.
pub(crate) async fn partners(
    read: &mut Read,
    id: SubscriptionId,
    finding: Finding,
) -> PortalResult<PartnersPage> {
    let (known, actor) = known(read, id, Asked::Nothing).await?;
    let own = known.organization.id;
    if own == known.customer.id {
        return Err(PortalError::NotFound);
    }
    let now = read.now();
    let it = known.stored()?.value.clone();
    let refused = |asked| may_associate(known.facts_as_is(), asked, &actor, now).err();
    let support_refused = refused(Associate::DesignateSupport { to: own });
    let of_record_refused = refused(Associate::SetPartnerOfRecord { to: None });
    let resellers = if of_record_refused.is_none() {
        let choosing = Choosing {
            organization: own,
            among: Among::Resellers,
            customer: Some(known.customer.id),
        };
        let chosen = finding.chosen.or(it.partner_of_record);
        let finding = Finding { chosen, ..finding };
        choices(read.db(), choosing, finding, now).await?
    } else {
        PartnerChoices::default()
    };
    Ok(PartnersPage {
        id,
        product: product(&known, &it),
        customer: known.customer.party(),
        ordered_by: known.orderer.clone(),
        support: support(read, &it).await?,
        contacts: contacts(read, &known).await?,
        others: match &support_refused {
            Some(_) => 0,
            None => count(others(read.db(), &it, now).await.map_err(failed)?),
        },
        support_refused,
        of_record: known.of_record.as_ref().map(Named::party),
        resellers,
        of_record_refused,
        warning: warning(read, &known, &it).await?,
        tenures: told(read.db(), &it).await?,
    })
}

fn product(known: &Known, it: &Subscription) -> String {
    let mut offers = known.offers.iter();
    let found = offers.find(|offer| offer.product.sku == it.sku);
    found.map_or_else(|| it.sku.to_string(), |offer| offer.product.name.clone())
}

/// Whom the customer turns to at this moment, and how.
pub(super) async fn support(read: &mut Read, it: &Subscription) -> PortalResult<Support> {
    let contact = if it.support_contact == it.partner {
        None
    } else {
        let free = (read.now(), Hold::Free);
        let tie = in_force(read.db(), it.support_contact, it.customer, free).await;
        tie.map_err(failed)?
    };
    let partner = it.supported_by(contact.as_ref());
    let party = load::party_of(read.db(), Some(partner)).await?;
    let reached = reached(read.db(), partner).await.map_err(failed)?;
    let reached = reached.ok_or(PortalError::NotFound)?;
    Ok(Support {
        party: party.ok_or(PortalError::NotFound)?,
        email: reached.email.or(reached.contact),
        phone: reached.phone,
        website: reached.website,
    })
}

/// Who can support the customer: who ordered, and then its resellers with the right, by name. The rules keep a
/// customer's partners few.
async fn contacts(read: &mut Read, known: &Known) -> PortalResult<Vec<Party>> {
    let now = read.now();
    let ties = all_of(read.db(), known.customer.id, Hold::Free).await;
    let ties = ties.map_err(failed)?.into_iter();
    // What has ended by itself is over, whether or not it is written down.
    let ties: Vec<_> = ties.map(|tie| tie.value.as_of(now)).collect();
    let partners = ties.iter().map(|tie| tie.partner);
    let organizations = these(read.db(), partners, (now, Hold::Free)).await;
    let organizations = organizations.map_err(failed)?;
    let mut resellers = Vec::new();
    for tie in &ties {
        let candidate = Candidate {
            partner: organizations.get(tie.partner)?,
            partnership: None,
            relationship: Some(tie),
        };
        let is_other = candidate.partner.id != known.orderer.id;
        if is_other && check_support(&known.customer, candidate).is_ok() {
            resellers.push(candidate.partner.party());
        }
    }
    resellers.sort_by(|one, other| one.name.as_str().cmp(other.name.as_str()));
    resellers.insert(0, known.orderer.clone());
    Ok(resellers)
}

/// What is wrong with who earns incentives. The customer has nothing to do with that.
pub(super) async fn warning(
    read: &mut Read,
    known: &Known,
    it: &Subscription,
) -> PortalResult<Option<Refusal>> {
    if known.organization.id == known.customer.id {
        return Ok(None);
    }
    let orderer = load::organization(read, it.partner).await?;
    let named = known.of_record.as_ref().map(Named::candidate);
    Ok(it.of_record_warning(&orderer, &known.customer, named, read.now()))
}

/// Who was partner of record when, the latest first.
async fn told(db: &mut PgConnection, it: &Subscription) -> PortalResult<Vec<NamedTenure>> {
    let all = spans(db, it).await.map_err(failed)?;
    let resellers: Vec<OrganizationId> = all.iter().filter_map(|it| it.reseller).collect();
    let parties = load::parties(db, &resellers).await?;
    let named = all.into_iter().rev().map(|tenure| NamedTenure {
        reseller: tenure.reseller.and_then(|id| parties.get(&id).cloned()),
        from: tenure.from,
        until: tenure.until,
    });
    Ok(named.collect())
}

/// The most changes of the partner of record that are told, the latest ones; its history has all of them.
const TOLD: i64 = 100;

/// By the events: how it began, and what was changed since. What was filled in for measuring has none.
async fn spans(db: &mut PgConnection, it: &Subscription) -> Result<Vec<Tenure>, sqlx::Error> {
    let rows = sqlx::query_scalar!(
        r#"select body as "body: Json<event::Event>" from event
           where object = 'subscription' and object_id = $1
              and (version = 1 or body #>> '{event,type}' = 'partner_of_record_set')
           order by version desc limit $2"#,
        it.id.as_uuid(),
        TOLD,
    )
    .fetch_all(db)
    .await?;
    let is_cut = i64::try_from(rows.len()).is_ok_and(|read| read == TOLD);
    let events = rows
        .into_iter()
        .rev()
        .filter_map(|Json(logged)| match logged {
            event::Event::Subscription { event, .. } => Some(event),
            _ => None,
        });
    Ok(spans_of(it, &events.collect::<Vec<Event>>(), is_cut))
}

/// By these events, from the oldest of them on; what was before that one is left out where there are more.
fn spans_of(it: &Subscription, events: &[Event], is_cut: bool) -> Vec<Tenure> {
    let (first, since, later) = match events {
        [
            Event::Activated {
                partner_of_record, ..
            },
            later @ ..,
        ] => (*partner_of_record, it.since, later),
        [Event::PartnerOfRecordSet { to, at, .. }, later @ ..] if is_cut => (*to, *at, later),
        [Event::PartnerOfRecordSet { from, .. }, ..] => (*from, it.since, events),
        _ => (it.partner_of_record, it.since, events),
    };
    tenures(first, since, later).collect()
}

#[cfg(test)]
mod tests {
    use tierline_core::testing::{author, day, id, provider, subscription};

    use super::*;

    #[test]
    fn what_is_cut_off_leaves_the_spans_that_are_told() {
        let it = subscription(None);
        let set = |from: Option<OrganizationId>, to, at| Event::PartnerOfRecordSet {
            from,
            to,
            at,
            author: author(&provider()),
        };
        let events = [
            set(None, Some(id(2)), day(5)),
            set(Some(id(2)), Some(id(8)), day(9)),
        ];
        let told = |is_cut| {
            let spans = spans_of(&it, &events, is_cut).into_iter();
            spans
                .map(|it| (it.reseller, it.from, it.until))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            told(false),
            [
                (None, it.since, Some(day(5))),
                (Some(id(2)), day(5), Some(day(9))),
                (Some(id(8)), day(9), None),
            ]
        );
        assert_eq!(told(true), told(false)[1..]);
        assert_eq!(
            spans_of(&it, &[], false),
            [Tenure {
                reseller: it.partner_of_record,
                from: it.since,
                until: None,
            }]
        );
    }
}
