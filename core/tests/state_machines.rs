//! Random histories of invitations, partnerships and relationships, compared with models of a few lines.

use chrono::TimeDelta;
use common::*;
use proptest::prelude::*;
use tierline_core::testing as common;
use tierline_core::{
    Evolve as _, Refusal, Timestamp,
    customer::{EndingFacts, ending},
    invitation::{
        self, AcceptFacts, Acceptance, AnswerFacts, Command, Delivery, DraftFacts, Invitation,
        Kind, ManageFacts, Pace, PaceFacts, Pair, RelationshipIds, Status, VALIDITY,
    },
    organization::Organization,
    partnership::{self, NOTICE, Partnership},
    relationship::{self, Grant, Relationship, Side},
    role::Role,
    subscription::Subscription,
};

/// An attempt on an invitation.
#[derive(Clone, Copy, Debug)]
enum Try {
    Wait(i64),
    Send,
    Resend,
    Cancel,
    Open(u32),
    Accept(u32),
    Decline(u32),
    Lapse,
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = prop_oneof![
        (0..60i64).prop_map(Try::Wait),
        Just(Try::Send),
        Just(Try::Resend),
        Just(Try::Cancel),
        (0..4u32).prop_map(Try::Open),
        (0..4u32).prop_map(Try::Accept),
        (0..4u32).prop_map(Try::Decline),
        Just(Try::Lapse),
    ];
    prop::collection::vec(one, 0..25)
}

/// The model: a status, the number of the newest link, and when it expires.
#[derive(Debug)]
struct Model {
    status: Status,
    link: u32,
    expires: Timestamp,
}

impl Model {
    fn status(&self, now: Timestamp) -> Status {
        let open = matches!(self.status, Status::Sent | Status::Opened);
        if open && now >= self.expires {
            Status::Expired
        } else {
            self.status
        }
    }

    /// Whether the attempt succeeds; updates the status if it does.
    fn attempt(&mut self, attempt: Try, now: Timestamp) -> bool {
        use Status::{Accepted, Canceled, Declined, Draft, Expired, Opened, Sent};
        let status = self.status(now);
        let answerable = |link| link == self.link && matches!(status, Sent | Opened);
        let after = match attempt {
            Try::Wait(_) => return true,
            Try::Lapse if status == Expired => Some(Expired),
            Try::Lapse => return true,
            Try::Send if status == Draft => Some(Sent),
            Try::Resend if matches!(status, Sent | Opened | Expired) => Some(Sent),
            Try::Cancel if matches!(status, Draft | Sent | Opened) => Some(Canceled),
            Try::Open(link) if answerable(link) => Some(Opened),
            Try::Accept(link) if answerable(link) => Some(Accepted),
            Try::Decline(link) if answerable(link) => Some(Declined),
            _ => None,
        };
        let Some(after) = after else { return false };
        if after == Sent {
            self.link += 1;
            self.expires = now + VALIDITY;
        }
        self.status = after;
        true
    }
}

struct Run {
    provider: Organization,
    reseller: Organization,
    invitation: Invitation,
}

