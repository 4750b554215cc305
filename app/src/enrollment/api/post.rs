//! Parses the fields of the steps into core types.

use tierline_core::{
    Refusal,
    enrollment::{self, LegalProfile, MailDomain, PrimaryContact, Progress, Step, SupportContact},
    market::Language,
    text::{CompanyName, EmailAddress, HttpUrl, PersonName, PhoneNumber, TextError},
};

use crate::{
    enrollment::model::StepProgress,
    error::{FieldErrors, FieldProblem, PortalError},
    i18n::Lang,
};

/// A field that may be left out: none within for one that was, none without for one that is wrong.
fn optional<T>(
    errors: &mut FieldErrors,
    field: &str,
    text: &str,
    parse: impl Fn(&str) -> Result<T, TextError>,
) -> Option<Option<T>> {
    if text.trim().is_empty() {
        return Some(None);
    }
    errors.text(field, parse(text)).map(Some)
}

pub(super) fn profile(
    name: &str,
    address: &str,
    website: &str,
) -> Result<LegalProfile, PortalError> {
    let mut errors = FieldErrors::default();
    let name = errors.text("name", CompanyName::parse(name));
    let address = errors.address("address", address);
    let website = optional(&mut errors, "website", website, HttpUrl::parse);
    let parsed = (|| {
        Some(LegalProfile {
            name: name?,
            address: address?,
            website: website?,
        })
    })();
    Ok(errors.finish(parsed)?)
}

pub(super) fn contact(
    name: &str,
    email: &str,
    phone: &str,
    language: &str,
) -> Result<PrimaryContact, PortalError> {
    let mut errors = FieldErrors::default();
    let name = errors.text("name", PersonName::parse(name));
    let email = errors.text("email", EmailAddress::parse(email));
    let phone = optional(&mut errors, "phone", phone, PhoneNumber::parse);
    let language = match Lang::from_tag(language).unwrap_or_default() {
        Lang::En => Language::English,
        Lang::ZhHant => Language::TraditionalChinese,
        Lang::ZhHans => Language::SimplifiedChinese,
    };
    let parsed = (|| {
        Some(PrimaryContact {
            name: name?,
            email: email?,
            phone: phone?,
            language,
        })
    })();
    Ok(errors.finish(parsed)?)
}

pub(super) fn support(
    email: &str,
    phone: &str,
    website: &str,
) -> Result<SupportContact, PortalError> {
    let mut errors = FieldErrors::default();
    let email = errors.text("email", EmailAddress::parse(email));
    let phone = optional(&mut errors, "phone", phone, PhoneNumber::parse);
    let website = optional(&mut errors, "website", website, HttpUrl::parse);
    let parsed = (|| {
        Some(SupportContact {
            email: email?,
            phone: phone?,
            website: website?,
        })
    })();
    Ok(errors.finish(parsed)?)
}

/// The step to go on with: the next one that the applicant has.
pub(super) fn after(step: Step, steps: &[StepProgress]) -> Step {
    let next = steps
        .iter()
        .find(|it| it.step > step && it.progress != Progress::NotNeeded);
    next.map_or(Step::Review, |it| it.step)
}

/// Core's refusal of a mail service stands beside the address; every other error stays as it is.
pub(super) fn beside_the_address(error: PortalError) -> PortalError {
    let PortalError::Refused(refusal) = &error else {
        return error;
    };
    match **refusal {
        Refusal::Enrollment(enrollment::Refusal::MailDomainRefused { domain, .. }) => {
            let problem = if domain == MailDomain::Disposable {
                FieldProblem::DisposableMail
            } else {
                FieldProblem::WebMail
            };
            PortalError::field("email", problem)
        }
        _ => error,
    }
}

/// Core's refusal of an empty appeal stands beside the statement.
pub(super) fn beside_the_statement(error: PortalError) -> PortalError {
    match &error {
        PortalError::Refused(refusal)
            if matches!(
                **refusal,
                Refusal::Enrollment(enrollment::Refusal::AppealEmpty { .. })
            ) =>
        {
            PortalError::field("statement", FieldProblem::AppealEmpty)
        }
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(error: PortalError) -> Vec<(String, FieldProblem)> {
        let PortalError::Invalid(errors) = error else {
            panic!("{error:?}")
        };
        errors
            .into_iter()
            .map(|error| (error.field, error.problem))
            .collect()
    }

    #[test]
    fn everything_wrong_with_a_step_is_said_at_once() {
        let error = profile("", " \n ", "javascript:alert(1)").unwrap_err();
        let fields: Vec<String> = wrong(error).into_iter().map(|it| it.0).collect();
        assert_eq!(fields, ["name", "address", "website"]);
        let error = contact("", "anna", "call me", "").unwrap_err();
        let fields: Vec<String> = wrong(error).into_iter().map(|it| it.0).collect();
        assert_eq!(fields, ["name", "email", "phone"]);
        assert!(support("anna@contoso.example", "", "").is_ok());
    }

    #[test]
    fn an_address_has_the_lines_that_have_something() {
        let profile = profile("Contoso", "1 Harbour Road\r\n\r\n13002 Marseille\r\n", "").unwrap();
        let lines = profile.address.iter().map(|line| line.as_str());
        let lines: Vec<&str> = lines.collect();
        assert_eq!(lines, ["1 Harbour Road", "13002 Marseille"]);
    }

    #[test]
    fn a_mail_service_is_told_beside_the_address() {
        let refusal = |domain| {
            PortalError::from(Refusal::from(enrollment::Refusal::MailDomainRefused {
                email: "anna@nowhere.example".parse().unwrap(),
                domain,
            }))
        };
        for (domain, problem) in [
            (MailDomain::WebMail, FieldProblem::WebMail),
            (MailDomain::Disposable, FieldProblem::DisposableMail),
        ] {
            let told = wrong(beside_the_address(refusal(domain)));
            assert_eq!(told, [("email".to_owned(), problem)]);
        }
        assert_eq!(
            beside_the_address(PortalError::Conflict),
            PortalError::Conflict
        );
    }
}
