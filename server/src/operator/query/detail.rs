//! An organization of the program, for the operator.

use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    operator::model::{Addable, AwaitedAdmin, OrganizationDetail},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    enrollment::{AddFacts, add_capability, may_change_country},
    ids::OrganizationId,
    organization::{
        Capability, Offboard, ProfileFacts, StandingFacts, lift, may_correct_profile, offboard,
        suspend,
    },
    text::Reason,
};

use super::{account_review::account_review, people, related::related};
use crate::{
    activity::query as timeline,
    enrollment::store as enrollments,
    list::count,
    mark,
    operator::{
        command::{admin_values, complete, on_record},
        facts::standing,
        store,
    },
    organization::query::{failed, organization, profile},
    pipeline::Read,
    store::Hold,
};

/// The organization with this id, and whether it can be suspended.
pub(crate) async fn detail(
    read: &mut Read,
    id: OrganizationId,
    find: &str,
) -> PortalResult<OrganizationDetail> {
    let (actor, now) = (read.actor()?, read.now());
    let operator = organization(read, actor.organization).await?;
    access::authorize_on_program(&operator, &actor, Action::ManageOrganizations)?;
    let known = profile(read, id).await?;
    // As the change takes it: a partner that is late with a signature is suspended like every other.
    let (operator, recorded) = standing(read.db(), operator.id, id, (now, Hold::Free)).await?;
    let facts = StandingFacts {
        operator: &operator,
        organization: &recorded.stored.value,
    };
    let reason = Reason::parse("asked in advance").map_err(failed)?;
    let (may_suspend, may_lift) = (
        suspend(facts, &reason, &actor, now).map(drop),
        lift(facts, &reason, &actor, now).map(drop),
    );
    let mark = |change| offboard(facts, change, &reason, &actor, now).map(drop);
    let (may_mark, may_take_back) = (
        mark(Offboard::Mark { from: None }),
        mark(Offboard::TakeBack),
    );
    let may_change_country = may_change_country(facts, &actor);
    let enrollment = enrollments::of_organization(read.db(), id, Hold::Free).await;
    let enrollment = enrollment.map_err(failed)?;
    let lacks = |capability: &Capability| {
        let capabilities = &facts.organization.capabilities;
        let lacks = capabilities.state(*capability).is_none();
        capabilities.is_partner() && capability.is_partner() && lacks
    };
    let may_add = Capability::ALL.into_iter().filter(lacks).map(|capability| {
        let facts = AddFacts {
            standing: facts,
            enrollment: enrollment.as_ref().map(|it| &it.value),
        };
        let may = add_capability(facts, capability, &reason, &actor, now).map(drop);
        Addable { capability, may }
    });
    let may_add = may_add.collect();
    let known_of = known_of(read.db(), id, now).await?;
    let awaited = store::awaited(read.db(), &known.organization).await;
    let awaited = awaited.map_err(failed)?;
    let awaited = awaited.map(|admin| {
        let values = admin_values(&admin.name, &admin.address, admin.language);
        Ok::<_, PortalError>(AwaitedAdmin {
            mark: mark::of(&values).map_err(failed)?,
            name: admin.name,
            user_name: admin.address.to_string(),
            language: admin.language,
        })
    });
    let awaited = awaited.transpose()?;
    let record = on_record(read.db(), &recorded.stored.value, Hold::Free).await;
    let record = record.map_err(failed)?;
    let facts = ProfileFacts {
        operator: &operator,
        organization: &recorded.stored.value,
        stored: &record.profile,
        enters_it: record.enters_it,
    };
    let may_correct = may_correct_profile(facts, &actor);
    let profile_mark = mark::of(&record.profile).map_err(failed)?;
    let related = related(read.db(), &operator, &actor, &known.organization).await?;
    let parties = (&operator, &actor);
    let review = account_review(read.db(), parties, &known.organization, now).await?;
    let history = timeline::of_organization(read.db(), id, now).await?;
    let people = people::found(read.db(), id, find).await.map_err(failed)?;
    let entry = complete::entry(&recorded.stored.value);
    Ok(OrganizationDetail {
        people,
        entry_mark: mark::of(&entry).map_err(failed)?,
        may_help: access::authorize_on_program(&operator, &actor, Action::ManageAccounts).map(drop),
        organization: known.organization,
        contact: known.contact,
        related,
        since: known.created,
        last_activity: known_of.last_activity,
        users: count(known_of.users),
        customers: count(known_of.customers),
        partnerships: count(known_of.partnerships),
        may_suspend,
        may_lift,
        may_add,
        may_mark,
        may_take_back,
        address: known.address,
        profile_mark,
        may_correct,
        may_change_country,
        awaited,
        review,
        timeline: history,
    })
}

/// What is known of an organization in numbers, and when something last happened that concerns it.
struct KnownOf {
    users: i64,
    customers: i64,
    partnerships: i64,
    last_activity: Option<Timestamp>,
}

/// In one statement. Customers are not counted: their number is kept.
async fn known_of(
    db: &mut PgConnection,
    id: OrganizationId,
    now: Timestamp,
) -> PortalResult<KnownOf> {
    sqlx::query_as!(
        KnownOf,
        r#"select (select count(*) from membership where organization_id = $1) as "users!",
              (select coalesce(sum(amount), 0)::bigint from tally
                  where organization_id = $1 and what = 'customers' and other_id is null) as "customers!",
              (select count(*) from partnership where provider_id = $1 and (ends_at is null or ends_at > $2))
                  + (select count(*) from partnership where reseller_id = $1 and (ends_at is null or ends_at > $2))
                  as "partnerships!",
              (select e.at from event_audience a join event e on e.id = a.event_id
                  where a.organization_id = $1 order by a.event_id desc limit 1) as last_activity"#,
        id.as_uuid(),
        now,
    )
    .fetch_one(db)
    .await
    .map_err(failed)
}
