//! What the operator imports: a price sheet with products of every kind, and what it lacks of them. The products and
//! their prices are made up.

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    catalog::of_texts,
    cli::Done,
    demo::{
        DemoError, organizations, people,
        stage::{Stage, step},
    },
    pipeline::{self, Command, Principal},
};

const SHEET: &str = include_str!("../../../data/demo-price-sheet.csv");
const DETAILS: &str = include_str!("../../../data/demo-product-details.csv");

/// The markets of the sheet.
const MARKETS: [&str; 8] = ["US", "TW", "DE", "FR", "NL", "AT", "CH", "GB"];

const OPERATOR: &str = "Tierline Demo Program";

/// Before the first order.
pub(super) async fn imported(stage: &Stage) -> Result<(), DemoError> {
    let (sheet, details) = of_texts(SHEET, &MARKETS, DETAILS).map_err(DemoError::Written)?;
    stage.operated(407, &sheet).await?;
    stage.operated(406, &details).await
}

impl Stage {
    /// The operator does this to the program.
    async fn operated<C, T>(&self, days_ago: i64, command: &C) -> Result<(), DemoError>
    where
        C: Command<Outcome = Done<T>>,
        T: Serialize + DeserializeOwned + Send,
    {
        let (operator, by) = (
            organizations::named(OPERATOR)?.id(),
            people::first_of(OPERATOR)?.id(),
        );
        let (state, by) = (self.state_at(days_ago)?, Principal::Operator(by, operator));
        let done = pipeline::run(&state, by, None, command).await;
        let done = done.map_err(step(C::NAME))?;
        done.map(drop)
            .map_err(|problems| DemoError::Written(format!("{}: {problems:?}", C::NAME)))
    }
}
