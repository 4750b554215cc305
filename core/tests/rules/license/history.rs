//! Random histories of licenses, compared with a model of a few lines.

use std::collections::BTreeSet;

use proptest::{prelude::*, sample::subsequence};
use tierline_core::{
    Evolve as _, Refusal,
    access::CustomerFacts,
    account::{self, User},
    actor::Actor,
    ids::{AssignmentId, SubscriptionId},
    license::{
        self, AssignFacts, Assignment, By, Candidate, Pool, Released, assign, could_assign,
        give_back, make_room, release, withdraw,
    },
    money::Quantity,
    organization::Organization,
    role::Role,
    subscription::Status,
};

use crate::common::*;

const USERS: usize = 5;
const SUBSCRIPTIONS: usize = 2;

/// An attempt. Users and subscriptions are numbers.
#[derive(Clone, Debug)]
enum Try {
    Assign(usize, Vec<usize>),
    Withdraw(usize, Vec<usize>),
    /// From now on there are so many licenses, and these users lose theirs.
    Licenses(usize, u32, Vec<usize>),
    Status(usize, Status),
    Block(usize),
    Unblock(usize),
    Remove(usize),
    Restore(usize),
}

fn some_users() -> impl Strategy<Value = Vec<usize>> {
    subsequence((0..USERS).collect::<Vec<_>>(), 0..=USERS)
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let it = 0..SUBSCRIPTIONS;
    let statuses = prop::sample::select(&Status::ALL[..]);
    let one = prop_oneof![
        4 => (it.clone(), some_users()).prop_map(|(it, users)| Try::Assign(it, users)),
        2 => (it.clone(), some_users()).prop_map(|(it, users)| Try::Withdraw(it, users)),
        2 => (it.clone(), 1..6u32, some_users()).prop_map(|(it, to, users)| Try::Licenses(it, to, users)),
        1 => (it.clone(), statuses).prop_map(|(it, status)| Try::Status(it, status)),
        1 => it.prop_map(|it| Try::Status(it, Status::Active)),
        1 => (0..USERS).prop_map(Try::Block),
        1 => (0..USERS).prop_map(Try::Unblock),
        1 => (0..USERS).prop_map(Try::Remove),
        2 => (0..USERS).prop_map(Try::Restore),
    ];
    prop::collection::vec(one, 0..60)
}

/// The model: who holds what, and what there is.
#[derive(Debug, Default)]
struct Model {
    held: BTreeSet<(usize, usize)>,
    /// What removed users held.
    had: Vec<(usize, usize)>,
    blocked: BTreeSet<usize>,
    gone: BTreeSet<usize>,
}

impl Model {
    fn assigned(&self, subscription: usize) -> u32 {
        let of_it = self.held.iter().filter(|(it, _)| *it == subscription);
        u32::try_from(of_it.count()).unwrap()
    }
}

/// What is stored.
struct World {
    customer: Organization,
    users: Vec<User>,
    bought: [u32; SUBSCRIPTIONS],
    status: [Status; SUBSCRIPTIONS],
    assignments: Vec<Assignment>,
    day: i64,
    /// When each user was removed.
    removed: [i64; USERS],
}

impl World {
    fn new() -> World {
        World {
            customer: customer(),
            users: (0..USERS as u128)
                .map(|it| customers_user(401 + it))
                .collect(),
            bought: [3, 2],
            status: [Status::Active; SUBSCRIPTIONS],
            assignments: Vec::new(),
            day: 1,
            removed: [0; USERS],
        }
    }

    fn admin(&self) -> Actor {
        actor(&self.customer, Role::GlobalAdmin)
    }

