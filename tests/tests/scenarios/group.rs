//! Groups of customers, and users narrowed to them.

use tierline_app::portal::{ChosenCustomers, all::*};
use tierline_core::group::{Command, Narrowing};

use crate::{
    data::What,
    step::{Stop, request},
    world::World,
};

pub(crate) async fn run(world: &mut World, user: Option<&str>, what: &What) -> Result<(), Stop> {
    let portal = world.portal(user).await;
    match what {
        What::AddGroup { name } => {
            let id = portal.add_customer_group(name.clone(), request()).await?;
            world.groups.insert(name.to_string(), id);
        }
        What::RenameGroup { group, name } => {
            let rename = Command::Rename { name: name.clone() };
            let group = world.groups[group];
            portal
                .change_customer_group(group, rename, request())
                .await?;
        }
        What::RemoveGroup { group } => {
            let group = world.groups[group];
            portal
                .change_customer_group(group, Command::Remove, request())
                .await?;
        }
        What::Group { customer, groups } => {
            let customer = world.organization(customer).id;
            let groups = groups.iter().map(|name| world.groups[name]).collect();
            portal
                .assign_customer_groups(customer, groups, None, request())
                .await?;
        }
        What::Place {
            customers,
            group,
            placing,
        } => {
            let customers = customers.iter().map(|alias| world.organization(alias).id);
            let chosen = ChosenCustomers::These(customers.collect());
            let group = world.groups[group];
            portal
                .place_customers(chosen, group, *placing, request())
                .await?;
        }
        What::Narrow { user, groups } => {
            let narrowing = groups.as_ref().map_or(Narrowing::All, |names| {
                Narrowing::Only(names.iter().map(|name| world.groups[name]).collect())
            });
            let narrowed = world.people[user].user;
            portal
                .narrow_user(narrowed, narrowing.clone(), None, request())
                .await?;
            world.narrow(user, &narrowing);
        }
        other => unreachable!("{other:?} is not about groups"),
    }
    Ok(())
}
