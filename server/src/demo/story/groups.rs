//! Groups of customers, and who sees only one of them.

use tierline_app::portal::all::*;
use tierline_core::{group::Narrowing, ids::CustomerGroupId};

use super::id;
use crate::demo::{
    DemoError, people,
    stage::{Stage, step},
};

/// A distributor sorts some of its customers, so that a new colleague begins with a few.
pub(super) async fn kept(stage: &Stage) -> Result<(), DemoError> {
    let finance = stage
        .grouped("Grace Lin", 190, "Finance", &["Woodgrove Bank"])
        .await?;
    stage
        .grouped("Grace Lin", 190, "Food and retail", &["翡翠茶業"])
        .await?;
    // As yet without customers.
    stage
        .grouped("Grace Lin", 189, "Public sector", &[])
        .await?;
    stage.sees_only("林志豪", 188, "Leo Sun", finance).await
}

impl Stage {
    /// A partner adds a group of its customers, and puts these of them into it.
    async fn grouped(
        &self,
        by: &'static str,
        days_ago: i64,
        group: &str,
        customers: &[&str],
    ) -> Result<CustomerGroupId, DemoError> {
        let acting = self.acting(by, days_ago)?;
        let name = group
            .parse()
            .map_err(|_| DemoError::Written(format!("a group can't be named {group}")))?;
        let added = acting.portal.add_customer_group(name, self.request()).await;
        let group_id = added.map_err(step(format!("{by} adds the group {group}")))?;
        for customer in customers {
            let acting = self.acting(by, days_ago)?;
            let grouped = acting
                .portal
                .assign_customer_groups(id(customer)?, [group_id].into(), None, self.request())
                .await;
            grouped.map_err(step(format!("{by} puts {customer} into {group}")))?;
        }
        Ok(group_id)
    }

    /// An admin narrows a colleague to a group of customers.
    async fn sees_only(
        &self,
        by: &'static str,
        days_ago: i64,
        colleague: &str,
        group: CustomerGroupId,
    ) -> Result<(), DemoError> {
        let acting = self.acting(by, days_ago)?;
        let user = people::named(colleague)?.id();
        let narrowing = Narrowing::Only([group].into());
        let narrowed = acting
            .portal
            .narrow_user(user, narrowing, None, self.request())
            .await;
        narrowed.map_err(step(format!("{by} narrows {colleague}")))
    }
}
