use serde::Serialize;
use tierline_app::{
    i18n::Lang,
    invitation::words::{Prefilled, prefilled_partnership},
};
use tierline_core::{
    access::Action,
    directory::{self, AnswerFacts, Ask, AskCommand, AskEvent},
    ids::{AskId, InvitationId},
    invitation::{self, Event, Invitation, Kind, Message},
    market::Language,
    text::{MessageSubject, MessageText, TextError},
};

use crate::{
    account,
    directory::store,
    invitation::Asking,
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    store::{Hold, Stored},
};

/// Turns a message into a partnership request: a draft, addressed to whoever asked and written in that user's language.
#[derive(Debug, Serialize)]
pub(crate) struct AnswerAsk {
    pub id: AskId,
}

/// The facts, and the id that the request gets.
pub(crate) struct Answering {
    ask: Stored<Ask>,
    asking: Asking,
    kind: Kind,
    message: Message,
    invitation: InvitationId,
}

impl Command for AnswerAsk {
    const NAME: &'static str = "answer_ask";
    type Facts = Answering;
    type Decision = (Vec<Event>, AskEvent);
    type Outcome = InvitationId;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::RequestPartnership]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Answering> {
        let actor = unit.context.actor()?;
        let own = actor.organization;
        let ask = store::ask(unit.db, own, self.id, Hold::Locked).await?;
        let ask = ask.ok_or(CommandError::NotFound)?;
        let name = organizations::name(unit.db, own).await?;
        let name = name.ok_or(CommandError::NotFound)?;
        let user = account::store::name_of(unit.db, actor.user).await?;
        let message = written(&ask.value, &user, &name)
            .map_err(|_| CommandError::Inconsistent("a prefilled text is none"))?;
        let known = (unit.now(), Hold::Locked);
        let (asking, kind) = Asking::load(
            unit.db,
            own,
            |provider| Kind::Partnership {
                provider: provider.id,
            },
            &message.recipient,
            None,
            None,
            known,
        )
        .await?;
        Ok(Answering {
            ask,
            asking,
            kind,
            message,
            invitation: unit.new_id(),
        })
    }

    fn decide(&self, facts: &Answering, context: &Context) -> CommandResult<Self::Decision> {
        let (actor, now) = (context.actor()?, context.now);
        let answer = AnswerFacts {
            organization: &facts.asking.inviter,
            ask: &facts.ask.value,
        };
        let command = AskCommand::Answer {
            invitation: facts.invitation,
        };
        let answered = directory::decide_ask(answer, &command, &actor, now)?;
        let asked = facts.asking.facts();
        let drafted = invitation::draft(asked, facts.kind, &facts.message, &actor, now)?;
        Ok((drafted, answered))
    }

    async fn apply(
        &self,
        mut facts: Answering,
        (drafted, answered): Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<InvitationId> {
        let beginning = Beginning {
            id: facts.invitation,
            events: drafted,
            beside: (),
        };
        unit.create::<Invitation>(beginning).await?;
        unit.apply_events(&mut facts.ask, &[answered]).await?;
        Ok(facts.invitation)
    }
}

/// The request as the provider's user would begin to write it.
fn written(ask: &Ask, user: &str, provider: &str) -> Result<Message, TextError> {
    let lang = match ask.language {
        Language::English => Lang::En,
        Language::TraditionalChinese => Lang::ZhHant,
        Language::SimplifiedChinese => Lang::ZhHans,
    };
    let Prefilled { subject, text } = prefilled_partnership(lang, user, provider);
    Ok(Message {
        recipient: ask.reply_to.clone(),
        language: ask.language,
        subject: MessageSubject::parse(&subject)?,
        text: MessageText::parse(&text)?,
    })
}
