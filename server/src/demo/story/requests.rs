//! Requests of resellers for orders: one that was approved, one that was declined, and two that wait, each for somebody
//! else.

use std::collections::BTreeSet;

use tierline_app::portal::all::*;
use tierline_core::{
    ids::OrderRequestId,
    license::Losing,
    order_request::{Approval, Command, Loses, NewLine, NewRequest, Wanted, When},
    text::{MessageText, Reason},
};

use super::{CONTOSO, WIDE_WORLD, id};
use crate::demo::{
    DemoError,
    stage::{Stage, step},
};

const RESELLER: &str = "Lena Hoffmann";
const PROVIDER: &str = "Pieter Visser";
const CUSTOMER: &str = "VanArsdel";
/// What the customer has, and what it gets.
const HELD: (&str, u32) = ("O365_BUSINESS_PREMIUM", 90);
const NEW: (&str, u32) = ("POWER_BI_PRO", 10);

/// Another reseller, whose customer wants to be asked first.
const ASKING: &str = "陳怡君";
const ASKED_FIRST: &str = "許雅婷";
const CAREFUL: &str = "翡翠茶業";
const CAREFUL_HELD: (&str, u32) = ("O365_BUSINESS_ESSENTIALS", 18);

/// A month ago: the provider orders what it was asked for, and declines to order less.
pub(super) async fn answered(stage: &Stage) -> Result<(), DemoError> {
    let (part_number, quantity) = NEW;
    let lines = vec![NewLine::of(stage.sku(part_number)?, quantity)];
    let note = "The sales team wants to see its figures.";
    let reports = stage
        .asked(
            (RESELLER, 32),
            (CUSTOMER, WIDE_WORLD),
            Wanted::New { lines },
            note,
        )
        .await?;
    stage.approved((PROVIDER, 31), reports).await?;
    let fewer = stage.licenses(CUSTOMER, HELD, 70, When::AtRenewal).await?;
    let note = "Twenty people have left since the last renewal.";
    let fewer = stage
        .asked((RESELLER, 31), (CUSTOMER, WIDE_WORLD), fewer, note)
        .await?;
    let reason = "The shop in Utrecht opens before the renewal, and needs them.";
    let reason = Reason::parse(reason).map_err(DemoError::written)?;
    let decline = Command::Decline { reason };
    stage.acted((PROVIDER, 30), fewer, decline).await
}

/// Some days ago: one waits for the provider, which has a question, and one for the customer.
pub(super) async fn waiting(stage: &Stage) -> Result<(), DemoError> {
    let more = stage.licenses(CUSTOMER, HELD, 100, When::Now).await?;
    let note = "For the new shop in Utrecht.";
    let more = stage
        .asked((RESELLER, 3), (CUSTOMER, WIDE_WORLD), more, note)
        .await?;
    let text = "Gladly. From which day will they be used?";
    let text = MessageText::parse(text).map_err(DemoError::written)?;
    stage
        .acted((PROVIDER, 3), more, Command::Say { text })
        .await?;
    let acting = stage.acting(ASKED_FIRST, 3)?;
    acting
        .portal
        .set_asked_first(true, stage.request())
        .await
        .map_err(step(format!("{ASKED_FIRST} wants to be asked first")))?;
    let more = stage.licenses(CAREFUL, CAREFUL_HELD, 24, When::Now).await?;
    stage
        .asked((ASKING, 3), (CAREFUL, CONTOSO), more, "新門市下個月開幕。")
        .await
        .map(drop)
}

impl Stage {
    /// Another number of licenses of what a customer has.
    async fn licenses(
        &self,
        customer: &str,
        (part_number, from): (&str, u32),
        to: u32,
        when: When,
    ) -> Result<Wanted, DemoError> {
        Ok(Wanted::Quantity {
            subscription: self.subscription_of(customer, part_number).await?,
            from,
            to,
            when,
        })
    }

    /// A reseller asks a provider for an order for their customer.
    async fn asked(
        &self,
        (by, days_ago): (&'static str, i64),
        (customer, provider): (&str, &str),
        wanted: Wanted,
        note: &str,
    ) -> Result<OrderRequestId, DemoError> {
        let new = NewRequest {
            note: Some(MessageText::parse(note).map_err(DemoError::written)?),
            ..NewRequest::of(wanted)
        };
        let (customer, provider) = (id(customer)?, id(provider)?);
        let acting = self.acting(by, days_ago)?;
        acting
            .portal
            .ask_for_order(customer, Some(provider), new, self.request())
            .await
            .map_err(step(format!("{by} asks for an order")))
    }

    /// The provider approves it, after it has seen what that costs.
    async fn approved(
        &self,
        (by, days_ago): (&'static str, i64),
        request: OrderRequestId,
    ) -> Result<(), DemoError> {
        let acting = self.acting(by, days_ago)?;
        let page = acting
            .portal
            .order_request(request, None, String::new())
            .await;
        let page = page.map_err(step(format!("{by} reads a request")))?;
        let shown = Approval {
            revision: page.request.revision,
            cost: page.cost,
            confirmed: false,
        };
        let nobody = Loses::Said(Losing::Chosen(BTreeSet::new()));
        acting
            .portal
            .approve_order_request(request, shown, nobody, self.request())
            .await
            .map_err(step(format!("{by} approves a request")))
    }

    /// Somebody does something else with it.
    async fn acted(
        &self,
        (by, days_ago): (&'static str, i64),
        request: OrderRequestId,
        command: Command,
    ) -> Result<(), DemoError> {
        let acting = self.acting(by, days_ago)?;
        acting
            .portal
            .act_on_order_request(request, command, self.request())
            .await
            .map_err(step(format!("{by} answers a request")))
    }
}
