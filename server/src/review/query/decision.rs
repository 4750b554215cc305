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
    pipeline::Read,
    review::facts::{Known, asks_second},
    store::Hold,
};

/// What would come of this ruling.
pub(crate) async fn decision(
    read: &mut Read,
    id: EnrollmentId,
    ruling: &Ruling,
) -> PortalResult<DecisionPage> {
    let (_, actor) = reviewer(read).await?;
    let (asks_second, now) = (asks_second(&read.settings().await?), read.now());
    let moment = (read.now(), Hold::Free);
    let known = Known::load(read.db(), &actor, id, asks_second, moment).await?;
    let facts = known.facts()?;
    let command = Command::Rule(ruling.clone());
    let may = decide(facts, &command, &actor, now).map(drop);
    let verdicts = rule(facts.enrollment, ruling).map_err(tierline_core::Refusal::from)?;
    let waits = asks_second && ends_review(facts.enrollment, &verdicts);
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
    let party = facts.organization.party();
    let letters = letters(
        &decided.enrollment.enrollment,
        &after,
        &party,
        (None, &config.public_url),
    );
    let mut mails = Vec::new();
    for (to, template) in letters.iter().filter_map(|it| it.addressed()) {
        let contact = config.mail.contact.as_ref();
        let rendered = mail::preview(&template, to.language, contact).map_err(|it| fault(&it))?;
        mails.push(MailPreview {
            to: to.email.clone(),
            subject: rendered.subject,
            text: rendered.text,
        });
    }
    Ok(DecisionPage {
        enrollment: id,
        name: facts.organization.name.to_string(),
        waits,
        may,
        mails,
        mark: known.mark()?,
        verdicts,
    })
}
