//! Changes of enrollments.

mod answer;
mod apply;
mod begin;
mod lapse;
mod resend;
mod sign_up;

pub(crate) use self::{
    answer::AnswerConfirmation, apply::Enroll, begin::BeginEnrollment, lapse::LapseEnrollment,
    resend::ResendConfirmation, sign_up::sign_up_to_enroll,
};

use tierline_core::{
    enrollment::{Decided, Event},
    organization,
};

use super::{facts::Applicant, follow, store};
use crate::{
    invitation::Token,
    organization::store as organizations,
    pipeline::{CommandError, CommandResult, Unit},
};

/// Writes what was decided: the enrollment, its organization, and the mails about both.
pub(crate) async fn happen(
    unit: &mut Unit<'_>,
    applicant: &mut Applicant,
    decided: Decided,
) -> CommandResult<()> {
    let enrollment = applicant
        .enrollment
        .as_mut()
        .ok_or(CommandError::Inconsistent("a change of no enrollment"))?;
    unit.apply_events(enrollment, &decided.enrollment).await?;
    let organization = &mut applicant.organization;
    unit.apply_events(organization, &decided.organization)
        .await?;
    for event in &decided.organization {
        if let organization::Event::ProfileChanged { address, .. } = event {
            organizations::set_address(unit.db, organization.value.id, address).await?;
        }
    }
    let mut token = None;
    for event in &decided.enrollment {
        if let Event::ConfirmationSent { link, .. } = event {
            let fresh = Token::fresh();
            let hash = fresh.hash();
            store::insert_link(unit.db, hash.as_bytes(), enrollment.value.id, *link).await?;
            token = Some(fresh);
        }
    }
    let link = (token.as_ref(), unit.public_url());
    let company = &organization.value;
    let letters = follow::letters(&decided.enrollment, &enrollment.value, company, link);
    unit.send(letters);
    Ok(())
}
