//! What follows when a customer ends a relationship, or one right in it.

use tierline_app::{
    error::PortalError,
    list::model::Page,
    portal::PortalResult,
    relationship::{model::EndingPage, words},
};
use tierline_core::{
    access::{self, Action},
    customer::{EndingFacts, ending as ending_of},
    ids::{OrganizationId, RelationshipId},
    relationship::{Command, Grant, Relationship, RelationshipFacts},
};
use uuid::Uuid;

use crate::{
    account::store::{admins_of, correspondents},
    list::count,
    organization::{query as load, query::failed},
    pipeline::Read,
    relationship::{Facts, store},
    store::Hold,
    subscription::query::{self as subscription, Seen},
};

/// So many of the subscriptions concerned are on the page.
const SHOWN: usize = 100;

/// The facts by which core says what follows, and a text for the partner.
pub(crate) async fn ending(
    read: &mut Read,
    id: RelationshipId,
    grant: Option<Grant>,
) -> PortalResult<EndingPage> {
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    if organization.capabilities.customer.is_none() {
        return Err(PortalError::NotFound);
    }
    access::authorize_own(&organization, &actor, Action::ViewGrants)?;
    let (own, now) = (organization.id, read.now());
    let facts = Facts::load(read.db(), own, id, (now, Hold::Free)).await?;
    if facts.customer.id != own {
        return Err(PortalError::NotFound);
    }
    let (organization, partner) = (facts.customer, facts.partner);
    let relationship = without_groups(facts.stored.value.as_of(now));
    let all = store::all_of(read.db(), own, Hold::Free)
        .await
        .map_err(failed)?;
    let all = all.into_iter().map(|stored| stored.value.as_of(now));
    let relationships = all.filter(Relationship::is_active).map(without_groups);
    let with = relationship.partner;
    // What the partner knows of is what can depend on it.
    let seen = Seen::by(&relationship);
    let (bought, overtaken) = subscription::running(read.db(), seen, now).await?;
    let requests = waiting_requests(read, own, with).await?;
    let relationships: Vec<Relationship> = relationships.collect();
    let facts = EndingFacts {
        asked: RelationshipFacts {
            relationship: &relationship,
            customer: &organization,
            partner: &partner,
        },
        relationships: &relationships,
        subscriptions: &bought,
        requests,
    };
    let command = grant.map_or(Command::End, Command::EndGrant);
    // All are looked at; what is refused concerns none.
    let concerned = ending_of(facts, command, &actor, now)
        .map_or_else(|_| Vec::new(), |told| told.subscriptions);
    let first: Vec<Uuid> = (concerned.iter().take(SHOWN))
        .map(|it| it.id.into_uuid())
        .collect();
    let subscriptions = Page {
        rows: subscription::rows(read.db(), own, &first, &overtaken).await?,
        total: u64::try_from(concerned.len()).unwrap_or(u64::MAX),
        is_at_least: false,
        next: None,
        previous: None,
    };
    let known = correspondents(read.db(), &[with], &[])
        .await
        .map_err(failed)?;
    let readers = known.get(&with).map_or(&[][..], Vec::as_slice);
    let lang = admins_of(readers)
        .next()
        .map(|reader| reader.language)
        .unwrap_or_default();
    let draft = match grant {
        None => words::draft_all(lang, &partner.name),
        Some(grant) => words::draft_grant(lang, &partner.name, words::term(lang, grant)),
    };
    Ok(EndingPage {
        relationships,
        subscriptions,
        requests,
        organization,
        actor,
        relationship,
        partner,
        grant,
        draft,
    })
}

/// How many requests for orders wait of which the customer knows, because it is asked, and in which this partner takes
/// part.
async fn waiting_requests(
    read: &mut Read,
    customer: OrganizationId,
    partner: OrganizationId,
) -> PortalResult<u64> {
    let now = read.now();
    let waiting = sqlx::query_scalar!(
        r#"select count(*) as "waiting!" from order_request
           where customer_id = $1 and $2 in (reseller_id, provider_id) and asks_customer
              and status in ('waiting_for_customer', 'waiting_for_provider') and lapses_at > $3"#,
        customer.into_uuid(),
        partner.into_uuid(),
        now,
    )
    .fetch_one(read.db())
    .await
    .map_err(failed)?;
    Ok(count(waiting))
}

/// In which groups a partner has a customer is its own affair.
fn without_groups(mut relationship: Relationship) -> Relationship {
    relationship.groups.clear();
    relationship
}
