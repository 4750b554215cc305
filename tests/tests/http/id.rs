//! Ids of objects: those that a person's organization knows of, and those of others.

use sqlx::AssertSqlSafe;
use tierline_tests::demo::{Demo, Person};
use uuid::Uuid;

/// The kind of object that an id identifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Id {
    Customer,
    /// An indirect provider, as a reseller's partner.
    Provider,
    /// An indirect reseller, as a provider's partner.
    Reseller,
    /// Either of them.
    Partner,
    Partnership,
    Invitation,
    Relationship,
    Subscription,
    Order,
    CustomerDraft,
    Mail,
    /// A user of the person's organization.
    Colleague,
    /// An invitation to become one.
    MemberInvitation,
    /// An organization of the program, for the operator.
    ProgramOrganization,
    /// A member of the registry; the operator's.
    RegistryMember,
    /// An enrollment that was submitted, for the operator.
    Case,
    /// A partner's group of customers.
    CustomerGroup,
    /// A message that asks to partner.
    Ask,
    /// A reseller's request for an order.
    OrderRequest,
    Session,
    /// An organization, for a person who belongs to it.
    Membership,
}

/// The number of others' ids to try.
const TRIED: usize = 3;

impl Id {
    /// Table, column and condition: `$1` is the person's organization, `$2` the person. The condition holds for their
    /// own objects, and its opposite for those of others.
    fn own(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Id::Customer => (
                "organization",
                "id",
                "exists (select from relationship r where r.partner_id = $1 and r.customer_id = t.id and r.status = 'active')",
            ),
            Id::Provider => (
                "organization",
                "id",
                "exists (select from partnership p where p.reseller_id = $1 and p.provider_id = t.id)",
            ),
            Id::Reseller => (
                "organization",
                "id",
                "exists (select from partnership p where p.provider_id = $1 and p.reseller_id = t.id)",
            ),
            Id::Partner => (
                "organization",
                "id",
                "exists (select from partnership p where (p.provider_id, p.reseller_id) in (($1, t.id), (t.id, $1)))",
            ),
            Id::Partnership => ("partnership", "id", "$1 in (t.provider_id, t.reseller_id)"),
            Id::Invitation => (
                "invitation",
                "id",
                "(t.organization_id = $1 or (t.provider_id = $1 and t.status <> 'draft'))",
            ),
            Id::Relationship => ("relationship", "id", "$1 in (t.partner_id, t.customer_id)"),
            Id::Subscription => (
                "subscription",
                "id",
                "(t.customer_id = $1 or exists (select from relationship r
                    where r.partner_id = $1 and r.customer_id = t.customer_id and r.status = 'active'))",
            ),
            Id::Order => (
                "customer_order",
                "id",
                "(t.customer_id = $1 or exists (select from relationship r
                    where r.partner_id = $1 and r.customer_id = t.customer_id and r.status = 'active'
                        and ($1 in (t.partner_id, t.partner_of_record_id)
                            or r.body #>> '{grants,administer,state}' = 'in_force')))",
            ),
            // Each organization has drafts under ids of its own choice.
            Id::CustomerDraft => (
                "customer_draft",
                "id",
                "exists (select from customer_draft d where d.organization_id = $1 and d.id = t.id)",
            ),
            // Undelivered mails are the operator's business only.
            Id::Mail => (
                "mail",
                "id",
                "t.status = 'dead' and exists (select from organization o where o.id = $1 and o.capabilities ? 'operator')",
            ),
            Id::Colleague => (
                "app_user",
                "id",
                "exists (select from membership m where m.organization_id = $1 and m.user_id = t.id)",
            ),
            Id::ProgramOrganization => (
                "organization",
                "id",
                "exists (select from organization o where o.id = $1 and o.capabilities ? 'operator')",
            ),
            Id::RegistryMember => ("registry_member", "id", "t.operator_id = $1"),
            Id::CustomerGroup => (
                "customer_group",
                "id",
                "t.partner_id = $1 and t.removed_at is null",
            ),
            Id::MemberInvitation => ("member_invitation", "id", "t.organization_id = $1"),
            Id::Case => (
                "enrollment",
                "id",
                "t.submitted_at is not null and exists (select from organization o where o.id = $1 and o.capabilities ? 'operator')",
            ),
            Id::Ask => ("partner_ask", "id", "$1 in (t.provider_id, t.reseller_id)"),
            Id::OrderRequest => (
                "order_request",
                "id",
                "(t.asks_customer and t.customer_id = $1 or $1 in (t.reseller_id, t.provider_id)
                    and exists (select from relationship r
                        where r.partner_id = $1 and r.customer_id = t.customer_id and r.status = 'active'))",
            ),
            Id::Session => ("session", "handle", "t.user_id = $2"),
            Id::Membership => (
                "organization",
                "id",
                "exists (select from membership m where m.organization_id = t.id and m.user_id = $2)",
            ),
        }
    }

    /// Only the operator knows of them.
    pub(crate) const fn is_the_programs(self) -> bool {
        matches!(
            self,
            Id::Mail | Id::ProgramOrganization | Id::RegistryMember | Id::Case
        )
    }

    /// Theirs, or some of others if they know of none.
    pub(crate) async fn any(self, demo: &Demo, person: &Person) -> Vec<String> {
        let theirs = self.theirs(demo, person).await;
        if theirs.is_empty() {
            return self.of_others(demo, person).await;
        }
        theirs
    }

    /// The objects that the person's organization knows of, the newest first.
    pub(crate) async fn theirs(self, demo: &Demo, person: &Person) -> Vec<String> {
        let (table, column, condition) = self.own();
        let query = format!(
            "select t.{column}::text from {table} t where {condition} and $1::uuid is not null and $2::uuid is not null
             order by t.{column} desc"
        );
        self.found(query, demo, person).await
    }

    /// Some objects of others. Of invitations, one that is addressed to the person's organization is the first.
    pub(crate) async fn of_others(self, demo: &Demo, person: &Person) -> Vec<String> {
        let (table, column, condition) = self.own();
        let closest = match self {
            Id::Invitation => "t.addressee_id is not distinct from $1 desc, t.provider_id is not distinct from $1 desc,",
            Id::Customer => {
                "exists (select from relationship r where r.partner_id = $1 and r.customer_id = t.id) desc,
                 t.capabilities ? 'customer' desc,"
            }
            Id::Provider | Id::Partner => "t.capabilities ? 'indirect_provider' desc,",
            Id::Reseller => "t.capabilities ? 'indirect_reseller' desc,",
            _ => "",
        };
        let query = format!(
            "select t.{column}::text from {table} t
             where not coalesce({condition}, false) and $1::uuid is not null and $2::uuid is not null
                 and t.{column} <> $1
             order by {closest} md5(t.{column}::text)"
        );
        let mut found = self.found(query, demo, person).await;
        found.truncate(TRIED);
        found
    }

    async fn found(self, query: String, demo: &Demo, person: &Person) -> Vec<String> {
        sqlx::query_scalar(AssertSqlSafe(query))
            .bind(person.organization)
            .bind(person.user)
            .fetch_all(demo.pool())
            .await
            .unwrap_or_else(|error| panic!("{self:?}: {error}"))
    }
}

/// An id of no object.
pub(crate) fn unknown() -> String {
    Uuid::now_v7().to_string()
}

/// A product that is for sale.
pub(crate) async fn sku(demo: &Demo) -> String {
    sqlx::query_scalar(
        "select sku_id::text from product where sold and minimum = 1 order by name limit 1",
    )
    .fetch_one(demo.pool())
    .await
    .unwrap()
}
