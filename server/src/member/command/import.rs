//! A file of a customer's users, with the licenses that they get.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;
use tierline_app::{i18n::Lang, portal::PortalResult};
use tierline_core::{
    Evolve as _,
    access::Action,
    account::{self, User},
    ids::{AssignmentId, OrganizationId, SubscriptionId, UserId},
    import::{Effect, Problem},
    license::{self, AssignFacts, Assignment, Candidate, Dealing, Event},
    member::{self, NewUser, UserLines, add_listed, read_users},
    role::{Role, RoleSet},
};

use crate::{
    account::{
        hash,
        store::{self as accounts, Beside},
        temporary_password,
    },
    fault::fault,
    import::{Importing, Line, Report, Running},
    license::store::{self, Stock},
    member::file::{Typed, Users, users},
    pipeline::{Command, CommandResult, Context, Unit, object::Beginning},
    relationship::About,
};

/// The most new objects of one statement.
const BATCH: usize = 5_000;

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
    running.run(&import).await
}

/// Adds the users of a file to a customer, and assigns the licenses that the lines name: all of it, or nothing when a
/// line is wrong.
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
    /// The customer's active subscriptions, locked.
    stock: Vec<Stock>,
    /// Which of the known users hold one, by subscription.
    holders: BTreeMap<SubscriptionId, BTreeSet<UserId>>,
    /// An id for each user that may be new.
    ids: Vec<UserId>,
}

/// What is to be made of the lines.
#[derive(Debug, Default)]
struct Plan {
    new: Vec<(UserId, account::Event)>,
    /// Those who get a license, by subscription.
    candidates: BTreeMap<SubscriptionId, Vec<User>>,
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
        let assigns = self.file.typed.iter().any(|it| !it.products.is_empty());
        let stock = if assigns {
            store::stock(unit.db, self.customer).await?
        } else {
            Vec::new()
        };
        let mut holders = BTreeMap::new();
        for it in &stock {
            let id = it.licenses.subscription.id;
            let hold = store::holders(unit.db, self.customer, id, &ids).await?;
            holders.insert(id, hold);
        }
        Ok(Facts {
            about,
            known: known.map(|user| (user.user_name.key(), user)).collect(),
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
        let products: HashMap<u64, &str> = self
            .file
            .typed
            .iter()
            .map(|it| (it.line, it.products.as_str()))
            .collect();
        let mut dealing = Dealing::of(facts.stock.iter().map(Stock::shelf));
        for ((line, new), id) in facts.read.users.iter().zip(&facts.ids) {
            let products = products.get(line).copied().unwrap_or_default();
            let listed = Listed {
                line: *line,
                new,
                id: *id,
                products,
            };
            if let Err(problems) = listed.plan(facts, &mut dealing, context, &mut plan)? {
                let problems = problems.into_iter().map(|problem| (*line, problem));
                plan.wrong.extend(problems);
            }
        }
        plan.wrong.sort();
        Ok(plan)
    }

    async fn apply(&self, facts: Facts, plan: Plan, unit: &mut Unit<'_>) -> CommandResult<()> {
        let now = unit.now();
        let assigned = self.assigned(&facts, &plan, unit)?;
        let mut new = plan.new.into_iter();
        while new.len() > 0 {
            let some = new.by_ref().take(BATCH).map(|(id, event)| {
                let beside = Beside {
                    password_hash: self.hash.clone(),
                    language: self.language,
                    at: now,
                };
                Beginning::of(id, event, beside)
            });
            unit.create_all::<User>(some.collect()).await?;
            unit.write_events().await?;
        }
        let mut assigned = assigned.into_iter();
        while assigned.len() > 0 {
            let some = assigned.by_ref().take(BATCH);
            let some = some.map(|(id, event)| Beginning::of(id, event, ()));
            unit.create_all::<Assignment>(some.collect()).await?;
            unit.write_events().await?;
        }
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
            let known = AssignFacts {
                about: facts.about.facts(),
                pool: stock.licenses.pool(),
            };
            let events = license::assign_listed(known, &candidates, &actor, unit.now())?;
            assigned.extend(events);
        }
        Ok(assigned)
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
}

impl Listed<'_> {
    /// Decides about the line; beside it, everything that is wrong with it.
    fn plan(
        &self,
        facts: &Facts,
        dealing: &mut Dealing<'_>,
        context: &Context,
        plan: &mut Plan,
    ) -> CommandResult<Result<(), Vec<Problem>>> {
        let (about, actor) = (facts.about.facts(), context.actor()?);
        let known = facts.known.get(&self.new.user_name.key());
        let event = match add_listed(about, self.new, known, &actor, context.now) {
            Ok(event) => event,
            Err(problem) => return Ok(Err(vec![problem])),
        };
        let added = event
            .as_ref()
            .and_then(|event| User::replay(self.id, std::slice::from_ref(event)));
        let Some(user) = added.as_ref().or(known) else {
            return Ok(Ok(()));
        };
        let holds = |subscription: SubscriptionId| {
            let holders = facts.holders.get(&subscription);
            holders.is_some_and(|holders| holders.contains(&user.id))
        };
        let dealt = match dealing.deal(about.customer, user, self.products, holds) {
            Ok(dealt) => dealt,
            Err(problems) => return Ok(Err(problems)),
        };
        let products: Vec<&str> = facts
            .stock
            .iter()
            .filter(|stock| dealt.contains(&stock.licenses.subscription.id))
            .map(|stock| stock.licenses.product.as_str())
            .collect();
        let after = match &event {
            Some(_) => {
                let roles: Vec<&str> = self.new.roles.iter().map(Role::code).collect();
                format!("{}, {}", self.new.name, roles.join("; "))
            }
            None => String::new(),
        };
        let effect = match (&event, dealt.is_empty()) {
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
            detail: products.join("; "),
            before: None,
            after: (!after.is_empty()).then_some(after),
            problem: None,
        });
        for subscription in dealt {
            let getting = plan.candidates.entry(subscription).or_default();
            getting.push(user.clone());
        }
        plan.new.extend(event.map(|event| (self.id, event)));
        Ok(Ok(()))
    }
}
