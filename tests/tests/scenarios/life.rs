//! Changes of subscriptions, as their pages request them: after a preview.

use std::collections::BTreeSet;

use tierline_app::portal::all::*;
use tierline_core::{ids::SubscriptionId, license::Losing, subscription::Shown};
use uuid::Uuid;

use crate::{
    entered::SubscriptionChange,
    sell::sku,
    step::{Stop, request},
    world::World,
};

pub(crate) async fn change(
    world: &mut World,
    user: Option<&str>,
    (customer, product): (&str, &str),
    change: SubscriptionChange,
) -> Result<(), Stop> {
    let id: Uuid = sqlx::query_scalar(
        "select id from subscription where customer_id = $1 and sku_id = $2 order by id desc limit 1",
    )
    .bind(world.organization(customer).id.into_uuid())
    .bind(sku(world, product).into_uuid())
    .fetch_one(&world.state.pool)
    .await
    .unwrap();
    let (id, command) = (SubscriptionId::from_uuid(id), change.command());
    let portal = world.portal(user).await;
    let page = portal
        .subscription_change(id, Some(command), String::new())
        .await?;
    if let Some(problem) = page.problem {
        return Err(problem.into());
    }
    let shown = Shown {
        version: page.page.version,
        cost: page.cost,
    };
    let losing = Losing::Chosen(BTreeSet::new());
    portal
        .change_subscription(id, command, losing, shown, request())
        .await?;
    Ok(())
}
