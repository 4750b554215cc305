//! The world in memory: the state that the events so far have led to.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{TimeDelta, TimeZone, Utc};
use tierline_core::{
    Evolve as _, Timestamp,
    account::{self, User},
    actor::Actor,
    agreement::{Agreement, AgreementKind, Signature, in_force},
    catalog::{Held, Product},
    directory::{Ask, Listing},
    enrollment::Enrollment,
    event::Event,
    group::CustomerGroup,
    ids::*,
    invitation::{self, Invitation, Pace, PaceFacts},
    membership::{self, Member},
    order::Order,
    organization::{self, AccountReview, Organization, RequiredOf, SignedAgreement},
    partnership::Partnership,
    reach::Reach,
    relationship::Relationship,
    review::Case,
    role::{Role, RoleSet},
    subscription::Subscription,
    text::AgreementVersion,
};
use uuid::Uuid;

use crate::{
    data::{Cast, OrganizationData},
    group::person,
};

pub(crate) struct World {
    pub(crate) now: Timestamp,
    /// The reviews of customers' accounts that go on.
    pub(crate) reviews: BTreeMap<OrganizationId, AccountReview>,
    /// As a store would keep them.
    pub(crate) organizations: BTreeMap<String, Organization>,
    /// The same with the agreements that count now: what decisions rest on.
    standing: BTreeMap<OrganizationId, Organization>,
    pub(crate) products: BTreeMap<String, Product>,
    /// Of add-ons, the products of which the customer needs one.
    pub(crate) bases: BTreeMap<SkuId, Vec<SkuId>>,
    pub(crate) invitations: BTreeMap<String, InvitationId>,
    /// The operator's settings for sending. At the start invitations are sent as often as one likes.
    pub(crate) pace: Pace,
    /// The links made so far, in order: when, and of which invitation.
    links: Vec<(Timestamp, InvitationId)>,
    /// The links by which a tenant was made: invitation, and number.
    pub(crate) made_tenants: BTreeSet<(InvitationId, u32)>,
    invited: BTreeMap<InvitationId, Invitation>,
    partnerships: BTreeMap<PartnershipId, Partnership>,
    relationships: BTreeMap<RelationshipId, Relationship>,
    orders: BTreeMap<OrderId, Order>,
    subscriptions: BTreeMap<SubscriptionId, Subscription>,
    enrollments: BTreeMap<EnrollmentId, Enrollment>,
    cases: BTreeMap<CaseId, Case>,
    /// The operator asks a second reviewer before a review ends.
    pub(crate) asks_second: bool,
    agreements: BTreeMap<AgreementId, Agreement>,
    /// The newest signatures of the indirect reseller agreement.
    signatures: BTreeMap<OrganizationId, Signature>,
    pub(crate) listings: BTreeMap<ListingId, Listing>,
    pub(crate) asks: BTreeMap<AskId, Ask>,
    pub(crate) members: BTreeMap<MemberId, Member>,
    /// To the account of which member a user has signed in, and when.
    pub(crate) proved: BTreeMap<UserId, (MemberId, Timestamp)>,
    pub(crate) groups: BTreeMap<CustomerGroupId, CustomerGroup>,
    /// By the names with which they were added; of several, the last one.
    pub(crate) group_ids: BTreeMap<String, CustomerGroupId>,
    /// The users that a scenario has mentioned, by their names in it.
    pub(crate) users: BTreeMap<String, User>,
    /// Whom the users see, where it is not everybody.
    pub(crate) narrowed: BTreeMap<UserId, Reach>,
    made: u128,
}

/// As often as one likes.
pub(crate) fn often() -> Pace {
    Pace {
        between: TimeDelta::zero(),
        ..Pace::default()
    }
}

