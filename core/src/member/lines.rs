//! Users of a customer as the lines of a file.

use std::collections::BTreeMap;

use super::{NewUser, Removed, Taken, add_user};
use crate::{
    Timestamp,
    access::CustomerFacts,
    account::{Event, User},
    actor::Actor,
    import::{Problem, Wanted},
    organization::Organization,
    role::{Role, RoleSet},
    text::{EmailAddress, PersonName},
};

/// The columns of a file of users, in their order. Without roles, somebody becomes a plain user.
pub const USER_COLUMNS: [&str; 3] = ["user_name", "name", "roles"];

/// A line of a file of users, as it was typed: its number, and the fields of [`USER_COLUMNS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UserLine<'a> {
    /// The number of the line, as the file's reader counts them.
    pub line: u64,
    /// The work account.
    pub user_name: &'a str,
    /// The name.
    pub name: &'a str,
    /// The roles by their stable names, separated by spaces or semicolons.
    pub roles: &'a str,
}

/// What the lines of a file say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserLines {
    /// The users, each with its line.
    pub users: Vec<(u64, NewUser)>,
    /// Everything that is wrong, with its line. A line may be wrong in several ways.
    pub wrong: Vec<(u64, Problem)>,
}

/// Reads the lines of a file of this customer's users. Every wrong line is named, and everything that is wrong with it;
/// whether somebody signs in by an address already is asked beside it, by [`add_user`](super::add_user).
///
/// ```
/// use tierline_core::{member::{UserLine, read_users}, role::Role, testing::*};
/// let line = |line, user_name, roles| UserLine { line, user_name, name: "Mia Kern", roles };
/// let read = read_users(&customer(), [
///     line(2, "mia@org4.example", ""),
///     line(3, "tom@org4.example", "billing_admin; user"),
///     line(4, "MIA@org4.example", "user"),
///     line(5, "eve@elsewhere.example", "admin_agent"),
/// ]);
/// assert!(read.users[0].1.roles.contains(Role::User));
/// assert!(read.users[1].1.roles.contains(Role::BillingAdmin));
/// let wrong: Vec<_> = read.wrong.iter().map(|(line, problem)| (*line, problem.to_string())).collect();
/// assert_eq!(wrong[0], (4, "mia@org4.example is already on line 2".to_owned()));
/// assert_eq!(wrong[1].1, "user_name `eve@elsewhere.example` isn't an address in the customer's domain");
/// assert_eq!(wrong[2].1, "roles `admin_agent` isn't a role: global_admin, billing_admin, or user");
/// ```
pub fn read_users<'a>(
    customer: &Organization,
    lines: impl IntoIterator<Item = UserLine<'a>>,
) -> UserLines {
    let mut read = UserLines::default();
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    for line in lines {
        let mut wrong = Vec::new();
        let user_name = user_name(customer, line.user_name, &mut wrong);
        let name = required(
            "name",
            line.name,
            Wanted::Name,
            &mut wrong,
            PersonName::parse,
        );
        let roles = roles(customer, line.roles, &mut wrong);
        if let Some(user_name) = &user_name {
            let first = *seen.entry(user_name.key()).or_insert(line.line);
            if first != line.line {
                wrong.push(Problem::Twice {
                    text: user_name.key(),
                    line: first,
                });
            }
        }
        match (user_name, name) {
            (Some(user_name), Some(name)) if wrong.is_empty() => {
                let new = NewUser {
                    name,
                    user_name,
                    roles,
                };
                read.users.push((line.line, new));
            }
            _ => {}
        }
        let named = wrong.into_iter().map(|problem| (line.line, problem));
        read.wrong.extend(named);
    }
    read
}

