//! The registry and the own MPN ID, for pages.

use async_trait::async_trait;
use tierline_app::{
    form::mark::Mark,
    membership::model::{MemberDetail, OwnIdentifiers},
    portal::{MembershipPortal, PortalResult},
};
use tierline_core::{
    ids::{MemberId, RequestId},
    membership::{Edit, NewMember},
    text::{CompanyName, MpnId},
};

use crate::{
    account::hash,
    fault::fault,
    membership::{
        command::{
            AddLocation, AssociateMpn, EditMember, LeaveMembership, RegisterMember,
            SetMemberPassword, prove,
        },
        query,
    },
    web::RequestPortal,
};

#[async_trait]
impl MembershipPortal for RequestPortal {
    async fn identifiers(&self) -> PortalResult<OwnIdentifiers> {
        query::identifiers(&mut self.read().await?).await
    }

    async fn prove_membership(&self, account: &str, password: &str) -> PortalResult<()> {
        prove(&self.call(), self.caller.meta.address, account, password).await
    }

    async fn leave_membership(&self) -> PortalResult<()> {
        self.call().run(None, &LeaveMembership).await
    }

    async fn associate_mpn(&self, mpn: MpnId, request: RequestId) -> PortalResult<()> {
        self.call().run(request, &AssociateMpn { mpn }).await
    }

    async fn add_location(
        &self,
        profile: MpnId,
        name: CompanyName,
        request: RequestId,
    ) -> PortalResult<()> {
        let add = AddLocation { profile, name };
        self.call().run(request, &add).await
    }

    async fn member(&self, id: MemberId) -> PortalResult<MemberDetail> {
        query::member(&mut self.read().await?, id).await
    }

    async fn register_member(
        &self,
        new: NewMember,
        password: Option<&str>,
        request: RequestId,
    ) -> PortalResult<MemberId> {
        let call = self.call();
        let mut register = RegisterMember {
            account: new.account.clone(),
            new,
            password_hash: None,
        };
        if let Some(password) = password {
            call.rehearse(request, &register).await?;
            register.password_hash = Some(hash(password).await.map_err(|error| fault(&error))?);
        }
        call.run(request, &register).await
    }

    async fn edit_member(
        &self,
        id: MemberId,
        edit: Edit,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        let edit = EditMember {
            id,
            edit,
            filled_with,
        };
        self.call().run(request, &edit).await
    }

    async fn set_member_password(
        &self,
        id: MemberId,
        password: &str,
        request: RequestId,
    ) -> PortalResult<()> {
        let call = self.call();
        let mut set = SetMemberPassword {
            id,
            hash: String::new(),
        };
        call.rehearse(request, &set).await?;
        set.hash = hash(password).await.map_err(|error| fault(&error))?;
        call.run(request, &set).await
    }
}
