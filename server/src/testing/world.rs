//! A small world for tests: two providers, two resellers, customers here and elsewhere, a product.

use std::sync::Arc;

use http::HeaderMap;
use tierline_app::portal::all::*;
use tierline_app::{
    account::model::session::{SessionInfo, SessionOrganization},
    context::Theme,
    error::PortalError,
    i18n::Lang,
    portal::NewInvitation,
};
use tierline_core::{
    Timestamp,
    account::{Password, User},
    ids::{InvitationId, OrganizationId, PartnershipId, RelationshipId, RequestId, SkuId, UserId},
    invitation::{Delivery, Language, Message},
    organization::{Capabilities, Capability, Organization, RequiredOf, SignedAgreement},
    reach::Reach,
    role::{Role, RoleSet},
};
use uuid::Uuid;

use crate::{
    clock::Clock,
    state::AppState,
    testing::{self, TestDatabase, inserted},
    web::RequestPortal,
    web::{Caller, CookieNames, RequestMeta},
};

/// A user, acting for one organization.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub user: UserId,
    pub organization: OrganizationId,
    pub email: String,
    pub roles: RoleSet,
    /// As the session finds them; of a narrowed person, some.
    pub customers: Reach,
}

/// The world, which owns its database.
pub(crate) struct World {
    pub state: AppState,
    pub provider: Person,
    pub other_provider: Person,
    pub reseller: Person,
    pub other_reseller: Person,
    pub customer: Person,
    pub far_customer: Person,
    pub operator: Person,
    pub sku: SkuId,
    _database: TestDatabase,
}

impl World {
    pub(crate) async fn new() -> World {
        World::within(testing::database().await).await
    }

