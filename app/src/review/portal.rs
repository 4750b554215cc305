//! The operator's cases, as pages request them.

use async_trait::async_trait;
use tierline_core::{
    ids::{EnrollmentId, RequestId},
    review::{Command, Ruling},
};

use super::model::{AlikePage, CasePage, DecisionPage};
use crate::{error::PortalResult, form::mark::Mark};

/// The operator's cases, as pages request them.
#[async_trait]
pub trait ReviewPortal: Send + Sync {
    /// The case of an enrollment.
    async fn case(&self, id: EnrollmentId) -> PortalResult<CasePage>;
    /// A page of all other cases of the same domain or MPN ID: those before this one, or the newest.
    async fn alike(
        &self,
        id: EnrollmentId,
        before: Option<EnrollmentId>,
    ) -> PortalResult<AlikePage>;
    /// A decision before it is made: what it says, and the mails that it sends.
    async fn decision(&self, id: EnrollmentId, ruling: Ruling) -> PortalResult<DecisionPage>;
    /// Does something with a case. A mark that is not that of what a decision rests on stops it. Returns whether it
    /// waits for a second reviewer.
    async fn change_case(
        &self,
        id: EnrollmentId,
        command: Command,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<bool>;
}
