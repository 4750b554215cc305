//! A file of a customer's users, with the licenses that they get.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
};

use serde::Serialize;
use tierline_app::{i18n::Lang, portal::PortalResult};
use tierline_core::{
    Evolve as _,
    access::Action,
    account::{self, User},
    ids::{AssignmentId, OrganizationId, SubscriptionId, UserId},
    import::{Effect, Problem},
    license::{self, AssignFacts, Assignment, Candidate, Dealing, Event, Pool},
    member::{self, NewUser, Removed, UserLines, add_listed, read_users},
    role::{Role, RoleSet},
};
use uuid::Uuid;

use crate::{
    account::{
        hash,
        store::{self as accounts, Beside},
        temporary_password,
    },
    fault::fault,
    import::{Importing, Line, Report, Running, Steps},
    license::{
        command::happen,
        store::{self, Holding, Stock},
    },
    member::file::{Typed, Users, users},
    pipeline::{Command, CommandResult, Context, Unit, object::Beginning},
    relationship::About,
};

/// The most lines that are applied in one transaction.
const AT_ONCE: usize = 1_000;

/// Looks at a file of users, or applies it.
pub(crate) async fn import_users(running: Running) -> PortalResult<()> {
    // Nobody is ever shown this password, and nothing keeps it: who was added signs in with one that an admin makes
    // for that user alone.
    let hash = hash(&temporary_password()).await;
    let import = ImportUsers {
        customer: running.customer()?,
        file: running.read(users).await?,
        language: running.language().await?,
        hash: hash.map_err(|error| fault(&error))?,
    };
    let todo = import.file.steps();
    let steps = Steps {
        of: todo.len(),
        at_once: AT_ONCE,
        // A line that gives back and gets is in both parts.
        apart: import.file.withdrawing(),
    };
    let part = |part: Range<usize>| ImportUsers {
        customer: import.customer,
        file: Users::of(todo.get(part).unwrap_or_default()),
        language: import.language,
        hash: import.hash.clone(),
    };
    running.run_in_steps(&import, steps, part).await
}

/// Adds the users of a file to a customer, and assigns and withdraws the licenses that the lines name: nothing when a
/// line is wrong while the file is looked at; while it is applied, such a line is left out.
#[derive(Debug, Serialize)]
struct ImportUsers {
    customer: OrganizationId,
    #[serde(skip)]
    file: Users,
    language: Lang,
    #[serde(skip)]
    hash: String,
}

/// What is stored of that which the file has.
#[derive(Debug)]
struct Facts {
    about: About,
    read: UserLines,
    /// Whoever signs in by an address of the file, by that address.
    known: HashMap<String, User>,
    /// What is kept of those who were removed from the customer's users.
    removed: HashMap<UserId, Removed>,
    /// The customer's active subscriptions to products that the lines name, locked.
    stock: Vec<Stock>,
    /// Which of the known users hold one, by subscription.
    holders: BTreeMap<SubscriptionId, BTreeSet<UserId>>,
    /// What those users hold from whom lines withdraw something, locked.
    held: Vec<Holding>,
    /// An id for each user that may be new.
    ids: Vec<UserId>,
}

impl Facts {
    fn holds(&self, user: &User, subscription: SubscriptionId) -> bool {
        let holders = self.holders.get(&subscription);
        holders.is_some_and(|holders| holders.contains(&user.id))
    }

    /// The names of these subscriptions' products.
    fn products(&self, of: &[SubscriptionId]) -> String {
        let stock = self.stock.iter();
        let named = stock.filter(|stock| of.contains(&stock.licenses.subscription.id));
        let named: Vec<&str> = named.map(|it| it.licenses.product.as_str()).collect();
        named.join("; ")
    }
}

/// What is to be made of the lines.
#[derive(Debug, Default)]
struct Plan {
    new: Vec<(UserId, account::Event)>,
    /// Those who get a license, by subscription.
    candidates: BTreeMap<SubscriptionId, Vec<User>>,
    /// Those who lose one, by subscription.
    losers: BTreeMap<SubscriptionId, BTreeSet<UserId>>,
    wrong: Vec<(u64, Problem)>,
    told: Vec<Line>,
    changed: u64,
    same: u64,
}