    /// The world in this database.
    pub(crate) async fn within(database: TestDatabase) -> World {
        let clock = Clock::manual("2026-11-21T09:00:00Z".parse().unwrap());
        let state = AppState::new(
            database.pool.clone(),
            clock,
            Arc::new(testing::config(&["--demo"])),
        );
        let partner = |capability| Capabilities::only(capability);
        let provider = found(
            &state,
            "Contoso Distribution",
            "TW",
            partner(Capability::IndirectProvider),
        )
        .await;
        let other_provider = found(
            &state,
            "Wide World",
            "TW",
            partner(Capability::IndirectProvider),
        )
        .await;
        let reseller = found(
            &state,
            "Fabrikam",
            "TW",
            partner(Capability::IndirectReseller),
        )
        .await;
        let other_reseller = found(
            &state,
            "Tailspin",
            "TW",
            partner(Capability::IndirectReseller),
        )
        .await;
        let customer = found(&state, "Northwind", "TW", partner(Capability::Customer)).await;
        let far_customer = found(
            &state,
            "Adventure Works",
            "DE",
            partner(Capability::Customer),
        )
        .await;
        let operator = found(&state, "Program", "TW", partner(Capability::Operator)).await;
        let sku = product(&state).await;
        World {
            state,
            provider,
            other_provider,
            reseller,
            other_reseller,
            customer,
            far_customer,
            operator,
            sku,
            _database: database,
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.state.clock.now()
    }

    /// The portal in a browser of this person.
    pub(crate) fn portal(&self, person: &Person) -> RequestPortal {
        let info = SessionInfo {
            user: person.user,
            user_name: "Anna".to_owned(),
            email: person.email.clone(),
            must_change_password: false,
            second_factor_owed: None,
            organization: Some(SessionOrganization {
                id: person.organization,
                name: "as in the database".to_owned(),
                capabilities: Capabilities::default(),
                roles: person.roles,
                customers: person.customers,
            }),
            others: Vec::new(),
        };
        self.browser(Some(info))
    }

    /// The portal in a browser without a signed-in user.
    pub(crate) fn nobody(&self) -> RequestPortal {
        self.browser(None)
    }

    fn browser(&self, info: Option<SessionInfo>) -> RequestPortal {
        let meta = RequestMeta {
            address: None,
            lang: Lang::En,
            theme: Theme::System,
            browser: String::new(),
        };
        let names = CookieNames::for_url(&self.state.config.public_url);
        RequestPortal::new(
            self.state.clone(),
            Caller {
                session: None,
                info,
                pending: None,
                device: None,
                kept_secrets: Vec::new(),
                meta,
            },
            &HeaderMap::new(),
            names,
        )
    }

    /// Another user of the person's organization, with this role.
    pub(crate) async fn colleague(&self, of: &Person, role: Role) -> Person {
        let mut db = self.state.pool.acquire().await.unwrap();
        let name = format!(
            "{}.{}",
            role.code().replace('_', "-"),
            Uuid::now_v7().simple()
        );
        let email = format!("{name}@{}", of.email.rsplit_once('@').unwrap().1);
        account(&mut db, of.organization, &email, role, self.now()).await
    }

    /// A drafted invitation.
    pub(crate) async fn drafted(&self, by: &Person, kind: NewInvitation, to: &str) -> InvitationId {
        self.portal(by)
            .draft_invitation(kind, message(to), request())
            .await
            .unwrap()
    }

    /// The token of a new link to an invitation.
    pub(crate) async fn sent(&self, by: &Person, id: InvitationId) -> String {
        let portal = self.portal(by);
        portal
            .send_invitation(id, Delivery::OwnMail, request())
            .await
            .unwrap();
        portal.cookies.kept_link(id).unwrap()
    }

    /// A sent invitation's token.
    pub(crate) async fn invited(&self, by: &Person, kind: NewInvitation, to: &str) -> String {
        let id = self.drafted(by, kind, to).await;
        self.sent(by, id).await
    }

    /// A partnership between the provider and the reseller.
    pub(crate) async fn partners(&self) -> PartnershipId {
        self.partnership(&self.provider, &self.reseller).await
    }

    /// A partnership between these two.
    pub(crate) async fn partnership(&self, provider: &Person, reseller: &Person) -> PartnershipId {
        let token = self
            .invited(provider, NewInvitation::Partnership, &reseller.email)
            .await;
        self.accepts(reseller, &token).await.unwrap();
        let id = sqlx::query_scalar("select id from partnership order by since desc limit 1");
        PartnershipId::from_uuid(id.fetch_one(&self.state.pool).await.unwrap())
    }

    /// A customer of reseller and provider together: its relationships with the provider and with the reseller.
    pub(crate) async fn joint_customer(&self) -> (RelationshipId, RelationshipId) {
        let provider = NewInvitation::Joint(self.provider.organization);
        let token = self
            .invited(&self.reseller, provider, &self.customer.email)
            .await;
        self.accepts(&self.customer, &token).await.unwrap();
        (
            self.relationship(&self.provider).await,
            self.relationship(&self.reseller).await,
        )
    }

    /// Makes the customer also this partner's, by a request of that partner alone.
    pub(crate) async fn serves_too(&self, partner: &Person) -> RelationshipId {
        let token = self
            .invited(partner, NewInvitation::Relationship, &self.customer.email)
            .await;
        self.accepts(&self.customer, &token).await.unwrap();
        self.relationship(partner).await
    }

    pub(crate) async fn relationship(&self, partner: &Person) -> RelationshipId {
        let id = sqlx::query_scalar(
            "select id from relationship where partner_id = $1 order by since desc limit 1",
        )
        .bind(partner.organization.into_uuid());
        RelationshipId::from_uuid(id.fetch_one(&self.state.pool).await.unwrap())
    }

    pub(crate) async fn accepts(&self, person: &Person, token: &str) -> Result<(), PortalError> {
        self.portal(person)
            .accept(token, true, Vec::new(), request())
            .await
            .map(drop)
    }

    /// A number from the database.
    pub(crate) async fn count(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query)
            .fetch_one(&self.state.pool)
            .await
            .unwrap()
    }

    /// The addresses that mails of this kind went to.
    pub(crate) async fn mailed(&self, kind: &str) -> Vec<String> {
        sqlx::query_scalar("select to_address from mail where kind = $1 order by to_address")
            .bind(kind)
            .fetch_all(&self.state.pool)
            .await
            .unwrap()
    }
}

/// A unique request id.
pub(crate) fn request() -> RequestId {
    RequestId::from_uuid(Uuid::now_v7())
}

pub(crate) fn message(to: &str) -> Message {
    Message {
        recipient: to.parse().unwrap(),
        language: Language::English,
        subject: "Work with us".parse().unwrap(),
        text: "Hello,\n\nplease open {link}\n\nAnna".parse().unwrap(),
    }
}

/// The refusal's code, for comparing.
#[track_caller]
pub(crate) fn refused<T: std::fmt::Debug>(answer: Result<T, PortalError>) -> &'static str {
    match answer {
        Err(PortalError::Refused(refusal)) => refusal.code(),
        other => panic!("expected a refusal, got {other:?}"),
    }
}

/// An organization that has signed and has an MPN ID, whether or not it needs them.
fn organization(
    name: &str,
    country: &str,
    capabilities: Capabilities,
    now: Timestamp,
) -> Organization {
    let domain = format!("{}.example", name.to_lowercase().replace(' ', "-"));
    Organization {
        id: Uuid::now_v7().into(),
        name: name.parse().unwrap(),
        domain: domain.parse().unwrap(),
        country: country.parse().unwrap(),
        capabilities,
        agreement: Some(SignedAgreement {
            version: "1".to_owned(),
            at: now,
        }),
        mpn: Some(crate::testing::given::new_mpn()),
        second_factor: RequiredOf::Nobody,
        suspensions: Vec::new(),
        offboarding: None,
        mpn_inactive: None,
        asked_first: false,
    }
}

