use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use tierline_app::portal::PortalResult;
use tierline_core::{
    access::Action,
    ids::MemberId,
    import::{Effect, Problem},
    membership::{self, Differing, Event, KeepFacts, Member, difference},
    organization::{Organization, Party},
    text::MpnId,
};

use super::keep::operator;
use crate::{
    cli::Done,
    import::{Importing, Line, Report, Running},
    membership::{
        parse::{Listed, Members, Wrong, members},
        store,
    },
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    store::Stored,
};

/// Puts the members of a file into the registry, or only says what that would change: all of it, or nothing when a line
/// is wrong.
#[derive(Debug, Serialize)]
pub(crate) struct ImportMembers {
    #[serde(skip)]
    pub file: Members,
    pub dry_run: bool,
}

/// What an import changed, or would change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) struct Imported {
    pub lines: usize,
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    /// The wrong lines, in their order: with one, nothing was changed.
    pub wrong: Vec<Wrong>,
}

/// What is stored of that which the file has.
#[derive(Debug)]
pub(crate) struct Facts {
    operator: Organization,
    /// The members by their accounts.
    members: HashMap<String, Stored<Member>>,
    /// The members of the MPN IDs.
    mpns: HashMap<MpnId, MemberId>,
    /// Who uses a location that would move to another country.
    in_use: Vec<(MpnId, Party)>,
    /// An id for each member that may be new.
    ids: Vec<MemberId>,
    /// The accounts whose password in the file is another than the stored one.
    passwords: HashSet<String>,
}

/// What is to be made of each listed member.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    new: Vec<(MemberId, Event, Option<String>)>,
    changed: Vec<(String, Vec<Event>)>,
    /// Other passwords of members that are stored.
    passwords: Vec<(String, String)>,
    imported: Imported,
}

impl Command for ImportMembers {
    const NAME: &'static str = "import_members";
    type Facts = Facts;
    type Decision = Plan;
    type Outcome = Done<Imported>;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageMembers]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let operator = operator(unit).await?;
        let listed = self.file.members.iter();
        let accounts: Vec<String> = listed.clone().map(|it| it.new.account.key()).collect();
        let mpns: Vec<String> = listed
            .flat_map(|it| it.new.mpns())
            .map(ToString::to_string)
            .collect();
        let stored = store::lock_of_accounts(unit.db, &accounts).await?;
        let members = stored.into_iter().map(|it| (it.value.account.key(), it));
        let members: HashMap<String, Stored<Member>> = members.collect();
        let mut moved = Vec::new();
        for listed in &self.file.members {
            if let Some(stored) = members.get(&listed.new.account.key()) {
                let new = listed.new.over(&stored.value);
                moved.extend(new.moved(&stored.value).map(ToString::to_string));
            }
        }
        Ok(Facts {
            operator,
            in_use: store::in_use(unit.db, &moved).await?,
            members,
            mpns: store::known_mpns(unit.db, &mpns)
                .await?
                .into_iter()
                .collect(),
            ids: accounts.iter().map(|_| unit.new_id()).collect(),
            passwords: store::with_other_passwords(unit.db, &self.passwords()).await?,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Plan> {
        let mut plan = Plan::default();
        plan.imported.lines = self.file.lines;
        plan.imported.wrong.clone_from(&self.file.wrong);
        for (listed, id) in self.file.members.iter().zip(&facts.ids) {
            self.plan(listed, *id, facts, context, &mut plan)?;
        }
        plan.imported.wrong.sort();
        Ok(plan)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        plan: Plan,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Done<Imported>> {
        if self.dry_run || !plan.imported.wrong.is_empty() {
            return Ok(Ok(plan.imported));
        }
        let beginnings = plan.new.into_iter();
        let beginnings = beginnings.map(|(id, event, hash)| Beginning::of(id, event, hash));
        unit.create_all::<Member>(beginnings.collect()).await?;
        let mut changed = Vec::new();
        for (account, events) in plan.changed {
            if let Some(mut member) = facts.members.remove(&account) {
                let from = unit.advance(&mut member, &events);
                changed.push((member, from));
            }
        }
        let saved = store::save_all(unit.db, &changed).await?;
        if usize::try_from(saved).ok() != Some(changed.len()) {
            return Err(CommandError::Conflict);
        }
        store::set_passwords(unit.db, &plan.passwords).await?;
        Ok(Ok(plan.imported))
    }
}

/// Looks at a file of members, or applies it.
pub(crate) async fn import_file(running: Running) -> PortalResult<()> {
    let import = ImportMembers {
        file: running.read(members).await?,
        dry_run: false,
    };
    running.run(&import).await
}

impl Importing for ImportMembers {
    fn report(&self, facts: &Facts, plan: &Plan) -> CommandResult<Report> {
        let imported = &plan.imported;
        let wrong = imported.wrong.iter();
        let mut report = Report::of_wrong(
            count(imported.lines),
            wrong.map(|it| (it.line, it.problem.clone())),
        );
        report.added = count(imported.new);
        report.changed = count(imported.changed);
        report.same = count(imported.same);
        for listed in &self.file.members {
            let stored = facts.members.get(&listed.new.account.key());
            report.told.extend(told(listed, stored.map(|it| &it.value)));
        }
        Ok(report)
    }
}

/// What becomes of a listed member, MPN ID by MPN ID.
fn told<'a>(listed: &'a Listed, stored: Option<&Member>) -> impl Iterator<Item = Line> + use<'a> {
    let found = match stored {
        Some(stored) => difference(&stored.profiles, &listed.new.over(stored).profiles),
        None => difference(&[], &listed.new.profiles),
    };
    let line = |line: u64, effect: Effect, detail: String| Line {
        line: Some(line),
        effect,
        subject: listed.new.account.to_string(),
        detail,
        before: None,
        after: None,
        problem: None,
    };
    let mpns = found.into_iter().map(move |it| {
        let Differing { mpn, before, after } = it;
        let effect = if before.is_some() {
            Effect::Changed
        } else {
            Effect::Added
        };
        Line {
            before,
            after,
            ..line(listed.line_of(&mpn), effect, mpn.to_string())
        }
    });
    // Whether it is another one than before cannot be told.
    let password = (stored.is_some() && listed.password_hash.is_some())
        .then(|| line(listed.line, Effect::Changed, "password_hash".to_owned()));
    mpns.chain(password)
}

