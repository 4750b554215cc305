//! The customers of a partner whose rights end, and requests to renew them.

use async_trait::async_trait;
use chrono::TimeDelta;
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
    relationship::{
        list::{self as spec, ASKED, EndingRights, WITHIN},
        model::{AskedMany, EndingRightsPage, EndingRow},
    },
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    ids::OrganizationId,
    organization::Organization,
    relationship::{Answer, Relationship},
};
use uuid::Uuid;

use crate::{
    list::{
        count,
        csv::Rows,
        in_order, reach,
        shown::{Entry, Shown},
        source::{Index, Part, Sort, SortKey, Source, Wanted},
    },
    organization::query::{self as load, failed, party},
    pipeline::Read,
};

/// The list.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<EndingRights>()];

impl Shown for EndingRights {
    type Rows = Visible;
    const FILE: &'static str = "ending-rights";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        Visible::of(read).await
    }
}

static SOURCE: Source = Source {
    from: "relationship",
    id: "id",
    search: "search",
    index: Some(Index {
        key: "customer_key",
        words: "status = 'active' and words",
    }),
    sorts: &[
        Sort {
            name: "ends",
            key: SortKey::Time("ends_at"),
        },
        Sort {
            name: "name",
            key: SortKey::Text("customer_key"),
        },
    ],
    own: "ends",
};

/// Those of a partner's customers that its user may see, whose rights end.
pub(crate) struct EndingRightsOf {
    pub actor: Actor,
    pub now: Timestamp,
}

impl EndingRightsOf {
    /// The relationships that the address asks for, in its order: so many at most.
    pub(crate) async fn ids(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        at_most: usize,
    ) -> Result<Vec<Uuid>, sqlx::Error> {
        Ok(self.wanted(query).page(db, at_most).await?.rows)
    }

    /// Those of which an end is still to come. One of which an earlier end is not written down yet stands where that
    /// was, with the end that comes next.
    fn wanted(&self, query: &ListQuery) -> Wanted {
        let own = self.actor.organization.into_uuid();
        let mut conditions = vec![
            vec![Part::Sql("partner_id = "), Part::Id(own)],
            vec![Part::Sql("status = 'active'")],
            vec![
                Part::Sql("ends_at is not null and (ends_at > "),
                Part::Time(self.now),
                Part::Sql(" or relationship_next_end(relationship, "),
                Part::Time(self.now),
                Part::Sql(") is not null)"),
            ],
        ];
        conditions.extend(reach::of_relationship(&self.actor));
        let within = Some(query.filter(WITHIN)).filter(|within| !within.is_empty());
        conditions.extend(within.map(|within| {
            // A malformed number matches nothing.
            let days = within.parse().unwrap_or(-1).clamp(-1, MOST_AHEAD);
            let until = self.now + TimeDelta::days(days);
            vec![
                Part::Sql("ends_at <= "),
                Part::Time(until),
                Part::Sql(" and (ends_at > "),
                Part::Time(self.now),
                Part::Sql(" or relationship_next_end(relationship, "),
                Part::Time(self.now),
                Part::Sql(") <= "),
                Part::Time(until),
                Part::Sql(")"),
            ]
        }));
        conditions.extend(match query.filter(ASKED) {
            "" => None,
            "waiting" => Some(vec![Part::Sql("renewal_until > "), Part::Time(self.now)]),
            "declined" => Some(vec![Part::Sql(
                "body #>> '{renewal,answer,answer}' = 'declined'",
            )]),
            "renewed" => Some(vec![Part::Sql(
                "body #>> '{renewal,answer,answer}' = 'renewed'",
            )]),
            // Never answered, and another right goes on.
            "expired" => Some(vec![
                Part::Sql("renewal_until is not null and renewal_until <= "),
                Part::Time(self.now),
            ]),
            "no" => Some(vec![Part::Sql("body -> 'renewal' is null")]),
            _ => Some(vec![Part::Sql("false")]),
        });
        Wanted::new(&SOURCE, query, conditions).owned_by(own)
    }
}

/// The most days ahead that are looked at: more than a right can have.
const MOST_AHEAD: i64 = 1_000;

/// The list, for somebody who may see it.
pub(crate) struct Visible {
    organization: Organization,
    of: EndingRightsOf,
}

impl Visible {
    async fn of(read: &mut Read) -> PortalResult<Visible> {
        let actor = read.actor()?;
        let organization = load::organization(read, actor.organization).await?;
        if !organization.capabilities.is_partner() {
            return Err(PortalError::NotFound);
        }
        access::authorize_own(&organization, &actor, Action::ViewCustomers)?;
        let of = EndingRightsOf {
            actor,
            now: read.now(),
        };
        Ok(Visible { organization, of })
    }
}

#[async_trait]
impl Rows for Visible {
    type Row = EndingRow;
    type Page = EndingRightsPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<EndingRow>> {
        let wanted = self.of.wanted(query);
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = rows(db, self.organization.id, &found.rows, self.of.now).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<EndingRow> {
        spec::list(lang)
    }

    async fn around(
        self,
        found: Page<EndingRow>,
        _: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<EndingRightsPage> {
        let last = last(db, self.organization.id).await.map_err(failed)?;
        let may_ask = access::authorize_roles(
            &self.organization.party(),
            &self.organization.capabilities,
            self.of.actor.roles,
            &[Action::AskToRenew],
        );
        Ok(EndingRightsPage {
            may_ask,
            rows: found,
            last,
            organization: self.organization.party(),
        })
    }
}

async fn rows(
    db: &mut PgConnection,
    partner: OrganizationId,
    ids: &[Uuid],
    now: Timestamp,
) -> PortalResult<Vec<EndingRow>> {
    let rows = sqlx::query!(
        r#"select r.id, r.body as "body: Json<Relationship>", r.customer_id, c.name as customer
           from relationship r join organization c on c.id = r.customer_id
           where r.partner_id = $1 and r.id = any($2)"#,
        partner.as_uuid(),
        ids,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let mut shown = Vec::with_capacity(rows.len());
    for row in in_order(ids, rows, |row| row.id) {
        let relationship = row.body.0.as_of(now);
        // What has come to its end meanwhile is none of them any more.
        let Some(ends) = relationship.next_end() else {
            continue;
        };
        let asked = relationship.renewal.as_ref();
        shown.push(EndingRow {
            customer: party(row.customer_id, &row.customer)?,
            rights: relationship.rights_ending(ends),
            is_whole: relationship.ends() == Some(ends),
            ends: ends - TimeDelta::seconds(1),
            asked: asked.map(|asked| asked.asked),
            state: relationship.renewal_state(now),
            reason: asked.and_then(|asked| match &asked.answer {
                Some(Answer::Declined { reason, .. }) => reason.as_ref().map(ToString::to_string),
                _ => None,
            }),
        });
    }
    Ok(shown)
}

/// The partner's last request to many customers.
async fn last(
    db: &mut PgConnection,
    partner: OrganizationId,
) -> Result<Option<AskedMany>, sqlx::Error> {
    let row = sqlx::query!(
        r#"select chosen, asked, left_out, began_at, ended_at is not null as "is_done!", is_stopped
           from renewal_request where partner_id = $1 order by began_at desc, id desc limit 1"#,
        partner.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| AskedMany {
        chosen: count(row.chosen),
        asked: count(row.asked),
        left_out: count(row.left_out),
        began: row.began_at,
        is_done: row.is_done,
        is_stopped: row.is_stopped,
    }))
}
