//! Users, for the admins of their organization; and the pages of the links that are mailed to them.

mod help;
mod link;
mod list;
mod removed;

use tierline_app::{
    member::model::{MayChange, MemberState, NewUserPage, SigningIn, UserPage},
    portal::PortalResult,
};
use tierline_core::{
    Refusal,
    access::{self, Action, CustomerFacts},
    ids::UserId,
    invitation::Pace,
    member::{Change, Help, HelpFacts, change, help as helped, is_at_home},
    role::Role,
};

pub(crate) use help::{customer_user, new_customer_user, work_account};
pub(crate) use link::{join_page, password_link};
pub(crate) use list::LISTS;
pub(crate) use removed::removed_user;

use crate::{
    account::store as accounts,
    activity::query::{self as timeline, Reader},
    group::query as groups,
    mark,
    member::facts::Managed,
    organization::{query as load, query::failed},
    pipeline::Read,
    store::Hold,
};

/// **Add user**.
pub(crate) async fn new_user(read: &mut Read) -> PortalResult<NewUserPage> {
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    access::authorize_own(&organization, &actor, Action::ManageUsers)?;
    Ok(NewUserPage {
        customers: groups::of_new_user(read.db(), &organization, &actor).await?,
    })
}

/// A user of the own organization.
pub(crate) async fn user(read: &mut Read, id: UserId) -> PortalResult<UserPage> {
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    access::authorize_own(&organization, &actor, Action::ManageUsers)?;
    let pace = Pace::from(&read.settings().await?);
    let known = (read.now(), Hold::Free);
    let managed = Managed::load(read.db(), organization.id, id, pace, known).await?;
    let user = &managed.user.value;
    let roles = user.roles_in(organization.id);
    let may = |what: Change| -> Result<(), Refusal> {
        change(managed.facts(), &what, &actor, read.now()).map(drop)
    };
    let may_change = MayChange {
        rename: may(Change::Rename {
            name: user.name.clone(),
        }),
        roles: tierline_core::member::may_manage(&organization, user, &actor),
        global_admin: access::authorize_own(&organization, &actor, Action::ManageGlobalAdmins)
            .map(drop),
        block: may(Change::Block),
        unblock: may(Change::Unblock),
        remove: may(Change::Remove),
        send_password_link: may(Change::SendPasswordLink),
        reset_password: organization.capabilities.customer.map(|_| {
            let about = CustomerFacts {
                organization: &organization,
                customer: &organization,
                relationship: None,
                providers: &[],
            };
            let facts = HelpFacts {
                about,
                user,
                others: managed.others,
            };
            helped(facts, &Help::ResetPassword, &actor, read.now()).map(drop)
        }),
        reset_second_factor: may(Change::ResetSecondFactor),
    };
    let is_guest = !is_at_home(&organization, user);
    let signed_in = accounts::signed_in_at(read.db(), id)
        .await
        .map_err(failed)?;
    let reader = Reader::of(&organization, &actor, read.now());
    Ok(UserPage {
        organization: organization.id,
        id,
        name: user.name.to_string(),
        address: user.user_name.to_string(),
        roles,
        there_are: Role::ALL
            .into_iter()
            .filter(|role| role.exists_in(&organization.capabilities))
            .collect(),
        state: if user.may_act_in(organization.id) {
            MemberState::Active
        } else {
            MemberState::Blocked
        },
        is_reader: id == actor.user,
        signing_in: (!is_guest).then(|| SigningIn {
            second_factor: user.second_factor.is_some(),
            latest: signed_in,
        }),
        may: may_change,
        name_mark: mark::of(&user.name).map_err(failed)?,
        roles_mark: mark::of(&roles).map_err(failed)?,
        customers: groups::of_user(read.db(), &organization, user, &actor).await?,
        timeline: timeline::of_objects(read.db(), &reader, &[id.into_uuid()]).await?,
    })
}