impl World {
    pub(crate) fn new(cast: &Cast) -> World {
        let mut world = World {
            now: Utc.with_ymd_and_hms(2026, 1, 5, 9, 0, 0).unwrap(),
            reviews: BTreeMap::new(),
            organizations: BTreeMap::new(),
            standing: BTreeMap::new(),
            products: BTreeMap::new(),
            bases: BTreeMap::new(),
            invitations: BTreeMap::new(),
            pace: often(),
            links: Vec::new(),
            made_tenants: BTreeSet::new(),
            invited: BTreeMap::new(),
            partnerships: BTreeMap::new(),
            relationships: BTreeMap::new(),
            orders: BTreeMap::new(),
            subscriptions: BTreeMap::new(),
            enrollments: BTreeMap::new(),
            cases: BTreeMap::new(),
            asks_second: false,
            agreements: BTreeMap::new(),
            signatures: BTreeMap::new(),
            listings: BTreeMap::new(),
            asks: BTreeMap::new(),
            members: BTreeMap::new(),
            proved: BTreeMap::new(),
            groups: BTreeMap::new(),
            group_ids: BTreeMap::new(),
            users: BTreeMap::new(),
            narrowed: BTreeMap::new(),
            made: 0,
        };
        for (alias, data) in &cast.organizations {
            let organization = world.organization_of(data);
            world.organizations.insert(alias.clone(), organization);
        }
        for (alias, data) in &cast.products {
            let (name, sold, limits) = (data.name.clone(), data.sold, data.limits);
            let product = Product {
                sku: world.id(),
                name,
                sold,
                limits,
                price: None,
            };
            world.products.insert(alias.clone(), product);
        }
        for (alias, data) in &cast.products {
            let sku = world.products[alias].sku;
            let bases = data.bases.iter().map(|base| world.products[base].sku);
            let bases: Vec<SkuId> = bases.collect();
            world.bases.insert(sku, bases);
        }
        world
    }

    fn organization_of(&mut self, data: &OrganizationData) -> Organization {
        Organization {
            id: self.id(),
            name: data.name.clone(),
            domain: data.domain.clone(),
            country: data.country,
            capabilities: data.capabilities,
            agreement: data.signed.then(|| SignedAgreement {
                version: "1".to_owned(),
                at: self.now,
            }),
            mpn: data.mpn.then(|| "4586213".parse().unwrap()),
            second_factor: RequiredOf::Nobody,
            suspensions: Vec::new(),
            offboarding: None,
            mpn_inactive: None,
            asked_first: false,
        }
    }

    /// A new id. Users have their own ids, computed from organization and role.
    pub(crate) fn id<T: From<Uuid>>(&mut self) -> T {
        self.made += 1;
        Uuid::from_u128(self.made).into()
    }

    pub(crate) fn organization(&self, alias: &str) -> &Organization {
        let stored = self.organizations.get(alias);
        let stored = stored.unwrap_or_else(|| panic!("there is no organization `{alias}`"));
        self.standing.get(&stored.id).unwrap_or(stored)
    }

    pub(crate) fn with_id(&self, id: OrganizationId) -> &Organization {
        let stored = || self.organizations.values().find(|it| it.id == id);
        self.standing.get(&id).or_else(stored).unwrap()
    }

    /// `reseller/global_admin`: the organization and its user.
    pub(crate) fn actor(&self, user: Option<&str>) -> (&Organization, Actor) {
        let user = user.expect("the step says who does it");
        let (alias, role) = user.split_once('/').unwrap();
        let organization = self.organization(alias);
        let role = role.parse::<Role>().unwrap();
        let id = Uuid::from_u128((organization.id.as_uuid().as_u128() << 64) + role as u128);
        let customers = self.narrowed.get(&id.into()).copied();
        (
            organization,
            Actor {
                user: id.into(),
                organization: organization.id,
                roles: RoleSet::EMPTY.with(role),
                customers: customers.unwrap_or_default(),
            },
        )
    }

    /// Gives this person an account, if there is none yet.
    pub(crate) fn meet(&mut self, user: &str) {
        if !self.users.contains_key(user) {
            let met = person(self, user);
            self.users.insert(user.to_owned(), met);
        }
    }

    /// The group that was added with this name.
    pub(crate) fn group(&self, name: &str) -> CustomerGroupId {
        let id = self.group_ids.get(name);
        *id.unwrap_or_else(|| panic!("there is no group `{name}`"))
    }

    pub(crate) fn invitation(&self, alias: &str) -> &Invitation {
        &self.invited[self
            .invitations
            .get(alias)
            .unwrap_or_else(|| panic!("there is no invitation `{alias}`"))]
    }

