//! User management for pages, and the pages of mailed links.

use async_trait::async_trait;
use tierline_app::{
    error::PortalError,
    form::mark::Mark,
    member::model::{
        CustomerUserPage, JoinPage, NewCustomerUserPage, NewUserPage, PasswordLinkPage,
        RemovedUserPage, TemporaryPassword, UserPage,
    },
    portal::{MemberPortal, PortalResult},
};
use tierline_core::{
    ids::{MemberInvitationId, OrganizationId, RequestId, UserId},
    member::{Change, Command, Help, NewMember, NewUser},
};

use crate::{
    account::{identity::begin_session, session::Proof},
    invitation::TokenHash,
    member::{
        command::{
            self, ChangeUser, InviteUser, Join, ManageUserInvitation, RestoreUser, choose_password,
            join_as_new,
        },
        query,
    },
    pipeline::{self, Principal},
    web::RequestPortal,
};

#[async_trait]
impl MemberPortal for RequestPortal {
    async fn user(&self, id: UserId) -> PortalResult<UserPage> {
        query::user(&mut self.read().await?, id).await
    }

    async fn new_user(&self) -> PortalResult<NewUserPage> {
        query::new_user(&mut self.read().await?).await
    }

    async fn invite_user(&self, new: NewMember, request: RequestId) -> PortalResult<()> {
        let call = self.call();
        let invite = InviteUser {
            address: new.address,
            name: new.name,
            roles: new.roles,
            customers: new.customers,
            language: call.language,
        };
        call.run(request, &invite).await
    }

    async fn manage_user_invitation(
        &self,
        id: MemberInvitationId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()> {
        let call = self.call();
        let manage = ManageUserInvitation {
            id,
            resend: command == Command::Resend,
            language: call.language,
        };
        call.run(request, &manage).await
    }

    async fn change_user(
        &self,
        user: UserId,
        change: Change,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        let change = ChangeUser {
            user,
            change,
            filled_with,
        };
        self.call().run(request, &change).await
    }

    async fn new_customer_user(
        &self,
        customer: OrganizationId,
    ) -> PortalResult<NewCustomerUserPage> {
        query::new_customer_user(&mut self.read().await?, customer).await
    }

    async fn customer_user(
        &self,
        customer: OrganizationId,
        user: UserId,
    ) -> PortalResult<CustomerUserPage> {
        query::customer_user(&mut self.read().await?, customer, user).await
    }

    async fn add_customer_user(
        &self,
        customer: OrganizationId,
        new: NewUser,
        request: RequestId,
    ) -> PortalResult<Option<UserId>> {
        let added = command::add_user(&self.call(), customer, new, request).await?;
        // A repeated request has made no new password: there is nothing to show.
        Ok(added.map(|(user, password)| {
            self.cookies.keep_password(user, &password);
            user
        }))
    }

    async fn help_user(
        &self,
        customer: OrganizationId,
        user: UserId,
        help: Help,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        let asked = (help, filled_with);
        let helped = command::help_user(&self.call(), customer, user, asked, request).await?;
        if let Some((user, password)) = helped {
            self.cookies.keep_password(user, &password);
        }
        Ok(())
    }

    async fn removed_user(
        &self,
        customer: OrganizationId,
        user: UserId,
    ) -> PortalResult<RemovedUserPage> {
        query::removed_user(&mut self.read().await?, customer, user).await
    }

    async fn restore_user(
        &self,
        customer: OrganizationId,
        user: UserId,
        request: RequestId,
    ) -> PortalResult<bool> {
        let restore = RestoreUser { customer, user };
        self.call().run(request, &restore).await
    }

    async fn user_password(
        &self,
        customer: OrganizationId,
        user: UserId,
    ) -> PortalResult<TemporaryPassword> {
        let mut read = self.read().await?;
        let (user_name, own) = query::work_account(&mut read, customer, user).await?;
        Ok(TemporaryPassword {
            user_name,
            password: self.cookies.take_password(user),
            own,
        })
    }

    async fn join_page(&self, token: &str) -> PortalResult<JoinPage> {
        let reader = self.caller.info.as_ref();
        query::join_page(&mut self.read().await?, token, reader).await
    }

    async fn join(&self, token: &str, request: RequestId) -> PortalResult<OrganizationId> {
        let reader = self.own_account().ok_or(PortalError::SignedOut)?.user;
        let link = TokenHash::of(token);
        let principal = Principal::Itself(reader);
        pipeline::run(&self.state, principal, Some(request), &Join { link }).await
    }

    async fn join_as_new(
        &self,
        token: &str,
        password: &str,
        request: RequestId,
    ) -> PortalResult<()> {
        // Only the request that made the account is signed in; a repeated one has to sign in with the password.
        match join_as_new(&self.call(), token, password, request).await? {
            Some(user) => {
                let names = self.cookies.names();
                let user = user.into_uuid();
                begin_session(&self.state, &self.caller, names, user, Proof::Nothing).await
            }
            None => Ok(()),
        }
    }

    async fn password_link(&self, token: &str) -> PortalResult<PasswordLinkPage> {
        query::password_link(&mut self.read().await?, token).await
    }

    async fn choose_password(
        &self,
        token: &str,
        password: &str,
        request: RequestId,
    ) -> PortalResult<()> {
        choose_password(&self.call(), token, password, request).await
    }
}

impl RequestPortal {
    /// The signed-in account, whatever it acts for; none as long as somebody else knows its password.
    fn own_account(&self) -> Option<&tierline_app::account::model::SessionInfo> {
        let info = self.caller.info.as_ref();
        info.filter(|info| !info.must_change_password)
    }
}
