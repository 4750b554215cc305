use std::fmt;
use std::path::PathBuf;

use chrono::TimeDelta;
use lettre::{AsyncSmtpTransport, Tokio1Executor, message::Mailbox};

use super::{Flags, Problem};

/// The way mails leave.
#[derive(Clone, Debug)]
pub struct MailConfig {
    pub from: Mailbox,
    /// To whom questions about automatic mails go.
    pub contact: Option<Mailbox>,
    pub transport: MailTransport,
    /// For so long mails are kept that were sent or could not be.
    pub kept: TimeDelta,
}

#[derive(Clone, Debug)]
pub enum MailTransport {
    Smtp(SmtpUrl),
    /// One file per mail.
    Folder(PathBuf),
}

/// The address of a mail server, with its credentials: never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpUrl(String);

const SCHEMES: [(&str, &str); 3] = [
    ("smtp+starttls://", "smtp://"),
    ("smtps://", "smtps://"),
    ("smtp://", "smtp://"),
];

impl SmtpUrl {
    pub(super) fn parse(text: &str) -> Result<Self, Problem> {
        let problem = |wrong: String| Problem {
            setting: "--smtp-url (TIERLINE_SMTP_URL)",
            wrong,
            example: "smtp+starttls://user:password@mail.example.com:587",
        };
        let Some((scheme, plain)) = SCHEMES
            .into_iter()
            .find(|(scheme, _)| text.starts_with(scheme))
        else {
            let wrong = "it doesn't begin with `smtp://`, `smtp+starttls://`, or `smtps://`";
            return Err(problem(wrong.to_owned()));
        };
        let rest = text.trim_start_matches(scheme);
        if rest.contains(['?', '#']) {
            return Err(problem(
                "it has something after a `?` or `#`; the scheme alone says how to encrypt"
                    .to_owned(),
            ));
        }
        let encryption = if scheme == "smtp+starttls://" {
            "?tls=required"
        } else {
            ""
        };
        let url = Self(format!("{plain}{rest}{encryption}"));
        // The message leaves out the URL, which may hold a password.
        url.transport()
            .map_err(|error| problem(format!("it isn't a mail server address: {error}")))?;
        Ok(url)
    }

    /// A transport to this server, which connects when the first mail is sent.
    pub fn transport(
        &self,
    ) -> Result<lettre::transport::smtp::AsyncSmtpTransportBuilder, lettre::transport::smtp::Error>
    {
        AsyncSmtpTransport::<Tokio1Executor>::from_url(&self.0)
    }
}

impl fmt::Debug for SmtpUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SmtpUrl(..)")
    }
}

/// Who answers questions in a demo; nobody does.
const DEMO_CONTACT: &str = "Partner support <support@program.example>";

pub(super) fn check(flags: &Flags) -> Result<MailConfig, Vec<Problem>> {
    let mut problems = Vec::new();
    let from = flags.mail_from.parse::<Mailbox>().map_err(|error| {
        problems.push(Problem {
            setting: "--mail-from (TIERLINE_MAIL_FROM)",
            wrong: format!("`{}` isn't a valid sender: {error}", flags.mail_from),
            example: "Tierline <no-reply@example.com>",
        });
    });
    let contact = flags.mail_contact.as_deref().filter(|it| !it.is_empty());
    // The demo's people have somebody to write to.
    let contact = contact.or(flags.demo.then_some(DEMO_CONTACT));
    let contact = contact
        .map(str::parse::<Mailbox>)
        .transpose()
        .map_err(|error| {
            problems.push(Problem {
                setting: "--mail-contact (TIERLINE_MAIL_CONTACT)",
                wrong: format!("it isn't a mailbox: {error}"),
                example: "Partner support <support@example.com>",
            });
        });
    let transport = match flags.smtp_url.as_deref().filter(|url| !url.is_empty()) {
        Some(url) => SmtpUrl::parse(url)
            .map(MailTransport::Smtp)
            .map_err(|problem| problems.push(problem)),
        None => Ok(MailTransport::Folder(
            flags
                .mail_dir
                .clone()
                .unwrap_or_else(|| flags.data_dir.join("mail")),
        )),
    };
    let days = flags.mail_days.parse().ok();
    let days = days
        .filter(|days| (1..=3650).contains(days))
        .ok_or_else(|| {
            problems.push(Problem {
                setting: "--mail-days (TIERLINE_MAIL_DAYS)",
                wrong: format!("`{}` isn't a number from 1 to 3650", flags.mail_days),
                example: "30",
            });
        });
    match (from, contact, transport, days) {
        (Ok(from), Ok(contact), Ok(transport), Ok(days)) => Ok(MailConfig {
            from,
            contact,
            transport,
            kept: TimeDelta::days(days),
        }),
        _ => Err(problems),
    }
}
