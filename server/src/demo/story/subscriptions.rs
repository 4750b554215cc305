//! One customer's subscriptions in every state: by what its partner does to them, and by what time brings.

use std::collections::BTreeSet;

use tierline_app::{catalog::model::OrderLine, portal::all::*};
use tierline_core::{
    ids::{OrganizationId, SkuId, SubscriptionId},
    license::Losing,
    subscription::{AutoRenew, Billing, Command, Plan, Shown, Term},
};

use crate::demo::{
    DemoError,
    stage::{Stage, step},
};

/// Its partner, which orders itself.
const BY: &str = "Kim Abercrombie";
const CUSTOMER: &str = "Zava Logistics";

/// It was not renewed, and is deleted by now.
const DELETED: &str = "EXCHANGESTANDARD";
/// It was renewed for three years.
const FOR_LONG: &str = "SPB";
/// It was not renewed, and can be brought back.
const EXPIRED: &str = "EXCHANGEENTERPRISE";
/// It renews in some days.
const RENEWING: &str = "SPE_E3";
/// It becomes another product at its renewal.
const CHANGING: &str = "O365_BUSINESS_PREMIUM";
/// It is out of use.
const SUSPENDED: &str = "POWER_BI_PRO";
/// It was canceled soon after it was bought.
const CANCELED: &str = "PROJECT_P1";
/// It was bought so lately that it can still be canceled.
const NEW: &str = "INTUNE_A";

const NO_RENEWAL: Command = Command::SetAutoRenew {
    auto_renew: AutoRenew::Off,
};

/// More than a year ago: the customer, with its first subscriptions.
pub(super) async fn first(stage: &Stage) -> Result<(), DemoError> {
    let lines = [(DELETED, 20), (FOR_LONG, 12)];
    stage
        .created(BY, 405, None, CUSTOMER, "zavalogistics", "US", &lines)
        .await?;
    stage.changed(404, DELETED, NO_RENEWAL).await?;
    let three_years = Command::Schedule {
        quantity: None,
        upgrade: None,
        plan: Some(Plan {
            term: Term::ThreeYears,
            billing: Billing::Monthly,
        }),
    };
    stage.changed(403, FOR_LONG, three_years).await
}

/// Somewhat more than a year ago.
pub(super) async fn to_expire(stage: &Stage) -> Result<(), DemoError> {
    stage.bought(385, &[(EXPIRED, 15)]).await?;
    stage.changed(384, EXPIRED, NO_RENEWAL).await
}

/// Nearly a year ago.
pub(super) async fn to_renew(stage: &Stage) -> Result<(), DemoError> {
    stage.bought(362, &[(RENEWING, 60)]).await
}

/// Half a year ago: also by other plans, of every kind of product, and an add-on beside its base.
pub(super) async fn later(stage: &Stage) -> Result<(), DemoError> {
    let plan = |term, billing| Plan { term, billing };
    let by_year = plan(Term::Year, Billing::Annual);
    stage
        .bought_by(
            187,
            &[
                ("ZAVA00000001:0001", 40, by_year),
                ("ZAVA00000002:0001", 25, by_year),
                ("ZAVA00000004:0001", 1, plan(Term::Month, Billing::Monthly)),
                (
                    "ZAVA00000005:0001",
                    5,
                    plan(Term::ThreeYears, Billing::Once),
                ),
                ("ZAVA00000006:0001", 3, plan(Term::Year, Billing::Once)),
            ],
        )
        .await?;
    stage.bought(186, &[(CHANGING, 35), (SUSPENDED, 10)]).await
}

/// A month ago.
pub(super) async fn changes(stage: &Stage) -> Result<(), DemoError> {
    let upgrade = Command::Schedule {
        quantity: Some(30),
        upgrade: Some(stage.sku(FOR_LONG)?),
        plan: None,
    };
    stage.changed(33, CHANGING, upgrade).await?;
    stage.changed(32, SUSPENDED, Command::Suspend).await
}

/// Today.
pub(super) async fn lately(stage: &Stage) -> Result<(), DemoError> {
    stage.bought(0, &[(NEW, 25), (CANCELED, 6)]).await?;
    stage.changed(0, CANCELED, Command::Cancel).await
}

impl Stage {
    async fn customer(&self) -> Result<OrganizationId, DemoError> {
        let id = sqlx::query_scalar!("select id from organization where name = $1", CUSTOMER)
            .fetch_one(self.pool())
            .await?;
        Ok(OrganizationId::from_uuid(id))
    }

    async fn bought(&self, days_ago: i64, lines: &[(&str, u32)]) -> Result<(), DemoError> {
        let customer = self.customer().await?;
        self.ordered(BY, days_ago, customer, None, lines).await
    }

    async fn bought_by(&self, days_ago: i64, lines: &[(&str, u32, Plan)]) -> Result<(), DemoError> {
        let customer = self.customer().await?;
        self.ordered_by_plan(BY, days_ago, customer, None, lines)
            .await
    }

    /// A partner orders products of the price sheet, each by a plan of its own.
    pub(super) async fn ordered_by_plan(
        &self,
        by: &'static str,
        days_ago: i64,
        customer: OrganizationId,
        of_record: Option<&str>,
        lines: &[(&str, u32, Plan)],
    ) -> Result<(), DemoError> {
        let of_record = of_record.map(super::id).transpose()?;
        let mut ordered = Vec::new();
        for (offer, quantity, plan) in lines {
            let sku = sqlx::query_scalar!("select sku_id from product where offer = $1", *offer)
                .fetch_one(self.pool())
                .await?;
            ordered.push(OrderLine {
                plan: *plan,
                ..OrderLine::from((SkuId::from_uuid(sku), *quantity))
            });
        }
        let acting = self.acting(by, days_ago)?;
        let placed = acting
            .portal
            .submit_order(customer, ordered, of_record, self.request())
            .await;
        placed.map_err(step(format!("{by} orders by other plans")))
    }

    /// A customer's subscription of this product.
    pub(super) async fn subscription_of(
        &self,
        customer: &str,
        part_number: &str,
    ) -> Result<SubscriptionId, DemoError> {
        let id = sqlx::query_scalar!(
            "select s.id from subscription s join organization o on o.id = s.customer_id
             join product p on p.sku_id = s.sku_id where o.name = $1 and p.part_number = $2",
            customer,
            part_number,
        )
        .fetch_one(self.pool())
        .await?;
        Ok(SubscriptionId::from_uuid(id))
    }

    /// The partner changes the customer's subscription of this product, after its preview.
    async fn changed(
        &self,
        days_ago: i64,
        part_number: &str,
        command: Command,
    ) -> Result<(), DemoError> {
        let id = self.subscription_of(CUSTOMER, part_number).await?;
        let what = || step(format!("{BY} changes the subscription of {part_number}"));
        let acting = self.acting(BY, days_ago)?;
        let page = acting
            .portal
            .subscription_change(id, Some(command), String::new())
            .await
            .map_err(what())?;
        let shown = Shown {
            version: page.page.version,
            cost: page.cost,
        };
        let nobody = Losing::Chosen(BTreeSet::new());
        acting
            .portal
            .change_subscription(id, command, nobody, shown, self.request())
            .await
            .map_err(what())
    }
}
