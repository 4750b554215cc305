//! The own enrollment, and the page of the primary contact's link.

pub(crate) mod fields;

use tierline_app::{
    enrollment::model::{Begun, ConfirmationPage, EnrollmentPage, Marks, StepProgress},
    error::PortalError,
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action},
    enrollment::{
        BeginFacts, CONFIRMATION_VALIDITY, Confirmation, Promise, ResendFacts, Statements, begin,
        confirm, resend_confirmation,
    },
};

use crate::{
    activity::query::{self as timeline, Reader},
    enrollment::{document::query as documents, facts::Applicant, store},
    invitation::TokenHash,
    mark,
    organization::query::{self as load, failed},
    pipeline::Read,
    store::Hold,
};

/// The enrollment of the own organization.
pub(crate) async fn enrollment(read: &mut Read) -> PortalResult<EnrollmentPage> {
    let (actor, now) = (read.actor()?, read.now());
    let applicant = Applicant::load(read.db(), actor.organization, Hold::Free).await?;
    let organization = applicant.organization.value;
    access::authorize_own(&organization, &actor, Action::Enroll)?;
    let settings = read.settings().await?;
    let (calendar, promise) = (&settings.calendar, Promise::from(&settings));
    let enrollment = applicant.enrollment.map(|stored| stored.value);
    let facts = BeginFacts {
        organization: &organization,
        enrollment: enrollment.as_ref(),
    };
    let may_begin = begin(facts, &actor, now).map(drop);
    let begun = match enrollment {
        Some(enrollment) => {
            let resend = ResendFacts {
                enrollment: &enrollment,
                organization: &organization,
                settings: &settings,
            };
            let steps = enrollment.draft.steps(enrollment.path, &organization);
            let draft = &enrollment.draft;
            let marks = Marks {
                profile: mark::of(&draft.profile).map_err(failed)?,
                contact: mark::of(&draft.contact).map_err(failed)?,
                support: mark::of(&draft.support).map_err(failed)?,
            };
            let reader = Reader::of(&organization, &actor, read.now());
            let id = enrollment.id.into_uuid();
            Some(Begun {
                tracker: enrollment.tracker(calendar, promise, now),
                steps: steps
                    .into_iter()
                    .map(|(step, progress)| StepProgress { step, progress })
                    .collect(),
                now,
                documents: documents::of_enrollment(read.db(), &enrollment).await?,
                may_add: documents::may_add(&enrollment, &settings),
                may_resend: resend_confirmation(resend, &actor, now).map(drop),
                marks,
                timeline: timeline::of_objects(read.db(), &reader, &[id]).await?,
                enrollment,
            })
        }
        None => None,
    };
    let contact = read.state.config.mail.contact.as_ref();
    Ok(EnrollmentPage {
        organization,
        actor,
        begun,
        may_begin,
        promise,
        contact: contact.map(|it| it.email.to_string()),
    })
}

/// The page of a primary contact's link, for anyone who has it.
pub(crate) async fn confirmation(read: &mut Read, token: &str) -> PortalResult<ConfirmationPage> {
    let now = read.now();
    let found = store::by_link(read.db(), TokenHash::of(token).as_bytes(), Hold::Free)
        .await
        .map_err(failed)?;
    let (enrollment, link) = found.ok_or(PortalError::NotFound)?;
    let enrollment = enrollment.value;
    let company = load::organization(read, enrollment.organization).await?;
    let contact = enrollment.draft.contact.as_ref();
    let both = Statements {
        signed_up: true,
        address_is_the_companys: true,
    };
    let open = confirm(&enrollment, link, both, now).map(drop);
    // An older link may have gone to somebody else, who learns nothing of the one who was entered since.
    let contact = contact.filter(|_| link == enrollment.link);
    Ok(ConfirmationPage {
        company: company.name.to_string(),
        name: contact.map_or_else(String::new, |contact| contact.name.to_string()),
        address: contact.map_or_else(String::new, |contact| contact.email.to_string()),
        expires: match enrollment.confirmation {
            Confirmation::Asked { at } => Some(at + CONFIRMATION_VALIDITY),
            _ => None,
        },
        open,
    })
}
