//! The inviter's list.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    i18n::Lang,
    invitation::{
        list::{self as spec, CustomerRequests, KIND, PartnershipRequests, STATUS},
        model::{InvitationRow, InvitationsPage},
    },
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    partnership::model::Open,
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    invitation::{Invitation, Kind, Pace, PaceFacts, State, may_send_now},
    organization::Organization,
};
use uuid::Uuid;

use crate::{
    list::{
        count,
        csv::Rows,
        in_order, reach,
        shown::{Entry, Shown},
        source::{Part, Sort, SortKey, Source, Wanted},
        typed,
    },
    organization::{
        query as load,
        query::{failed, party},
    },
    pipeline::Read,
};

/// The lists of requests, newest first.
pub(crate) const LISTS: &[Entry] = &[
    Entry::of::<CustomerRequests>(),
    Entry::of::<PartnershipRequests>(),
];

impl Shown for CustomerRequests {
    type Rows = Invitations;
    const FILE: &'static str = "requests";

    async fn rows(read: &mut Read) -> PortalResult<Invitations> {
        Invitations::of(read, true).await
    }
}

impl Shown for PartnershipRequests {
    type Rows = Invitations;
    const FILE: &'static str = "requests";

    async fn rows(read: &mut Read) -> PortalResult<Invitations> {
        Invitations::of(read, false).await
    }
}

/// More requests than these are not counted.
const OPEN_COUNTED: i64 = 10_000;

/// What waits on the tabs above the lists of a partner, in one statement: of its requests to customers, or to
/// resellers, those that wait for an answer; and beside those to resellers, the messages of resellers that wait for its
/// own.
pub(crate) async fn open(
    db: &mut PgConnection,
    organization: &Organization,
    actor: &Actor,
    customers: bool,
    now: Timestamp,
) -> PortalResult<Open> {
    let groups = reach::groups(actor).filter(|_| customers);
    let row = sqlx::query!(
        r#"select (select count(*) from (select from invitation i
                  where i.organization_id = $1 and i.kind = any($2) and invitation_is_open(i.status, i.expires_at, $3)
                     and ($4::uuid[] is null or reaches_request($4, i.kind, i.body)) limit $5) open) as "requests!",
              case when $6 then 0 else (select count(*) from partner_ask
                  where provider_id = $1 and status = 'waiting') end as "messages!""#,
        organization.id.as_uuid(),
        &kinds(customers),
        now,
        groups.as_deref(),
        OPEN_COUNTED,
        customers,
    )
    .fetch_one(db)
    .await
    .map_err(failed)?;
    Ok(Open {
        requests: count(row.requests),
        messages: count(row.messages),
    })
}

/// The kinds of requests to customers, or to resellers, as they are stored.
pub(crate) fn kinds(customers: bool) -> Vec<String> {
    let kinds: &[&str] = if customers {
        &["relationship", "joint_relationship"]
    } else {
        &["partnership"]
    };
    kinds.iter().copied().map(str::to_owned).collect()
}

/// The conditions of this partner's requests to customers in the user's reach, or to resellers.
fn own(organization: &Organization, actor: &Actor, customers: bool) -> Vec<Vec<Part>> {
    let mut conditions = vec![
        vec![
            Part::Sql("i.organization_id = "),
            Part::Id(organization.id.into_uuid()),
        ],
        vec![
            Part::Sql("i.kind = any("),
            Part::Texts(kinds(customers)),
            Part::Sql(")"),
        ],
    ];
    conditions.extend(reach::of_request(actor).filter(|_| customers));
    conditions
}

/// The invitations that the caller may see.
pub(crate) struct Invitations {
    now: Timestamp,
    pace: Pace,
    customers: bool,
    organization: Organization,
    actor: Actor,
}

static INVITATIONS: Source = Source {
    from: "invitation i left join organization a on a.id = i.addressee_id",
    id: "i.id",
    search: "(i.search || coalesce(a.search, ''))",
    index: None,
    sorts: &[
        Sort {
            name: "created",
            key: SortKey::Time("i.created_at"),
        },
        Sort {
            name: "recipient",
            key: RECIPIENT,
        },
        Sort {
            name: "name",
            key: RECIPIENT,
        },
        // Invitations that were never sent, or never expire, come first.
        Sort {
            name: "sent",
            key: SortKey::Time("coalesce(i.sent_at, 'epoch')"),
        },
        Sort {
            name: "expires",
            key: SortKey::Time("coalesce(i.expires_at, 'epoch')"),
        },
    ],
    own: "-created",
};

