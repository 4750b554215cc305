//! Whatever a partner can gain, by its own decision or by somebody else's: none of it comes to one that is suspended.

use tierline_core::{
    Evolve as _, Refusal,
    access::CustomerFacts,
    catalog::Held,
    customer::{self, CreateFacts, Taken},
    directory::{self, AskFacts, NewAsk},
    invitation::{self, AcceptFacts, Acceptance, DraftFacts, Kind, Pair, RelationshipIds},
    market::Language,
    order::{self, Line, OrderFacts, PartnerOfRecord},
    organization::{Event, Organization, StandingFacts, suspend},
    relationship::Side,
    role::Role,
    subscription::{Associate, Candidate, Command, Facts, Family, associate, decide},
};

use crate::common::*;

/// What is gained, by whom, and the decision that gives it.
type Gain = (
    &'static str,
    fn() -> Organization,
    fn(&Organization) -> Result<(), Refusal>,
);

const GAINS: &[Gain] = &[
    ("a request to a reseller", provider, |it| {
        let provider = it.id;
        drafted(it, Kind::Partnership { provider })
    }),
    ("a request to a customer", provider, |it| {
        asks(it, Side::IndirectProvider)
    }),
    ("a request to a customer", reseller, |it| {
        asks(it, Side::IndirectReseller)
    }),
    ("a request to a customer", direct_bill, |it| {
        asks(it, Side::DirectBill)
    }),
    ("a reseller", provider, |it| {
        become_partners(it, &reseller())
    }),
    ("a provider", reseller, |it| {
        become_partners(&provider(), it)
    }),
    ("a customer's rights", provider, |it| {
        serves(it, Side::IndirectProvider)
    }),
    ("a customer's rights", reseller, |it| {
        serves(it, Side::IndirectReseller)
    }),
    ("a customer's rights", direct_bill, |it| {
        serves(it, Side::DirectBill)
    }),
    ("rights of one customer for both", provider, |it| {
        serve_both(it, &reseller())
    }),
    ("rights of one customer for both", reseller, |it| {
        serve_both(&provider(), it)
    }),
    ("a new tenant", provider, |it| creates_for(it, &reseller())),
    ("a new tenant", reseller, |it| creates_for(&provider(), it)),
    ("a new tenant", direct_bill, creates),
    ("an order", provider, |it| {
        orders(it, Side::IndirectProvider, None)
    }),
    ("an order", direct_bill, |it| {
        orders(it, Side::DirectBill, None)
    }),
    ("an order's incentives", reseller, |it| {
        orders(&provider(), Side::IndirectProvider, Some(it))
    }),
    ("a subscription's incentives", reseller, earns),
    ("more licenses", provider, |it| {
        changes(it, Command::SetQuantity { to: 30 })
    }),
    ("more licenses from the renewal on", provider, |it| {
        let more = Command::Schedule {
            quantity: Some(30),
            upgrade: None,
            plan: None,
        };
        changes(it, more)
    }),
    ("a place in the directory", provider, |it| {
        let admin = actor(it, Role::AdminAgent);
        directory::begin(it, &profile(), &admin, day(2)).map(drop)
    }),
    ("a message of a reseller", provider, |it| {
        introduced(&reseller(), it)
    }),
    ("a message to a provider", reseller, |it| {
        introduced(it, &provider())
    }),
];

fn drafted(by: &Organization, kind: Kind) -> Result<(), Refusal> {
    let facts = DraftFacts {
        inviter: by,
        provider: None,
        addressee: None,
        partnership_with_addressee: None,
        open_duplicate: None,
    };
    let agent = actor(by, Role::SalesAgent);
    invitation::draft(facts, kind, &message(), &agent, day(2)).map(drop)
}

fn asks(by: &Organization, side: Side) -> Result<(), Refusal> {
    let partner = by.id;
    drafted(by, Kind::Relationship { partner, side })
}

/// A global admin of this organization accepts what these partners ask for together; the first of them has sent it.
fn accepted(
    kind: Kind,
    partners: &[&Organization],
    by: &Organization,
    together: bool,
) -> Result<(), Refusal> {
    let pairs: Vec<Pair<'_>> = partners
        .iter()
        .map(|&partner| Pair {
            partner,
            partnership: None,
            relationship: None,
        })
        .collect();
    let invitation = invitation(partners[0], kind, None);
    let partnership = together.then(|| partnership(partners[1], partners[0]));
    let facts = AcceptFacts {
        invitation: &invitation,
        link: 1,
        organization: by,
        addressee: None,
        partners: &pairs,
        partnership: partnership.as_ref(),
        in_force: 0,
    };
    let acceptance = Acceptance {
        confirmed: true,
        grants: Vec::new(),
        ends: Vec::new(),
    };
    let ids = RelationshipIds {
        partnership: id(21),
        first: id(22),
        second: id(23),
    };
    let admin = actor(by, Role::GlobalAdmin);
    invitation::accept(facts, &acceptance, ids, &admin, day(2)).map(drop)
}

fn become_partners(provider: &Organization, reseller: &Organization) -> Result<(), Refusal> {
    let kind = Kind::Partnership {
        provider: provider.id,
    };
    accepted(kind, &[provider], reseller, false)
}

fn serves(partner: &Organization, side: Side) -> Result<(), Refusal> {
    let kind = Kind::Relationship {
        partner: partner.id,
        side,
    };
    accepted(kind, &[partner], &customer(), false)
}

fn serve_both(provider: &Organization, reseller: &Organization) -> Result<(), Refusal> {
    let kind = Kind::JointRelationship {
        reseller: reseller.id,
        provider: provider.id,
    };
    accepted(kind, &[reseller, provider], &customer(), true)
}

