//! A refusal in words: the rule, the missing thing, and who can supply it.

mod action;
mod capability;
pub(crate) mod page;
mod remedy;
mod sentences;
#[cfg(test)]
mod tests;

pub use action::action;
pub use remedy::remedy;

use tierline_core::{Refusal, role::Role};

use crate::{
    account::words::role,
    i18n::{Lang, date_time, market},
    list::words as list,
    relationship::words::grant,
};

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
                return sentences::role_for_nobody(lang, action(lang, *wanted), &organization.name);
            }
            sentences::role_missing(lang, action(lang, *wanted), &organization.name, roles)
        }
        Refusal::WrongSubject { action: wanted, .. } => {
            sentences::wrong_subject(lang, action(lang, *wanted))
        }
        Refusal::CapabilityInactive {
            organization,
            capability,
            state,
        } => capability::inactive(lang, organization, *capability, *state),
        Refusal::AgreementUnsigned { organization } => {
            sentences::agreement_unsigned(lang, &organization.name)
        }
        Refusal::MpnIdMissing { organization } => {
            sentences::mpn_id_missing(lang, &organization.name)
        }
        Refusal::RegionMismatch {
            first,
            first_country,
            second,
            second_country,
        } => sentences::region_mismatch(
            lang,
            &first.name,
            market::country(lang, *first_country),
            market::region(lang, first_country.region()),
            &second.name,
            market::country(lang, *second_country),
            market::region(lang, second_country.region()),
        ),
        Refusal::NoCurrency { country, region } => sentences::no_currency(
            lang,
            market::country(lang, *country),
            market::region(lang, *region),
        ),
        Refusal::NoPartnership { provider, reseller } => {
            sentences::no_partnership(lang, &provider.name, &reseller.name)
        }
        Refusal::PartnershipExists { provider, reseller } => {
            sentences::partnership_exists(lang, &provider.name, &reseller.name)
        }
        Refusal::PartnershipEnded { ends } => {
            sentences::partnership_ended(lang, date_time(lang, *ends))
        }
        Refusal::TenantAdminMissing { provider, reseller } => {
            sentences::tenant_admin_missing(lang, &provider.name, &reseller.name)
        }
        Refusal::NoRelationship { partner, customer } => {
            sentences::no_relationship(lang, &partner.name, &customer.name)
        }
        Refusal::GrantMissing {
            partner,
            customer,
            grant,
        } => sentences::grant_missing(
            lang,
            &partner.name,
            &customer.name,
            grant::term(lang, *grant),
        ),
        Refusal::GrantEnded { at } => sentences::grant_ended(lang, date_time(lang, *at)),
        Refusal::RelationshipExists { partner, customer } => {
            sentences::relationship_exists(lang, &partner.name, &customer.name)
        }
        Refusal::ProviderOrders { provider, customer } => {
            sentences::provider_orders(lang, &provider.name, &customer.name)
        }
        Refusal::ProviderWithoutRelationship {
            provider: Some(provider),
            customer,
            ..
        } => sentences::provider_without_relationship(lang, &provider.name, &customer.name),
        Refusal::ProviderWithoutRelationship {
            provider: None,
            reseller,
            customer,
        } => sentences::reseller_without_provider(lang, &reseller.name, &customer.name),
        Refusal::ResellerCannotCreateCustomers { providers } if providers.is_empty() => {
            sentences::no_provider_creates(lang).to_owned()
        }
        Refusal::ResellerCannotCreateCustomers { providers } => sentences::provider_creates(
            lang,
            list::any_of(lang, providers.iter().map(|provider| &provider.name)),
        ),
        Refusal::PartnerIsNoCustomer { organization } => {
            sentences::partner_is_no_customer(lang, &organization.name)
        }
        Refusal::PartnerAndCustomer { first, second } => {
            sentences::partner_and_customer(lang, &first.name, &second.name)
        }
        Refusal::Itself => sentences::itself(lang).to_owned(),
        Refusal::NoNewDirectCustomers { organization } => {
            sentences::no_new_direct_customers(lang, &organization.name)
        }
        Refusal::DomainTaken { domain } => sentences::domain_taken(lang, domain),
        Refusal::SetupOver { customer } => sentences::setup_over(lang, &customer.name),
        Refusal::AlreadyInvited { .. } => sentences::already_invited(lang).to_owned(),
        Refusal::LinkMissingInMessage => sentences::link_missing(lang).to_owned(),
        Refusal::InvitationNotSent => sentences::not_sent(lang).to_owned(),
        Refusal::InvitationAlreadySent => sentences::already_sent(lang).to_owned(),
        Refusal::LinkReplaced { at } => sentences::link_replaced(lang, date_time(lang, *at)),
        Refusal::InvitationExpired { at } => sentences::expired(lang, date_time(lang, *at)),
        Refusal::InvitationAccepted { at } => sentences::accepted(lang, date_time(lang, *at)),
        Refusal::InvitationDeclined { at } => sentences::declined(lang, date_time(lang, *at)),
        Refusal::InvitationCanceled { at } => sentences::canceled(lang, date_time(lang, *at)),
        Refusal::AddressedToAnother {
            addressee,
            signed_in,
        } => sentences::addressed_to_another(lang, &addressee.name, &signed_in.name),
        Refusal::NotConfirmed => sentences::not_confirmed(lang).to_owned(),
        Refusal::NothingGranted { partner } => sentences::nothing_granted(lang, &partner.name),
        Refusal::NoLines => sentences::no_lines(lang).to_owned(),
        Refusal::ProductTwice { product } => sentences::product_twice(lang, product),
        Refusal::ProductNotSold { product } => sentences::product_not_sold(lang, product),
        Refusal::QuantityOutside {
            product,
            asked,
            minimum,
            maximum,
        } => sentences::quantity_outside(lang, product, asked, minimum, maximum),
        Refusal::CustomerMaximum {
            product,
            asked,
            held,
            maximum,
        } => sentences::customer_maximum(
            lang,
            product,
            asked,
            held,
            maximum,
            maximum.saturating_sub(*held),
        ),
        Refusal::OnePerCustomer { product } => sentences::one_per_customer(lang, product),
    }
}

/// Roles worth asking for: what an operator may do in its own organization is no help to a partner.
fn roles(needs: &[Role]) -> impl Iterator<Item = Role> {
    needs
        .iter()
        .copied()
        .filter(|role| !matches!(role, Role::ProgramAdmin | Role::Reviewer))
}