/// What becomes of a user of a file whom [`read_users`] has read: the event of a new one, or none for one whom the
/// customer has already, who stays as it is. `known` is whoever signs in by the address, with what is kept of one who
/// was removed from the customer's users.
///
/// Whether the actor looks after the customer's users at all is asked before, by [`may_help`](super::may_help): what is
/// wrong here is wrong with the line.
///
/// # Errors
/// [`Problem::AccountTaken`], for an address of somebody else; [`Problem::UserRemoved`], for one who can be restored;
/// [`Wanted::GivenRole`], for roles that the actor does not give.
///
/// ```
/// use tierline_core::{access::CustomerFacts, member::{NewUser, Removed, add_listed}, relationship::Side, role::{Role, RoleSet}, testing::*};
/// let (reseller, customer) = (reseller(), customer());
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let about = CustomerFacts { organization: &reseller, customer: &customer, relationship: Some(&granted), providers: &[] };
/// let agent = actor(&reseller, Role::HelpdeskAgent);
/// let tom = NewUser {
///     name: "Tom Berg".parse().unwrap(),
///     user_name: "tom@org4.example".parse().unwrap(),
///     roles: RoleSet::of(&[Role::User]),
/// };
/// assert!(add_listed(about, &tom, None, &agent, day(2)).unwrap().is_some());
/// assert_eq!(add_listed(about, &tom, Some((&customers_user(401), None)), &agent, day(2)), Ok(None));
/// let taken = add_listed(about, &tom, Some((&user(81), None)), &agent, day(2)).unwrap_err();
/// assert_eq!(taken.to_string(), "tom@org4.example has an account already");
/// let removed = Removed { at: day(1), roles: tom.roles, blocked: false };
/// let kept = add_listed(about, &tom, Some((&user(81), Some(removed))), &agent, day(2)).unwrap_err();
/// assert_eq!(kept.to_string(), "tom@org4.example was removed and can be restored");
/// let admin = NewUser { roles: RoleSet::of(&[Role::GlobalAdmin]), ..tom };
/// let refused = add_listed(about, &admin, None, &agent, day(2)).unwrap_err();
/// assert_eq!(refused.to_string(), "roles `global_admin` isn't among the roles that you may give");
/// ```
pub fn add_listed(
    about: CustomerFacts<'_>,
    new: &NewUser,
    known: Option<(&User, Option<Removed>)>,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Event>, Problem> {
    match known {
        Some((user, _)) if user.roles.contains_key(&about.customer.id) => return Ok(None),
        Some((_, removed)) => {
            let text = new.user_name.to_string();
            return Err(match removed {
                Some(removed) if removed.may_be_restored(about, actor, now) => {
                    Problem::UserRemoved { text }
                }
                _ => Problem::AccountTaken { text },
            });
        }
        None => {}
    }
    add_user(about, new, Taken::No, actor, now)
        .map(Some)
        .map_err(|_| {
            let roles: Vec<&str> = new.roles.iter().map(Role::code).collect();
            Problem::invalid("roles", &roles.join(";"), Wanted::GivenRole)
        })
}

fn user_name(
    customer: &Organization,
    text: &str,
    wrong: &mut Vec<Problem>,
) -> Option<EmailAddress> {
    let column = "user_name";
    let address = required(column, text, Wanted::Account, wrong, EmailAddress::parse)?;
    let address = address.in_lower_case();
    if address.domain() == customer.domain.as_str() {
        return Some(address);
    }
    wrong.push(Problem::invalid(column, text, Wanted::OwnAddress));
    None
}

/// A user without roles is a plain one.
fn roles(customer: &Organization, text: &str, wrong: &mut Vec<Problem>) -> RoleSet {
    let mut roles = RoleSet::EMPTY;
    let names = text.split([';', ' ']).map(str::trim);
    for name in names.filter(|it| !it.is_empty()) {
        match name.parse::<Role>() {
            Ok(role) if role.exists_in(&customer.capabilities) => roles = roles.with(role),
            _ => wrong.push(Problem::invalid("roles", name, Wanted::Role)),
        }
    }
    if roles.is_empty() {
        RoleSet::EMPTY.with(Role::User)
    } else {
        roles
    }
}

fn required<T, E>(
    column: &str,
    text: &str,
    wanted: Wanted,
    wrong: &mut Vec<Problem>,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Option<T> {
    if text.trim().is_empty() {
        wrong.push(Problem::Empty {
            column: column.to_owned(),
        });
        return None;
    }
    match parse(text) {
        Ok(value) => Some(value),
        Err(_) => {
            wrong.push(Problem::invalid(column, text, wanted));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::customer;

    /// Fields that are right, that are wrong, and that are anything.
    fn some(fields: &'static [&'static str]) -> impl Strategy<Value = String> {
        prop_oneof![
            4 => prop::sample::select(fields).prop_map(str::to_owned),
            1 => any::<String>(),
        ]
    }

    proptest! {
        #[test]
        fn each_line_is_a_user_or_named(
            lines in prop::collection::vec((
                some(&["mia@org4.example", "MIA@org4.example", "tom@org4.example", "eve@org2.example", "eve", ""]),
                some(&["Mia Kern", "王小明", "", "a\nb"]),
                some(&["", "user", "billing_admin;user", "sales_agent", "boss user"]),
            ), 0..20),
        ) {
            let numbered = (2..).zip(&lines);
            let typed = numbered.map(|(line, (user_name, name, roles))| UserLine { line, user_name, name, roles });
            let read = read_users(&customer(), typed);
            let good: Vec<u64> = read.users.iter().map(|(line, _)| *line).collect();
            let mut bad: Vec<u64> = read.wrong.iter().map(|(line, _)| *line).collect();
            prop_assert!(bad.is_sorted());
            bad.dedup();
            let mut all = [good.clone(), bad].concat();
            all.sort_unstable();
            prop_assert_eq!(all, (2..2 + lines.len() as u64).collect::<Vec<_>>());
            let mut names: Vec<_> = read.users.iter().map(|(_, user)| user.user_name.key()).collect();
            names.sort_unstable();
            names.dedup();
            prop_assert_eq!(names.len(), good.len());
            let own = customer();
            for (_, user) in &read.users {
                prop_assert!(!user.roles.is_empty());
                prop_assert_eq!(user.user_name.domain(), own.domain.as_str());
            }
        }
    }
}