fn creates_for(provider: &Organization, reseller: &Organization) -> Result<(), Refusal> {
    let together = partnership(provider, reseller);
    let facts = CreateFacts {
        partner: provider,
        reseller: Some((reseller, Some(&together))),
        providers: &[],
        taken: Taken::default(),
        products: &[],
        offers: &[],
    };
    customer::may_begin(facts, &actor(provider, Role::SalesAgent), day(2)).map(drop)
}

fn creates(partner: &Organization) -> Result<(), Refusal> {
    let facts = CreateFacts {
        partner,
        reseller: None,
        providers: &[],
        taken: Taken::default(),
        products: &[],
        offers: &[],
    };
    customer::may_begin(facts, &actor(partner, Role::SalesAgent), day(2)).map(drop)
}

/// An order of this partner, for a customer that has given it every right, with this partner of record.
fn orders(
    partner: &Organization,
    side: Side,
    of_record: Option<&Organization>,
) -> Result<(), Refusal> {
    let customer = customer();
    let served = relationship(partner, &customer, side, side.asks_for());
    let ties = of_record.map(|reseller| {
        let side = Side::IndirectReseller;
        (
            partnership(partner, reseller),
            relationship(reseller, &customer, side, side.asks_for()),
        )
    });
    let named = of_record.zip(ties.as_ref());
    let products = [(offer(50, "Business Basic").product, Held::default())];
    let facts = OrderFacts {
        partner,
        customer: &customer,
        relationship: Some(&served),
        providers: &[],
        partner_of_record: named.map(|(reseller, (together, serves))| PartnerOfRecord {
            reseller,
            partnership: Some(together),
            relationship: Some(serves),
        }),
        products: &products,
        offers: &[],
        bases: &[],
        under_review: false,
    };
    let lines = [Line::of(id(50), 25, id(60))];
    let agent = actor(partner, Role::SalesAgent);
    order::order(facts, id(70), &lines, &agent, day(2)).map(drop)
}

/// A subscription that this provider has ordered, and who it names or what it does with it.
fn of_subscription<T>(
    provider: &Organization,
    decision: impl FnOnce(Facts<'_>) -> Result<T, Refusal>,
) -> Result<(), Refusal> {
    let (customer, side) = (customer(), Side::IndirectProvider);
    let tie = relationship(provider, &customer, side, side.asks_for());
    let (family, orderer) = (Family::of(subscription(None)), provider.party());
    let facts = Facts {
        family: &family,
        subscription: family.base.id,
        access: CustomerFacts {
            organization: provider,
            customer: &customer,
            relationship: Some(&tie),
            providers: &[],
        },
        orderer: &orderer,
        of_record: None,
        under_review: false,
        offers: &[offer(50, "Business Basic")],
        held: Held::default(),
    };
    decision(facts).map(drop)
}

fn changes(provider: &Organization, command: Command) -> Result<(), Refusal> {
    let agent = actor(provider, Role::AdminAgent);
    of_subscription(provider, |facts| decide(facts, command, &agent, day(2)))
}

/// Another reseller than the one of record so far is named.
fn earns(reseller: &Organization) -> Result<(), Refusal> {
    let (provider, side) = (provider(), Side::IndirectReseller);
    let named = Organization {
        id: id(6),
        ..reseller.clone()
    };
    let together = partnership(&provider, &named);
    let tie = relationship(&named, &customer(), side, side.asks_for());
    let candidate = Candidate {
        partner: &named,
        partnership: Some(&together),
        relationship: Some(&tie),
    };
    let asked = Associate::SetPartnerOfRecord { to: Some(named.id) };
    let agent = actor(&provider, Role::AdminAgent);
    of_subscription(&provider, |facts| {
        associate(facts, Some(candidate), asked, &agent, day(2))
    })
}

fn introduced(reseller: &Organization, provider: &Organization) -> Result<(), Refusal> {
    let facts = AskFacts {
        reseller,
        provider,
        partnership: None,
        waiting: None,
        earlier: &[],
        all_waiting: 0,
    };
    let new = NewAsk {
        reply_to: "anna@mail.example".parse().unwrap(),
        language: Language::English,
        message: "We would like to work with you.".parse().unwrap(),
    };
    let agent = actor(reseller, Role::SalesAgent);
    directory::ask(facts, &new, &agent, day(2)).map(drop)
}

/// The same partner, suspended by all who can do it, alone and together.
fn suspended(partner: &Organization) -> Vec<Organization> {
    let operator = operator();
    let by_operator = |partner: &Organization| {
        let facts = StandingFacts {
            operator: &operator,
            organization: partner,
        };
        let reason = "invoices are overdue".parse().unwrap();
        let admin = actor(&operator, Role::ProgramAdmin);
        let event = suspend(facts, &reason, &admin, day(1)).unwrap();
        after(partner, &event)
    };
    let mut all = vec![by_operator(partner)];
    if partner.capabilities.indirect_reseller.is_some() {
        let by_enrollment = after(partner, &Event::SuspendedByEnrollment { at: day(1) });
        all.push(by_operator(&by_enrollment));
        all.push(by_enrollment);
    }
    all
}

fn after(partner: &Organization, event: &Event) -> Organization {
    let mut partner = partner.clone();
    partner.apply(event);
    partner
}

#[test]
fn nothing_new_comes_to_a_suspended_partner() {
    for (what, partner, gain) in GAINS {
        let partner = partner();
        let open = gain(&partner).map_err(|refusal| refusal.code());
        assert_eq!(open, Ok(()), "{what} of {}", partner.name);
        for suspended in suspended(&partner) {
            let refusal = gain(&suspended).unwrap_err();
            assert_eq!(
                refusal.code(),
                "capability_inactive",
                "{what} of {}",
                partner.name
            );
        }
    }
}
