//! Refusals in plain English, for logs and for users of the crate; the portal has its own words in three
//! languages.

use std::fmt;

use super::Refusal;

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::RoleMissing { organization, .. } => {
                write!(f, "no role in `{}` permits this", organization.name)
            }
            Refusal::WrongSubject { action, .. } => {
                write!(f, "{} is not done to this", action.code())
            }
            Refusal::CapabilityInactive {
                organization,
                capability,
                ..
            } => {
                write!(
                    f,
                    "`{}` is not active as {}",
                    organization.name,
                    capability.code()
                )
            }
            Refusal::AgreementUnsigned { organization } => {
                write!(
                    f,
                    "`{}` has not signed the partner agreement",
                    organization.name
                )
            }
            Refusal::MpnIdMissing { organization } => {
                write!(
                    f,
                    "`{}` has associated no location MPN ID",
                    organization.name
                )
            }
            Refusal::RegionMismatch {
                first,
                first_country,
                second,
                second_country,
            } => write!(
                f,
                "`{}` ({}) and `{}` ({}) are in different regions",
                first.name,
                first_country.code(),
                second.name,
                second_country.code()
            ),
            Refusal::NoCurrency { country, .. } => {
                write!(f, "nothing is sold in `{}`", country.code())
            }
            Refusal::NoPartnership { provider, reseller } => {
                write!(
                    f,
                    "`{}` and `{}` are not in partnership",
                    provider.name, reseller.name
                )
            }
            Refusal::PartnershipExists { provider, reseller } => {
                write!(
                    f,
                    "`{}` and `{}` are in partnership already",
                    provider.name, reseller.name
                )
            }
            Refusal::PartnershipEnded { ends } => {
                write!(f, "the partnership ends or ended at {ends}")
            }
            Refusal::TenantAdminMissing { provider, reseller } => {
                write!(
                    f,
                    "`{}` has no administrator access to the tenant of `{}`",
                    provider.name, reseller.name
                )
            }
            Refusal::NoRelationship { partner, customer } => {
                write!(
                    f,
                    "`{}` has no relationship with `{}`",
                    partner.name, customer.name
                )
            }
            Refusal::GrantMissing {
                partner,
                customer,
                grant,
            } => {
                write!(
                    f,
                    "`{}` has not granted `{}` the right {}",
                    customer.name,
                    partner.name,
                    grant.code()
                )
            }
            Refusal::GrantEnded { at } => write!(f, "this ended at {at}"),
            Refusal::RelationshipExists { partner, customer } => {
                write!(
                    f,
                    "`{}` has a relationship with `{}` already",
                    partner.name, customer.name
                )
            }
            Refusal::ProviderOrders { provider, customer } => {
                write!(f, "`{}` orders for `{}`", provider.name, customer.name)
            }
            Refusal::ProviderWithoutRelationship {
                provider: Some(provider),
                customer,
                ..
            } => {
                write!(
                    f,
                    "`{}` has no relationship with `{}`",
                    provider.name, customer.name
                )
            }
            Refusal::ProviderWithoutRelationship {
                provider: None,
                customer,
                ..
            } => {
                write!(f, "no provider has a relationship with `{}`", customer.name)
            }
            Refusal::ResellerCannotCreateCustomers { .. } => {
                f.write_str("indirect resellers cannot create customers")
            }
            Refusal::PartnerIsNoCustomer { organization } => {
                write!(
                    f,
                    "`{}` is a partner and cannot be a customer",
                    organization.name
                )
            }
            Refusal::PartnerAndCustomer { first, second } => {
                write!(
                    f,
                    "`{}` and `{}` cannot be both partners and customers of each other",
                    first.name, second.name
                )
            }
            Refusal::Itself => f.write_str("an organization cannot do this with itself"),
            Refusal::NoNewDirectCustomers { organization } => {
                write!(f, "`{}` gets no new direct customers", organization.name)
            }
            Refusal::DomainTaken { domain } => write!(f, "the domain `{domain}` is taken"),
            Refusal::SetupOver { customer } => {
                write!(f, "an admin of `{}` has signed in already", customer.name)
            }
            Refusal::AlreadyInvited { .. } => {
                f.write_str("an invitation to the same person is open")
            }
            Refusal::LinkMissingInMessage => {
                f.write_str("the personal link is missing in the text")
            }
            Refusal::InvitationNotSent => f.write_str("the invitation was not sent"),
            Refusal::InvitationAlreadySent => f.write_str("the invitation was sent already"),
            Refusal::LinkReplaced { at } => write!(f, "a newer link was made at {at}"),
            Refusal::InvitationExpired { at } => write!(f, "the invitation expired at {at}"),
            Refusal::InvitationAccepted { at } => write!(f, "the invitation was accepted at {at}"),
            Refusal::InvitationDeclined { at } => write!(f, "the invitation was declined at {at}"),
            Refusal::InvitationCanceled { at } => {
                write!(f, "the invitation was canceled at {at}")
            }
            Refusal::AddressedToAnother { addressee, .. } => {
                write!(f, "the invitation was addressed to `{}`", addressee.name)
            }
            Refusal::NotConfirmed => f.write_str("the grant was not confirmed"),
            Refusal::NothingGranted { partner } => {
                write!(f, "no right was left for `{}`", partner.name)
            }
            Refusal::NoLines => f.write_str("an order needs at least one line"),
            Refusal::ProductTwice { product } => write!(f, "`{product}` stands in two lines"),
            Refusal::ProductNotSold { product } => write!(f, "`{product}` is not sold"),
            Refusal::QuantityOutside {
                product,
                asked,
                minimum,
                maximum,
            } => {
                write!(
                    f,
                    "{asked} of `{product}` is outside {minimum} to {maximum}"
                )
            }
            Refusal::CustomerMaximum {
                product,
                asked,
                held,
                maximum,
            } => {
                write!(
                    f,
                    "{asked} more of `{product}` on top of {held} is over {maximum}"
                )
            }
            Refusal::OnePerCustomer { product } => {
                write!(f, "the customer has a subscription of `{product}` already")
            }
        }
    }
}

impl std::error::Error for Refusal {}
