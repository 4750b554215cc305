//! **Settings**: the state of each row, by one statement.

use sqlx::types::Json;
use tierline_app::{
    account::model::SessionInfo,
    error::PortalError,
    portal::PortalResult,
    settings::model::{
        EnrollmentState, FactorState, OwnOrganization, PasswordState, ProgramState, Required,
        Standing,
    },
};
use tierline_core::{
    access::Action,
    enrollment::Status,
    organization::{Capabilities, RequiredOf},
    permission::SubjectKind,
};

use crate::{
    organization::query::{WithoutFactor, failed},
    pipeline::Read,
};

/// The rows that the user's roles open.
#[derive(Clone, Copy)]
struct Opened {
    own: bool,
    users: bool,
    groups: bool,
    factor: bool,
    asked_first: bool,
    enrollment: bool,
    program: bool,
}

impl Opened {
    /// Nothing but the own account for whoever has to change the password first.
    fn for_reader(session: &SessionInfo) -> Opened {
        let may = |action, on| !session.must_change_password && session.may(action, on);
        let own = |action| may(action, SubjectKind::Own);
        Opened {
            own: own(Action::ViewOwn),
            users: own(Action::ManageUsers),
            groups: own(Action::ManageCustomerGroups),
            factor: own(Action::RequireSecondFactor),
            asked_first: own(Action::SetAskedFirst),
            enrollment: own(Action::Enroll),
            program: may(Action::ViewProgramSettings, SubjectKind::Program),
        }
    }
}

/// What this user can set. Of what the roles do not open, nothing is looked up.
pub(crate) async fn standing(read: &mut Read, session: &SessionInfo) -> PortalResult<Standing> {
    let (opened, now) = (Opened::for_reader(session), read.now());
    let minimum = read.state.config.second_factor;
    let organization = session.organization.as_ref().map(|own| own.id.into_uuid());
    let row = sqlx::query!(
        r#"select u.must_change_password,
              -- A user's own log is short: it has neither sign-ins nor what the user has done for others.
              coalesce((select max(e.at) from event e where e.object = 'user' and e.object_id = u.id
                   and e.body -> 'event' ->> 'type' in ('added', 'password_changed', 'password_reset', 'setup_renewed')),
                 u.created_at) as "password_since!",
              u.has_second_factor,
              (select count(*) from recovery_code c where c.user_id = u.id) as "codes_left!",
              (select count(*) from session s where s.user_id = u.id and s.expires_at > now()) as "sessions!",
              o.capabilities as "capabilities?: Json<Capabilities>", o.country as "country?", o.domain as "domain?",
              o.mpn, o.second_factor as "required_of?", o.asked_first as "asked_first?",
              case when $3 then (select count(*) from member_row r where r.organization_id = o.id) end as users,
              case when $4 then (select count(*) from customer_group g
                 where g.partner_id = o.id and g.removed_at is null) end as groups,
              case when $5 then (select coalesce(jsonb_agg(jsonb_build_object('roles', w.roles, 'users', w.users)), '[]')
                 from (select m.roles, count(*) as users from membership m join app_user p on p.id = m.user_id
                       where m.organization_id = o.id and p.blocked_at is null and m.blocked_at is null
                          and not p.has_second_factor group by m.roles) w) end
                 as "without: Json<Vec<WithoutFactor>>",
              -- Whoever was rejected for too long is suspended, whether or not that was written down.
              case when $6 then (select case when e.suspends_at <= $8 then 'suspended' else e.status end
                 from enrollment e where e.organization_id = o.id) end as enrollment,
              case when $7 then (select max((latest.value ->> 'at')::timestamptz)
                 from program_settings p, jsonb_each(p.body -> 'latest') latest where p.operator_id = o.id) end
                 as program
           from app_user u left join organization o on o.id = $2 where u.id = $1"#,
        session.user.into_uuid(),
        organization,
        opened.users,
        opened.groups,
        opened.factor,
        opened.enrollment,
        opened.program,
        now,
    )
    .fetch_optional(read.db())
    .await
    .map_err(failed)?
    .ok_or(PortalError::SignedOut)?;

    let required = match (row.required_of, row.without) {
        (Some(of), Some(without)) => {
            let of = of.parse::<RequiredOf>().map_err(failed)?.or(minimum);
            let without = WithoutFactor::concerned(without.0, of);
            Some(Required { of, without })
        }
        _ => None,
    };
    let status = row.enrollment.map(|status| status.parse::<Status>());
    let status = status.transpose().map_err(failed)?;
    let organization = match (opened.own, row.capabilities, row.country, row.domain) {
        (true, Some(capabilities), Some(country), Some(domain)) => Some(OwnOrganization {
            capabilities: capabilities.0,
            country: country.parse().map_err(failed)?,
            domain,
            mpn: row.mpn,
        }),
        _ => None,
    };
    Ok(Standing {
        password: PasswordState {
            is_temporary: row.must_change_password,
            since: row.password_since,
        },
        factor: row.has_second_factor.then_some(FactorState {
            codes_left: row.codes_left.unsigned_abs(),
        }),
        sessions: row.sessions.unsigned_abs(),
        organization,
        users: row.users.map(i64::unsigned_abs),
        groups: row.groups.map(i64::unsigned_abs),
        required,
        asked_first: row.asked_first.filter(|_| opened.asked_first),
        enrollment: opened.enrollment.then_some(EnrollmentState { status }),
        program: opened.program.then_some(ProgramState {
            changed: row.program,
        }),
    })
}
