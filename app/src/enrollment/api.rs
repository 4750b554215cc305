//! Server functions of enrollments.

pub mod link;
#[cfg(feature = "ssr")]
mod post;

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
#[cfg(feature = "ssr")]
use tierline_core::enrollment::{Command, Step};

use crate::{enrollment::model::EnrollmentPage, error::PortalError, wire::Wire};
#[cfg(feature = "ssr")]
use crate::{
    enrollment::told::Notice,
    error::FieldErrors,
    form::{Fields, mark::Mark},
    route,
};

pub use link::{AnswerConfirmation, Confirmation};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AnswerConfirmation>(),
    Fields::of::<Appeal>(),
    Fields::of::<BeginEnrollment>(),
    Fields::of::<Confirmation>(),
    // It is no server function: a file is received in pieces.
    Fields {
        path: route::DOCUMENTS,
        names: || &["kind"],
    },
    Fields::of::<EnrollNow>(),
    Fields::of::<EnterLegalProfile>(),
    Fields::of::<EnterPrimaryContact>(),
    Fields::of::<EnterSupportContact>(),
    Fields::of::<CorrectCountry>(),
    Fields::of::<PostponeMpn>(),
    Fields::of::<ResendConfirmation>(),
    Fields::of::<SignUpToEnroll>(),
];

/// The enrollment of the own organization.
#[server(prefix = "/api", endpoint = "enrollment", protocol = Wire<GetUrl>)]
pub async fn enrollment() -> Result<EnrollmentPage, PortalError> {
    crate::backend::portal()?.enrollment().await
}

/// **Create one**: a company's tenant with its first global admin, who is then signed in.
#[server(prefix = "/api", endpoint = "sign-up-to-enroll")]
pub async fn sign_up_to_enroll(
    /// The request.
    request_id: String,
    /// Legal name.
    name: String,
    /// The first part of the tenant's domain.
    domain: String,
    /// Two letters.
    country: String,
    /// The first global admin.
    admin_name: String,
    /// The admin's user name, before the `@`.
    admin_user: String,
    /// The password.
    password: String,
    /// The password again.
    repeated_password: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let typed = crate::invitation::api::Typed {
        name,
        domain,
        country,
        admin_name,
        admin_user,
        password,
        repeated_password,
    };
    crate::backend::portal()?
        .sign_up_to_enroll(typed.parse()?, request)
        .await?;
    crate::backend::go(&route::enroll_step(Step::MpnId.code()));
    Ok(())
}

/// Begins the enrollment of a partner that is in the program already.
#[server(prefix = "/api", endpoint = "begin-enrollment")]
pub async fn begin_enrollment(
    /// The request.
    request_id: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    crate::backend::portal()?.begin_enrollment(request).await?;
    crate::backend::go(&route::enroll_step(Step::SupportContact.code()));
    Ok(())
}

/// Leaves the MPN ID for later.
#[server(prefix = "/api", endpoint = "postpone-mpn")]
pub async fn postpone_mpn(
    /// The request.
    request_id: String,
) -> Result<(), PortalError> {
    entered(&request_id, Command::PostponeMpn, None, Step::MpnId).await
}

/// **Correct the country** of a tenant that was made with a wrong one.
#[server(prefix = "/api", endpoint = "correct-country")]
pub async fn correct_country(
    /// The request.
    request_id: String,
    /// The country's code.
    #[server(default)]
    country: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let mut errors = FieldErrors::default();
    let country = errors.country("country", &country);
    let country = errors.finish(country)?;
    crate::backend::portal()?
        .enroll(Command::CorrectCountry { country }, None, request)
        .await?;
    let step = route::enroll_step(Step::LegalProfile.code());
    crate::backend::done(&step, Notice::CountryCorrected);
    Ok(())
}

/// Enters the legal business profile, or changes it.
#[server(prefix = "/api", endpoint = "enter-legal-profile")]
pub async fn enter_legal_profile(
    /// The request.
    request_id: String,
    /// The name, exactly as registered.
    name: String,
    /// Street, city, postal code: a line each.
    address: String,
    /// The company's site.
    #[server(default)]
    website: String,
    /// The mark of the entries that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let profile = post::profile(&name, &address, &website)?;
    let mark = Some(Mark::new(filled_with));
    entered(
        &request_id,
        Command::EnterProfile(profile),
        mark,
        Step::LegalProfile,
    )
    .await
}