impl Run {
    fn facts(&self) -> DraftFacts<'_> {
        DraftFacts {
            inviter: &self.provider,
            provider: None,
            addressee: Some(&self.reseller),
            partnership_with_addressee: None,
            open_duplicate: None,
        }
    }

    fn attempt(&self, attempt: Try, now: Timestamp) -> Result<Vec<invitation::Event>, Refusal> {
        let agent = actor(&self.provider, Role::AdminAgent);
        let admin = actor(&self.reseller, Role::GlobalAdmin);
        let manage = |command| {
            invitation::decide(
                ManageFacts {
                    invitation: &self.invitation,
                    draft: self.facts(),
                    // Whatever the pace, the states are the same.
                    pace: PaceFacts {
                        pace: Pace {
                            between: TimeDelta::zero(),
                            ..Pace::default()
                        },
                        ..PaceFacts::default()
                    },
                },
                &command,
                &agent,
                now,
            )
        };
        match attempt {
            Try::Wait(_) => Ok(Vec::new()),
            Try::Lapse => Ok(self.invitation.lapse(now).into_iter().collect()),
            Try::Send => manage(Command::Send {
                delivery: Delivery::Portal,
            }),
            Try::Resend => manage(Command::Resend {
                delivery: Delivery::OwnMail,
            }),
            Try::Cancel => manage(Command::Cancel),
            Try::Open(link) => invitation::open(&self.invitation, link, now),
            Try::Accept(link) => {
                let partners = [Pair {
                    partner: &self.provider,
                    partnership: None,
                    relationship: None,
                }];
                let facts = AcceptFacts {
                    invitation: &self.invitation,
                    link,
                    organization: &self.reseller,
                    addressee: None,
                    partners: &partners,
                    partnership: None,
                    in_force: 0,
                };
                let ids = RelationshipIds {
                    partnership: id(1),
                    first: id(2),
                    second: id(3),
                };
                let acceptance = Acceptance {
                    confirmed: true,
                    grants: Vec::new(),
                    ends: Vec::new(),
                };
                let accepted = invitation::accept(facts, &acceptance, ids, &admin, now)?;
                assert!(accepted.partnership.is_some() && accepted.relationships.is_empty());
                Ok(accepted.invitation)
            }
            Try::Decline(link) => {
                let facts = AnswerFacts {
                    invitation: &self.invitation,
                    link,
                    organization: &self.reseller,
                    addressee: None,
                };
                invitation::decline(facts, None, &admin, now)
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn invitations(tries in tries()) {
        let (provider, reseller) = (provider(), reseller());
        let kind = Kind::Partnership { provider: provider.id };
        let mut now = day(1);
        let facts = DraftFacts { inviter: &provider, provider: None, addressee: Some(&reseller), partnership_with_addressee: None, open_duplicate: None };
        let mut history = invitation::draft(facts, kind, &message(), &actor(&provider, Role::AdminAgent), now).unwrap();
        let draft = Invitation::evolve(id(INVITATION), None, &history[0]).unwrap();
        let mut run = Run { provider, reseller, invitation: draft };
        let mut model = Model { status: Status::Draft, link: 0, expires: now };
        let mut accepted = 0;
        for attempt in tries {
            if let Try::Wait(days) = attempt {
                now += TimeDelta::days(days);
            }
            let outcome = run.attempt(attempt, now);
            prop_assert_eq!(outcome.is_ok(), model.attempt(attempt, now), "{:?} {:?} {:?}", attempt, outcome, model);
            for event in outcome.unwrap_or_default() {
                accepted += u32::from(matches!(event, invitation::Event::Accepted { .. }));
                run.invitation = Invitation::evolve(run.invitation.id, Some(run.invitation), &event).unwrap();
                history.push(event);
            }
            prop_assert_eq!(run.invitation.status(now), model.status(now));
            prop_assert_eq!(run.invitation.link, model.link);
            prop_assert_eq!(run.invitation.is_open(now), matches!(model.status(now), Status::Sent | Status::Opened));
        }
        prop_assert!(accepted <= 1, "a link works once");
        let folded = history.iter().fold(None, |state, event| Invitation::evolve(id(INVITATION), state, event));
        prop_assert_eq!(folded, Some(run.invitation), "the history is the state");
    }

    /// For any attempts: only a provider ends at once, only a reseller revokes and grants again, and an ended
    /// partnership stays ended.
    #[test]
    fn partnerships(tries in prop::collection::vec((0..40i64, 0..3usize, 0..4u8), 0..15)) {
        let organizations = [provider(), reseller(), stranger()];
        let [provider, reseller, _] = &organizations;
        let mut it = partnership(provider, reseller);
        let (mut now, mut over, mut revoked) = (day(1), None::<Timestamp>, false);
        for (days, who, what) in tries {
            now += TimeDelta::days(days);
            let command = match what {
                0 => Some(partnership::Command::RevokeTenantAdmin),
                1 => Some(partnership::Command::End { reason: None }),
                2 => Some(partnership::Command::GrantTenantAdmin),
                _ => None,
            };
            let organization = &organizations[who];
            let facts = partnership::PartnershipFacts { partnership: &it, organization };
            let outcome = match &command {
                Some(command) => partnership::decide(facts, command, &actor(organization, Role::GlobalAdmin), now),
                None => Ok(it.lapse(now).into_iter().collect()),
            };
            if let Some(partnership::Command::End { .. }) = command {
                // What is told before is told of exactly what would be accepted.
                let facts = partnership::EndingFacts { asked: facts, invitations: 0, requests: 0, of_record: 1, customers: 1, bought: Default::default() };
                let told = partnership::ending(facts, &actor(organization, Role::GlobalAdmin), now);
                prop_assert_eq!(told.as_ref().err(), outcome.as_ref().err());
            }
            let in_force = over.is_none_or(|over| now < over);
            let expected = match (what, who) {
                (0, 1) => in_force && !revoked,
                (1, 0) => in_force,
                (1, 1) => in_force && over.is_none(),
                (2, 1) => in_force && revoked,
                (3, _) => true,
                _ => false,
            };
            prop_assert_eq!(outcome.is_ok(), expected, "{:?} by {} {:?}", command, who, outcome);
            if expected {
                revoked = match what { 0 => true, 2 => false, _ => revoked };
                over = match (what, who) { (1, 0) => Some(now), (1, 1) => Some(now + NOTICE), _ => over };
            }
            for event in outcome.unwrap_or_default() {
                it = Partnership::evolve(it.id, Some(it), &event).unwrap();
            }
            prop_assert_eq!(it.is_active(now), over.is_none_or(|over| now < over));
            prop_assert_eq!(it.has_tenant_admin(now), it.is_active(now) && !revoked);
            prop_assert_eq!(it.ends(), over);
        }
    }

    /// Rule 5: a right that the customer takes away is gone at once, and nothing else is.
    #[test]
    fn relationships(tries in prop::collection::vec((0..4usize, any::<bool>()), 0..10)) {
        let (direct, customer) = (direct_bill(), customer());
        let mut it = relationship(&direct, &customer, Side::DirectBill, Side::DirectBill.asks_for());
        let mut granted = [true; 3];
        let mut over = false;
        let party = direct.party();
        let bought = [Subscription { partner: direct.id, partner_of_record: None, ..subscription(None) }];
        for (number, admin) in tries {
            let command = Grant::ALL.get(number).map_or(relationship::Command::End, |grant| relationship::Command::EndGrant(*grant));
            let facts = relationship::RelationshipFacts { relationship: &it, customer: &customer, partner: &party };
            let who = actor(&customer, if admin { Role::GlobalAdmin } else { Role::BillingAdmin });
            let outcome = relationship::decide(facts, command, &who, day(2));
            // What is told before is told of exactly what would be accepted.
            let told = ending(EndingFacts { asked: facts, relationships: &[], subscriptions: &bought, requests: 0 }, command, &who, day(2));
            prop_assert_eq!(told.as_ref().err(), outcome.as_ref().err());
            prop_assert_eq!(outcome.is_ok(), admin && !over && granted.get(number).copied().unwrap_or(true));
            for event in outcome.unwrap_or_default() {
                it = Relationship::evolve(it.id, Some(it), &event).unwrap();
                over |= number == 3;
                granted.get_mut(number).into_iter().for_each(|granted| *granted = false);
            }
            for (grant, granted) in Grant::ALL.into_iter().zip(granted) {
                prop_assert_eq!(it.grants(grant), granted && !over);
            }
        }
    }
}
