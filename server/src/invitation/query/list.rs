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
    invitation::store,
    list::{
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
    partnership::query::open_messages,
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

/// How many requests of this partner, to customers or to resellers, wait for an answer.
pub(crate) async fn open_requests(
    db: &mut PgConnection,
    organization: &Organization,
    actor: &Actor,
    customers: bool,
    now: Timestamp,
) -> PortalResult<u64> {
    let mut conditions = own(organization, actor, customers);
    conditions.push(vec![
        Part::Sql("invitation_is_open(i.status, i.expires_at, "),
        Part::Time(now),
        Part::Sql(")"),
    ]);
    let all = ListQuery::default();
    let wanted = Wanted::new(&INVITATIONS, &all, conditions);
    wanted
        .total(db)
        .await
        .map(|total| total.rows)
        .map_err(failed)
}

/// The conditions of this partner's requests to customers in the user's reach, or to resellers.
fn own(organization: &Organization, actor: &Actor, customers: bool) -> Vec<Vec<Part>> {
    let kinds: &[&str] = if customers {
        &["relationship", "joint_relationship"]
    } else {
        &["partnership"]
    };
    let mut conditions = vec![
        vec![
            Part::Sql("i.organization_id = "),
            Part::Id(organization.id.into_uuid()),
        ],
        vec![
            Part::Sql("i.kind = any("),
            Part::Texts(kinds.iter().copied().map(str::to_owned).collect()),
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
            open: self.open(db).await?,
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

    /// What waits on this page, and on the one beside it.
    async fn open(&self, db: &mut PgConnection) -> PortalResult<Open> {
        let (own, actor) = (&self.organization, &self.actor);
        Ok(Open {
            requests: open_requests(db, own, actor, self.customers, self.now).await?,
            messages: if self.customers {
                0
            } else {
                open_messages(db, own.id).await?
            },
        })
    }

    /// The rows shown for these invitations.
    async fn rows(&self, db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<InvitationRow>> {
        let rows = sqlx::query_as!(
            Row,
            r#"select i.id, i.opened_at, i.expires_at, i.body as "body: Json<Invitation>", u.name as created_by,
                  a.id as "addressee_id?", a.name as "addressee?", p.id as "provider_id?", p.name as "provider?"
               from invitation i
               join app_user u on u.id = i.created_by
               left join organization a on a.id = i.addressee_id
               left join organization p on p.id = i.provider_id
               where i.organization_id = $1 and i.id = any($2)"#,
            self.organization.id.into_uuid(),
            ids,
        )
        .fetch_all(&mut *db)
        .await
        .map_err(failed)?;
        let rows = in_order(ids, rows, |row| row.id);
        let invitations: Vec<Invitation> = rows.iter().map(|row| row.body.0.clone()).collect();
        let own = self.organization.id;
        let paces = store::paces(db, own, &invitations, self.pace, self.now)
            .await
            .map_err(failed)?;
        let shown = rows.into_iter().zip(paces);
        shown.map(|(row, pace)| row.shown(pace, self.now)).collect()
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
}

impl Row {
    fn shown(self, pace: PaceFacts, now: Timestamp) -> PortalResult<InvitationRow> {
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
