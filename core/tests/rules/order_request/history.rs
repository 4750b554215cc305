//! Random histories of a request, compared with a model of a few lines.

use proptest::prelude::*;
use tierline_core::{
    Evolve as _, Timestamp,
    actor::Actor,
    order_request::{
        Approval, Command, Event, Facts, NewIds, OrderRequest, Side, Status, Wanted, When, approve,
        ask_customer, change, decide, estimate, lapse, set_asked_first,
    },
    relationship,
    role::Role,
};

use crate::common::*;

/// An attempt, by whoever makes it.
#[derive(Clone, Debug)]
enum Try {
    Agree,
    Disagree,
    Change(u32),
    Approve,
    Decline,
    Withdraw,
    Say,
    /// The customer wants to be asked first from now on, or not.
    AskFirst(bool),
    /// The reseller's relationship ends.
    End,
    /// So many days pass.
    Days(i64),
    /// The job runs.
    Job,
}

const WHO: [Option<Side>; 4] = [
    Some(Side::Reseller),
    Some(Side::Provider),
    Some(Side::Customer),
    None,
];

fn tries() -> impl Strategy<Value = (bool, Vec<(Option<Side>, Try)>)> {
    let one = prop_oneof![
        3 => Just(Try::Agree),
        1 => Just(Try::Disagree),
        3 => (26..40u32).prop_map(Try::Change),
        3 => Just(Try::Approve),
        1 => Just(Try::Decline),
        1 => Just(Try::Withdraw),
        2 => Just(Try::Say),
        2 => any::<bool>().prop_map(Try::AskFirst),
        1 => Just(Try::End),
        2 => (0..9i64).prop_map(Try::Days),
        1 => Just(Try::Job),
    ];
    let who = prop::sample::select(&WHO[..]);
    (any::<bool>(), prop::collection::vec((who, one), 0..40))
}

/// What is so, by the words of the documentation.
#[derive(Debug)]
struct Model {
    status: Status,
    asks_first: bool,
    asked_customer: bool,
    agreed: bool,
    wants: u32,
    revision: u32,
    messages: u32,
    approvals: u32,
    serves: bool,
    day: i64,
}

impl Model {
    fn lapses(&mut self) {
        let waits = matches!(
            self.status,
            Status::WaitingForCustomer | Status::WaitingForProvider
        );
        if waits && (self.day >= 32 || !self.serves) {
            self.status = Status::Lapsed;
        }
    }

    /// Whether this happens, by that side; if so, it has.
    fn try_it(&mut self, who: Option<Side>, it: &Try) -> bool {
        self.lapses();
        let provider_may = who == Some(Side::Provider) && self.status == Status::WaitingForProvider;
        let customer_may = who == Some(Side::Customer)
            && self.asked_customer
            && self.status == Status::WaitingForCustomer;
        let waits = matches!(
            self.status,
            Status::WaitingForCustomer | Status::WaitingForProvider
        );
        let happens = match it {
            Try::Agree | Try::Disagree => customer_may,
            Try::Change(to) => provider_may && *to != self.wants,
            Try::Approve => provider_may && (!self.asks_first || self.agreed),
            Try::Decline => provider_may,
            Try::Withdraw => who == Some(Side::Reseller) && waits,
            Try::Say => match who {
                Some(Side::Reseller) => self.serves,
                Some(Side::Provider) => true,
                Some(Side::Customer) => self.asked_customer,
                None => false,
            },
            Try::AskFirst(_) => who == Some(Side::Customer),
            Try::End | Try::Days(_) | Try::Job => true,
        };
        if happens {
            self.has(it);
        }
        happens
    }

    fn has(&mut self, it: &Try) {
        match it {
            Try::Agree => {
                self.agreed = true;
                self.status = Status::WaitingForProvider;
            }
            Try::Disagree | Try::Decline => self.status = Status::Declined,
            Try::Change(to) => {
                self.wants = *to;
                self.revision += 1;
                self.agreed = false;
                self.asked_customer |= self.asks_first;
                if self.asked_customer {
                    self.status = Status::WaitingForCustomer;
                }
            }
            Try::Approve => {
                self.approvals += 1;
                self.status = Status::Approved;
            }
            Try::Withdraw => self.status = Status::Withdrawn,
            Try::Say => self.messages += 1,
            Try::AskFirst(asks) => {
                self.asks_first = *asks;
                if *asks && self.status == Status::WaitingForProvider && !self.agreed {
                    self.asked_customer = true;
                    self.status = Status::WaitingForCustomer;
                }
            }
            Try::End => self.serves = false,
            Try::Days(days) => self.day += days,
            Try::Job => {}
        }
    }
}

/// What is stored.
struct Stored {
    world: RequestWorld,
    request: OrderRequest,
    now: Timestamp,
    made: u32,
}

