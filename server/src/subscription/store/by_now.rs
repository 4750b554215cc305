//! Subscriptions that time has changed, as it leaves them, whether or not a job has written that down.

use std::collections::{BTreeSet, HashMap};

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    ids::{SkuId, SubscriptionId},
    market::Country,
    subscription::Subscription,
};
use uuid::Uuid;

use super::family::of_bases;
use crate::{catalog::store::offers, store::decoded, subscription::known::concerned};

/// What these customers have that is otherwise by now than it is stored, with everything else of its family: there is
/// hardly ever any, because a job writes down what is due within a minute. Core says what became of it
/// ([`Family::catch_up`](tierline_core::subscription::Family::catch_up)).
pub(crate) async fn overtaken(
    db: &mut PgConnection,
    customers: &[Uuid],
    now: Timestamp,
) -> Result<HashMap<SubscriptionId, Subscription>, sqlx::Error> {
    let due = sqlx::query!(
        r#"select distinct coalesce(s.base_id, s.id) as "base!", o.country
           from subscription s join organization o on o.id = s.customer_id
           where s.customer_id = any($1) and s.due_at <= $2"#,
        customers,
        now,
    )
    .fetch_all(&mut *db)
    .await?;
    let mut bases: HashMap<String, Vec<Uuid>> = HashMap::new();
    for row in due {
        bases.entry(row.country).or_default().push(row.base);
    }
    let mut current = HashMap::new();
    for (country, bases) in bases {
        let country: Country = decoded(country.parse())?;
        let families = of_bases(db, &bases).await?;
        let skus: BTreeSet<SkuId> = families.iter().flat_map(concerned).collect();
        let skus: Vec<SkuId> = skus.into_iter().collect();
        let offers = offers(db, &skus, country, now).await?;
        for members in families {
            let mut family = members.family();
            for happened in family.catch_up(&offers, now) {
                family.apply(&happened);
            }
            current.extend(family.members().map(|it| (it.id, it.clone())));
        }
    }
    Ok(current)
}
