//! Asks whether each of three partners may order for a customer, and prints the next step of each.
//!
//! `cargo run -p tierline-core --example who_may_order`

use chrono::{TimeZone, Utc};
use tierline_core::{
    Evolve as _,
    access::{Action, CustomerFacts, Provider, authorize_on_customer},
    actor::Actor,
    ids::{OrganizationId, UserId},
    organization::{Capabilities, Capability, Organization, RequiredOf, SignedAgreement},
    relationship::{Event, Origin, Relationship, Side},
    role::{Role, RoleSet},
};
use uuid::Uuid;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let provider = organization(
        1,
        "Contoso Distribution",
        "DE",
        Capability::IndirectProvider,
    )?;
    let reseller = organization(2, "Fabrikam Cloud", "FR", Capability::IndirectReseller)?;
    let far_away = organization(
        3,
        "Wingtip Distribution",
        "TW",
        Capability::IndirectProvider,
    )?;
    let customer = organization(4, "Woodgrove Bakery", "DE", Capability::Customer)?;

    let with_provider = serves(&provider, &customer, Side::IndirectProvider)?;
    let with_reseller = serves(&reseller, &customer, Side::IndirectReseller)?;
    let providers = [Provider {
        party: provider.party(),
        may_order: true,
    }];

    for (partner, relationship) in [
        (&provider, with_provider.as_ref()),
        (&reseller, with_reseller.as_ref()),
        (&far_away, None),
    ] {
        let facts = CustomerFacts {
            organization: partner,
            customer: &customer,
            relationship,
            providers: &providers,
        };
        let agent = Actor {
            user: UserId::from_uuid(Uuid::nil()),
            organization: partner.id,
            roles: RoleSet::EMPTY.with(Role::SalesAgent),
            customers: Default::default(),
        };
        match authorize_on_customer(facts, &agent, Action::PlaceOrder) {
            Ok(basis) => println!("{}: yes, by {basis:?}", partner.name),
            Err(refusal) => println!(
                "{}: no, {refusal}\n  next: {:?}",
                partner.name,
                refusal.next_step()
            ),
        }
    }
    Ok(())
}

fn organization(
    number: u128,
    name: &str,
    country: &str,
    capability: Capability,
) -> Result<Organization, Failure> {
    Ok(Organization {
        id: OrganizationId::from_uuid(Uuid::from_u128(number)),
        name: name.parse()?,
        domain: format!("org{number}.example").parse()?,
        country: country.parse()?,
        capabilities: Capabilities::only(capability),
        agreement: Some(SignedAgreement {
            version: "2026-01".to_owned(),
            at: now()?,
        }),
        mpn: Some("4586213".parse()?),
        second_factor: RequiredOf::Nobody,
        suspensions: Vec::new(),
        offboarding: None,
        mpn_inactive: None,
        asked_first: false,
    })
}

/// A relationship built from its events: the partner created the customer's tenant.
fn serves(
    partner: &Organization,
    customer: &Organization,
    side: Side,
) -> Result<Option<Relationship>, Failure> {
    let established = Event::Established {
        partner: partner.id,
        customer: customer.id,
        side,
        together_with: None,
        origin: Origin::Created {
            by: partner.id,
            user: UserId::from_uuid(Uuid::nil()),
        },
        grants: side.asks_for(),
        groups: Default::default(),
        at: now()?,
    };
    Ok(Relationship::evolve(
        Uuid::from_u128(9).into(),
        None,
        &established,
    ))
}

/// Time is an argument everywhere; an example may choose it.
fn now() -> Result<tierline_core::Timestamp, Failure> {
    Utc.with_ymd_and_hms(2026, 1, 5, 9, 0, 0)
        .single()
        .ok_or_else(|| "no such time".into())
}
