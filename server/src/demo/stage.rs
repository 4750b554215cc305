//! The stage of the story: people act at given times, through the portal's own commands.

use std::sync::Mutex;

use chrono::TimeDelta;
use http::HeaderMap;
use sqlx::PgPool;
use tierline_app::{
    account::model::{SessionInfo, SessionOrganization},
    error::PortalError,
    i18n::Lang,
};
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, RequestId, SkuId, UserId},
    invitation::{Language, Message},
    organization::Organization,
    role::{Role, RoleSet},
};

use super::{
    DemoError,
    catalog::{self, Figures},
    organizations, people, random,
};
use crate::{
    clock::Clock,
    state::AppState,
    web::RequestPortal,
    web::{Caller, CookieNames, RequestMeta},
};

/// The stage: the story's present is the clock's now, and everything happened before it, in the order of telling.
pub(super) struct Stage {
    state: AppState,
    names: CookieNames,
    pub(super) now: Timestamp,
    products: Vec<Figures>,
    /// The time of the latest event, and the number of events so far.
    told: Mutex<(Timestamp, u32)>,
}

/// A person who acts at some time.
pub(super) struct Acting {
    pub portal: RequestPortal,
    pub organization: OrganizationId,
}

impl Stage {
    pub(super) fn new(state: &AppState, now: Timestamp) -> Result<Stage, DemoError> {
        Ok(Stage {
            names: CookieNames::for_url(&state.config.public_url),
            products: catalog::products()?,
            told: Mutex::new((Timestamp::UNIX_EPOCH, 0)),
            state: state.clone(),
            now,
        })
    }

    pub(super) fn pool(&self) -> &PgPool {
        &self.state.pool
    }

    /// This person of the demo world, this many days ago; each one acts some minutes after the one before.
    pub(super) fn acting(&self, name: &str, days_ago: i64) -> Result<Acting, DemoError> {
        let person = people::named(name)?;
        let home = organizations::named(person.home)?;
        let organization = SessionOrganization {
            id: home.id(),
            name: home.name.to_owned(),
            capabilities: home.capabilities(),
            roles: person.roles(),
            customers: Default::default(),
        };
        self.on(
            days_ago,
            person.id(),
            person.name,
            &person.email(),
            organization,
        )
    }

    /// The first admin of a customer that was created in the story.
    pub(super) fn admin_of(
        &self,
        customer: &Organization,
        user: UserId,
        days_ago: i64,
    ) -> Result<Acting, DemoError> {
        let organization = SessionOrganization {
            id: customer.id,
            name: customer.name.to_string(),
            capabilities: customer.capabilities,
            roles: RoleSet::EMPTY.with(Role::GlobalAdmin),
            customers: Default::default(),
        };
        self.on(days_ago, user, "", "", organization)
    }

    /// A visitor who is not signed in.
    pub(super) fn stranger(&self, days_ago: i64) -> Result<RequestPortal, DemoError> {
        let state = self.state_at(days_ago)?;
        Ok(RequestPortal::new(
            state,
            Caller::default(),
            &HeaderMap::new(),
            self.names,
        ))
    }

    fn on(
        &self,
        days_ago: i64,
        user: UserId,
        user_name: &str,
        email: &str,
        organization: SessionOrganization,
    ) -> Result<Acting, DemoError> {
        let id = organization.id;
        let info = SessionInfo {
            user,
            user_name: user_name.to_owned(),
            email: email.to_owned(),
            must_change_password: false,
            second_factor_owed: None,
            organization: Some(organization),
            others: Vec::new(),
        };
        let caller = Caller {
            session: None,
            info: Some(info),
            pending: None,
            device: None,
            kept_secrets: Vec::new(),
            meta: RequestMeta::default(),
        };
        let portal = RequestPortal::new(
            self.state_at(days_ago)?,
            caller,
            &HeaderMap::new(),
            self.names,
        );
        Ok(Acting {
            portal,
            organization: id,
        })
    }

