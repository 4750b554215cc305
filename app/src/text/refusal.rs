//! A refusal in words: the rule, the missing thing, and who can supply it.

mod action;
mod capability;
mod remedy;
#[cfg(test)]
mod tests;
mod words;

pub use action::action;
pub use remedy::remedy;

use tierline_core::{Refusal, role::Role};

use super::{grant, list, market, role};
use crate::i18n::{Lang, date_time};

/// Why something may not be done, who can change that, and how.
#[must_use]
pub fn explain(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::RoleMissing {
            action: wanted,
            organization,
            needs,
        } => {
            let roles = list::any_of(lang, roles(needs).map(|needed| role::role(lang, needed)));
            if roles.is_empty() {
                return words::role_for_nobody(lang, action(lang, *wanted), &organization.name);
            }
            words::role_missing(lang, action(lang, *wanted), &organization.name, roles)
        }
        Refusal::CapabilityInactive {
            organization,
            capability,
            state,
        } => capability::inactive(lang, organization, *capability, *state),
        Refusal::AgreementUnsigned { organization } => {
            words::agreement_unsigned(lang, &organization.name)
        }
        Refusal::MpnIdMissing { organization } => words::mpn_id_missing(lang, &organization.name),
        Refusal::RegionMismatch {
            first,
            first_country,
            second,
            second_country,
        } => words::region_mismatch(
            lang,
            &first.name,
            market::country(lang, *first_country),
            market::region(lang, first_country.region()),
            &second.name,
            market::country(lang, *second_country),
            market::region(lang, second_country.region()),
        ),
        Refusal::NoCurrency { country, region } => words::no_currency(
            lang,
            market::country(lang, *country),
            market::region(lang, *region),
        ),
        Refusal::NoPartnership { provider, reseller } => {
            words::no_partnership(lang, &provider.name, &reseller.name)
        }
        Refusal::PartnershipExists { provider, reseller } => {
            words::partnership_exists(lang, &provider.name, &reseller.name)
        }
        Refusal::PartnershipEnded { ends } => {
            words::partnership_ended(lang, date_time(lang, *ends))
        }
        Refusal::TenantAdminMissing { provider, reseller } => {
            words::tenant_admin_missing(lang, &provider.name, &reseller.name)
        }
        Refusal::NoRelationship { partner, customer } => {
            words::no_relationship(lang, &partner.name, &customer.name)
        }
        Refusal::GrantMissing {
            partner,
            customer,
            grant,
        } => words::grant_missing(
            lang,
            &partner.name,
            &customer.name,
            grant::term(lang, *grant),
        ),
        Refusal::GrantEnded { at } => words::grant_ended(lang, date_time(lang, *at)),
        Refusal::RelationshipExists { partner, customer } => {
            words::relationship_exists(lang, &partner.name, &customer.name)
        }
        Refusal::ProviderOrders { provider, customer } => {
            words::provider_orders(lang, &provider.name, &customer.name)
        }
        Refusal::ProviderWithoutRelationship {
            provider: Some(provider),
            customer,
            ..
        } => words::provider_without_relationship(lang, &provider.name, &customer.name),
        Refusal::ProviderWithoutRelationship {
            provider: None,
            reseller,
            customer,
        } => words::reseller_without_provider(lang, &reseller.name, &customer.name),
        Refusal::ResellerCannotCreateCustomers { providers } if providers.is_empty() => {
            words::no_provider_creates(lang).to_owned()
        }
        Refusal::ResellerCannotCreateCustomers { providers } => words::provider_creates(
            lang,
            list::any_of(lang, providers.iter().map(|provider| &provider.name)),
        ),
        Refusal::PartnerIsNoCustomer { organization } => {
            words::partner_is_no_customer(lang, &organization.name)
        }
        Refusal::PartnerAndCustomer { first, second } => {
            words::partner_and_customer(lang, &first.name, &second.name)
        }
        Refusal::Itself => words::itself(lang).to_owned(),
        Refusal::NoNewDirectCustomers { organization } => {
            words::no_new_direct_customers(lang, &organization.name)
        }
        Refusal::DomainTaken { domain } => words::domain_taken(lang, domain),
        Refusal::SetupOver { customer } => words::setup_over(lang, &customer.name),
        Refusal::AlreadyInvited { .. } => words::already_invited(lang).to_owned(),
        Refusal::LinkMissingInMessage => words::link_missing(lang).to_owned(),
        Refusal::InvitationNotSent => words::not_sent(lang).to_owned(),
        Refusal::InvitationAlreadySent => words::already_sent(lang).to_owned(),
        Refusal::LinkReplaced { at } => words::link_replaced(lang, date_time(lang, *at)),
        Refusal::InvitationExpired { at } => words::expired(lang, date_time(lang, *at)),
        Refusal::InvitationAccepted { at } => words::accepted(lang, date_time(lang, *at)),
        Refusal::InvitationDeclined { at } => words::declined(lang, date_time(lang, *at)),
        Refusal::InvitationCanceled { at } => words::canceled(lang, date_time(lang, *at)),
        Refusal::AddressedToAnother {
            addressee,
            signed_in,
        } => words::addressed_to_another(lang, &addressee.name, &signed_in.name),
        Refusal::NotConfirmed => words::not_confirmed(lang).to_owned(),
        Refusal::NothingGranted { partner } => words::nothing_granted(lang, &partner.name),
        Refusal::NoLines => words::no_lines(lang).to_owned(),
        Refusal::ProductTwice { product } => words::product_twice(lang, product),
        Refusal::ProductNotSold { product } => words::product_not_sold(lang, product),
        Refusal::QuantityOutside {
            product,
            asked,
            minimum,
            maximum,
        } => words::quantity_outside(lang, product, asked, minimum, maximum),
        Refusal::CustomerMaximum {
            product,
            asked,
            held,
            maximum,
        } => words::customer_maximum(
            lang,
            product,
            asked,
            held,
            maximum,
            maximum.saturating_sub(*held),
        ),
        Refusal::OnePerCustomer { product } => words::one_per_customer(lang, product),
    }
}

/// Roles worth asking for: what an operator may do in its own organization is no help to a partner.
fn roles(needs: &[Role]) -> impl Iterator<Item = Role> {
    needs
        .iter()
        .copied()
        .filter(|role| !matches!(role, Role::ProgramAdmin | Role::Reviewer))
}
