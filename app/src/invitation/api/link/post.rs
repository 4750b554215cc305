//! Parses the fields of the acceptance page into core types.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use tierline_core::{
    Refusal,
    ids::OrganizationId,
    invitation,
    relationship::{Grant, GrantSet},
    text::{CompanyName, PersonName, TenantPrefix, UserName},
};

use crate::{
    account::model::check_password,
    backend::parse,
    error::{FieldErrors, FieldProblem, PortalError},
    portal::SignUp,
    relationship::model::WHOLE,
};

/// The ticked rights, for each partner that was on the page.
pub(super) fn grants(
    partners: &[String],
    ticked: &[String],
) -> Result<Vec<(OrganizationId, GrantSet)>, PortalError> {
    let mut sets = Vec::new();
    for partner in partners {
        sets.push((parse::id::<OrganizationId>(partner)?, GrantSet::EMPTY));
    }
    for right in ticked {
        let (partner, grant) = right.split_once(':').ok_or(PortalError::Malformed)?;
        let partner: OrganizationId = parse::id(partner)?;
        let grant: Grant = grant.parse().map_err(|_| PortalError::Malformed)?;
        let (_, set) = sets
            .iter_mut()
            .find(|(id, _)| *id == partner)
            .ok_or(PortalError::Malformed)?;
        *set = set.with(grant);
    }
    Ok(sets)
}

/// The last days that were typed: of which partner's right, or of which partner's whole relationship.
pub(super) fn ends(
    typed: &BTreeMap<String, String>,
) -> Result<Vec<(OrganizationId, Option<Grant>, NaiveDate)>, PortalError> {
    let (mut days, mut errors) = (Vec::new(), FieldErrors::default());
    for (key, text) in typed {
        let of = key.trim_start_matches("on-");
        let (partner, right) = of.split_once('_').ok_or(PortalError::Malformed)?;
        let partner: OrganizationId = parse::id(partner)?;
        let right = match right {
            WHOLE => None,
            right => Some(right.parse().map_err(|_| PortalError::Malformed)?),
        };
        match parse::day(text) {
            Ok(day) => days.extend(day.map(|day| (partner, right, day.date_naive()))),
            Err(()) => errors.wrong(format!("ends[{key}]"), FieldProblem::NotValid),
        }
    }
    Ok(errors.finish(Some(days))?)
}

/// Core's refusal of an acceptance without its tick stands beside the box; every other error stays as it is.
pub(super) fn beside_the_box(error: PortalError) -> PortalError {
    match error {
        PortalError::Refused(refusal)
            if *refusal == Refusal::Invitation(invitation::Refusal::NotConfirmed) =>
        {
            PortalError::field("confirmed", FieldProblem::NotTicked)
        }
        error => error,
    }
}

/// The typed values of the sign-up form, wherever a company makes its tenant.
pub(crate) struct Typed {
    pub(crate) name: String,
    pub(crate) domain: String,
    pub(crate) country: String,
    pub(crate) admin_name: String,
    pub(crate) admin_user: String,
    pub(crate) password: String,
    pub(crate) repeated_password: String,
}

impl Typed {
    /// The typed values, or everything that is wrong with them.
    pub(crate) fn parse(self) -> Result<SignUp, PortalError> {
        let mut errors = FieldErrors::default();
        let name = errors.text("name", CompanyName::parse(&self.name));
        let domain = errors.text("domain", TenantPrefix::parse(&self.domain));
        let country = errors.country("country", &self.country);
        let admin_name = errors.text("admin_name", PersonName::parse(&self.admin_name));
        let admin_user = errors.text("admin_user", UserName::parse(&self.admin_user));
        if let Err(error) = check_password(&self.password) {
            errors.wrong("password", error);
        } else if self.password != self.repeated_password {
            errors.wrong("repeated_password", FieldProblem::PasswordsDiffer);
        }
        let parsed = (|| {
            Some(SignUp {
                name: name?,
                domain: domain?,
                country: country?,
                admin_name: admin_name?,
                admin_user: admin_user?,
                password: self.password,
            })
        })();
        Ok(errors.finish(parsed)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::FieldError;

    const PARTNER: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

    #[test]
    fn a_partner_without_a_tick_is_named_all_the_same() {
        let partners = [PARTNER.to_owned()];
        assert_eq!(grants(&partners, &[]).unwrap()[0].1, GrantSet::EMPTY);
        let ticked = [
            format!("{PARTNER}:support"),
            format!("{PARTNER}:administer"),
        ];
        let set = grants(&partners, &ticked).unwrap()[0].1;
        assert_eq!(
            set,
            GrantSet::EMPTY.with(Grant::Support).with(Grant::Administer)
        );
        assert_eq!(grants(&[], &ticked), Err(PortalError::Malformed));
    }

    #[test]
    fn a_day_is_of_a_right_or_of_the_whole() {
        let typed = |key: &str, day: &str| {
            BTreeMap::from([(format!("on-{PARTNER}_{key}"), day.to_owned())])
        };
        let read = |key, day| {
            ends(&typed(key, day)).map(|all| all.first().map(|it| (it.1, it.2.to_string())))
        };
        let day = "2030-01-31";
        assert_eq!(read("whole", day), Ok(Some((None, day.to_owned()))));
        let order = Some(Grant::OrderOnBehalf);
        assert_eq!(
            read("order_on_behalf", day),
            Ok(Some((order, day.to_owned())))
        );
        assert_eq!(read("support", " "), Ok(None));
        let field = format!("ends[on-{PARTNER}_support]");
        let wrong = PortalError::field(&field, FieldProblem::NotValid);
        assert_eq!(read("support", "soon"), Err(wrong));
        assert_eq!(read("everything", day), Err(PortalError::Malformed));
    }

    #[test]
    fn a_missing_tick_is_told_beside_its_box() {
        let refused = |refusal: invitation::Refusal| PortalError::from(Refusal::from(refusal));
        assert_eq!(
            beside_the_box(refused(invitation::Refusal::NotConfirmed)),
            PortalError::field("confirmed", FieldProblem::NotTicked)
        );
        let other = refused(invitation::Refusal::LinkMadeTenant);
        assert_eq!(beside_the_box(other.clone()), other);
    }

    #[test]
    fn everything_wrong_with_a_sign_up_is_said_at_once() {
        let typed = |password: &str| Typed {
            name: String::new(),
            domain: "-x-".to_owned(),
            country: String::new(),
            admin_name: "Ann".to_owned(),
            admin_user: "a@b".to_owned(),
            password: password.to_owned(),
            repeated_password: "another".to_owned(),
        };
        let Err(PortalError::Invalid(errors)) = typed("short").parse() else {
            panic!("was accepted")
        };
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(
            fields,
            ["name", "domain", "country", "admin_user", "password"]
        );
        let Err(PortalError::Invalid(errors)) = typed("violet kettle on tuesdays").parse() else {
            panic!("was accepted")
        };
        assert!(errors.contains(&FieldError::new(
            "repeated_password",
            FieldProblem::PasswordsDiffer
        )));
    }
}