    /// The server as it was this many days ago.
    pub(super) fn state_at(&self, days_ago: i64) -> Result<AppState, DemoError> {
        let mut told = self
            .told
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let at = self.now - TimeDelta::days(days_ago);
        // Ids are in the order of time, and so must be the story.
        if at + TimeDelta::hours(20) < told.0 {
            return Err(DemoError::Written(format!(
                "what happened {days_ago} days ago is told too late"
            )));
        }
        let at = at
            .max(told.0 + TimeDelta::minutes(3))
            .min(self.now - TimeDelta::minutes(1));
        *told = (at, told.1 + 1);
        Ok(AppState {
            clock: Clock::manual(at),
            ..self.state.clone()
        })
    }

    /// A unique request id.
    pub(super) fn request(&self) -> RequestId {
        let told = self
            .told
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        RequestId::from_uuid(random::id("request", &told.1.to_string()))
    }

    /// The SKU of a part number.
    pub(super) fn sku(&self, part_number: &str) -> Result<SkuId, DemoError> {
        let product = self
            .products
            .iter()
            .find(|product| product.part_number == part_number);
        let product =
            product.ok_or_else(|| DemoError::Written(format!("`{part_number}` is no product")))?;
        Ok(SkuId::from_uuid(product.sku))
    }
}

/// Names the step of the story that failed.
pub(super) fn step(what: impl std::fmt::Display) -> impl FnOnce(PortalError) -> DemoError {
    move |source| DemoError::Step {
        step: what.to_string(),
        source,
    }
}

/// An invitation's message as the portal proposes it.
pub(super) fn message(
    to: &str,
    from: &str,
    asks_customer: bool,
    lang: Lang,
) -> Result<Message, DemoError> {
    let (language, subject, text) = match (lang, asks_customer) {
        (Lang::En, false) => (
            Language::English,
            format!("{from} asks you to partner"),
            format!(
                "Dear partner,\n\n{from} would like to be your indirect provider. Open this link and authorize us:\n\n{{link}}\n\nKind regards,\n{from}"
            ),
        ),
        (Lang::En, true) => (
            Language::English,
            format!("{from} asks for a reseller relationship"),
            format!(
                "Dear customer,\n\n{from} would like to look after your subscriptions. Open this link to see what we ask for, and to accept it:\n\n{{link}}\n\nKind regards,\n{from}"
            ),
        ),
        (Lang::ZhHant, false) => (
            Language::TraditionalChinese,
            format!("{from} 要求建立合作關係"),
            format!(
                "您好：\n\n{from} 希望成為貴公司的間接提供者。請開啟下列連結並授權：\n\n{{link}}\n\n{from} 敬上"
            ),
        ),
        (Lang::ZhHant, true) => (
            Language::TraditionalChinese,
            format!("{from} 要求建立經銷商關係"),
            format!(
                "您好：\n\n{from} 希望為貴公司管理訂閱。請開啟下列連結，查看並接受我們的要求：\n\n{{link}}\n\n{from} 敬上"
            ),
        ),
        (Lang::ZhHans, false) => (
            Language::SimplifiedChinese,
            format!("{from} 请求建立合作关系"),
            format!(
                "您好：\n\n{from} 希望成为贵公司的间接提供商。请打开以下链接并批准：\n\n{{link}}\n\n{from}"
            ),
        ),
        (Lang::ZhHans, true) => (
            Language::SimplifiedChinese,
            format!("{from} 请求建立经销商关系"),
            format!(
                "您好：\n\n{from} 希望为贵公司管理订阅。请打开以下链接，查看并接受我们的请求：\n\n{{link}}\n\n{from}"
            ),
        ),
    };
    Ok(Message {
        recipient: to.parse().map_err(DemoError::written)?,
        language,
        subject: subject.parse().map_err(DemoError::written)?,
        text: text.parse().map_err(DemoError::written)?,
    })
}
