//! What events of a subscription name.

use super::Event;
use crate::ids::{OrganizationId, SkuId};

impl Event {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Activated {
                customer,
                partner,
                partner_of_record,
                ..
            } => [*customer, *partner]
                .into_iter()
                .chain(*partner_of_record)
                .collect(),
            Event::Renewed {
                scheduled_by,
                waiting,
                dropped,
                ..
            } => {
                let waiting = waiting.as_ref().map(|it| &it.author);
                let dropped = dropped.as_ref().map(|it| &it.author);
                let by = scheduled_by.iter().chain(waiting).chain(dropped);
                by.map(|author| author.organization).collect()
            }
            Event::Expired { dropped, .. } => dropped
                .iter()
                .map(|dropped| dropped.author.organization)
                .collect(),
            Event::SupportDesignated {
                from, to, author, ..
            } => vec![*from, *to, author.organization],
            Event::SupportReturned { from, to, .. } => vec![*from, *to],
            Event::PartnerOfRecordSet {
                from, to, author, ..
            } => [*from, *to]
                .into_iter()
                .flatten()
                .chain([author.organization])
                .collect(),
            _ => self
                .author()
                .map(|it| it.organization)
                .into_iter()
                .collect(),
        }
    }

    /// The products that it names.
    #[must_use]
    pub fn products(&self) -> Vec<SkuId> {
        match self {
            Event::Activated { sku, .. } => vec![*sku],
            Event::Upgraded { from, to, .. } => vec![*from, *to],
            Event::Scheduled { change, .. } | Event::RenewedAhead { change, .. } => {
                vec![change.sku]
            }
            Event::Renewed {
                change,
                waiting,
                dropped,
                ..
            } => {
                let waiting = waiting.as_ref().map(|it| it.change.sku);
                let dropped = dropped.as_ref().map(|it| it.change.sku);
                let all = [change.sku].into_iter().chain(waiting);
                all.chain(dropped).collect()
            }
            _ => Vec::new(),
        }
    }
}
