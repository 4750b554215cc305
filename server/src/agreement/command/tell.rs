use serde::Serialize;
use tierline_core::{
    agreement::{Agreement, concerns},
    ids::OrganizationId,
    organization::Organization,
};

use crate::{
    agreement::{
        follow,
        store::{
            self,
            mailing::{Mailing, Topic},
        },
    },
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// One step of telling the partners concerned of a version that was published, or of a deadline that was moved: mails
/// some of them, and notes how far that has come. The outcome is their number; none, if everybody knows.
#[derive(Debug, Serialize)]
pub(crate) struct TellPartners {
    /// The most partners of this step.
    pub at_most: u32,
}

/// A version, and those who are told of it now.
#[derive(Debug)]
pub(crate) struct Facts {
    mailing: Mailing,
    agreement: Agreement,
    partners: Vec<Organization>,
    /// The last of those that were looked at; none, if nobody is left.
    last: Option<OrganizationId>,
}

impl Command for TellPartners {
    const NAME: &'static str = "tell_partners_of_agreement";
    type Facts = Option<Facts>;
    type Decision = ();
    type Outcome = Option<u64>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Option<Facts>> {
        let now = unit.context.now;
        let Some(mailing) = store::mailing::next(unit.db).await? else {
            return Ok(None);
        };
        let stored = store::by_id(unit.db, mailing.agreement, Hold::Free).await?;
        let agreement = stored
            .ok_or(CommandError::Inconsistent("a mailing about nothing"))?
            .value;
        let next = mailing.partners(unit.db, &agreement, self.at_most).await?;
        let partners = organizations::recorded(unit.db, &next, now).await?;
        Ok(Some(Facts {
            last: next.last().copied().map(OrganizationId::from_uuid),
            partners: partners
                .into_iter()
                .map(|it| it.at(now))
                .filter(|it| concerns(agreement.kind, &it.capabilities))
                .collect(),
            agreement,
            mailing,
        }))
    }

    fn decide(&self, _: &Option<Facts>, _: &Context) -> CommandResult<()> {
        Ok(())
    }

    async fn apply(
        &self,
        facts: Option<Facts>,
        (): (),
        unit: &mut Unit<'_>,
    ) -> CommandResult<Option<u64>> {
        let Some(facts) = facts else {
            return Ok(None);
        };
        let Some(last) = facts.last else {
            facts.mailing.end(unit.db).await?;
            return Ok(Some(0));
        };
        facts.mailing.told(unit.db, last).await?;
        let url = unit.public_url();
        let partners = facts.partners.iter();
        let letters: Vec<_> = partners
            .map(|it| match facts.mailing.about {
                Topic::Published => follow::published(&facts.agreement, it, url),
                Topic::Deadline => follow::deadline_moved(&facts.agreement, it, url),
            })
            .collect();
        let number = u64::try_from(letters.len()).unwrap_or(u64::MAX);
        unit.send(letters);
        Ok(Some(number))
    }
}
