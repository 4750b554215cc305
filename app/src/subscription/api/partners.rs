//! Who supports the customer of a subscription, and who earns incentives on it.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{error::PortalError, subscription::model::partners::PartnersPage, wire::Wire};
#[cfg(feature = "ssr")]
use crate::{
    partnership::{
        api::{asks_to_find, with_find},
        model::Finding,
    },
    subscription::told::Notice,
};
#[cfg(feature = "ssr")]
use tierline_core::subscription::Associate;

/// Who does, with the choices of others.
#[server(prefix = "/api", endpoint = "subscription-partners", protocol = Wire<GetUrl>)]
pub async fn subscription_partners(
    /// The subscription's id.
    id: String,
    /// Search words for the resellers.
    #[server(default)]
    find: String,
    /// The id of the reseller chosen so far.
    #[server(default)]
    reseller: String,
) -> Result<PartnersPage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?
        .subscription_partners(id, Finding::of(&find, &reseller))
        .await
}

/// The customer turns to another partner.
#[server(prefix = "/api", endpoint = "designate-support")]
pub async fn designate_support(
    /// The request.
    request_id: String,
    /// The subscription's id.
    subscription: String,
    /// The partner's id.
    partner: String,
    /// `true` for all that was ordered for the customer, and not for this one alone.
    #[server(default)]
    all: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&subscription)?;
    let to = crate::backend::parse::id(&partner)?;
    let portal = crate::backend::portal()?;
    if all == "true" {
        portal.designate_support_of_all(id, to, request).await?;
    } else {
        let asked = Associate::DesignateSupport { to };
        portal.associate(id, asked, request).await?;
    }
    let page = crate::route::subscription_partners(&subscription);
    crate::backend::done(&page, Notice::SupportDesignated);
    Ok(())
}

/// Another reseller earns incentives, or nobody. `go` names the pressed button: `find` or `submit`.
#[server(prefix = "/api", endpoint = "set-partner-of-record")]
pub async fn set_partner_of_record(
    /// The request.
    request_id: String,
    /// The subscription's id.
    subscription: String,
    /// The reseller's id; empty for nobody.
    #[server(default)]
    reseller: String,
    /// Search words for the resellers.
    #[server(default)]
    find: String,
    /// The words of the last search.
    #[server(default)]
    found: String,
    /// The pressed button.
    #[server(default)]
    go: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&subscription)?;
    let to = crate::backend::parse::optional_id(&reseller)?;
    let page = crate::route::subscription_partners(&subscription);
    if asks_to_find(&go, &find, &found) {
        let page = crate::route::with_query(&page, "reseller", &reseller);
        crate::backend::go(&with_find(&page, &find));
        return Ok(());
    }
    crate::backend::portal()?
        .associate(id, Associate::SetPartnerOfRecord { to }, request)
        .await?;
    crate::backend::done(&page, Notice::PartnerOfRecordSet);
    Ok(())
}
