//! Agreements for pages.

use std::net::{IpAddr, Ipv4Addr};

use async_trait::async_trait;
use tierline_app::{
    agreement::model::{AgreementsPage, LookUpPage, ProgramInfo, SignPage, VersionPage},
    portal::{AgreementPortal, LookUp, NewVersion, PortalResult, ReadText},
};
use tierline_core::{
    agreement::{AgreementKind, Command},
    ids::{AgreementId, RequestId},
    market::Language,
};

use super::{
    command::{ChangeAgreement, PublishAgreement, SignAgreement, clean},
    query,
};
use crate::web::RequestPortal;

#[async_trait]
impl AgreementPortal for RequestPortal {
    async fn agreement(
        &self,
        kind: AgreementKind,
        language: Option<Language>,
    ) -> PortalResult<SignPage> {
        query::sign_page(&mut self.read().await?, kind, language).await
    }

    async fn sign(&self, read: ReadText, request: RequestId) -> PortalResult<()> {
        // Without connect info there is no address to keep; the program always has it.
        let unknown = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
        let sign = SignAgreement {
            kind: read.kind,
            version: read.version,
            language: read.language,
            text: read.digest,
            address: self.caller.meta.address.unwrap_or(unknown),
        };
        self.call().run(request, &sign).await
    }

    async fn program_info(&self) -> PortalResult<ProgramInfo> {
        query::program_info(&mut self.read().await?).await
    }

    async fn agreements(&self) -> PortalResult<AgreementsPage> {
        query::versions(&mut self.read().await?).await
    }

    async fn agreement_version(
        &self,
        id: AgreementId,
        language: Option<Language>,
    ) -> PortalResult<VersionPage> {
        query::version(&mut self.read().await?, id, language).await
    }

    async fn publish(&self, new: NewVersion, request: RequestId) -> PortalResult<AgreementId> {
        let texts = new.texts.into_iter();
        let publish = PublishAgreement {
            kind: new.kind,
            version: new.version,
            texts: texts
                .map(|(language, words)| (language, clean(&words)))
                .collect(),
            effective: new.effective,
            must_be_signed_by: new.must_be_signed_by,
        };
        self.call().run(request, &publish).await
    }

    async fn change_agreement(
        &self,
        id: AgreementId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()> {
        let change = ChangeAgreement::of(id, command);
        self.call().run(request, &change).await
    }

    async fn look_up(&self, asked: Option<LookUp>) -> PortalResult<LookUpPage> {
        query::look_up(&mut self.read().await?, asked).await
    }
}
