//! The facts for signing, loaded for the change and for the pages that say in advance what would come of it.

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    actor::Actor,
    agreement::{Agreement, AgreementKind, Ask, SignFacts, Signature, asked, may_sign},
    enrollment::Enrollment,
    ids::OrganizationId,
    organization::{Organization, SignedAgreement},
    role::{Role, RoleSet},
    text::MpnId,
};

use crate::{
    enrollment::store as enrollments,
    organization::store::{self as organizations, Recorded},
    pipeline::{CommandError, CommandResult},
    store::{Hold, Stored},
};

/// An organization that signs, or is to sign.
#[derive(Clone, Debug)]
pub(crate) struct Signer {
    /// As it stands now, with the agreements that count.
    pub organization: Organization,
    /// As it is stored: a signature is applied to this.
    pub stored: Stored<Organization>,
    /// Its enrollment, if it has one.
    pub enrollment: Option<Stored<Enrollment>>,
    /// The newest signature of the indirect reseller agreement.
    pub reseller_agreement: Option<Signature>,
    /// Every version.
    pub agreements: Vec<Agreement>,
}

impl Signer {
    /// Two signatures of one organization wait for each other. The statement that waits for the row sees the signatures
    /// from before it waited: what is decided about is read after it.
    pub(crate) async fn load(
        db: &mut PgConnection,
        id: OrganizationId,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Signer> {
        if hold == Hold::Locked {
            organizations::record_for_change(db, id).await?;
        }
        let mut recorded = organizations::recorded(db, &[id.into_uuid()]).await?;
        let recorded = recorded.pop().ok_or(CommandError::NotFound)?;
        let enrollment = enrollments::of_organization(db, id, hold).await?;
        Ok(Signer::of(recorded, enrollment, now))
    }

    pub(crate) fn of(
        recorded: Recorded,
        enrollment: Option<Stored<Enrollment>>,
        now: Timestamp,
    ) -> Signer {
        Signer {
            stored: recorded.stored.clone(),
            enrollment,
            reseller_agreement: recorded.reseller_agreement.clone(),
            agreements: recorded.agreements.clone(),
            organization: recorded.at(now),
        }
    }

    /// In the form that core asks for.
    pub(crate) fn facts(&self) -> SignFacts<'_> {
        SignFacts {
            organization: &self.organization,
            enrollment: self.enrollment.as_ref().map(|it| &it.value),
            reseller_agreement: self.reseller_agreement.as_ref(),
            agreements: &self.agreements,
        }
    }

    /// What it has signed of this agreement last, whether or not that still counts.
    pub(crate) fn signed(&self, kind: AgreementKind) -> Option<SignedAgreement> {
        match kind {
            AgreementKind::PartnerAgreement => self.stored.value.agreement.clone(),
            AgreementKind::IndirectResellerAgreement => {
                self.reseller_agreement
                    .as_ref()
                    .map(|signature| SignedAgreement {
                        version: signature.version.to_string(),
                        at: signature.at,
                    })
            }
        }
    }

    /// Whether this actor may sign this agreement at all.
    pub(crate) fn may_sign(
        &self,
        kind: AgreementKind,
        actor: &Actor,
    ) -> Result<(), tierline_core::Refusal> {
        let enrollment = self.enrollment.as_ref().map(|it| &it.value);
        may_sign(&self.organization, enrollment, kind, actor)
    }

    /// Whether its global admin may sign this agreement, once the MPN ID is associated: that comes first, and is no
    /// reason to be silent. Before the review is passed there is nothing to sign.
    fn is_offered(&self, kind: AgreementKind) -> bool {
        let admin = Actor {
            user: uuid::Uuid::nil().into(),
            organization: self.organization.id,
            roles: RoleSet::of(&[Role::GlobalAdmin]),
            customers: Default::default(),
        };
        let mpn = self.organization.mpn.clone();
        let associated = Organization {
            mpn: mpn.or_else(|| MpnId::parse("10000").ok()),
            ..self.organization.clone()
        };
        let enrollment = self.enrollment.as_ref().map(|it| &it.value);
        may_sign(&associated, enrollment, kind, &admin).is_ok()
    }

    /// The version of this agreement that it is asked to sign now.
    pub(crate) fn asked(&self, kind: AgreementKind, now: Timestamp) -> Option<Ask> {
        let signed = self.signed(kind);
        let signed = signed.as_ref().map(|it| (it.version.as_str(), it.at));
        asked(&self.agreements, kind, signed, now).filter(|_| self.is_offered(kind))
    }

    /// Every version that it is asked to sign now, and whether the partner agreement is to be signed and has no text
    /// here.
    pub(crate) fn all_asked(&self, now: Timestamp) -> (Vec<Ask>, bool) {
        let kinds = AgreementKind::ALL.into_iter();
        let asked: Vec<Ask> = kinds.filter_map(|kind| self.asked(kind, now)).collect();
        let without_text = asked.is_empty()
            && self.organization.agreement.is_none()
            && self.is_offered(AgreementKind::PartnerAgreement);
        (asked, without_text)
    }

    /// How many agreements it has to sign: what it is asked to, and the partner agreement where there is no text to
    /// sign here.
    pub(crate) fn to_sign(&self, now: Timestamp) -> u64 {
        let (asked, without_text) = self.all_asked(now);
        u64::try_from(asked.len()).unwrap_or(u64::MAX) + u64::from(without_text)
    }
}
