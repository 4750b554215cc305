//! From what was said to what core knows, or to everything that is wrong with it.

use std::{fmt::Display, str::FromStr};

use tierline_app::i18n::Lang;
use tierline_core::{organization::Capability, role::Role};

use super::{OrganizationCommand, Problems, UserCommand, arguments};
use crate::cli_command::{
    AddOrganization, AddUser, CompleteOrganization, ResetPassword, ResetSecondFactor,
};

/// What is asked for; valid as far as that can be said without the database.
#[derive(Debug)]
pub enum Request {
    #[expect(
        private_interfaces,
        reason = "made by parsing, handed on, never looked into"
    )]
    AddOrganization(Box<AddOrganization>),
    #[expect(
        private_interfaces,
        reason = "made by parsing, handed on, never looked into"
    )]
    Complete(Box<CompleteOrganization>),
    #[expect(
        private_interfaces,
        reason = "made by parsing, handed on, never looked into"
    )]
    AddUser(Box<AddUser>),
    #[expect(
        private_interfaces,
        reason = "made by parsing, handed on, never looked into"
    )]
    ResetPassword(Box<ResetPassword>),
    #[expect(
        private_interfaces,
        reason = "made by parsing, handed on, never looked into"
    )]
    ResetSecondFactor(Box<ResetSecondFactor>),
}

impl TryFrom<OrganizationCommand> for Request {
    type Error = Problems;

    fn try_from(command: OrganizationCommand) -> Result<Request, Problems> {
        match command {
            OrganizationCommand::Add(said) => {
                add_organization(&said).map(|new| Request::AddOrganization(Box::new(new)))
            }
            OrganizationCommand::Complete(said) => {
                complete(&said).map(|new| Request::Complete(Box::new(new)))
            }
        }
    }
}

impl TryFrom<UserCommand> for Request {
    type Error = Problems;

    fn try_from(command: UserCommand) -> Result<Request, Problems> {
        match command {
            UserCommand::Add(said) => add_user(&said).map(|new| Request::AddUser(Box::new(new))),
            UserCommand::Password(said) => {
                reset_password(&said).map(|reset| Request::ResetPassword(Box::new(reset)))
            }
            UserCommand::ResetSecondFactor(said) => {
                reset_second_factor(&said).map(|reset| Request::ResetSecondFactor(Box::new(reset)))
            }
        }
    }
}

fn add_organization(said: &arguments::NewOrganization) -> Result<AddOrganization, Problems> {
    let mut reading = Reading::default();
    let name = reading.required("--name", &said.name, "'Contoso Distribution'");
    let domain = reading.required("--domain", &said.domain, "contoso.example");
    let country = reading.required("--market", &said.market, "TW");
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
    match (name, domain, country, admin_name, admin_user_name) {
        (Some(name), Some(domain), Some(country), Some(admin_name), Some(admin_user_name))
            if reading.0.is_empty() =>
        {
            Ok(AddOrganization {
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
        _ => Err(Problems::new(reading.0)),
    }
}

fn complete(said: &arguments::OrganizationCompletion) -> Result<CompleteOrganization, Problems> {
    let mut reading = Reading::default();
    let tenant = reading.required("--domain", &said.domain, "contoso.example");
    if said.mpn.is_none() && said.agreement.is_none() {
        reading.missing("--mpn", "4586213");
        reading.missing("--agreement", "2026-01");
    }
    let mpn = reading.optional("--mpn", &said.mpn);
    let agreement = reading.optional("--agreement", &said.agreement);
    match tenant {
        Some(tenant) if reading.0.is_empty() => Ok(CompleteOrganization {
            tenant,
            mpn,
            agreement,
        }),
        _ => Err(Problems::new(reading.0)),
    }
}

fn add_user(said: &arguments::NewUser) -> Result<AddUser, Problems> {
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
    match (tenant, name, user_name) {
        (Some(tenant), Some(name), Some(user_name)) if reading.0.is_empty() => Ok(AddUser {
            tenant,
            name,
            user_name,
            roles: roles.into_iter().collect(),
            language,
            password_hash: String::new(),
        }),
        _ => Err(Problems::new(reading.0)),
    }
}

fn reset_password(said: &arguments::NewPassword) -> Result<ResetPassword, Problems> {
    let mut reading = Reading::default();
    match reading.required("--email", &said.email, "grace.lin@contoso.example") {
        Some(user_name) => Ok(ResetPassword {
            user_name,
            unblock: said.unblock,
            password_hash: String::new(),
        }),
        None => Err(Problems::new(reading.0)),
    }
}

fn reset_second_factor(said: &arguments::LostSecondFactor) -> Result<ResetSecondFactor, Problems> {
    let mut reading = Reading::default();
    match reading.required("--email", &said.email, "grace.lin@contoso.example") {
        Some(user_name) => Ok(ResetSecondFactor { user_name }),
        None => Err(Problems::new(reading.0)),
    }
}

/// Reads one value after the other, and collects what is wrong.
#[derive(Default)]
struct Reading(Vec<String>);

impl Reading {
    fn required<T: FromStr<Err: Display>>(
        &mut self,
        flag: &str,
        said: &Option<String>,
        example: &str,
    ) -> Option<T> {
        if said.is_none() {
            self.missing(flag, example);
        }
        self.optional(flag, said)
    }

    fn optional<T: FromStr<Err: Display>>(
        &mut self,
        flag: &str,
        said: &Option<String>,
    ) -> Option<T> {
        let text = said.as_deref()?;
        text.parse()
            .map_err(|error| self.0.push(format!("{flag}: {error}, but it is `{text}`")))
            .ok()
    }

    /// At least one of the names that there are, with hyphens or underscores.
    fn names<T: Copy>(
        &mut self,
        (flag, example): (&str, &str),
        said: &[String],
        there_are: &[T],
        code: impl Fn(T) -> &'static str,
    ) -> Vec<T> {
        if said.is_empty() {
            self.missing(flag, example);
        }
        let mut found = Vec::new();
        for text in said {
            let wanted = text.trim().replace('-', "_");
            match there_are.iter().find(|it| code(**it) == wanted) {
                Some(it) => found.push(*it),
                None => {
                    let names: Vec<String> = there_are
                        .iter()
                        .map(|it| code(*it).replace('_', "-"))
                        .collect();
                    let names = names.join(", ");
                    self.0.push(format!(
                        "{flag}: expected one of {names}, but it is `{text}`"
                    ));
                }
            }
        }
        found
    }

    fn language(&mut self, tag: &str) -> Lang {
        Lang::from_tag(tag).unwrap_or_else(|| {
            self.0.push(format!(
                "--language: expected one of en, zh-Hant, zh-Hans, but it is `{tag}`"
            ));
            Lang::default()
        })
    }

    fn missing(&mut self, flag: &str, example: &str) {
        self.0
            .push(format!("{flag} is missing; for example: {flag} {example}"));
    }
}
