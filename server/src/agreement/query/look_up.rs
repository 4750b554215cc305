//! **Look up a reseller**.

use std::{num::NonZeroU32, sync::LazyLock};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _};
use tierline_app::{
    agreement::model::{LookUpPage, LookedUp},
    error::PortalError,
    portal::{LookUp, PortalResult},
};
use tierline_core::{agreement::look_up as decide, ids::OrganizationId};

use crate::{
    organization::query::{self as load, failed},
    partnership::store as partnerships,
    pipeline::Read,
    store::Hold,
};

/// How often one organization may ask: enough for every reseller that it talks to, too few to go through numbers. Once
/// used up, one question comes back every ten seconds. Counted in this server's memory, as attempts to sign in are.
const AT_ONCE: NonZeroU32 = match NonZeroU32::new(60) {
    Some(number) => number,
    None => NonZeroU32::MIN,
};
const EVERY: std::time::Duration = std::time::Duration::from_secs(10);

static ASKED: LazyLock<Option<DefaultKeyedRateLimiter<OrganizationId>>> = LazyLock::new(|| {
    let quota = Quota::with_period(EVERY)?.allow_burst(AT_ONCE);
    Some(RateLimiter::keyed(quota))
});

/// Counts a question.
fn count(own: OrganizationId) -> PortalResult<()> {
    let Some(limiter) = &*ASKED else {
        return Ok(());
    };
    limiter.check_key(&own).map_err(|not_until| {
        let wait = not_until.wait_time_from(limiter.clock().now());
        PortalError::TooMany {
            retry_after_seconds: wait.as_secs().max(1),
        }
    })
}

/// Where a reseller stands. What is no reseller of the own region is answered like what does not exist.
pub(crate) async fn look_up(read: &mut Read, asked: Option<LookUp>) -> PortalResult<LookUpPage> {
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    // Before anything is looked up: whoever may not ask learns nothing, and uses nothing up.
    decide(&organization, &actor, None)?;
    let mut page = LookUpPage {
        asked: None,
        found: None,
        organization,
        actor,
    };
    let Some(asked) = asked else {
        return Ok(page);
    };
    count(page.organization.id)?;
    let id = match &asked {
        LookUp::Mpn(mpn) => {
            sqlx::query_scalar!("select id from organization where mpn = $1", mpn.as_str())
                .fetch_optional(read.db())
                .await
        }
        LookUp::Domain(domain) => {
            sqlx::query_scalar!(
                "select id from organization where domain = $1",
                domain.as_str()
            )
            .fetch_optional(read.db())
            .await
        }
    }
    .map_err(failed)?;
    page.asked = Some(match asked {
        LookUp::Mpn(mpn) => mpn.to_string(),
        LookUp::Domain(domain) => domain.to_string(),
    });
    let reseller = match id {
        Some(id) => Some(load::organization(read, id.into()).await?),
        None => None,
    };
    let Some(standing) = decide(&page.organization, &actor, reseller.as_ref())? else {
        return Ok(page);
    };
    let Some(reseller) = reseller else {
        return Ok(page);
    };
    let now = read.now();
    let own = page.organization.id;
    let partnership = partnerships::of_provider(read.db(), own, reseller.id, Hold::Free)
        .await
        .map_err(failed)?;
    page.found = Some(LookedUp {
        name: reseller.name.to_string(),
        country: reseller.country,
        mpn: reseller.mpn.as_ref().map(ToString::to_string),
        enrolled: standing.enrolled,
        signed: standing.unsigned.is_none(),
        unsigned: standing.unsigned,
        standing: standing.business,
        partnership: partnership.is_some_and(|it| it.is_active(now)),
    });
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_organization_alone_uses_its_questions_up() {
        let id = |n| OrganizationId::from_uuid(uuid::Uuid::from_u128(n));
        let answered = (0..100).filter(|_| count(id(7_001)).is_ok()).count();
        assert!((60..70).contains(&answered), "{answered}");
        assert!(matches!(count(id(7_001)), Err(PortalError::TooMany { .. })));
        assert!(count(id(7_002)).is_ok());
    }
}
