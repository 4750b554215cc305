//! Rendering facts as subject, text and HTML.
//!
//! Each mail has one file, `templates/mail/NAME.txt`, with a section for each language ([`file`]): the blocks
//! `subject`, `body` and (if it has a link) `action`. The text body is the body and the link; the HTML body is the same
//! paragraphs in `layout.html`, where everything is escaped in one place, and the link as a button. Nothing is written
//! twice.

mod file;

use std::sync::LazyLock;

use lettre::message::Mailbox;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, context};
use tierline_app::i18n::Lang;

use self::file::in_each_language;
use super::Mail;
use crate::pipeline::template::Kind;

/// A mail in its final form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// One line.
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// The end of an automatic mail, which says whom to write to.
const AUTOMATIC: &str = "automatic";

const LAYOUT: &str = "layout.html";

static ENVIRONMENT: LazyLock<Result<Environment<'static>, String>> =
    LazyLock::new(|| environment().map_err(|error| format!("{error:#}")));

fn environment() -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_trim_blocks(true);
    environment.set_lstrip_blocks(true);
    // Texts are escaped when they become HTML, all in the layout.
    environment.set_auto_escape_callback(|name| {
        if name == LAYOUT {
            AutoEscape::Html
        } else {
            AutoEscape::None
        }
    });
    environment.add_template(LAYOUT, include_str!("../../templates/mail/layout.html"))?;
    let automatic = include_str!("../../templates/mail/automatic.txt");
    for (language, source) in in_each_language(AUTOMATIC, automatic)? {
        environment.add_template_owned(name(AUTOMATIC, language), source)?;
    }
    Ok(environment)
}

/// The name of a template.
fn name(kind: &str, language: Lang) -> String {
    format!("{kind}/{}", language.tag())
}

/// The text of the mail in this language.
fn source(kind: &Kind, language: Lang) -> Result<String, Error> {
    let texts = in_each_language(kind.name, kind.file)?;
    let found = texts.into_iter().find(|(known, _)| *known == language);
    Ok(found.map(|(_, source)| source).unwrap_or_default())
}

/// Renders a mail in a language. An automatic one says whom to write to, `contact` among them.
pub(super) fn render(
    mail: &Mail,
    language: Lang,
    contact: Option<&Mailbox>,
) -> Result<Rendered, Error> {
    let environment = ENVIRONMENT
        .as_ref()
        .map_err(|error| Error::new(ErrorKind::InvalidOperation, error.clone()))?;
    let (name_of_text, source) = (name(mail.kind.name, language), source(mail.kind, language)?);
    let template = environment.template_from_named_str(&name_of_text, &source)?;
    let mut parts = template.render_captured(&mail.facts)?;
    let mut block = |name: &str| parts.with_state_mut(|state| state.render_block(name));
    let subject = one_line(&block("subject")?);
    let body = block("body")?.replace("\r\n", "\n").trim().to_owned();
    let link = mail
        .link
        .as_deref()
        .filter(|link| link.starts_with("https://") || link.starts_with("http://"));
    let action = match link {
        Some(_) => one_line(&block("action")?),
        None => String::new(),
    };
    let note = if mail.kind.is_from_a_person {
        String::new()
    } else {
        let contact = contact.map(|contact| contact.email.to_string());
        let party = mail.other_party.as_deref();
        one_line(
            &environment
                .get_template(&name(AUTOMATIC, language))?
                .render(context! { party, contact })?,
        )
    };
    let html = environment.get_template(LAYOUT)?.render(context! {
        language => language.tag(),
        subject,
        paragraphs => paragraphs(&body),
        action,
        link,
        note,
    })?;
    let mut text = match link {
        Some(link) if !body.contains(link) => format!("{body}\n\n{action}:\n{link}\n"),
        _ => format!("{body}\n"),
    };
    if !note.is_empty() {
        text = format!("{text}\n{note}\n");
    }
    Ok(Rendered {
        subject,
        text,
        html,
    })
}

/// A header has one line: characters that would begin another become spaces.
fn one_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn paragraphs(body: &str) -> Vec<Vec<&str>> {
    let mut paragraphs = vec![Vec::new()];
    for line in body.lines() {
        match paragraphs.last_mut() {
            Some(paragraph) if !line.trim().is_empty() => paragraph.push(line),
            Some(paragraph) if !paragraph.is_empty() => paragraphs.push(Vec::new()),
            _ => {}
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

#[cfg(test)]
mod tests;
