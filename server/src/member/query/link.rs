//! The pages of mailed links. Reading them changes nothing.

use tierline_app::{
    account::model::SessionInfo,
    error::PortalError,
    member::model::{JoinPage, JoinWay, PasswordLinkPage},
    portal::PortalResult,
};
use tierline_core::{
    account::User,
    member::{JoinFacts, State, check_link, check_password_link, join},
    text::GroupName,
};

use crate::{
    account::store as accounts,
    invitation::TokenHash,
    member::store,
    organization::{query as load, query::failed},
    pipeline::Read,
    store::Hold,
};

/// The page of an invitation's link, for anyone who has it. `reader` is the account that is signed in, whatever it acts
/// for.
pub(crate) async fn join_page(
    read: &mut Read,
    token: &str,
    reader: Option<&SessionInfo>,
) -> PortalResult<JoinPage> {
    let now = read.now();
    let found = store::by_link(read.db(), TokenHash::of(token).as_bytes(), Hold::Free)
        .await
        .map_err(failed)?;
    let (invitation, link) = found.ok_or(PortalError::NotFound)?;
    let invitation = invitation.value;
    let organization = load::organization(read, invitation.organization).await?;
    let account = accounts::named(read.db(), &invitation.address)
        .await
        .map_err(failed)?;
    let groups = store::groups(read.db(), &invitation, Hold::Free).await;
    let groups = groups.map_err(failed)?;
    let facts = JoinFacts {
        invitation: &invitation,
        link,
        account: account.as_ref(),
        groups: &groups,
    };
    let way = match (reader, &account) {
        (None, None) => JoinWay::ChoosePassword,
        (None, Some(_)) => JoinWay::SignIn,
        (Some(reader), account) => {
            if account.as_ref().map(|it: &User| it.id) != Some(reader.user) {
                let signed_in = reader.email.clone();
                JoinWay::SignOut { signed_in }
            } else if reader.must_change_password {
                JoinWay::ChangePassword
            } else {
                match join(facts, reader.user, now) {
                    Ok(_) => JoinWay::Accept,
                    Err(refusal) => JoinWay::Refused { refusal },
                }
            }
        }
    };
    let to = invitation.invited_to(&groups);
    let named = |groups: Option<&Vec<GroupName>>| {
        let groups = groups.into_iter().flatten();
        groups.map(ToString::to_string).collect()
    };
    Ok(JoinPage {
        organization: organization.name.to_string(),
        invited_by: load::user_name(read.db(), invitation.created_by.into_uuid()).await?,
        open: check_link(&invitation, link, now)
            .and_then(|()| Ok(invitation.has_customers(&groups)?)),
        expires: match invitation.state {
            State::Pending { expires } => Some(expires),
            State::Accepted { .. } | State::Canceled { .. } => None,
        },
        name: invitation.name.to_string(),
        address: invitation.address.to_string(),
        roles: invitation.roles,
        groups: named(to.as_ref().map(|to| &to.groups)),
        removed_groups: named(to.as_ref().map(|to| &to.removed)),
        way,
    })
}

/// The page of a link for another password.
pub(crate) async fn password_link(read: &mut Read, token: &str) -> PortalResult<PasswordLinkPage> {
    let now = read.now();
    let found = store::password_link(read.db(), TokenHash::of(token).as_bytes())
        .await
        .map_err(failed)?;
    let (user, link) = found.ok_or(PortalError::NotFound)?;
    let stored = accounts::load(read.db(), &[user.into_uuid()])
        .await
        .map_err(failed)?
        .pop();
    let user = stored.ok_or(PortalError::NotFound)?.value;
    Ok(PasswordLinkPage {
        open: check_password_link(&user, link, now),
        address: user.user_name.to_string(),
    })
}
