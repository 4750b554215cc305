//! A customer's users, for its partners.

use tierline_app::{
    error::PortalError,
    member::model::{CustomerUserPage, MayHelp, MemberState, NewCustomerUserPage},
    portal::PortalResult,
};
use tierline_core::{
    Refusal,
    access::{self, Action, CustomerFacts},
    actor::Actor,
    ids::{OrganizationId, UserId},
    member::{Help, HelpFacts, help},
    organization::Organization,
    relationship::Relationship,
};

use crate::{
    account::store as accounts,
    activity::query::{self as timeline, Reader},
    mark,
    member::store,
    organization::{query as load, query::failed},
    pipeline::Read,
    relationship,
};

/// A customer whose users the caller may look after.
struct Reached {
    actor: Actor,
    organization: Organization,
    customer: Organization,
    known: Relationship,
}

async fn reached(read: &mut Read, customer: OrganizationId) -> PortalResult<Reached> {
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    // Checked before any lookup: a user without the role gets the same answer for every id.
    access::authorize_roles(
        &organization.party(),
        &organization.capabilities,
        actor.roles,
        &[Action::ManageUsers],
    )?;
    let customer = load::organization(read, customer).await?;
    let asked = Action::ManageUsers;
    let known = relationship::reach(read, &organization, &actor, &customer, asked).await?;
    Ok(Reached {
        actor,
        organization,
        customer,
        known,
    })
}

/// For whom a user is added, and in which domain.
pub(crate) async fn new_customer_user(
    read: &mut Read,
    customer: OrganizationId,
) -> PortalResult<NewCustomerUserPage> {
    let Reached { customer, .. } = reached(read, customer).await?;
    Ok(NewCustomerUserPage {
        customer: customer.party(),
        domain: customer.domain.to_string(),
    })
}

/// A user of a customer of the caller's organization, and what the caller may do to it. The own organization's users
/// are under **User management**.
pub(crate) async fn customer_user(
    read: &mut Read,
    customer: OrganizationId,
    user: UserId,
) -> PortalResult<CustomerUserPage> {
    let Reached {
        actor,
        organization,
        customer,
        known,
    } = reached(read, customer).await?;
    let stored = accounts::load(read.db(), &[user.into_uuid()]).await;
    let stored = stored.map_err(failed)?.pop();
    let user = stored.ok_or(PortalError::NotFound)?.value;
    // A user of another organization is nobody here.
    if !user.roles.contains_key(&customer.id) {
        return Err(PortalError::NotFound);
    }
    let others = store::others(read.db(), customer.id, user.id).await;
    let about = CustomerFacts {
        organization: &organization,
        customer: &customer,
        relationship: Some(&known),
        providers: &[],
    };
    let facts = HelpFacts {
        about,
        user: &user,
        others: others.map_err(failed)?,
    };
    let now = read.now();
    let roles = user.roles_in(customer.id);
    let may = |what: Help| -> Result<(), Refusal> { help(facts, &what, &actor, now).map(drop) };
    let may = MayHelp {
        rename: may(Help::Rename {
            name: user.name.clone(),
        }),
        roles: may(Help::Roles { roles }),
        block: may(Help::Block),
        unblock: may(Help::Unblock),
        remove: may(Help::Remove),
        reset_password: may(Help::ResetPassword),
    };
    let reader = Reader::of(&organization, &actor, read.now());
    let timeline = timeline::of_objects(read.db(), &reader, &[user.id.into_uuid()]).await?;
    Ok(CustomerUserPage {
        customer: customer.party(),
        id: user.id,
        name: user.name.to_string(),
        address: user.user_name.to_string(),
        roles,
        state: if user.may_act_in(customer.id) {
            MemberState::Active
        } else {
            MemberState::Blocked
        },
        may,
        name_mark: mark::of(&user.name).map_err(failed)?,
        roles_mark: mark::of(&roles).map_err(failed)?,
        timeline,
    })
}

/// The work account of a customer's user, or of one of the own organization as a customer, for whoever gives it a
/// password; and whether it is the own organization's.
pub(crate) async fn work_account(
    read: &mut Read,
    customer: OrganizationId,
    user: UserId,
) -> PortalResult<(String, bool)> {
    let actor = read.actor()?;
    let own = actor.organization == customer;
    if own {
        let organization = load::organization(read, customer).await?;
        access::authorize_own(&organization, &actor, Action::ManageUsers)?;
    } else {
        reached(read, customer).await?;
    }
    let stored = accounts::load(read.db(), &[user.into_uuid()]).await;
    let stored = stored.map_err(failed)?.pop();
    let user = stored.ok_or(PortalError::NotFound)?.value;
    // A user of another organization is nobody here.
    if !user.roles.contains_key(&customer) {
        return Err(PortalError::NotFound);
    }
    Ok((user.user_name.to_string(), own))
}