async fn found(state: &AppState, name: &str, country: &str, capabilities: Capabilities) -> Person {
    let now = state.clock.now();
    let organization = organization(name, country, capabilities, now);
    let domain = &organization.domain;
    let mut db = state.pool.acquire().await.unwrap();
    inserted::organization(&mut db, &organization, now).await;
    let (admin, of_program) = (Role::GlobalAdmin, Role::ProgramAdmin);
    let role = capabilities.operator.map_or(admin, |_| of_program);
    account(
        &mut db,
        organization.id,
        &format!("anna@{domain}"),
        role,
        now,
    )
    .await
}

async fn account(
    db: &mut sqlx::PgConnection,
    organization: OrganizationId,
    email: &str,
    role: Role,
    now: Timestamp,
) -> Person {
    let (id, roles) = (Uuid::now_v7().into(), RoleSet::EMPTY.with(role));
    let user = User {
        id,
        name: "Anna".parse().unwrap(),
        user_name: email.parse().unwrap(),
        roles: [(organization, roles)].into(),
        password: Password::Own,
        is_blocked: false,
        blocked_in: [].into(),
        narrowed_in: [].into(),
        second_factor: None,
    };
    inserted::user(db, user, "nobody signs in with this", now).await;
    Person {
        user: id,
        organization,
        email: email.to_owned(),
        roles,
        customers: Reach::All,
    }
}

async fn product(state: &AppState) -> SkuId {
    let sku = Uuid::now_v7();
    for statement in [
        "insert into product (sku_id, part_number, name, sold, minimum, maximum, per_customer, sort_key)
         values ($1, 'BASIC', 'Business Basic', true, 1, 300, 300, 'business basic')",
        "insert into product_price (sku_id, currency, minor) values ($1, 'TWD', 18000)",
    ] {
        sqlx::query(statement)
            .bind(sku)
            .execute(&state.pool)
            .await
            .unwrap();
    }
    SkuId::from_uuid(sku)
}

impl World {
    /// So many more resellers in partnership with the provider: `Reseller 001` and so on. Nobody works there.
    pub(crate) async fn more_resellers(&self, count: usize) -> Vec<OrganizationId> {
        let mut made = Vec::with_capacity(count);
        for number in 1..=count {
            let capability = Capability::IndirectReseller;
            let id = self
                .unmanned(&format!("Reseller {number:03}"), capability)
                .await;
            sqlx::query(
                "insert into partnership (provider_id, reseller_id, id, status, since, ends_at, body, version)
                 select provider_id, $1, own, status, since, ends_at,
                    body || jsonb_build_object('id', own, 'reseller', $1::uuid), 1
                 from partnership, gen_random_uuid() as own where reseller_id = $2",
            )
            .bind(id.into_uuid())
            .bind(self.reseller.organization.into_uuid())
            .execute(&self.state.pool)
            .await
            .unwrap();
            made.push(id);
        }
        made
    }

    /// So many more partners of the customer, each with a relationship like this one: `Partner 001` and so on.
    pub(crate) async fn more_relationships(
        &self,
        like: RelationshipId,
        count: usize,
    ) -> Vec<OrganizationId> {
        let mut made = Vec::with_capacity(count);
        for number in 1..=count {
            let capability = Capability::IndirectProvider;
            let id = self
                .unmanned(&format!("Partner {number:03}"), capability)
                .await;
            sqlx::query(
                "insert into relationship (partner_id, customer_id, id, side, customer_name, customer_key, search,
                    words, status, since, body, version)
                 select $1, customer_id, own, side, customer_name, customer_key, search, words, status, since,
                    body || jsonb_build_object('id', own, 'partner', $1::uuid), 1
                 from relationship, gen_random_uuid() as own where id = $2",
            )
            .bind(id.into_uuid())
            .bind(like.into_uuid())
            .execute(&self.state.pool)
            .await
            .unwrap();
            made.push(id);
        }
        made
    }

    /// An organization without users.
    pub(crate) async fn unmanned(&self, name: &str, capability: Capability) -> OrganizationId {
        let organization = organization(name, "TW", Capabilities::only(capability), self.now());
        let mut db = self.state.pool.acquire().await.unwrap();
        inserted::organization(&mut db, &organization, self.now()).await;
        organization.id
    }
}
