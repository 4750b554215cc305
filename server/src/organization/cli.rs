//! `tierline organization`, and the users that organizations get by `tierline user add`.

mod arguments;

use std::str::FromStr;

use tierline_core::{
    market::{Country, NoCountry},
    organization::{Capability, Organization},
    role::Role,
};

pub(crate) use arguments::{NewOrganization, NewUser, OrganizationCommand, OrganizationCompletion};

use super::command::{AddOrganization, AddUser, CompleteOrganization};
use crate::{
    account::{hash, temporary_password},
    cli::{AdminError, Desk, Flags, Problems, Reading, Report, names},
};

const FLAGS: Flags = Flags {
    organization: "--domain",
    user_name: "--admin-email",
};

/// A requested task; valid as far as can be checked without the database.
#[derive(Debug)]
pub(crate) enum OrganizationTask {
    Add(Box<AddOrganization>),
    Complete(Box<CompleteOrganization>),
    AddUser(Box<AddUser>),
}

impl TryFrom<OrganizationCommand> for OrganizationTask {
    type Error = Problems;

    fn try_from(said: OrganizationCommand) -> Result<OrganizationTask, Problems> {
        match said {
            OrganizationCommand::Add(said) => add(&said),
            OrganizationCommand::Complete(said) => complete(&said),
        }
    }
}

impl TryFrom<NewUser> for OrganizationTask {
    type Error = Problems;

    fn try_from(said: NewUser) -> Result<OrganizationTask, Problems> {
        let mut reading = Reading::default();
        let tenant = reading.required("--organization", &said.organization, "contoso.example");
        let name = reading.required("--name", &said.name, "'Oscar Chen'");
        let user_name = reading.required("--email", &said.email, "oscar.chen@contoso.example");
        let roles = reading.names(
            ("--role", "sales-agent"),
            &said.role,
            &Role::ALL,
            Role::code,
        );
        let language = reading.language(&said.language);
        let read = tenant
            .zip(name)
            .zip(user_name)
            .map(|((tenant, name), user_name)| AddUser {
                tenant,
                name,
                user_name,
                roles: roles.into_iter().collect(),
                language,
                password_hash: String::new(),
            });
        let new = reading.done(read)?;
        Ok(OrganizationTask::AddUser(Box::new(new)))
    }
}

impl OrganizationTask {
    /// Does it.
    pub(crate) async fn perform(self, desk: &Desk<'_>) -> Result<Report, AdminError> {
        let password = temporary_password();
        match self {
            OrganizationTask::Complete(new) => {
                let organization = desk.run(&*new, &FLAGS).await?;
                Ok(Report::of(state_of(&organization)))
            }
            OrganizationTask::Add(mut new) => {
                new.password_hash = hash(&password).await.map_err(AdminError::unprepared)?;
                let organization = desk.run(&*new, &FLAGS).await?;
                let report = Report::of(state_of(&organization));
                Ok(report.with_account(&new.admin_user_name, password, desk.sign_in()))
            }
            OrganizationTask::AddUser(mut new) => {
                new.password_hash = hash(&password).await.map_err(AdminError::unprepared)?;
                let organization = desk.run(&*new, &Flags::OF_USER).await?;
                let roles = names(new.roles.iter().map(Role::code));
                let report = Report::of(format!("{} has a new user: {roles}.", organization.name));
                Ok(report.with_account(&new.user_name, password, desk.sign_in()))
            }
        }
    }
}

fn add(said: &NewOrganization) -> Result<OrganizationTask, Problems> {
    let mut reading = Reading::default();
    let name = reading.required("--name", &said.name, "'Contoso Distribution'");
    let domain = reading.required("--domain", &said.domain, "contoso.example");
    let country: Option<MeantCountry> = reading.required("--market", &said.market, "TW");
    let country = country.map(|meant| meant.0);
    let capabilities = reading.names(
        ("--capability", "indirect-provider"),
        &said.capability,
        &Capability::ALL,
        Capability::code,
    );
    let mpn = reading.optional("--mpn", &said.mpn);
    let agreement = reading.optional("--agreement", &said.agreement);
    let admin_name = reading.required("--admin-name", &said.admin_name, "'Grace Lin'");
    let admin_user_name = reading.required(
        "--admin-email",
        &said.admin_email,
        "grace.lin@contoso.example",
    );
    let language = reading.language(&said.language);
    let read = match (name, domain, country, admin_name, admin_user_name) {
        (Some(name), Some(domain), Some(country), Some(admin_name), Some(admin_user_name)) => {
            Some(AddOrganization {
                name,
                domain,
                country,
                capabilities,
                mpn,
                agreement,
                admin_name,
                admin_user_name,
                language,
                password_hash: String::new(),
            })
        }
        _ => None,
    };
    Ok(OrganizationTask::Add(Box::new(reading.done(read)?)))
}

fn complete(said: &OrganizationCompletion) -> Result<OrganizationTask, Problems> {
    let mut reading = Reading::default();
    let tenant = reading.required("--domain", &said.domain, "contoso.example");
    if said.mpn.is_none() && said.agreement.is_none() {
        reading.missing("--mpn", "4586213");
        reading.missing("--agreement", "2026-01");
    }
    let mpn = reading.optional("--mpn", &said.mpn);
    let agreement = reading.optional("--agreement", &said.agreement);
    let read = tenant.map(|tenant| CompleteOrganization {
        tenant,
        mpn,
        agreement,
    });
    Ok(OrganizationTask::Complete(Box::new(reading.done(read)?)))
}

/// A sentence about an organization's capabilities in the program, and about the data it still lacks.
fn state_of(organization: &Organization) -> String {
    let is = Capability::ALL
        .into_iter()
        .filter(|capability| organization.capabilities.is_active(*capability));
    let mut state = format!(
        "{} is in the program: {}, domain {}, market {} (region {}).",
        organization.name,
        names(is.map(Capability::code)),
        organization.domain,
        organization.country,
        organization.country.region().code(),
    );
    if organization.capabilities.is_partner()
        && (organization.mpn.is_none() || organization.agreement.is_none())
    {
        state.push_str(
            "\nWithout an MPN ID and a signed partner agreement, it can't do new business.\n\
             Add them with `tierline organization complete`.",
        );
    }
    state
}

/// A country as a person at a terminal names it.
struct MeantCountry(Country);

impl FromStr for MeantCountry {
    type Err = NoCountry;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Country::find(text).map(MeantCountry)
    }
}
