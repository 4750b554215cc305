//! The acting users: `reseller/global_admin` is the one user of that organization with that one role.

use http::HeaderMap;
use tierline_app::account::model::session::{SessionInfo, SessionOrganization};
use tierline_core::{
    group::Narrowing,
    ids::{OrganizationId, UserId},
    organization::Capabilities,
    reach::{GroupSet, Reach},
    role::{Role, RoleSet},
};
use tierline_server::{
    testing::given,
    web::RequestPortal,
    web::{Caller, CookieNames, RequestMeta},
};
use uuid::Uuid;

use crate::world::World;

#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) user: UserId,
    organization: OrganizationId,
    roles: RoleSet,
    customers: Reach,
}

impl World {
    /// Gives this person an account, if there is none yet.
    pub(crate) async fn meet(&mut self, user: Option<&str>) {
        let Some(user) = user else { return };
        if self.people.contains_key(user) {
            return;
        }
        let (alias, role) = user.split_once('/').unwrap();
        let role = role.parse::<Role>().unwrap();
        let (organization, domain) = {
            let organization = self.organization(alias);
            (organization.id, organization.domain.clone())
        };
        let email = format!("{}@{domain}", role.code().replace('_', "-"));
        let id = match self.only_user(organization, role).await {
            Some(id) => id,
            None => {
                let email = email.parse().unwrap();
                let password = "nobody signs in with this";
                let (pool, now) = (&self.state.pool, self.now());
                given::user(pool, &email, organization, role, password, now).await
            }
        };
        let person = Person {
            user: id,
            organization,
            roles: RoleSet::EMPTY.with(role),
            customers: Reach::All,
        };
        self.people.insert(user.to_owned(), person);
    }

    /// From the next request on, this person sees these customers.
    pub(crate) fn narrow(&mut self, user: &str, to: &Narrowing) {
        let person = self.people.get_mut(user).unwrap();
        person.customers = match to {
            Narrowing::All => Reach::All,
            Narrowing::Only(groups) => Reach::Groups(GroupSet::of(groups.iter().copied()).unwrap()),
        };
    }

    /// A user who has signed up is the first of the new organization, and exists already.
    async fn only_user(&self, organization: OrganizationId, role: Role) -> Option<UserId> {
        let id: Option<Uuid> = sqlx::query_scalar(
            "select u.id from membership m join app_user u on u.id = m.user_id
             where m.organization_id = $1 and m.roles = array[$2] and not u.must_change_password",
        )
        .bind(organization.as_uuid())
        .bind(role.code())
        .fetch_optional(&self.state.pool)
        .await
        .unwrap();
        id.map(UserId::from_uuid)
    }

    /// The portal in a browser of this person; without one, of a stranger.
    pub(crate) async fn portal(&mut self, user: Option<&str>) -> RequestPortal {
        self.meet(user).await;
        let person = user.map(|user| self.people[user].clone());
        let info = person.map(|person| SessionInfo {
            user: person.user,
            user_name: "Anna Berg".to_owned(),
            email: String::new(),
            must_change_password: false,
            second_factor_owed: None,
            organization: Some(SessionOrganization {
                id: person.organization,
                name: String::new(),
                capabilities: Capabilities::default(),
                roles: person.roles,
                customers: person.customers,
            }),
            others: Vec::new(),
        });
        let caller = Caller {
            session: None,
            info,
            pending: None,
            device: None,
            kept_secrets: Vec::new(),
            meta: RequestMeta::default(),
        };
        let names = CookieNames::for_url(&self.state.config.public_url);
        RequestPortal::new(self.state.clone(), caller, &HeaderMap::new(), names)
    }
}
