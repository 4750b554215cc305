//! The list of users.

use std::collections::HashSet;

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    member::{
        list::{self as spec, ROLE, STATE, Users},
        model::{MemberState, RowOf, UserRow, UsersPage},
    },
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    member::is_at_home,
    organization::Organization,
    role::Role,
};
use uuid::Uuid;

use crate::{
    account::store as accounts,
    list::{
        csv::Rows,
        in_order,
        shown::{Entry, Shown},
        source::{Part, Sort, SortKey, Source, Wanted},
        typed,
    },
    organization::{query as load, query::failed},
    pipeline::Read,
};

/// The list of users.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<Users>()];

impl Shown for Users {
    type Rows = Visible;
    const FILE: &'static str = "users";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        Visible::of(read).await
    }
}

/// The users of the own organization, and the open invitations to become one, for those who manage them.
pub(crate) struct Visible {
    now: Timestamp,
    organization: Organization,
    actor: Actor,
}

static USERS: Source = Source {
    from: "member_row r",
    id: "r.id",
    search: "r.search",
    index: None,
    sorts: &[
        Sort {
            name: "name",
            key: SortKey::Text("r.sort_key"),
        },
        // Those who never signed in come first.
        Sort {
            name: "signed_in",
            key: SortKey::Time("coalesce(r.signed_in_at, 'epoch')"),
        },
    ],
    own: "name",
};

#[async_trait]
impl Rows for Visible {
    type Row = UserRow;
    type Page = UsersPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<UserRow>> {
        let mut conditions = vec![vec![
            Part::Sql("r.organization_id = "),
            Part::Id(self.organization.id.into_uuid()),
        ]];
        let role = query.filter(ROLE);
        if !role.is_empty() {
            conditions.push(vec![Part::Text(typed(role)), Part::Sql(" = any(r.roles)")]);
        }
        let state = query.filter(STATE);
        if !state.is_empty() {
            conditions.push(vec![
                Part::Sql("case when r.expires_at <= "),
                Part::Time(self.now),
                Part::Sql(" then 'expired' else r.state end = "),
                Part::Text(typed(state)),
            ]);
        }
        let wanted = Wanted::new(&USERS, query, conditions);
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = self.rows(db, &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<UserRow> {
        spec::list(lang)
    }

    async fn around(
        self,
        found: Page<UserRow>,
        _: &ListQuery,
        _: &mut PgConnection,
    ) -> PortalResult<UsersPage> {
        Ok(UsersPage {
            users: found,
            organization: self.organization,
            actor: self.actor,
        })
    }
}

impl Visible {
    async fn of(read: &mut Read) -> PortalResult<Self> {
        let actor = read.actor()?;
        let organization = load::organization(read, actor.organization).await?;
        access::authorize_own(&organization, &actor, Action::ManageUsers)?;
        Ok(Self {
            now: read.now(),
            organization,
            actor,
        })
    }

    async fn rows(&self, db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<UserRow>> {
        let rows = sqlx::query_as!(
            Row,
            r#"select id as "id!", is_user as "is_user!", name as "name!", address as "address!", roles as "roles!",
                  state as "state!", expires_at, second_factor, signed_in_at
               from member_row where organization_id = $1 and id = any($2)"#,
            self.organization.id.into_uuid(),
            ids,
        )
        .fetch_all(&mut *db)
        .await
        .map_err(failed)?;
        let rows = in_order(ids, rows, |row| row.id);
        let users: Vec<Uuid> = rows
            .iter()
            .filter(|row| row.is_user)
            .map(|row| row.id)
            .collect();
        let users = accounts::load(db, &users).await.map_err(failed)?;
        let guests: HashSet<Uuid> = users
            .iter()
            .filter(|user| !is_at_home(&self.organization, &user.value))
            .map(|user| user.value.id.into_uuid())
            .collect();
        Ok(rows
            .into_iter()
            .map(|row| {
                let is_guest = guests.contains(&row.id);
                row.shown(self.now, is_guest)
            })
            .collect())
    }
}

struct Row {
    id: Uuid,
    is_user: bool,
    name: String,
    address: String,
    roles: Vec<String>,
    state: String,
    expires_at: Option<Timestamp>,
    second_factor: Option<bool>,
    signed_in_at: Option<Timestamp>,
}

impl Row {
    fn shown(self, now: Timestamp, is_guest: bool) -> UserRow {
        let state = match self.expires_at {
            Some(expires) if expires <= now => MemberState::Expired,
            Some(_) => MemberState::Invited,
            None if self.state == MemberState::Active.code() => MemberState::Active,
            None => MemberState::Blocked,
        };
        let of = if self.is_user {
            RowOf::User { id: self.id.into() }
        } else {
            RowOf::Invitation { id: self.id.into() }
        };
        UserRow {
            of,
            name: self.name,
            address: self.address,
            roles: self
                .roles
                .iter()
                .filter_map(|name| name.parse::<Role>().ok())
                .collect(),
            state,
            is_guest,
            second_factor: self.second_factor.filter(|_| !is_guest),
            signed_in: self.signed_in_at.filter(|_| !is_guest),
            expires: self.expires_at,
        }
    }
}
