use serde::Serialize;
use tierline_app::i18n::Lang;
use tierline_core::{
    access::Action,
    directory::{self, Ask, AskEvent, NewAsk},
    ids::{AskId, ListingId},
    text::{EmailAddress, MessageText},
};

use crate::{
    account,
    directory::{facts::Asking, follow, store},
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    store::Hold,
};

/// Asks the provider of a listing to partner.
#[derive(Debug, Serialize)]
pub(crate) struct AskToPartner {
    pub listing: ListingId,
    pub message: MessageText,
    pub language: Lang,
}

impl Command for AskToPartner {
    const NAME: &'static str = "ask_to_partner";
    type Facts = (Asking, EmailAddress);
    type Decision = AskEvent;
    type Outcome = AskId;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::AskToPartner]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let actor = unit.context.actor()?;
        let listing = store::listing(unit.db, self.listing, Hold::Free).await?;
        // What the directory does not show is nothing that can be asked.
        let shown = listing.filter(|listing| listing.value.published.is_some());
        let provider = shown.ok_or(CommandError::NotFound)?.value.provider;
        let asking = Asking::load(unit.db, actor.organization, provider, Hold::Locked).await?;
        let reply_to = account::store::user_name_of(unit.db, actor.user).await?;
        Ok((asking, reply_to))
    }

    fn decide(
        &self,
        (asking, reply_to): &Self::Facts,
        context: &Context,
    ) -> CommandResult<AskEvent> {
        let new = NewAsk {
            reply_to: reply_to.clone(),
            language: tierline_app::i18n::market::language(self.language),
            message: self.message.clone(),
        };
        let actor = context.actor()?;
        Ok(directory::ask(asking.facts(), &new, &actor, context.now)?)
    }

    async fn apply(
        &self,
        (asking, _): Self::Facts,
        event: AskEvent,
        unit: &mut Unit<'_>,
    ) -> CommandResult<AskId> {
        let beginning = Beginning::of(unit.new_id(), event, ());
        let ask = unit.create::<Ask>(beginning).await?;
        let letter = follow::asked(&ask, &asking.reseller.party(), unit.public_url());
        unit.send([letter]);
        Ok(ask.id)
    }
}