/// Enters the primary contact, or changes it.
#[server(prefix = "/api", endpoint = "enter-primary-contact")]
pub async fn enter_primary_contact(
    /// The request.
    request_id: String,
    /// The contact's name.
    name: String,
    /// The contact's address.
    email: String,
    /// A number.
    #[server(default)]
    phone: String,
    /// The language of mails.
    #[server(default)]
    language: String,
    /// The mark of the entries that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let contact = post::contact(&name, &email, &phone, &language)?;
    let mark = Some(Mark::new(filled_with));
    entered(
        &request_id,
        Command::EnterContact(contact),
        mark,
        Step::PrimaryContact,
    )
    .await
    .map_err(post::beside_the_address)
}

/// Enters the customer-support contact, or changes it.
#[server(prefix = "/api", endpoint = "enter-support-contact")]
pub async fn enter_support_contact(
    /// The request.
    request_id: String,
    /// The address.
    email: String,
    /// A number.
    #[server(default)]
    phone: String,
    /// A site.
    #[server(default)]
    website: String,
    /// The mark of the entries that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let support = post::support(&email, &phone, &website)?;
    let mark = Some(Mark::new(filled_with));
    entered(
        &request_id,
        Command::EnterSupport(support),
        mark,
        Step::SupportContact,
    )
    .await
}

/// **Enroll now**.
#[server(prefix = "/api", endpoint = "enroll-now")]
pub async fn enroll_now(
    /// The request.
    request_id: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let portal = crate::backend::portal()?;
    portal.enroll(Command::EnrollNow, None, request).await?;
    let page = portal.enrollment().await?;
    let asked = page.begun.is_some_and(|it| it.enrollment.awaits_contact());
    let notice = if asked {
        Notice::Enrolled
    } else {
        Notice::EnrolledAtOnce
    };
    crate::backend::done(route::ENROLLMENT, notice);
    Ok(())
}

/// Mails the primary contact again.
#[server(prefix = "/api", endpoint = "resend-confirmation")]
pub async fn resend_confirmation(
    /// The request.
    request_id: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    crate::backend::portal()?
        .resend_confirmation(request)
        .await?;
    crate::backend::done(route::ENROLLMENT, Notice::ConfirmationResent);
    Ok(())
}

/// **Appeal** against a failed check.
#[server(prefix = "/api", endpoint = "appeal")]
pub async fn appeal(
    /// The request.
    request_id: String,
    /// The check.
    check: String,
    /// The objection; a document can stand for it.
    #[server(default)]
    statement: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let check = check.parse().map_err(|_| PortalError::Malformed)?;
    let statement = crate::backend::parse::optional_text("statement", &statement)?;
    crate::backend::portal()?
        .enroll(Command::Appeal { check, statement }, None, request)
        .await
        .map_err(post::beside_the_statement)?;
    crate::backend::done(route::ENROLLMENT, Notice::Appealed);
    Ok(())
}

/// Keeps an entry. In a draft the next step follows; after **Enroll now** the tracker, which says what begins again.
#[cfg(feature = "ssr")]
async fn entered(
    request: &str,
    command: Command,
    filled_with: Option<Mark>,
    step: Step,
) -> Result<(), PortalError> {
    use tierline_core::enrollment::State;

    let request = crate::backend::parse::request(request)?;
    let portal = crate::backend::portal()?;
    portal.enroll(command, filled_with, request).await?;
    let page = portal.enrollment().await?;
    match page.begun {
        Some(begun) if begun.enrollment.state != State::Draft => {
            crate::backend::done(route::ENROLLMENT, Notice::EnrollmentChanged);
        }
        Some(begun) => {
            crate::backend::go(&route::enroll_step(post::after(step, &begun.steps).code()))
        }
        None => crate::backend::go(route::ENROLL),
    }
    Ok(())
}
