use serde::Serialize;
use tierline_core::{
    agreement::{Agreement, concerns},
    ids::OrganizationId,
    organization::Organization,
};

use crate::{
    agreement::{follow, store},
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// One step of telling the partners concerned of a version that was published: mails some of them, and notes how far
/// that has come. The outcome is their number; none, if everybody knows.
#[derive(Debug, Serialize)]
pub(crate) struct TellPartners {
    /// The most partners of this step.
    pub at_most: u32,
}

/// A version, and those who are told of it now.
#[derive(Debug)]
pub(crate) struct Facts {
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
        let Some((id, told)) = store::mailing(unit.db).await? else {
            return Ok(None);
        };
        let stored = store::by_id(unit.db, id, Hold::Free).await?;
        let agreement = stored
            .ok_or(CommandError::Inconsistent("a mailing about nothing"))?
            .value;
        let next = store::to_tell(unit.db, &agreement, told, self.at_most).await?;
        let partners = organizations::recorded(unit.db, &next, now).await?;
        Ok(Some(Facts {
            last: next.last().copied().map(OrganizationId::from_uuid),
            partners: partners
                .into_iter()
                .map(|it| it.at(now))
                .filter(|it| concerns(agreement.kind, &it.capabilities))
                .collect(),
            agreement,
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
            store::end_mailing(unit.db, facts.agreement.id).await?;
            return Ok(Some(0));
        };
        store::told(unit.db, facts.agreement.id, last).await?;
        let url = unit.public_url();
        let partners = facts.partners.iter();
        let letters: Vec<_> = partners
            .map(|it| follow::published(&facts.agreement, it, url))
            .collect();
        let number = u64::try_from(letters.len()).unwrap_or(u64::MAX);
        unit.send(letters);
        Ok(Some(number))
    }
}
