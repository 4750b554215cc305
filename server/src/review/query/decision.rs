//! A decision before it is made: the same facts, the same rule, and the same letters, none of which is sent.

use tierline_app::{
    portal::PortalResult,
    review::model::{DecisionPage, MailPreview},
};
use tierline_core::{
    Evolve as _,
    ids::EnrollmentId,
    review::{CaseFacts, Command, Ruling, decide, ends_review, rule},
};

use super::reviewer;
use crate::{
    enrollment::follow::letters,
    fault::fault,
    mail,
    organization::query::failed,
    pipeline::{
        Read,
        letter::{self, Letter},
    },
    review::facts::Known,
    store::Hold,
};

/// What would come of this ruling.
pub(crate) async fn decision(
    read: &mut Read,
    id: EnrollmentId,
    ruling: &Ruling,
) -> PortalResult<DecisionPage> {
    let (_, actor) = reviewer(read).await?;
    let (settings, now) = (read.settings().await?, read.now());
    let moment = (read.now(), Hold::Free);
    let known = Known::load(read.db(), &actor, id, settings, moment).await?;
    let facts = known.facts()?;
    let command = Command::Rule(ruling.clone());
    let may = decide(facts, &command, &actor, now).map(drop);
    let verdicts = rule(facts.enrollment, ruling).map_err(tierline_core::Refusal::from)?;
    let waits = facts.asks_second && ends_review(facts.enrollment, &verdicts);
    // The letters are those of the decision itself, also where a second reviewer has to agree to it first.
    let alone = CaseFacts {
        asks_second: false,
        ..facts
    };
    let decided = decide(alone, &command, &actor, now).unwrap_or_default();
    let mut after = facts.enrollment.clone();
    for event in &decided.enrollment.enrollment {
        after.apply(event);
    }
    let config = &read.state.config;
    let mut company = facts.organization.clone();
    for event in &decided.enrollment.organization {
        company.apply(event);
    }
    let letters = letters(
        &decided.enrollment.enrollment,
        &after,
        &company,
        (None, &config.public_url),
    );
    let name = facts.organization.name.to_string();
    let mark = known.mark()?;
    let mails = previews(read, letters).await?;
    Ok(DecisionPage {
        enrollment: id,
        name,
        waits,
        may,
        mails,
        mark,
        verdicts,
    })
}

/// The mails of these letters as they would be sent.
pub(crate) async fn previews(
    read: &mut Read,
    letters: Vec<Letter>,
) -> PortalResult<Vec<MailPreview>> {
    let mails = letter::mails(read.db(), letters).await.map_err(failed)?;
    let contact = read.state.config.mail.contact.as_ref();
    let shown = mails.into_iter().map(|it| {
        let rendered = mail::preview(&it.template, it.language, contact);
        let rendered = rendered.map_err(|it| fault(&it))?;
        Ok(MailPreview {
            to: it.to,
            subject: rendered.subject,
            text: rendered.text,
        })
    });
    shown.collect()
}