    /// The partnership in force, or else the last one of the two, in either direction.
    pub(crate) fn partnership(
        &self,
        first: OrganizationId,
        second: OrganizationId,
    ) -> Option<&Partnership> {
        let of_both = || {
            self.partnerships
                .values()
                .filter(|it| it.is_of(first, second))
        };
        of_both()
            .find(|it| it.is_active(self.now))
            .or_else(|| of_both().next_back())
    }

    pub(crate) fn partnerships(&self) -> impl Iterator<Item = &Partnership> {
        self.partnerships.values()
    }

    pub(crate) fn invited(&self) -> impl Iterator<Item = &Invitation> {
        self.invited.values()
    }

    pub(crate) fn relationship(
        &self,
        partner: OrganizationId,
        customer: OrganizationId,
    ) -> Option<&Relationship> {
        let of_both = || {
            self.relationships
                .values()
                .filter(|it| (it.partner, it.customer) == (partner, customer))
        };
        of_both()
            .find(|it| it.is_active())
            .or_else(|| of_both().next_back())
    }

    pub(crate) fn relationships(&self) -> impl Iterator<Item = &Relationship> {
        self.relationships.values()
    }

    pub(crate) fn subscriptions(&self) -> impl DoubleEndedIterator<Item = &Subscription> {
        self.subscriptions.values()
    }

    /// The enrollment of this organization, if it has begun one.
    pub(crate) fn enrollment(&self, organization: OrganizationId) -> Option<&Enrollment> {
        let mut all = self.enrollments.values();
        all.find(|it| it.organization == organization)
    }

    pub(crate) fn enrollments(&self) -> impl Iterator<Item = &Enrollment> {
        self.enrollments.values()
    }

    /// The operator's case of this enrollment, if a reviewer has opened one.
    pub(crate) fn case(&self, enrollment: EnrollmentId) -> Option<&Case> {
        self.cases.values().find(|it| it.enrollment == enrollment)
    }

    pub(crate) fn agreements(&self) -> impl Iterator<Item = &Agreement> {
        self.agreements.values()
    }

    /// The version of this name, if it was published.
    pub(crate) fn published(
        &self,
        kind: AgreementKind,
        version: &AgreementVersion,
    ) -> Option<&Agreement> {
        self.agreements()
            .find(|it| (it.kind, &it.version) == (kind, version))
    }

    /// The newest signature of the indirect reseller agreement.
    pub(crate) fn signature(&self, organization: OrganizationId) -> Option<&Signature> {
        self.signatures.get(&organization)
    }

    /// The number of partners that this customer has.
    pub(crate) fn partners_of(&self, customer: OrganizationId) -> usize {
        let of_it = self.relationships.values();
        of_it
            .filter(|it| it.customer == customer && it.is_active())
            .count()
    }

    /// What the inviter of this invitation has sent lately.
    pub(crate) fn pace_facts(&self, invitation: &Invitation) -> PaceFacts {
        let newest = self.links.iter().rev();
        let made: Vec<(Timestamp, &Invitation)> = newest
            .map(|(at, id)| (*at, &self.invited[id]))
            .filter(|(_, it)| it.inviter == invitation.inviter)
            .collect();
        let recipient = &invitation.message.recipient;
        let full = usize::try_from(self.pace.a_day).unwrap() - 1;
        PaceFacts {
            pace: self.pace,
            full_since: made.get(full).map(|(at, _)| *at),
            recipient_since: made
                .iter()
                .find(|(_, it)| &it.message.recipient == recipient)
                .map(|(at, _)| *at),
        }
    }

    pub(crate) fn held(&self, customer: OrganizationId, sku: SkuId) -> Held {
        self.subscriptions
            .values()
            .filter(|it| it.customer == customer && it.sku == sku)
            .fold(Held::default(), |held, it| Held {
                licenses: held.licenses + it.quantity.get(),
                subscriptions: held.subscriptions + 1,
            })
    }

