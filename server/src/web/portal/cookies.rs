//! Secrets that belong to one browser for a while: an invitation's link, a temporary password.
//!
//! The server stores only their hashes, so only the browser that made the request can keep one to show it. Both are
//! HttpOnly and SameSite=Strict.

use std::sync::{Mutex, PoisonError};

use http::{HeaderMap, HeaderValue, header};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use tierline_core::ids::{InvitationId, OrganizationId, UserId};

use crate::web::{CookieNames, cookie};

const LINK: &str = "tierline-link-";
const LINK_SECONDS: u32 = 24 * 3600;
/// The number of links that one browser keeps; new ones replace the oldest.
const LINKS: usize = 4;
const SETUP: &str = "tierline-setup-";
const SETUP_SECONDS: u32 = 10 * 60;

/// The cookies of a request with such secrets.
#[derive(Debug)]
pub struct Cookies {
    names: CookieNames,
    /// Names and values as sent by the browser, with the changes of this request.
    held: Mutex<Vec<(String, String)>>,
}

impl Cookies {
    pub(super) fn of(headers: &HeaderMap, names: CookieNames) -> Self {
        let held = cookie::pairs(headers)
            .filter_map(|(name, value)| Some((name.strip_prefix(names.prefix())?, value)))
            .filter(|(name, value)| is_secret(name) && is_plain(value))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Self {
            names,
            held: Mutex::new(held),
        }
    }

    /// The names of cookies on this portal.
    pub(crate) fn names(&self) -> CookieNames {
        self.names
    }

    /// The token of this invitation's link, if this browser made it within the last day.
    pub(crate) fn kept_link(&self, invitation: InvitationId) -> Option<String> {
        self.read(&link_name(invitation))
    }

    /// Keeps the token of a link for the user's own mail.
    pub(crate) fn keep_link(&self, invitation: InvitationId, token: &str) {
        let name = link_name(invitation);
        // Browsers send the oldest first.
        let others: Vec<String> = self
            .names_with(LINK)
            .into_iter()
            .filter(|other| *other != name)
            .collect();
        for oldest in others.iter().take((others.len() + 1).saturating_sub(LINKS)) {
            self.remove(oldest);
        }
        self.set(&name, token, LINK_SECONDS);
    }

    /// Removes the link of an invitation that has a newer one or is over.
    pub(crate) fn forget_link(&self, invitation: InvitationId) {
        let name = link_name(invitation);
        if self.read(&name).is_some() {
            self.remove(&name);
        }
    }

    /// Keeps the temporary password of a customer's first admin until it is shown.
    pub(crate) fn keep_setup(&self, customer: OrganizationId, password: &str) {
        self.set(&setup_name(customer), password, SETUP_SECONDS);
    }

    /// Takes the temporary password; it can be taken once.
    pub(crate) fn take_setup(&self, customer: OrganizationId) -> Option<String> {
        let name = setup_name(customer);
        let password = self.read(&name)?;
        self.remove(&name);
        Some(password)
    }

    /// Keeps the temporary password of a customer's user until it is shown.
    pub(crate) fn keep_password(&self, user: UserId, password: &str) {
        self.set(&password_name(user), password, SETUP_SECONDS);
    }

    /// Takes the temporary password of a customer's user; it can be taken once.
    pub(crate) fn take_password(&self, user: UserId) -> Option<String> {
        let name = password_name(user);
        let password = self.read(&name)?;
        self.remove(&name);
        Some(password)
    }

    fn read(&self, name: &str) -> Option<String> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.iter()
            .find(|(held, value)| held == name && !value.is_empty())
            .map(|(_, value)| value.clone())
    }

    fn names_with(&self, prefix: &str) -> Vec<String> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.iter()
            .filter(|(name, _)| name.starts_with(prefix))
            .map(|(name, _)| name.clone())
            .collect()
    }

    fn set(&self, name: &str, value: &str, seconds: u32) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|(held, _)| held != name);
        held.push((name.to_owned(), value.to_owned()));
        let name = format!("{}{name}", self.names.prefix());
        send(self.names.set_strict(&name, value, seconds));
    }

    fn remove(&self, name: &str) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|(held, _)| held != name);
        let name = format!("{}{name}", self.names.prefix());
        send(self.names.set_strict(&name, "", 0));
    }
}

/// The names of the cookies of this request that hold such a secret, as the browser knows them: signing out removes
/// them.
pub(in crate::web) fn secrets_in(headers: &HeaderMap, names: CookieNames) -> Vec<String> {
    cookie::pairs(headers)
        .map(|(name, _)| name)
        .filter(|name| name.strip_prefix(names.prefix()).is_some_and(is_secret))
        .map(str::to_owned)
        .collect()
}

fn is_secret(name: &str) -> bool {
    (name.starts_with(LINK) || name.starts_with(SETUP))
        && name.len() <= 64
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn send(cookie: HeaderValue) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.append_header(header::SET_COOKIE, cookie);
    }
}

fn link_name(invitation: InvitationId) -> String {
    format!("{LINK}{}", invitation.as_uuid().simple())
}

fn setup_name(customer: OrganizationId) -> String {
    format!("{SETUP}{}", customer.as_uuid().simple())
}

/// Ids are of one kind only, so that no user has that of a customer.
fn password_name(user: UserId) -> String {
    format!("{SETUP}{}", user.as_uuid().simple())
}

/// The form of our own values; anything else in these cookies was put there by somebody else.
fn is_plain(value: &str) -> bool {
    value.len() <= 64 && value.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::testing;

    fn cookies(header: &'static str) -> Cookies {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static(header));
        Cookies::of(
            &headers,
            CookieNames::for_url(&testing::config(&[]).public_url),
        )
    }

    fn invitation(number: u128) -> InvitationId {
        InvitationId::from_uuid(Uuid::from_u128(number))
    }

    #[test]
    fn a_browser_keeps_a_few_links_and_the_oldest_make_room() {
        let cookies = cookies("");
        for number in 1..=6 {
            cookies.keep_link(invitation(number), "abc");
        }
        let kept: Vec<bool> = (1..=6)
            .map(|number| cookies.kept_link(invitation(number)).is_some())
            .collect();
        assert_eq!(kept, [false, false, true, true, true, true]);
        cookies.forget_link(invitation(5));
        assert_eq!(cookies.kept_link(invitation(5)), None);
    }

    #[test]
    fn a_temporary_password_is_read_once() {
        let customer = OrganizationId::from_uuid(Uuid::from_u128(1));
        let cookies = cookies("");
        cookies.keep_setup(customer, "pQ7");
        assert_eq!(cookies.take_setup(customer).as_deref(), Some("pQ7"));
        assert_eq!(cookies.take_setup(customer), None);
    }

    #[test]
    fn what_is_not_ours_is_not_read() {
        let evil = cookies(
            "__Host-tierline-link-00000000000000000000000000000001=<script>; __Host-tierline-link-x=ok; \
             tierline-link-y=planted; lang=en",
        );
        assert_eq!(evil.kept_link(invitation(1)), None);
        assert_eq!(evil.names_with(LINK), ["tierline-link-x"]);
    }
}