    fn itself(&self) -> CustomerFacts<'_> {
        CustomerFacts {
            organization: &self.customer,
            customer: &self.customer,
            relationship: None,
            providers: &[],
        }
    }

    fn subscription(it: usize) -> SubscriptionId {
        id(60 + it as u128)
    }

    fn pool(&self, it: usize) -> Pool<'static> {
        let subscription = World::subscription(it);
        let mut all = self.assignments.iter();
        let assigned = all
            .by_ref()
            .filter(|it| it.is_held() && it.subscription == subscription);
        Pool {
            subscription,
            status: self.status[it],
            ..pool(self.bought[it], u32::try_from(assigned.count()).unwrap())
        }
    }

    fn held(&self, it: usize, user: usize) -> Option<&Assignment> {
        let (subscription, user) = (World::subscription(it), self.users[user].id);
        let mut all = self.assignments.iter();
        all.find(|it| it.is_held() && (it.subscription, it.user) == (subscription, user))
    }

    fn held_by(&self, it: usize, users: &[usize]) -> Vec<Assignment> {
        let held = users.iter().filter_map(|user| self.held(it, *user));
        held.cloned().collect()
    }

    fn new_id(&self, more: usize) -> AssignmentId {
        id((1_000 * (1 + self.assignments.len()) + more) as u128)
    }

    fn happen(&mut self, events: Vec<(AssignmentId, license::Event)>) {
        for (id, event) in events {
            let before = self.assignments.iter().position(|it| it.id == id);
            match before {
                Some(place) => self.assignments[place].apply(&event),
                None => self
                    .assignments
                    .extend(Assignment::evolve(id, None, &event)),
            }
        }
    }

    fn of_account(&mut self, user: usize, event: &account::Event) {
        self.users[user].apply(event);
    }

    fn try_it(&mut self, what: &Try) -> Result<(), Refusal> {
        self.day += 1;
        let (now, admin) = (day(self.day), self.admin());
        let events = match what {
            Try::Assign(it, users) => {
                let candidates: Vec<_> = users
                    .iter()
                    .enumerate()
                    .map(|(more, user)| Candidate {
                        user: &self.users[*user],
                        holds_one: self.held(*it, *user).is_some(),
                        assignment: self.new_id(more),
                    })
                    .collect();
                let facts = AssignFacts {
                    about: self.itself(),
                    pool: self.pool(*it),
                };
                assign(facts, &candidates, &admin, now)?
            }
            Try::Withdraw(it, users) => {
                let held = self.held_by(*it, users);
                let name = "Mia Kern".parse().unwrap();
                let held: Vec<_> = held.iter().map(|it| (it, &name)).collect();
                withdraw(self.itself(), &held, &admin, now)?
            }
            Try::Licenses(it, to, users) => {
                let held = self.held_by(*it, users);
                let name = "Mia Kern".parse().unwrap();
                let losing: Vec<_> = held.iter().map(|it| (it, &name)).collect();
                let to = Quantity::new(*to).unwrap();
                let by = By::actor(&admin, self.customer.id);
                let lost = make_room(&self.pool(*it), self.customer.id, to, &losing, by, now)?;
                self.bought[*it] = to.get();
                lost
            }
            Try::Status(it, status) => {
                self.status[*it] = *status;
                Vec::new()
            }
            Try::Block(user) => {
                self.of_account(*user, &blocked());
                Vec::new()
            }
            Try::Unblock(user) => {
                self.of_account(*user, &unblocked());
                Vec::new()
            }
            Try::Remove(user) => {
                let held: Vec<_> = (0..SUBSCRIPTIONS)
                    .filter_map(|it| self.held(it, *user).cloned())
                    .collect();
                let user_of = self.users[*user].clone();
                if !user_of.roles.contains_key(&self.customer.id) {
                    return Ok(());
                }
                self.removed[*user] = self.day;
                self.of_account(*user, &removed());
                release(self.customer.id, &user_of, &held, &admin, now)
            }
            Try::Restore(user) => {
                let user_of = self.users[*user].clone();
                if user_of.roles.contains_key(&self.customer.id) {
                    return Ok(());
                }
                let of_it = |it: &&Assignment| it.user == user_of.id && !it.is_held();
                let over: Vec<_> = self.assignments.iter().filter(of_it).cloned().collect();
                let released: Vec<_> = over
                    .iter()
                    .enumerate()
                    .map(|(more, assignment)| Released {
                        assignment,
                        pool: self.pool(usize::from(
                            assignment.subscription != World::subscription(0),
                        )),
                        new: self.new_id(more),
                    })
                    .collect();
                let when = day(self.removed[*user]);
                let back = give_back(self.customer.id, &user_of, when, &released, &admin, now);
                self.users[*user].roles.insert(
                    self.customer.id,
                    customers_user(401).roles_in(self.customer.id),
                );
                back.given
            }
        };
        self.happen(events);
        Ok(())
    }
}

fn blocked() -> account::Event {
    let (name, at) = ("Mia Kern".parse().unwrap(), day(2));
    account::Event::MemberBlocked {
        organization: id(4),
        partner: None,
        name,
        at,
        by: id(7),
    }
}

fn unblocked() -> account::Event {
    let (name, at) = ("Mia Kern".parse().unwrap(), day(2));
    account::Event::MemberUnblocked {
        organization: id(4),
        partner: None,
        name,
        at,
        by: id(7),
    }
}

fn removed() -> account::Event {
    let (name, at) = ("Mia Kern".parse().unwrap(), day(2));
    account::Event::MemberRemoved {
        organization: id(4),
        partner: None,
        name,
        at,
        by: id(7),
    }
}

