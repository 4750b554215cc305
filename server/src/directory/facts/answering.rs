use sqlx::PgConnection;
use tierline_app::{
    i18n::Lang,
    invitation::words::{Prefilled, prefilled_partnership},
};
use tierline_core::{
    Timestamp,
    actor::Actor,
    directory::{AnswerFacts, Ask, RequestFacts, addressee},
    ids::{AskId, InvitationId},
    invitation::{Kind, Message},
    market::Language,
    organization::Organization,
    text::{EmailAddress, MessageSubject, MessageText, TextError},
};

use crate::{
    account::store as accounts,
    directory::store,
    invitation::{Asking, store as invitations},
    organization::store as organizations,
    pipeline::{CommandError, CommandResult},
    store::{Hold, Stored},
};

/// A message that a provider answers, with the request that would come of it.
#[derive(Debug)]
pub(crate) struct Answering {
    pub ask: Stored<Ask>,
    provider: Organization,
    reseller: Organization,
    open: Option<InvitationId>,
    request: Option<Asking>,
    /// The request as the provider's user would begin to write it.
    pub message: Message,
}

impl Answering {
    pub(crate) async fn load(
        db: &mut PgConnection,
        actor: &Actor,
        id: AskId,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Answering> {
        let own = actor.organization;
        let ask = store::ask(db, own, id, hold).await?;
        let ask = ask.ok_or(CommandError::NotFound)?;
        let to = Answering::addressed(db, &ask.value).await?;
        let known = organizations::these(db, [own, ask.value.reseller], (now, hold)).await?;
        let provider = known.get(own)?.clone();
        let user = accounts::name_of(db, actor.user).await?;
        let recipient = to.clone().unwrap_or_else(|| ask.value.reply_to.clone());
        let message = written(&ask.value, recipient, &user, provider.name.as_str())
            .map_err(|_| CommandError::Inconsistent("a prefilled text is none"))?;
        let kind = |provider: &Organization| Kind::Partnership {
            provider: provider.id,
        };
        let request = match &to {
            Some(to) => {
                let asking = Asking::load(db, own, kind, to, None, None, (now, hold)).await?;
                Some(asking.0)
            }
            None => None,
        };
        let open = invitations::open_request(db, own, ask.value.reseller, now).await?;
        Ok(Answering {
            reseller: known.get(ask.value.reseller)?.clone(),
            ask,
            provider,
            open,
            request,
            message,
        })
    }

    /// Where a request that is made of this message goes.
    pub(crate) async fn addressed(
        db: &mut PgConnection,
        ask: &Ask,
    ) -> Result<Option<EmailAddress>, sqlx::Error> {
        let candidates = store::candidates(db, ask).await?;
        Ok(addressee(ask, &candidates).map(|it| it.address.clone()))
    }

    pub(crate) fn facts(&self) -> RequestFacts<'_> {
        RequestFacts {
            answer: AnswerFacts {
                organization: &self.provider,
                ask: &self.ask.value,
            },
            reseller: &self.reseller,
            draft: self.request.as_ref().map(Asking::facts),
            open: self.open,
        }
    }
}

/// The request as the provider's user would begin to write it, in the language of whoever asked.
fn written(
    ask: &Ask,
    recipient: EmailAddress,
    user: &str,
    provider: &str,
) -> Result<Message, TextError> {
    let lang = match ask.language {
        Language::English => Lang::En,
        Language::TraditionalChinese => Lang::ZhHant,
        Language::SimplifiedChinese => Lang::ZhHans,
    };
    let Prefilled { subject, text } = prefilled_partnership(lang, user, provider);
    Ok(Message {
        recipient,
        language: ask.language,
        subject: MessageSubject::parse(&subject)?,
        text: MessageText::parse(&text)?,
    })
}
