use serde::Serialize;
use tierline_app::form::mark::{Changed, Mark, StoredField};
use tierline_core::{
    access::Action,
    ids::MemberId,
    membership::{self, Edit, Event, KeepFacts, Member, NewMember},
    organization::{Organization, Party},
    text::{EmailAddress, MpnId},
};

use crate::{
    mark,
    membership::store,
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    store::{Hold, Stored},
};

/// The operator, for a change of the registry.
pub(super) async fn operator(unit: &mut Unit<'_>) -> CommandResult<Organization> {
    let own = unit.context.actor()?.organization;
    let known = organizations::these(unit.db, [own], (unit.context.now, Hold::Locked)).await?;
    Ok(known.get(own)?.clone())
}

/// Those of the MPN IDs that other members have.
async fn taken(unit: &mut Unit<'_>, new: &NewMember, but: MemberId) -> CommandResult<Vec<MpnId>> {
    let mpns: Vec<String> = new.mpns().map(ToString::to_string).collect();
    let known = store::known_mpns(unit.db, &mpns).await?;
    let others = known.into_iter().filter(|(_, member)| *member != but);
    Ok(others.map(|(mpn, _)| mpn).collect())
}

/// Puts a member into the registry.
#[derive(Debug, Serialize)]
pub(crate) struct RegisterMember {
    pub account: EmailAddress,
    #[serde(skip)]
    pub new: NewMember,
    #[serde(skip)]
    pub password_hash: Option<String>,
}

/// The facts for a new member, and its id.
#[derive(Debug)]
pub(crate) struct NewFacts {
    operator: Organization,
    account_taken: bool,
    mpns_taken: Vec<MpnId>,
    id: MemberId,
}

impl Command for RegisterMember {
    const NAME: &'static str = "register_member";
    type Facts = NewFacts;
    type Decision = Event;
    type Outcome = MemberId;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageMembers]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<NewFacts> {
        let id = unit.new_id();
        Ok(NewFacts {
            operator: operator(unit).await?,
            account_taken: store::is_account_taken(unit.db, &self.new.account, id).await?,
            mpns_taken: taken(unit, &self.new, id).await?,
            id,
        })
    }

    fn decide(&self, facts: &NewFacts, context: &Context) -> CommandResult<Event> {
        let known = KeepFacts {
            operator: &facts.operator,
            account_taken: facts.account_taken,
            mpns_taken: &facts.mpns_taken,
            in_use: &[],
        };
        let actor = context.actor()?;
        Ok(membership::register(known, &self.new, &actor, context.now)?)
    }

    async fn apply(
        &self,
        facts: NewFacts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<MemberId> {
        let password = self.password_hash.clone();
        unit.create::<Member>(Beginning::of(facts.id, event, password))
            .await?;
        Ok(facts.id)
    }
}

/// Edits a member of the registry.
#[derive(Debug, Serialize)]
pub(crate) struct EditMember {
    pub id: MemberId,
    pub edit: Edit,
    pub filled_with: Option<Mark>,
}

/// The facts for an edit.
#[derive(Debug)]
pub(crate) struct EditFacts {
    operator: Organization,
    member: Stored<Member>,
    new: NewMember,
    account_taken: bool,
    mpns_taken: Vec<MpnId>,
    in_use: Vec<(MpnId, Party)>,
}

impl Command for EditMember {
    const NAME: &'static str = "edit_member";
    type Facts = EditFacts;
    type Decision = Vec<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageMembers]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<EditFacts> {
        let operator = operator(unit).await?;
        let member = store::by_id(unit.db, self.id, Hold::Locked).await?;
        let member = member.ok_or(CommandError::NotFound)?;
        let new = self.edit.of(&member.value);
        let new = new.map_err(tierline_core::Refusal::from)?;
        let moved: Vec<String> = new.moved(&member.value).map(ToString::to_string).collect();
        Ok(EditFacts {
            account_taken: store::is_account_taken(unit.db, &new.account, self.id).await?,
            mpns_taken: taken(unit, &new, self.id).await?,
            in_use: store::in_use(unit.db, &moved).await?,
            operator,
            member,
            new,
        })
    }

    fn decide(&self, facts: &EditFacts, context: &Context) -> CommandResult<Vec<Event>> {
        let known = KeepFacts {
            operator: &facts.operator,
            account_taken: facts.account_taken,
            mpns_taken: &facts.mpns_taken,
            in_use: &facts.in_use,
        };
        let (member, actor) = (&facts.member.value, context.actor()?);
        let events = membership::change(known, member, &facts.new, &actor, context.now)?;
        mark::unless_changed(self.changed(member)?, events)
    }

    async fn apply(
        &self,
        mut facts: EditFacts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut facts.member, &events).await
    }
}

