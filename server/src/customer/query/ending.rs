//! What follows when a customer ends a relationship, or one right in it.

use tierline_app::{
    error::PortalError,
    portal::PortalResult,
    relationship::{model::EndingPage, words},
};
use tierline_core::{
    access::{self, Action},
    ids::RelationshipId,
    relationship::{Grant, Relationship},
};

use crate::{
    account::store::{admins_of, correspondents},
    organization::{query as load, query::failed},
    pipeline::Read,
    relationship::{Facts, store},
    store::Hold,
    subscription::query::{self as subscription, Seen},
};

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
    let subscriptions = subscription::page(read.db(), seen, String::new()).await?;
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
        relationships: relationships.collect(),
        subscriptions: subscriptions.page,
        organization,
        actor,
        relationship,
        partner,
        grant,
        draft,
    })
}

/// In which groups a partner has a customer is its own affair.
fn without_groups(mut relationship: Relationship) -> Relationship {
    relationship.groups.clear();
    relationship
}