impl Stored {
    fn facts(&self) -> Facts<'_> {
        Facts {
            request: &self.request,
            parties: self.world.parties(),
            subscription: self.world.subject().subscription(),
        }
    }

    fn actor(&self, who: Option<Side>) -> Actor {
        let organization = match who {
            Some(Side::Reseller) => self.world.reseller.clone(),
            Some(Side::Provider) => self.world.provider.clone(),
            Some(Side::Customer) => self.world.customer.clone(),
            None => stranger(),
        };
        actor(&organization, Role::GlobalAdmin)
    }

    fn events(&self, who: Option<Side>, it: &Try) -> Option<Vec<Event>> {
        let by = self.actor(who);
        let run = |command: &Command| {
            let decided = decide(self.facts(), command, &by, self.now);
            decided.ok().map(|event| vec![event])
        };
        let revision = self.request.revision;
        let reason = || "Not now".parse().unwrap();
        match it {
            Try::Agree => run(&Command::Agree { revision }),
            Try::Disagree => run(&Command::Disagree { reason: reason() }),
            Try::Decline => run(&Command::Decline { reason: reason() }),
            Try::Withdraw => run(&Command::Withdraw),
            Try::Say => run(&Command::Say {
                text: "Well?".parse().unwrap(),
            }),
            Try::Change(to) => {
                let wanted = Wanted::Quantity {
                    subscription: id(60),
                    from: 25,
                    to: *to,
                    when: When::Now,
                };
                let subject = self.world.subject();
                let facts = self.facts();
                let changed = change(facts, Some(subject), &wanted, None, revision, &by, self.now);
                changed.ok().map(|event| vec![event])
            }
            Try::Approve => {
                let subject = self.world.subject();
                let wanted = self.request.wanted();
                let estimate = estimate(self.world.parties(), subject, wanted, self.now);
                let shown = Approval {
                    revision,
                    cost: estimate.map(|it| it.cost()).unwrap_or_default(),
                    confirmed: true,
                };
                let ids = NewIds {
                    order: id(71),
                    subscriptions: &[],
                };
                let approved = approve(self.facts(), Some(subject), &shown, ids, &by, self.now);
                approved.ok().map(|(event, _)| vec![event])
            }
            Try::AskFirst(asks) => {
                let customer = &self.world.customer;
                let set = set_asked_first(customer, &by, *asks, self.now).ok()?;
                let asked = ask_customer(&self.request, self.now);
                let asked = asked.filter(|_| {
                    *asks && set.is_some() && self.status() == Status::WaitingForProvider
                });
                Some(asked.into_iter().collect())
            }
            Try::Job => Some(lapse(self.facts(), self.now).into_iter().collect()),
            Try::End | Try::Days(_) => Some(Vec::new()),
        }
    }

    fn happen(&mut self, it: &Try, events: &[Event]) {
        for event in events {
            self.request.apply(event);
            self.made += u32::from(matches!(event, Event::Approved { .. }));
        }
        match it {
            Try::AskFirst(asks) => self.world.customer.asked_first = *asks,
            Try::End => self.world.serves.apply(&relationship::Event::Ended {
                at: self.now,
                by: id(1),
            }),
            Try::Days(days) => self.now += chrono::TimeDelta::days(*days),
            _ => {}
        }
    }

    /// The state as it is at this moment, written down or not.
    fn status(&self) -> Status {
        match lapse(self.facts(), self.now) {
            Some(_) => Status::Lapsed,
            None => self.request.status(self.now),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// It is approved at most once, by nobody but the provider, and after any attempts it is as the model says.
    #[test]
    fn a_request_is_what_the_model_says((asks_first, tries) in tries()) {
        let mut world = RequestWorld::new();
        world.customer.asked_first = asks_first;
        // The time for taking licenses back plays no part in it: there are only more.
        let asked = Event::Asked {
            reseller: id(2),
            provider: id(1),
            customer: id(4),
            wanted: order_request().asked,
            prices: order_request().prices,
            note: None,
            losing: std::collections::BTreeSet::new(),
            asks_customer: asks_first,
            lapses: day(32),
            at: day(2),
            by: id(7),
        };
        let request = OrderRequest::evolve(id(950), None, &asked).unwrap();
        let mut model = Model {
            status: if asks_first { Status::WaitingForCustomer } else { Status::WaitingForProvider },
            asks_first,
            asked_customer: asks_first,
            agreed: false,
            wants: 30,
            revision: 0,
            messages: 0,
            approvals: 0,
            serves: true,
            day: 2,
        };
        let mut stored = Stored { world, request, now: day(2), made: 0 };
        for (who, it) in tries {
            let events = stored.events(who, &it);
            let happens = model.try_it(who, &it);
            prop_assert_eq!(events.is_some(), happens, "{:?} by {:?}: {:?}", it, who, model);
            if let Some(events) = events {
                let approves = events.iter().any(|event| matches!(event, Event::Approved { .. }));
                prop_assert!(!approves || who == Some(Side::Provider));
                stored.happen(&it, &events);
            }
            model.lapses();
            prop_assert_eq!(stored.status(), model.status, "{:?}", it);
            prop_assert_eq!(stored.request.revision, model.revision);
            prop_assert_eq!(stored.request.messages, model.messages);
            prop_assert_eq!(stored.made, model.approvals);
            prop_assert!(stored.made <= 1);
        }
    }
}
