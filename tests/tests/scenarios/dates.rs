//! Rights with an end date, and requests to renew them.

use chrono::{NaiveDate, TimeDelta};
use tierline_app::{
    portal::{ChosenCustomers, all::*},
    relationship::model::EndDates,
};
use tierline_core::relationship::{AskToRenew, DateCommand, Grant};

use crate::{
    data::What,
    step::{Stop, relationship, request},
    world::World,
};

pub(crate) async fn run(world: &mut World, user: Option<&str>, what: &What) -> Result<(), Stop> {
    let portal = world.portal(user).await;
    match what {
        What::SetEnd {
            partner,
            grant,
            days,
        } => {
            let id = relationship(world, user, partner).await;
            let page = portal.end_dates(id).await?;
            let mut dates = EndDates::of(&page.relationship);
            let day = days.map(|days| day(world, days));
            match grant {
                None => dates.whole = day,
                Some(Grant::OrderOnBehalf) => dates.order_on_behalf = day,
                Some(Grant::Administer) => dates.administer = day,
                Some(Grant::Support) => dates.support = day,
            }
            portal
                .set_end_dates(id, dates, Some(page.mark), request())
                .await?;
        }
        What::AnswerRenewal { partner, renew } => {
            let id = relationship(world, user, partner).await;
            let answer = if *renew {
                DateCommand::Renew { day: None }
            } else {
                DateCommand::Decline { reason: None }
            };
            portal.answer_renewal(id, answer, request()).await?;
        }
        What::AskToRenew { customer, days } => {
            let chosen = [world.organization(customer).id].into();
            let asking = AskToRenew {
                text: "Please renew".parse().unwrap(),
                day: day(world, *days),
            };
            portal
                .ask_to_renew(ChosenCustomers::These(chosen), asking, request())
                .await?;
        }
        other => panic!("not about dates: {other:?}"),
    }
    Ok(())
}

/// The day that is so many days ahead.
fn day(world: &World, days: i64) -> NaiveDate {
    (world.now() + TimeDelta::days(days)).date_naive()
}
