//! Who supports a customer, who earns incentives, and who owns its tenant, as the portal's pages request it.

use tierline_app::portal::all::*;
use tierline_core::subscription::Associate;

use crate::{
    data::What,
    step::{Stop, relationship, request},
    world::World,
};

/// The newest one of a customer, whoever asks.
const SUBSCRIPTION: &str =
    "select id from subscription where $1::uuid is not null and customer_id = $2
     order by since desc, id desc limit 1";

pub(crate) async fn run(world: &mut World, user: Option<&str>, what: &What) -> Result<(), Stop> {
    let (customer, asked) = match what {
        What::DesignateSupport { customer, partner } => {
            let to = world.organization(partner).id;
            (customer, Associate::DesignateSupport { to })
        }
        What::SetPartnerOfRecord { customer, reseller } => {
            let to = reseller.as_ref().map(|alias| world.organization(alias).id);
            (customer, Associate::SetPartnerOfRecord { to })
        }
        What::ChangeTenantOwner { partner, then } => {
            let id = relationship(world, user, partner).await;
            let portal = world.portal(user).await;
            portal.change_tenant_owner(id, *then, request()).await?;
            return Ok(());
        }
        _ => unreachable!("it is about a subscription's partners, or a tenant's owner"),
    };
    let customer = world.organization(customer).id;
    let id = world.id_between(SUBSCRIPTION, customer, customer).await;
    let id = id.expect("a subscription").into();
    let portal = world.portal(user).await;
    portal.associate(id, asked, request()).await?;
    Ok(())
}