/// An address is of plain letters alone, the domain in its `xn--` form: no accents to sort by.
const RECIPIENT: SortKey = SortKey::Text("lower(i.recipient collate \"C\")");

#[async_trait]
impl Rows for Invitations {
    type Row = InvitationRow;
    type Page = InvitationsPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<InvitationRow>> {
        let mut conditions = own(&self.organization, &self.actor, self.customers);
        let kind = query.filter(KIND);
        if !kind.is_empty() {
            conditions.push(vec![Part::Sql("i.kind = "), Part::Text(typed(kind))]);
        }
        let status = query.filter(STATUS);
        if !status.is_empty() {
            conditions.push(vec![
                Part::Sql("invitation_status(i.status, i.expires_at, "),
                Part::Time(self.now),
                Part::Sql(") = "),
                Part::Text(typed(status)),
            ]);
        }
        let wanted = Wanted::new(&INVITATIONS, query, conditions);
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = self.rows(db, &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<InvitationRow> {
        spec::list(lang, self.customers)
    }

    async fn around(
        self,
        found: Page<InvitationRow>,
        _: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<InvitationsPage> {
        Ok(InvitationsPage {
            open: open(
                db,
                &self.organization,
                &self.actor,
                self.customers,
                self.now,
            )
            .await?,
            invitations: found,
            organization: self.organization,
            actor: self.actor,
        })
    }
}

impl Invitations {
    async fn of(read: &mut Read, customers: bool) -> PortalResult<Self> {
        let actor = read.actor()?;
        let organization = load::organization(read, actor.organization).await?;
        if !organization.capabilities.is_partner() {
            return Err(PortalError::NotFound);
        }
        access::authorize_own(&organization, &actor, Action::ViewPartners)?;
        Ok(Self {
            now: read.now(),
            pace: Pace::from(&read.settings().await?),
            customers,
            organization,
            actor,
        })
    }

    /// The rows shown for these invitations.
    async fn rows(&self, db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<InvitationRow>> {
        let rows = sqlx::query_as!(
            Row,
            r#"select i.id, i.opened_at, i.expires_at, i.body as "body: Json<Invitation>", u.name as created_by,
                  a.id as "addressee_id?", a.name as "addressee?", p.id as "provider_id?", p.name as "provider?",
                  sending_full_since($1, $3) as full_since, sent.made as "recipient_since?"
               from invitation i
               join app_user u on u.id = i.created_by
               left join organization a on a.id = i.addressee_id
               left join organization p on p.id = i.provider_id
               left join sent_to($1, $4) sent on sent.recipient = lower(i.recipient collate "C")
               where i.organization_id = $1 and i.id = any($2)"#,
            self.organization.id.into_uuid(),
            ids,
            i64::from(self.pace.a_day),
            self.now - self.pace.between,
        )
        .fetch_all(db)
        .await
        .map_err(failed)?;
        let rows = in_order(ids, rows, |row| row.id).into_iter();
        rows.map(|row| row.shown(self.pace, self.now)).collect()
    }
}

struct Row {
    id: Uuid,
    opened_at: Option<DateTime<Utc>>,
    expires_at: Option<DateTime<Utc>>,
    body: Json<Invitation>,
    created_by: String,
    addressee_id: Option<Uuid>,
    addressee: Option<String>,
    provider_id: Option<Uuid>,
    provider: Option<String>,
    /// As [`PaceFacts`] have them.
    full_since: Option<DateTime<Utc>>,
    recipient_since: Option<DateTime<Utc>>,
}

impl Row {
    fn shown(self, pace: Pace, now: Timestamp) -> PortalResult<InvitationRow> {
        let pace = PaceFacts {
            pace,
            full_since: self.full_since,
            recipient_since: self.recipient_since,
        };
        let invitation = self.body.0;
        let named = |id: Option<Uuid>, name: Option<String>| {
            id.zip(name).map(|(id, name)| party(id, &name)).transpose()
        };
        let opened = match &invitation.state {
            State::Opened { at, .. } => Some(*at),
            _ => self.opened_at,
        };
        let is_joint = matches!(invitation.kind, Kind::JointRelationship { .. });
        Ok(InvitationRow {
            status: invitation.status(now),
            pace: may_send_now(&invitation, pace, now),
            expires: invitation.expires().or(self.expires_at),
            sent: invitation.link_made,
            created: invitation.created,
            created_by: self.created_by,
            recipient: invitation.message.recipient.to_string(),
            kind: invitation.kind,
            id: invitation.id,
            opened,
            addressee: named(self.addressee_id, self.addressee)?,
            provider: named(self.provider_id, self.provider)?.filter(|_| is_joint),
        })
    }
}
