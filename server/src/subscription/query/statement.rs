//! The statement of a month: the lines of the ledger that its reader may see, by customer and subscription.

mod lines;
mod sums;

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
    subscription::{
        list::statement::{self as spec, MONTH, RESELLER, StatementLines},
        model::statement::{StatementLine, StatementPage},
    },
};
use tierline_core::{
    Timestamp,
    access::{self, Action, CustomerFacts},
    actor::Actor,
    ids::OrganizationId,
    organization::{Organization, Party},
    subscription::Month,
};
use uuid::Uuid;

use crate::{
    list::{csv::Rows, reach, shown::Shown},
    organization::{query as load, query::failed},
    partnership::store::of_provider,
    pipeline::{Read, visible},
    relationship::store::in_force,
    store::Hold,
};

impl Shown for StatementLines {
    type Rows = Visible;
    const FILE: &'static str = "statement";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        Visible::of(read).await
    }
}

/// Statements, for somebody who may see some.
pub(crate) struct Visible {
    now: Timestamp,
    organization: Organization,
    actor: Actor,
    /// The groups to which the user is narrowed.
    reach: Option<Vec<Uuid>>,
}

/// What a statement is of, as its address says it and the reader may see it.
struct Scope {
    month: Month,
    starts: Timestamp,
    ends: Timestamp,
    /// One customer; none for all of a partner's.
    customer: Option<Party>,
    /// One reseller that is partner of record.
    reseller: Option<Party>,
}

impl Scope {
    fn customer(&self) -> Option<Uuid> {
        let customer = self.customer.as_ref();
        customer.map(|party| party.id.into_uuid())
    }

    fn reseller(&self) -> Option<Uuid> {
        let reseller = self.reseller.as_ref();
        reseller.map(|party| party.id.into_uuid())
    }
}

impl Visible {
    pub(crate) async fn of(read: &mut Read) -> PortalResult<Visible> {
        let actor = read.actor()?;
        let organization = load::organization(read, actor.organization).await?;
        // Checked before any lookup: a user without the role gets the same answer for every id.
        if organization.capabilities.customer.is_some() {
            access::authorize_own(&organization, &actor, Action::ViewSubscriptions)?;
        } else {
            access::authorize_own(&organization, &actor, Action::ViewCustomers)?;
            access::authorize_roles(
                &organization.party(),
                &organization.capabilities,
                actor.roles,
                &[Action::ViewSubscriptions],
            )?;
        }
        Ok(Visible {
            now: read.now(),
            reach: reach::groups(&actor),
            organization,
            actor,
        })
    }

    fn is_customer(&self) -> bool {
        self.organization.capabilities.customer.is_some()
    }

    /// What the address asks for. Another's customer, and a reseller of others, are not there.
    async fn scope(&self, db: &mut PgConnection, query: &ListQuery) -> PortalResult<Scope> {
        let present = Month::of(self.now);
        // What is no month, and a month to come, is the present one.
        let month = Month::parse(query.filter(MONTH))
            .filter(|month| *month <= present)
            .unwrap_or(present);
        let (Some(starts), Some(ends)) = (month.starts(), month.ends()) else {
            return Err(PortalError::NotFound);
        };
        let customer = self.customer(&mut *db, &query.of).await?;
        let reseller = self.reseller(db, query.filter(RESELLER)).await?;
        Ok(Scope {
            month,
            starts,
            ends,
            customer,
            reseller,
        })
    }

    async fn customer(&self, db: &mut PgConnection, of: &str) -> PortalResult<Option<Party>> {
        if self.is_customer() {
            let own = self.organization.party();
            let is_own = of.is_empty() || of == own.id.to_string();
            return is_own.then_some(Some(own)).ok_or(PortalError::NotFound);
        }
        if of.is_empty() {
            return Ok(None);
        }
        let id: Uuid = of.parse().map_err(|_| PortalError::NotFound)?;
        let id = OrganizationId::from_uuid(id);
        let known = in_force(&mut *db, self.organization.id, id, (self.now, Hold::Free)).await;
        let relationship = known.map_err(failed)?.ok_or(PortalError::NotFound)?;
        let customer = load::organization_at(db, id, self.now).await?;
        let facts = CustomerFacts {
            organization: &self.organization,
            customer: &customer,
            relationship: Some(&relationship),
            providers: &[],
        };
        let seen = Action::ViewSubscriptions;
        visible(access::authorize_on_customer(facts, &self.actor, seen))?;
        Ok(Some(customer.party()))
    }

    /// A reseller that is or was in partnership with the reader's organization, its provider.
    async fn reseller(&self, db: &mut PgConnection, id: &str) -> PortalResult<Option<Party>> {
        if id.is_empty() {
            return Ok(None);
        }
        let id: Uuid = id.parse().map_err(|_| PortalError::NotFound)?;
        let id = OrganizationId::from_uuid(id);
        let partnership = of_provider(&mut *db, self.organization.id, id, Hold::Free)
            .await
            .map_err(failed)?;
        if partnership.is_none() {
            return Err(PortalError::NotFound);
        }
        load::party_of(db, Some(id)).await
    }
}

#[async_trait]
impl Rows for Visible {
    type Row = StatementLine;
    type Page = StatementPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        _totaled: bool,
    ) -> PortalResult<Page<StatementLine>> {
        let scope = self.scope(&mut *db, query).await?;
        // How many there are in all is known with the sums.
        lines::page(db, self, &scope, &query.cursor, size).await
    }

    fn spec(&self, lang: Lang) -> List<StatementLine> {
        spec::list(lang)
    }

    async fn around(
        self,
        found: Page<StatementLine>,
        query: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<StatementPage> {
        let scope = self.scope(&mut *db, query).await?;
        let sums = sums::of(db, &self, &scope, &found.rows).await?;
        let next = scope.month.next();
        Ok(StatementPage {
            month: scope.month,
            starts: scope.starts,
            ends: scope.ends,
            is_open: scope.month.is_open(self.now),
            previous: scope.month.previous(),
            next: next.filter(|month| *month <= Month::of(self.now)),
            is_own: self.is_customer(),
            customer: scope.customer,
            reseller: scope.reseller,
            lines: Page {
                total: sums.lines,
                ..found
            },
            sums: sums.groups,
            totals: sums.totals,
        })
    }
}

/// A statement with so many of its lines at most, for a document.
pub(crate) async fn whole(
    read: &mut Read,
    query: &ListQuery,
    at_most: usize,
) -> PortalResult<StatementPage> {
    let visible = Visible::of(read).await?;
    let query = query.for_file();
    let found = visible.page(read.db(), &query, at_most, false).await?;
    visible.around(found, &query, read.db()).await
}