fn count(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}

impl ImportMembers {
    /// Decides about one member of the file.
    fn plan(
        &self,
        listed: &Listed,
        id: MemberId,
        facts: &Facts,
        context: &Context,
        plan: &mut Plan,
    ) -> CommandResult<()> {
        let account = listed.new.account.key();
        let stored = facts.members.get(&account);
        let owner = stored.map_or(id, |it| it.value.id);
        let others: HashSet<&MpnId> = listed
            .new
            .mpns()
            .filter(|mpn| facts.mpns.get(*mpn).is_some_and(|it| *it != owner))
            .collect();
        if !others.is_empty() {
            let wrong = others.into_iter().map(|mpn| {
                let text = mpn.to_string();
                Wrong::new(listed.line_of(mpn), Problem::Taken { text })
            });
            plan.imported.wrong.extend(wrong);
            return Ok(());
        }
        let known = KeepFacts {
            operator: &facts.operator,
            account_taken: false,
            mpns_taken: &[],
            in_use: &facts.in_use,
        };
        let (actor, now) = (context.actor()?, context.now);
        let Some(stored) = stored else {
            let event = membership::register(known, &listed.new, &actor, now)?;
            plan.new.push((id, event, listed.password_hash.clone()));
            plan.imported.new += 1;
            return Ok(());
        };
        let new = listed.new.over(&stored.value);
        let wrong = new.moved(&stored.value).filter_map(|moved| {
            let (mpn, by) = facts.in_use.iter().find(|(mpn, _)| mpn == moved)?;
            let (text, by) = (mpn.to_string(), by.name.to_string());
            Some(Wrong::new(listed.line_of(mpn), Problem::InUse { text, by }))
        });
        let wrong: Vec<Wrong> = wrong.collect();
        if !wrong.is_empty() {
            plan.imported.wrong.extend(wrong);
            return Ok(());
        }
        let mut events = membership::change(known, &stored.value, &new, &actor, now)?;
        let hash = listed.password_hash.as_ref();
        if let Some(hash) = hash.filter(|_| facts.passwords.contains(&account)) {
            events.push(membership::set_password(&facts.operator, &actor, now)?);
            plan.passwords.push((account.clone(), hash.clone()));
        }
        if events.is_empty() {
            plan.imported.same += 1;
        } else {
            plan.imported.changed += 1;
            plan.changed.push((account, events));
        }
        Ok(())
    }

    /// The accounts of the file that have a password in it, with its hash.
    fn passwords(&self) -> Vec<(String, String)> {
        let listed = self.file.members.iter();
        let with_password = listed.filter_map(|it| {
            let hash = it.password_hash.clone()?;
            Some((it.new.account.key(), hash))
        });
        with_password.collect()
    }
}