    /// Applies events, in the serialized form that a store would keep.
    pub(crate) fn apply(&mut self, events: &[Event]) {
        for event in events {
            let stored = serde_json::to_string(event).unwrap();
            let read: Event = serde_json::from_str(&stored).unwrap();
            assert_eq!(&read, event, "an event survives being stored");
            self.evolve(&read);
        }
        self.stand();
    }

    /// What signatures are worth now.
    fn stand(&mut self) {
        let agreements: Vec<Agreement> = self.agreements().cloned().collect();
        let all = self.organizations.values().map(|it| {
            let signed = self.signature(it.id);
            (it.id, in_force(it.clone(), signed, &agreements, self.now))
        });
        self.standing = all.collect();
    }

    fn evolve(&mut self, event: &Event) {
        match event {
            // The new customer is already among the organizations, by its alias; users are computed from them.
            Event::User { id, event } => {
                if let account::Event::CustomersNarrowed { customers, .. } = event {
                    self.narrowed.insert(*id, *customers);
                }
                let known = self.users.values_mut().find(|it| it.id == *id);
                if let Some(user) = known {
                    user.apply(event);
                }
            }
            Event::MemberInvitation { .. }
            | Event::PriceList { .. }
            | Event::Sale { .. }
            | Event::Program { .. }
            | Event::Assignment { .. }
            | Event::OrderRequest { .. } => {}
            Event::Member { id, event } => {
                if let membership::Event::PasswordSet { .. } = event {
                    self.proved.retain(|_, (member, _)| member != id);
                }
                let after = Member::evolve(*id, self.members.remove(id), event).unwrap();
                self.members.insert(*id, after);
            }
            Event::Listing { id, event } => {
                let after = Listing::evolve(*id, self.listings.remove(id), event).unwrap();
                self.listings.insert(*id, after);
            }
            Event::Ask { id, event } => {
                let after = Ask::evolve(*id, self.asks.remove(id), event).unwrap();
                self.asks.insert(*id, after);
            }
            Event::CustomerGroup { id, event } => {
                let after = CustomerGroup::evolve(*id, self.groups.remove(id), event).unwrap();
                self.groups.insert(*id, after);
            }
            Event::Enrollment { id, event } => {
                let before = self.enrollments.remove(id);
                let after = Enrollment::evolve(*id, before, event).unwrap();
                self.enrollments.insert(*id, after);
            }
            Event::Case { id, event } => {
                let after = Case::evolve(*id, self.cases.remove(id), event).unwrap();
                self.cases.insert(*id, after);
            }
            Event::Agreement { id, event } => {
                let after = Agreement::evolve(*id, self.agreements.remove(id), event).unwrap();
                self.agreements.insert(*id, after);
            }
            Event::Organization { id, event } => {
                if let organization::Event::AgreementSigned { signature } = event
                    && signature.kind == AgreementKind::IndirectResellerAgreement
                {
                    self.signatures.insert(*id, signature.clone());
                }
                let review = AccountReview::after(self.reviews.remove(id), event);
                self.reviews.extend(review.map(|review| (*id, review)));
                let mut all = self.organizations.values_mut();
                let it = all.find(|it| it.id == *id);
                it.unwrap().apply(event);
            }
            Event::Invitation { id, event } => {
                if let invitation::Event::Sent { at, .. } = event {
                    self.links.push((*at, *id));
                }
                let after = Invitation::evolve(*id, self.invited.remove(id), event).unwrap();
                self.invited.insert(*id, after);
            }
            Event::Partnership { id, event } => {
                let after = Partnership::evolve(*id, self.partnerships.remove(id), event).unwrap();
                self.partnerships.insert(*id, after);
            }
            Event::Relationship { id, event } => {
                let after =
                    Relationship::evolve(*id, self.relationships.remove(id), event).unwrap();
                self.relationships.insert(*id, after);
            }
            Event::Order { id, event } => {
                let after = Order::evolve(*id, self.orders.remove(id), event).unwrap();
                self.orders.insert(*id, after);
            }
            Event::Subscription { id, event } => {
                let after =
                    Subscription::evolve(*id, self.subscriptions.remove(id), event).unwrap();
                self.subscriptions.insert(*id, after);
            }
        }
    }
}