/// What the model says of an attempt: whether it succeeds, and what is there afterwards.
fn expected(model: &mut Model, world: &World, what: &Try) -> bool {
    match what {
        Try::Assign(it, users) => {
            let new: Vec<_> = users
                .iter()
                .filter(|user| !model.held.contains(&(*it, **user)))
                .collect();
            let can = |user: &usize| !model.blocked.contains(user) && !model.gone.contains(user);
            let ok = !users.is_empty()
                && world.status[*it] == Status::Active
                && users.iter().all(can)
                && (new.is_empty() || model.assigned(*it) + new.len() as u32 <= world.bought[*it]);
            if ok {
                model.held.extend(users.iter().map(|user| (*it, *user)));
            }
            ok
        }
        Try::Withdraw(it, users) => {
            let before = model.held.len();
            model
                .held
                .retain(|(of, user)| of != it || !users.contains(user));
            before != model.held.len()
        }
        Try::Licenses(it, to, users) => {
            let losing = users
                .iter()
                .filter(|user| model.held.contains(&(*it, **user)));
            let ok = model.assigned(*it) - losing.count() as u32 <= *to;
            if ok {
                model
                    .held
                    .retain(|(of, user)| of != it || !users.contains(user));
            }
            ok
        }
        Try::Status(..) => true,
        Try::Block(user) => {
            if !model.gone.contains(user) {
                model.blocked.insert(*user);
            }
            true
        }
        Try::Unblock(user) => {
            model.blocked.remove(user);
            true
        }
        Try::Remove(user) => {
            if model.gone.insert(*user) {
                model.blocked.remove(user);
                let of_user = |it: &&(usize, usize)| it.1 == *user;
                model.had.retain(|it| it.1 != *user);
                model.had.extend(model.held.iter().filter(of_user));
                model.held.retain(|it| it.1 != *user);
            }
            true
        }
        Try::Restore(user) => {
            if model.gone.remove(user) {
                let had: Vec<_> = model
                    .had
                    .iter()
                    .filter(|it| it.1 == *user)
                    .copied()
                    .collect();
                for (it, user) in had {
                    let free = model.assigned(it) < world.bought[it];
                    if free && world.status[it] == Status::Active {
                        model.held.insert((it, user));
                    }
                }
            }
            true
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn never_more_are_assigned_than_were_bought(tries in tries()) {
        let (mut world, mut model) = (World::new(), Model::default());
        for what in tries {
            let ok = expected(&mut model, &world, &what);
            let done = world.try_it(&what);
            prop_assert_eq!(done.is_ok(), ok, "{:?}: {:?}", what, done);
            for it in 0..SUBSCRIPTIONS {
                let pool = world.pool(it);
                prop_assert!(pool.assigned <= pool.bought, "{:?}", what);
                prop_assert_eq!(pool.assigned, model.assigned(it), "{:?}", what);
                for user in 0..USERS {
                    prop_assert_eq!(world.held(it, user).is_some(), model.held.contains(&(it, user)));
                }
            }
            // Nobody holds two of one subscription, and a page says in advance what is refused.
            let held: Vec<_> = world.assignments.iter().filter(|it| it.is_held()).collect();
            let pairs: BTreeSet<_> = held.iter().map(|it| (it.subscription, it.user)).collect();
            prop_assert_eq!(pairs.len(), held.len());
            for user in (0..USERS).filter(|user| world.held(0, *user).is_none()) {
                let could = could_assign(&world.customer, &world.pool(0), &world.users[user]);
                let candidate = Candidate { user: &world.users[user], holds_one: false, assignment: id(1) };
                let facts = AssignFacts { about: world.itself(), pool: world.pool(0) };
                let does = assign(facts, &[candidate], &world.admin(), day(1)).map(drop);
                prop_assert_eq!(could.map_err(Refusal::from), does);
            }
        }
    }

    /// Whoever asks first: of many who want the last ones, as many get one as there are.
    #[test]
    fn who_comes_later_finds_them_gone(wanting in 1..60usize, bought in 1..20u32) {
        let (customer, admin) = (customer(), actor(&customer(), Role::GlobalAdmin));
        let about = CustomerFacts { organization: &customer, customer: &customer, relationship: None, providers: &[] };
        let (mut assigned, mut refused) = (0, 0);
        for number in 0..wanting as u128 {
            let user = customers_user(401 + number);
            let candidate = Candidate { user: &user, holds_one: false, assignment: id(900 + number) };
            let facts = AssignFacts { about, pool: pool(bought, assigned) };
            match assign(facts, &[candidate], &admin, day(2)) {
                Ok(events) => assigned += u32::try_from(events.len()).unwrap(),
                Err(refusal) => {
                    prop_assert_eq!(refusal.code(), "no_license_left");
                    refused += 1;
                }
            }
        }
        let wanting = u32::try_from(wanting).unwrap();
        prop_assert_eq!((assigned, refused), (wanting.min(bought), wanting.saturating_sub(bought)));
    }
}