impl EditMember {
    /// The stored values, if somebody else has changed them since the form was filled.
    fn changed(&self, member: &Member) -> CommandResult<Option<Changed>> {
        let mark = self.filled_with.as_ref();
        let fields = |values: &Vec<(String, String)>| {
            let fields = values.iter();
            let fields = fields.map(|(name, value)| StoredField::new(name.clone(), value.as_str()));
            fields.collect()
        };
        match (edited(member, &self.edit), entered(&self.edit)) {
            (Some(stored), Some(new)) => Ok(mark::changed(&stored, &new, mark, fields)?),
            _ => Ok(None),
        }
    }
}

type Values = Vec<(String, String)>;

fn values(of: &[(&str, &str)]) -> Values {
    let pairs = of.iter();
    pairs
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

const fn status(is_active: bool) -> &'static str {
    if is_active { "active" } else { "inactive" }
}

/// The values of the form for a profile or location, as stored: what its mark is of.
pub(in crate::membership) fn stored(member: &Member, mpn: &MpnId) -> Option<Values> {
    if let Some((_, location)) = member.location(mpn) {
        return Some(values(&[
            ("name", location.name.as_str()),
            ("country", location.country.code()),
            ("status", status(location.is_active)),
        ]));
    }
    let profile = member.profiles.iter().find(|it| it.mpn == *mpn)?;
    Some(values(&[
        ("name", profile.name.as_str()),
        ("status", status(profile.is_active)),
    ]))
}

/// What is stored of that which the edit saves over.
fn edited(member: &Member, edit: &Edit) -> Option<Values> {
    match edit {
        Edit::Account { .. } => Some(values(&[("account", member.account.as_str())])),
        Edit::Profile { mpn, .. } | Edit::Location { mpn, .. } => stored(member, mpn),
        Edit::AddProfile { .. } | Edit::AddLocation { .. } => None,
    }
}

fn entered(edit: &Edit) -> Option<Values> {
    match edit {
        Edit::Account { account } => Some(values(&[("account", account.as_str())])),
        Edit::Profile {
            name, is_active, ..
        } => Some(values(&[
            ("name", name.as_str()),
            ("status", status(*is_active)),
        ])),
        Edit::Location {
            name,
            country,
            is_active,
            ..
        } => Some(values(&[
            ("name", name.as_str()),
            ("country", country.code()),
            ("status", status(*is_active)),
        ])),
        Edit::AddProfile { .. } | Edit::AddLocation { .. } => None,
    }
}

/// Sets the password of a member's account.
#[derive(Debug, Serialize)]
pub(crate) struct SetMemberPassword {
    pub id: MemberId,
    #[serde(skip)]
    pub hash: String,
}

impl Command for SetMemberPassword {
    const NAME: &'static str = "set_member_password";
    type Facts = (Organization, Stored<Member>);
    type Decision = Event;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageMembers]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let operator = operator(unit).await?;
        let member = store::by_id(unit.db, self.id, Hold::Locked).await?;
        Ok((operator, member.ok_or(CommandError::NotFound)?))
    }

    fn decide(&self, (operator, _): &Self::Facts, context: &Context) -> CommandResult<Event> {
        let actor = context.actor()?;
        Ok(membership::set_password(operator, &actor, context.now)?)
    }

    /// That it was set is in the history, and the password nowhere but where it is kept.
    async fn apply(
        &self,
        (_, mut member): Self::Facts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut member, &[event]).await?;
        Ok(store::set_password(unit.db, self.id, &self.hash).await?)
    }
}