impl Command for ImportUsers {
    const NAME: &'static str = "import_users";
    type Facts = Facts;
    type Decision = Plan;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageUsers]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let about = About::load_for_users(unit, self.customer).await?;
        let lines = self.file.typed.iter().map(Typed::user);
        let read = read_users(&about.customer, lines);
        let addresses: Vec<String> = read
            .users
            .iter()
            .map(|(_, it)| it.user_name.key())
            .collect();
        let ids = store::users_named(unit.db, &addresses).await?;
        let known = accounts::load(unit.db, &ids).await?;
        let known = known.into_iter().map(|it| it.value);
        let known: HashMap<String, User> = known.map(|user| (user.user_name.key(), user)).collect();
        let typed = self.file.typed.iter();
        let fields = typed.clone().flat_map(|it| [&it.products, &it.withdrawn]);
        let fields: BTreeSet<&str> = fields
            .map(String::as_str)
            .filter(|it| !it.is_empty())
            .collect();
        let (stock, holders) = if fields.is_empty() {
            (Vec::new(), BTreeMap::new())
        } else {
            let now = unit.now();
            let stock = store::stock(unit.db, self.customer, &fields, now).await?;
            let of = stock
                .iter()
                .map(|it| it.licenses.subscription.id.into_uuid());
            let of: Vec<Uuid> = of.collect();
            let holders = store::holders_of(unit.db, self.customer, &of, &ids).await?;
            (stock, holders)
        };
        let losing: BTreeSet<u64> = typed
            .filter(|it| !it.withdrawn.is_empty())
            .map(|it| it.line)
            .collect();
        let losing = (read.users.iter())
            .filter(|(line, _)| losing.contains(line))
            .filter_map(|(_, new)| known.get(&new.user_name.key()));
        let losing: Vec<Uuid> = losing.map(|user| user.id.into_uuid()).collect();
        let strangers = known
            .values()
            .filter(|it| !it.roles.contains_key(&self.customer));
        let strangers: Vec<Uuid> = strangers.map(|user| user.id.into_uuid()).collect();
        Ok(Facts {
            removed: accounts::removed(unit.db, self.customer, &strangers).await?,
            held: store::held_by_these(unit.db, self.customer, &losing).await?,
            about,
            known,
            stock,
            holders,
            ids: addresses.iter().map(|_| unit.new_id()).collect(),
            read,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Plan> {
        let (about, actor) = (facts.about.facts(), context.actor()?);
        member::may_help(about, RoleSet::of(&[Role::User]), &actor)?;
        license::may_manage(about, &actor)?;
        let mut plan = Plan::default();
        plan.wrong.clone_from(&self.file.wrong);
        plan.wrong.extend(facts.read.wrong.iter().cloned());
        let typed: HashMap<u64, &Typed> = self.file.typed.iter().map(|it| (it.line, it)).collect();
        let listed: Vec<Listed<'_>> = (facts.read.users.iter().zip(&facts.ids))
            .map(|((line, new), id)| Listed {
                line: *line,
                new,
                id: *id,
                products: typed.get(line).map_or("", |it| it.products.as_str()),
                withdrawn: typed.get(line).map_or("", |it| it.withdrawn.as_str()),
            })
            .collect();
        let mut dealing = Dealing::of(facts.stock.iter().map(Stock::shelf));
        // What is given back by any line is free for all of them.
        let mut taken: HashMap<u64, Vec<SubscriptionId>> = HashMap::new();
        for listed in &listed {
            match listed.take_back(facts, &mut dealing) {
                Ok(from) => {
                    taken.insert(listed.line, from);
                }
                Err(problems) => plan.is_wrong(listed.line, problems),
            }
        }
        for listed in &listed {
            let Some(taken) = taken.remove(&listed.line) else {
                continue;
            };
            let planned = listed.plan(facts, taken, &mut dealing, context, &mut plan)?;
            if let Err(problems) = planned {
                plan.is_wrong(listed.line, problems);
            }
        }
        plan.wrong.sort();
        Ok(plan)
    }

    async fn apply(&self, facts: Facts, plan: Plan, unit: &mut Unit<'_>) -> CommandResult<()> {
        let now = unit.now();
        let withdrawn = withdrawn(&facts, &plan, unit)?;
        let assigned = self.assigned(&facts, &plan, unit)?;
        // First: what is given back may go to somebody else.
        let held = facts.held.into_iter().map(|it| it.stored).collect();
        happen(unit, held, withdrawn).await?;
        unit.write_events().await?;
        let new = plan.new.into_iter().map(|(id, event)| {
            let beside = Beside {
                password_hash: self.hash.clone(),
                language: self.language,
                at: now,
            };
            Beginning::of(id, event, beside)
        });
        unit.create_all::<User>(new.collect()).await?;
        unit.write_events().await?;
        let assigned = assigned
            .into_iter()
            .map(|(id, event)| Beginning::of(id, event, ()));
        unit.create_all::<Assignment>(assigned.collect()).await?;
        Ok(())
    }
}

impl ImportUsers {
    /// The licenses, as core assigns them: of each subscription to all who are to get one, or to nobody.
    fn assigned(
        &self,
        facts: &Facts,
        plan: &Plan,
        unit: &Unit<'_>,
    ) -> CommandResult<Vec<(AssignmentId, Event)>> {
        let actor = unit.context.actor()?;
        let mut assigned = Vec::new();
        for stock in &facts.stock {
            let id = stock.licenses.subscription.id;
            let users = plan.candidates.get(&id).map_or(&[][..], Vec::as_slice);
            let candidates: Vec<_> = users
                .iter()
                .map(|user| Candidate {
                    user,
                    holds_one: false,
                    assignment: unit.new_id(),
                })
                .collect();
            let pool = stock.licenses.pool();
            let free = plan.losers.get(&id).map_or(0, BTreeSet::len);
            let free = u32::try_from(free).unwrap_or(u32::MAX);
            let known = AssignFacts {
                about: facts.about.facts(),
                pool: Pool {
                    assigned: pool.assigned.saturating_sub(free),
                    ..pool
                },
            };
            let events = license::assign_listed(known, &candidates, &actor, unit.now())?;
            assigned.extend(events);
        }
        Ok(assigned)
    }
}

/// What is withdrawn, as core withdraws it.
fn withdrawn(
    facts: &Facts,
    plan: &Plan,
    unit: &Unit<'_>,
) -> CommandResult<Vec<(AssignmentId, Event)>> {
    let is_lost = |it: &Assignment| {
        let losers = plan.losers.get(&it.subscription);
        losers.is_some_and(|losers| losers.contains(&it.user))
    };
    let lost = facts.held.iter().map(Holding::known);
    let lost: Vec<_> = lost.filter(|(it, _)| is_lost(it)).collect();
    let (about, actor) = (facts.about.facts(), unit.context.actor()?);
    Ok(license::withdraw_listed(about, &lost, &actor, unit.now())?)
}

impl Plan {
    fn is_wrong(&mut self, line: u64, problems: Vec<Problem>) {
        let problems = problems.into_iter().map(|problem| (line, problem));
        self.wrong.extend(problems);
    }
}

impl Importing for ImportUsers {
    fn report(&self, _: &Facts, plan: &Plan) -> CommandResult<Report> {
        let mut report = Report::of_wrong(self.file.lines, plan.wrong.iter().cloned());
        report.added = u64::try_from(plan.new.len()).unwrap_or(u64::MAX);
        report.changed = plan.changed;
        report.same = plan.same;
        report.told.extend(plan.told.iter().cloned());
        Ok(report)
    }
}

/// A line that core has read.
struct Listed<'a> {
    line: u64,
    new: &'a NewUser,
    id: UserId,
    products: &'a str,
    withdrawn: &'a str,
}

