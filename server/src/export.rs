//! The lists that can be downloaded as files.

use tierline_app::{list::model::ListQuery, partnership::list::Seen, portal::PortalResult, route};

use crate::{customer, invitation, list::csv::File, mail, member, partnership, pipeline::Call};

/// A list that can be downloaded as a file. One that is not named here has none.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Exported {
    Customers,
    IndirectResellers,
    IndirectProviders,
    CustomerRequests,
    PartnershipRequests,
    DemoMailbox,
    MailDelivery,
    Users,
}

impl Exported {
    pub(crate) const ALL: [Exported; 8] = [
        Exported::Customers,
        Exported::IndirectResellers,
        Exported::IndirectProviders,
        Exported::CustomerRequests,
        Exported::PartnershipRequests,
        Exported::DemoMailbox,
        Exported::MailDelivery,
        Exported::Users,
    ];

    /// The path of the list's page; the file's is beside it.
    pub(crate) const fn path(self) -> &'static str {
        match self {
            Exported::Customers => route::CUSTOMERS,
            Exported::IndirectResellers => route::INDIRECT_RESELLERS,
            Exported::IndirectProviders => route::INDIRECT_PROVIDERS,
            Exported::CustomerRequests => route::CUSTOMER_REQUESTS,
            Exported::PartnershipRequests => route::PARTNERSHIP_REQUESTS,
            Exported::DemoMailbox => route::DEMO_MAILBOX,
            Exported::MailDelivery => route::MAIL_DELIVERY,
            Exported::Users => route::USERS,
        }
    }

    /// Whether a visitor who is not signed in may ask for it: only what a demo shows to everybody.
    const fn is_public(self) -> bool {
        matches!(self, Exported::DemoMailbox)
    }
}

/// The file of one of these lists.
///
/// # Errors
/// Those of the list itself.
pub(crate) async fn file(call: Call, list: Exported, query: ListQuery) -> PortalResult<File> {
    // The turn of a file is for users: a stranger does not wait in the same line.
    if !list.is_public() {
        call.actor()?;
    }
    match list {
        Exported::Customers => customer::query::file(call, query).await,
        Exported::IndirectResellers => {
            partnership::query::file(call, Seen::ByProvider, query).await
        }
        Exported::IndirectProviders => {
            partnership::query::file(call, Seen::ByReseller, query).await
        }
        Exported::CustomerRequests => invitation::query::file(call, true, query).await,
        Exported::PartnershipRequests => invitation::query::file(call, false, query).await,
        Exported::DemoMailbox => mail::query::file(call, false, query).await,
        Exported::MailDelivery => mail::query::file(call, true, query).await,
        Exported::Users => member::query::file(call, query).await,
    }
}
