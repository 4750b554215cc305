//! A partner that is named to support a customer, or to earn incentives.

use tierline_core::{
    organization::{Organization, Party},
    partnership::Partnership,
    relationship::Relationship,
    subscription::Candidate,
};

/// The partner, with its ties to who ordered and to the customer.
#[derive(Debug)]
pub(crate) struct Named {
    pub partner: Organization,
    pub partnership: Option<Partnership>,
    pub relationship: Option<Relationship>,
}

impl Named {
    /// Its name.
    pub(crate) fn party(&self) -> Party {
        self.partner.party()
    }

    /// As core knows it.
    pub(crate) fn candidate(&self) -> Candidate<'_> {
        Candidate {
            partner: &self.partner,
            partnership: self.partnership.as_ref(),
            relationship: self.relationship.as_ref(),
        }
    }
}
