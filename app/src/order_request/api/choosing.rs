//! New subscriptions as they are chosen, before they are asked for.

use std::collections::BTreeMap;

use crate::{
    backend::parse,
    catalog::model::order_lines,
    error::PortalError,
    order::api::{picked, with_chosen},
    route,
};

/// The form for new subscriptions, before it is a request.
pub(super) struct Choosing {
    pub(super) customer: String,
    pub(super) provider: String,
    pub(super) lines: parse::Lines,
    pub(super) bases: parse::Lines,
}

impl Choosing {
    /// The address of the review. What could not be asked for is refused where it can be corrected.
    pub(super) async fn reviewed(self) -> Result<String, PortalError> {
        let customer = parse::id(&self.customer)?;
        let provider = parse::optional_id(&self.provider)?;
        let lines = order_lines(&self.lines, &self.bases, &BTreeMap::new())?;
        let portal = crate::backend::portal()?;
        let review = portal
            .review_order_request(customer, provider, lines)
            .await?;
        match review.problem {
            Some(problem) => Err(problem),
            None => Ok(self.on(route::REVIEW_ORDER_REQUEST, &self.lines)),
        }
    }

    /// The address of the form after this button was pressed.
    pub(super) fn picked(&self, go: &str, filters: [&str; 3], search: &str) -> String {
        let changed = crate::catalog::api::changed(self.lines.clone(), go);
        picked(
            &self.on(route::ASK_FOR_ORDER, &changed),
            go,
            filters,
            search,
        )
    }

    fn on(&self, page: &str, lines: &parse::Lines) -> String {
        let page = route::with_query(page, "customer", &self.customer);
        let page = route::with_query(&page, "provider", &self.provider);
        with_chosen(&page, lines, &self.bases)
    }
}
