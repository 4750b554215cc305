//! The people of the demo world.

mod distributors;

use chrono::TimeDelta;
use sqlx::PgPool;
use tierline_app::i18n::Lang;
use tierline_core::{
    Timestamp,
    account::{self, Event, Origin, Password},
    ids::UserId,
    role::{
        Role::{
            self, AdminAgent, BillingAdmin, GlobalAdmin, HelpdeskAgent, IncentivesAdmin,
            ProgramAdmin, ReportViewer, Reviewer, SalesAgent, User,
        },
        RoleSet,
    },
};

use super::{DemoError, organizations, past, random};
use crate::account::{hash, store::Beside};

/// The password of everyone in the demo world. It protects nothing: the sign-in page offers their accounts.
pub const PASSWORD: &str = "four quiet lanterns";

/// A person with a work account.
pub(super) struct Person {
    pub name: &'static str,
    /// The user name, before the `@`.
    user: &'static str,
    /// The organization that has the account in its tenant.
    pub home: &'static str,
    roles: &'static [Role],
    pub language: Lang,
}

const fn person(
    name: &'static str,
    user: &'static str,
    home: &'static str,
    roles: &'static [Role],
    language: Lang,
) -> Person {
    Person {
        name,
        user,
        home,
        roles,
        language,
    }
}

/// The number of people, from the start of [`ALL`], that the sign-in page offers.
const CARDS: usize = 12;

use Lang::{En, ZhHans, ZhHant};

pub(super) const ALL: &[Person] = &[
    // One of each kind, for the sign-in page.
    person(
        "Grace Lin",
        "grace.lin",
        "Contoso Distribution",
        &[AdminAgent],
        En,
    ),
    person(
        "Oscar Chen",
        "oscar.chen",
        "Contoso Distribution",
        &[SalesAgent],
        En,
    ),
    person(
        "Hana Wu",
        "hana.wu",
        "Contoso Distribution",
        &[HelpdeskAgent],
        En,
    ),
    person(
        "Amy Huang",
        "amy.huang",
        "Fourth Coffee Cloud",
        &[GlobalAdmin],
        En,
    ),
    person(
        "Ben Lee",
        "ben.lee",
        "Fourth Coffee Cloud",
        &[AdminAgent],
        En,
    ),
    person(
        "Kim Abercrombie",
        "kim.abercrombie",
        "Best For You Cloud",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Robin Counts",
        "robin.counts",
        "Tierline Demo Program",
        &[ProgramAdmin],
        En,
    ),
    person(
        "Wendy Tsai",
        "wendy.tsai",
        "Woodgrove Bank",
        &[GlobalAdmin],
        En,
    ),
    person(
        "Felix Kao",
        "felix.kao",
        "Woodgrove Bank",
        &[BillingAdmin],
        En,
    ),
    person(
        "陳怡君",
        "yijun.chen",
        "可豪雲端服務",
        &[GlobalAdmin, AdminAgent],
        ZhHant,
    ),
    person(
        "王晓明",
        "xiaoming.wang",
        "明湖数码",
        &[GlobalAdmin, AdminAgent],
        ZhHans,
    ),
    person(
        "Isabelle Roux",
        "isabelle.roux",
        "Consolidated Messenger",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    // Everyone else.
    person(
        "林志豪",
        "zhihao.lin",
        "Contoso Distribution",
        &[GlobalAdmin],
        ZhHant,
    ),
    person(
        "Nora Fang",
        "nora.fang",
        "Contoso Distribution",
        &[ReportViewer],
        En,
    ),
    // New, and narrowed to a group of customers.
    person(
        "Leo Sun",
        "leo.sun",
        "Contoso Distribution",
        &[SalesAgent],
        En,
    ),
    person(
        "Rae Dunn",
        "rae.dunn",
        "Tierline Demo Program",
        &[Reviewer],
        En,
    ),
    person(
        "Katja Brandt",
        "katja.brandt",
        "Fabrikam Distribution",
        &[GlobalAdmin],
        En,
    ),
    person(
        "Jonas Vogel",
        "jonas.vogel",
        "Fabrikam Distribution",
        &[AdminAgent],
        En,
    ),
    person(
        "Mila Sander",
        "mila.sander",
        "Fabrikam Distribution",
        &[SalesAgent],
        En,
    ),
    person(
        "Pieter Visser",
        "pieter.visser",
        "Wide World Distribution",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Tan Wei Ling",
        "weiling.tan",
        "Southridge Distribution",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Sally Wu",
        "sally.wu",
        "Fourth Coffee Cloud",
        &[SalesAgent],
        En,
    ),
    person(
        "Irene Chou",
        "irene.chou",
        "Fourth Coffee Cloud",
        &[IncentivesAdmin],
        En,
    ),
    person(
        "Max Hsu",
        "max.hsu",
        "First Up Consultants",
        &[GlobalAdmin],
        En,
    ),
    person(
        "Carol Yeh",
        "carol.yeh",
        "City Power Cloud",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Lena Hoffmann",
        "lena.hoffmann",
        "Relecloud",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Urs Keller",
        "urs.keller",
        "Lucerne Digital",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Chloé Martin",
        "chloe.martin",
        "Bellows Cloud",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
    person(
        "Margie Shoop",
        "margie.shoop",
        "Margie's Cloud",
        &[GlobalAdmin],
        En,
    ),
    person(
        "David Hale",
        "david.hale",
        "Best For You Cloud",
        &[HelpdeskAgent],
        En,
    ),
    person("許雅婷", "yating.xu", "翡翠茶業", &[GlobalAdmin], ZhHant),
    person("Uwe Lang", "uwe.lang", "Litware", &[GlobalAdmin], En),
    person(
        "Petra Schulz",
        "petra.schulz",
        "Proseware",
        &[GlobalAdmin],
        En,
    ),
    person(
        "Daan de Boer",
        "daan.deboer",
        "VanArsdel",
        &[GlobalAdmin],
        En,
    ),
    person(
        "Reto Frei",
        "reto.frei",
        "Trey Research",
        &[GlobalAdmin],
        En,
    ),
    person(
        "Siti Rahman",
        "siti.rahman",
        "Tailspin Toys",
        &[GlobalAdmin],
        En,
    ),
    person("李静", "jing.li", "星河物流", &[GlobalAdmin], ZhHans),
    person(
        "Holly Dickson",
        "holly.dickson",
        "Humongous Insurance",
        &[GlobalAdmin],
        En,
    ),
    person(
        "Marcus Ford",
        "marcus.ford",
        "Margie's Travel",
        &[GlobalAdmin],
        En,
    ),
    person(
        "Ann Beebe",
        "ann.beebe",
        "School of Fine Art",
        &[GlobalAdmin],
        En,
    ),
    person("Terry Kuo", "terry.kuo", "Woodgrove Bank", &[User], En),
    person(
        "Ivy Chiang",
        "ivy.chiang",
        "Nod Cloud Services",
        &[GlobalAdmin, AdminAgent],
        En,
    ),
];

/// A second membership: the same person looks after another organization too.
const SECOND: &[(&str, &str, &[Role])] = &[
    ("Ben Lee", "First Up Consultants", &[AdminAgent]),
    ("Pieter Visser", "Fabrikam Distribution", &[ReportViewer]),
];

impl Person {
    pub(super) fn email(&self) -> String {
        let domain = organizations::named(self.home).map_or("example", |home| home.domain);
        format!("{}@{domain}", self.user)
    }

    pub(super) fn id(&self) -> UserId {
        UserId::from_uuid(random::id("user", self.user))
    }

    pub(super) fn roles(&self) -> RoleSet {
        self.roles.iter().copied().collect()
    }
}

/// The people that the sign-in page offers.
pub(super) fn cards() -> impl Iterator<Item = &'static Person> {
    ALL.iter().take(CARDS)
}

/// The person of this name.
pub(super) fn named(name: &str) -> Result<&'static Person, DemoError> {
    all()
        .find(|it| it.name == name)
        .ok_or_else(|| DemoError::Written(format!("`{name}` is nobody")))
}

