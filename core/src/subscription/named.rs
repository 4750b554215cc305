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
            Event::Renewed { scheduled_by, .. } => scheduled_by
                .iter()
                .chain(self.dropped().map(|dropped| &dropped.author))
                .map(|author| author.organization)
                .collect(),
            Event::Expired { .. } => self
                .dropped()
                .map(|dropped| dropped.author.organization)
                .into_iter()
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
            Event::Renewed { change, .. } => {
                let dropped = self.dropped().map(|dropped| dropped.change.sku);
                [change.sku].into_iter().chain(dropped).collect()
            }
            _ => Vec::new(),
        }
    }
}
