//! The kinds of objects that have events, and whose events a user may read.

use super::Event;
use crate::{
    access::{self, Action},
    actor::Actor,
    organization::Organization,
    permission::SubjectKind,
};

/// The kinds, each with its stable name: one list, so that no kind can be missing from [`ObjectKind::ALL`].
macro_rules! kinds {
    ($($(#[$doc:meta])+ $kind:ident = $code:literal,)+) => {
        /// A kind of object, as stored beside its events.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ObjectKind {
            $($(#[$doc])+ $kind,)+
        }

        impl ObjectKind {
            /// Every kind.
            pub const ALL: [ObjectKind; [$($code),+].len()] = [$(ObjectKind::$kind),+];

            /// The stable name, as stored beside each event.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(ObjectKind::$kind => $code,)+
                }
            }
        }
    };
}

kinds! {
    /// An organization.
    Organization = "organization",
    /// A user's account.
    User = "user",
    /// An invitation of a new user.
    MemberInvitation = "member_invitation",
    /// An invitation.
    Invitation = "invitation",
    /// A partnership.
    Partnership = "partnership",
    /// A reseller relationship.
    Relationship = "relationship",
    /// An order.
    Order = "order",
    /// A subscription.
    Subscription = "subscription",
    /// An imported price list.
    PriceList = "price_list",
    /// The sale of a product, as the operator decides about it.
    Sale = "sale",
    /// An enrollment in the program.
    Enrollment = "enrollment",
    /// A member of the MPN registry.
    Member = "member",
    /// A version of an agreement.
    Agreement = "agreement",
    /// The operator's case of an enrollment.
    Case = "case",
    /// A provider's listing in the directory.
    Listing = "listing",
    /// A reseller's message to a provider.
    Ask = "ask",
    /// The program settings.
    Program = "program",
    /// A partner's group of customers.
    CustomerGroup = "customer_group",
    /// A license in the hands of a customer's user.
    Assignment = "assignment",
    /// A reseller's request for an order.
    OrderRequest = "order_request",
}

impl ObjectKind {
    /// Whether the actor may read events of such objects in the log of its organization: whoever may see the objects
    /// themselves. A partner and a customer see the same object by different actions; one of them is enough.
    ///
    /// ```
    /// use tierline_core::{event::ObjectKind, role::Role, testing::*};
    /// let (provider, customer) = (provider(), customer());
    /// let helpdesk = actor(&provider, Role::HelpdeskAgent);
    /// assert!(ObjectKind::Order.is_read_by(&provider, &helpdesk));
    /// assert!(!ObjectKind::Invitation.is_read_by(&provider, &helpdesk));
    /// assert!(!ObjectKind::Order.is_read_by(&customer, &actor(&customer, Role::User)));
    /// // Nobody reads the log of another organization.
    /// assert!(!ObjectKind::Order.is_read_by(&customer, &helpdesk));
    /// ```
    #[must_use]
    pub fn is_read_by(self, organization: &Organization, actor: &Actor) -> bool {
        let permitting: &[Action] = match self {
            ObjectKind::Organization
            | ObjectKind::User
            | ObjectKind::PriceList
            | ObjectKind::Member
            | ObjectKind::Agreement
            | ObjectKind::Listing => &[Action::ViewOwn],
            // Reviewers of the operator read what they review.
            ObjectKind::Enrollment => &[Action::Enroll, Action::ReviewEnrollments],
            ObjectKind::Case => &[Action::ReviewEnrollments],
            ObjectKind::Program => &[Action::ViewProgramSettings],
            ObjectKind::Sale => &[Action::ManageCatalog],
            ObjectKind::MemberInvitation => &[Action::ManageUsers],
            ObjectKind::Invitation => &[Action::ViewPartners, Action::ViewGrants],
            ObjectKind::Partnership | ObjectKind::Ask => &[Action::ViewPartners],
            ObjectKind::Relationship => &[Action::ViewCustomers, Action::ViewGrants],
            // The names of groups say something of customers whom a user may not see.
            ObjectKind::CustomerGroup => &[Action::ManageCustomerGroups],
            ObjectKind::Order | ObjectKind::Subscription => {
                &[Action::ViewCustomers, Action::ViewSubscriptions]
            }
            ObjectKind::OrderRequest => &[Action::ViewOrderRequests],
            // Of a partner, those who may help some customer's users: which, its log says by what is in it.
            ObjectKind::Assignment => {
                let roles = Action::ManageLicenses.roles_in(&organization.capabilities);
                return actor.organization == organization.id
                    && !actor.roles.intersection(roles).is_empty();
            }
        };
        permitting.iter().any(|action| {
            access::authorize_own(organization, actor, *action).is_ok()
                || access::authorize_on_program(organization, actor, *action).is_ok()
        })
    }

    /// Whether the actor, who may read of users in the log of its organization, may also read of those whom it has
    /// helped as a partner: of the users of customers, whom not everybody at a partner knows. It takes a role that
    /// helps some customer's users; whose, the log says by what is in it.
    ///
    /// ```
    /// use tierline_core::{event::ObjectKind, role::Role, testing::*};
    /// let reseller = reseller();
    /// let by = |role| ObjectKind::reads_of_customers_users(&reseller, &actor(&reseller, role));
    /// assert!(by(Role::HelpdeskAgent) && by(Role::AdminAgent));
    /// assert!(!by(Role::SalesAgent) && !by(Role::ReportViewer));
    /// ```
    #[must_use]
    pub fn reads_of_customers_users(organization: &Organization, actor: &Actor) -> bool {
        let roles = Action::ManageUsers.roles_on(&organization.capabilities, SubjectKind::Customer);
        actor.organization == organization.id && !actor.roles.intersection(roles).is_empty()
    }
}

impl Event {
    /// The kind of object that it belongs to.
    ///
    /// ```
    /// use tierline_core::{account, event::{Event, ObjectKind}, testing::*};
    /// let event = Event::User { id: id(81), event: account::Event::PasswordChanged { at: day(2) } };
    /// assert_eq!((event.kind(), event.object_id()), (ObjectKind::User, id(81)));
    /// ```
    #[must_use]
    pub const fn kind(&self) -> ObjectKind {
        match self {
            Event::Organization { .. } => ObjectKind::Organization,
            Event::User { .. } => ObjectKind::User,
            Event::MemberInvitation { .. } => ObjectKind::MemberInvitation,
            Event::Invitation { .. } => ObjectKind::Invitation,
            Event::Partnership { .. } => ObjectKind::Partnership,
            Event::Relationship { .. } => ObjectKind::Relationship,
            Event::Order { .. } => ObjectKind::Order,
            Event::Subscription { .. } => ObjectKind::Subscription,
            Event::PriceList { .. } => ObjectKind::PriceList,
            Event::Sale { .. } => ObjectKind::Sale,
            Event::Enrollment { .. } => ObjectKind::Enrollment,
            Event::Member { .. } => ObjectKind::Member,
            Event::Agreement { .. } => ObjectKind::Agreement,
            Event::Case { .. } => ObjectKind::Case,
            Event::Listing { .. } => ObjectKind::Listing,
            Event::Ask { .. } => ObjectKind::Ask,
            Event::Program { .. } => ObjectKind::Program,
            Event::CustomerGroup { .. } => ObjectKind::CustomerGroup,
            Event::Assignment { .. } => ObjectKind::Assignment,
            Event::OrderRequest { .. } => ObjectKind::OrderRequest,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{role::Role, testing::*};

    /// The kinds that a user of this role reads, by name.
    fn read(organization: &Organization, role: Role) -> Vec<&'static str> {
        let actor = actor(organization, role);
        ObjectKind::ALL
            .into_iter()
            .filter(|kind| kind.is_read_by(organization, &actor))
            .map(ObjectKind::code)
            .collect()
    }

    #[test]
    fn each_kind_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<_> =
            ObjectKind::ALL.into_iter().map(ObjectKind::code).collect();
        assert_eq!(names.len(), ObjectKind::ALL.len());
    }

    #[test]
    fn each_role_reads_of_what_it_sees() {
        let (provider, customer) = (provider(), customer());
        assert_eq!(
            read(&provider, Role::SalesAgent),
            [
                "organization",
                "user",
                "invitation",
                "partnership",
                "relationship",
                "order",
                "subscription",
                "price_list",
                "member",
                "agreement",
                "listing",
                "ask",
                "order_request"
            ]
        );
        assert_eq!(
            read(&provider, Role::HelpdeskAgent),
            [
                "organization",
                "user",
                "relationship",
                "order",
                "subscription",
                "price_list",
                "member",
                "agreement",
                "listing",
                "assignment"
            ]
        );
        assert_eq!(
            read(&customer, Role::BillingAdmin),
            [
                "organization",
                "user",
                "invitation",
                "relationship",
                "order",
                "subscription",
                "price_list",
                "member",
                "agreement",
                "listing",
                "order_request"
            ]
        );
        assert_eq!(
            read(&customer, Role::User),
            [
                "organization",
                "user",
                "price_list",
                "member",
                "agreement",
                "listing"
            ]
        );
        assert!(read(&provider, Role::GlobalAdmin).contains(&"enrollment"));
        // Reviewers read of enrollments and of their own cases, and applicants of no case.
        let operator = operator();
        assert!(read(&operator, Role::Reviewer).ends_with(&[
            "agreement",
            "case",
            "listing",
            "program"
        ]));
        assert!(read(&operator, Role::Reviewer).contains(&"enrollment"));
        assert!(!read(&provider, Role::GlobalAdmin).contains(&"case"));
        assert!(!read(&provider, Role::GlobalAdmin).contains(&"program"));
        // Addresses of people who are no users yet are read by those who invite.
        assert!(read(&provider, Role::AdminAgent).contains(&"member_invitation"));
        // A role of another kind of organization reads nothing here.
        assert!(read(&customer, Role::SalesAgent).is_empty());
    }
}