/// The first user of an organization.
pub(super) fn first_of(organization: &str) -> Result<&'static Person, DemoError> {
    all()
        .find(|it| it.home == organization)
        .ok_or_else(|| DemoError::Written(format!("`{organization}` has nobody")))
}

/// The user who signs for an organization: its first global admin.
pub(super) fn signer_of(organization: &str) -> Result<&'static Person, DemoError> {
    let mut of = all().filter(|it| it.home == organization);
    of.find(|it| it.roles.contains(&GlobalAdmin))
        .ok_or_else(|| DemoError::Written(format!("nobody signs for `{organization}`")))
}

/// Every one of them.
fn all() -> impl Iterator<Item = &'static Person> {
    ALL.iter().chain(distributors::ALL)
}

/// Inserts them in the order of [`ALL`]: the sign-in page offers the oldest accounts first.
pub(super) async fn insert(pool: &PgPool, now: Timestamp) -> Result<(), DemoError> {
    let hash = hash(PASSWORD).await?;
    let mut transaction = pool.begin().await?;
    for (index, person) in (0_i64..).zip(all()) {
        let at = now - TimeDelta::days(460) + TimeDelta::minutes(index);
        let mut events = vec![Event::Added {
            organization: organizations::named(person.home)?.id(),
            name: person.name.parse().map_err(DemoError::written)?,
            user_name: person.email().parse().map_err(DemoError::written)?,
            roles: person.roles(),
            password: Password::Own,
            origin: Origin::WithOrganization,
            at,
        }];
        for (_, organization, roles) in SECOND.iter().filter(|(name, ..)| *name == person.name) {
            events.push(Event::Joined {
                organization: organizations::named(organization)?.id(),
                roles: roles.iter().copied().collect(),
                at,
            });
        }
        let beside = Beside {
            password_hash: hash.clone(),
            language: person.language,
            at,
        };
        past::begin::<account::User>(&mut transaction, person.id(), events, beside, at).await?;
    }
    // Everyone has signed in.
    sqlx::query!("update app_user set signed_in_at = created_at")
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await?;
    Ok(())
}