impl Listed<'_> {
    /// The subscriptions of which the user loses a license.
    fn take_back(
        &self,
        facts: &Facts,
        dealing: &mut Dealing<'_>,
    ) -> Result<Vec<SubscriptionId>, Vec<Problem>> {
        let user = facts.known.get(&self.new.user_name.key());
        dealing.take_back(self.withdrawn, self.products, |subscription| {
            user.is_some_and(|user| facts.holds(user, subscription))
        })
    }

    /// Decides about the line; beside it, everything that is wrong with it.
    fn plan(
        &self,
        facts: &Facts,
        taken: Vec<SubscriptionId>,
        dealing: &mut Dealing<'_>,
        context: &Context,
        plan: &mut Plan,
    ) -> CommandResult<Result<(), Vec<Problem>>> {
        let (about, actor) = (facts.about.facts(), context.actor()?);
        let known = facts.known.get(&self.new.user_name.key());
        let kept = known.map(|user| (user, facts.removed.get(&user.id).copied()));
        let event = match add_listed(about, self.new, kept, &actor, context.now) {
            Ok(event) => event,
            Err(problem) => return Ok(Err(vec![problem])),
        };
        let added = event
            .as_ref()
            .and_then(|event| User::replay(self.id, std::slice::from_ref(event)));
        let Some(user) = added.as_ref().or(known) else {
            return Ok(Ok(()));
        };
        let holds = |subscription: SubscriptionId| facts.holds(user, subscription);
        let dealt = match dealing.deal(about.customer, user, self.products, holds) {
            Ok(dealt) => dealt,
            Err(problems) => return Ok(Err(problems)),
        };
        let (products, lost) = (facts.products(&dealt), facts.products(&taken));
        let after = match &event {
            Some(_) => {
                let roles: Vec<&str> = self.new.roles.iter().map(Role::code).collect();
                format!("{}, {}", self.new.name, roles.join("; "))
            }
            None => String::new(),
        };
        let effect = match (&event, dealt.is_empty() && taken.is_empty()) {
            (Some(_), _) => Effect::Added,
            (None, false) => {
                plan.changed += 1;
                Effect::Changed
            }
            (None, true) => {
                plan.same += 1;
                return Ok(Ok(()));
            }
        };
        plan.told.push(Line {
            line: Some(self.line),
            effect,
            subject: self.new.user_name.to_string(),
            detail: products,
            before: (!lost.is_empty()).then_some(lost),
            after: (!after.is_empty()).then_some(after),
            problem: None,
        });
        for subscription in taken {
            plan.losers.entry(subscription).or_default().insert(user.id);
        }
        for subscription in dealt {
            let getting = plan.candidates.entry(subscription).or_default();
            getting.push(user.clone());
        }
        plan.new.extend(event.map(|event| (self.id, event)));
        Ok(Ok(()))
    }
}
