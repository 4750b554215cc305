//! How often one may try to sign in, to enter a code, or to do what costs as much without an account.
//!
//! Counted in this server's memory: even a limit that is lost at a restart, and counted by each of several servers,
//! makes guessing hopeless, and saves a write for every attempt.

use std::{
    collections::hash_map::RandomState,
    hash::{BuildHasher as _, Hash},
    net::IpAddr,
    num::NonZeroU32,
    time::Duration,
};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _};
use tierline_app::error::PortalError;

/// Attempts from one network: enough for an office behind one address, far too few for guessing.
const BY_NETWORK: (u32, Duration) = (60, Duration::from_secs(1));
/// Attempts on one account from one browser that has signed in to it before.
const BY_DEVICE: (u32, Duration) = (10, Duration::from_secs(30));
/// Attempts on one account from one network. They come back five times as slowly as those from everywhere, so that one
/// network alone never uses those up.
const BY_ACCOUNT_HERE: (u32, Duration) = (10, Duration::from_mins(5));
/// Attempts on one account from everywhere, browsers that are known to it apart: a million networks together try 1,500
/// passwords a day.
const BY_ACCOUNT: (u32, Duration) = (100, Duration::from_mins(1));
/// Codes of one account. A caller who enters one has the password already, and three of a million codes are right at
/// any moment: in a day of trying, less than one in a thousand finds one.
const CODES: (u32, Duration) = (10, Duration::from_secs(300));

/// Failed forms that are kept for one network until their page is shown: enough for an office, little to store.
const KEPT_FORMS: (u32, Duration) = (60, Duration::from_secs(5));

/// Refused attempts on one account that are noted for its owner: who floods the account does not flood the database.
const NOTED: (u32, Duration) = (1, Duration::from_mins(1));

/// The limits, one of each for the whole server.
#[derive(Debug)]
pub(crate) struct Limits {
    by_network: Limiter,
    by_device: Limiter,
    by_account_here: Limiter,
    by_account: Limiter,
    codes: Limiter,
    kept_forms: Limiter,
    noted: Limiter,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            by_network: Limiter::new(BY_NETWORK),
            by_device: Limiter::new(BY_DEVICE),
            by_account_here: Limiter::new(BY_ACCOUNT_HERE),
            by_account: Limiter::new(BY_ACCOUNT),
            codes: Limiter::new(CODES),
            kept_forms: Limiter::new(KEPT_FORMS),
            noted: Limiter::new(NOTED),
        }
    }
}

impl Limits {
    /// Counts an attempt to sign in. A browser that has signed in to the account before is counted by itself, and so
    /// gets in however often others have tried from other networks.
    pub(crate) fn attempt(
        &self,
        address: Option<IpAddr>,
        account: &str,
        known_device: Option<&[u8]>,
    ) -> Result<(), PortalError> {
        self.costly(address)?;
        let account = account.to_lowercase();
        match known_device {
            Some(device) => self.by_device.check((&account, device)),
            None => {
                self.by_account_here.check((&account, address.map(site)))?;
                self.by_account.check(&account)
            }
        }
    }

    /// Counts a code that a user has entered.
    pub(crate) fn code(&self, address: Option<IpAddr>, account: &str) -> Result<(), PortalError> {
        self.costly(address)?;
        self.codes.check(account.to_lowercase())
    }

    /// Counts a failed form that is kept for its page.
    pub(crate) fn kept_form(&self, address: Option<IpAddr>) -> Result<(), PortalError> {
        address.map_or(Ok(()), |address| self.kept_forms.check(network(address)))
    }

    /// Whether a refused attempt on the account is worth a line for its owner: there was none a moment ago.
    pub(crate) fn is_news(&self, account: &str) -> bool {
        self.noted.check(account).is_ok()
    }

    /// Counts something that costs as much as an attempt to sign in: done without an account, it could keep the server
    /// busy.
    pub(crate) fn costly(&self, address: Option<IpAddr>) -> Result<(), PortalError> {
        address.map_or(Ok(()), |address| self.by_network.check(network(address)))
    }
}

/// A limit that is counted by bucket. A key falls into one of so many buckets that two seldom share one, and the bucket
/// of a key is known to nobody outside: so the memory is bounded, whatever strangers post as their name.
#[derive(Debug)]
struct Limiter {
    buckets: DefaultKeyedRateLimiter<u32>,
    seed: RandomState,
}

const BUCKETS: u32 = 1 << 17;

impl Limiter {
    fn new(limit: (u32, Duration)) -> Limiter {
        Limiter {
            buckets: RateLimiter::keyed(quota(limit)),
            seed: RandomState::new(),
        }
    }

    fn check(&self, key: impl Hash) -> Result<(), PortalError> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "less than the number of buckets"
        )]
        let bucket = (self.seed.hash_one(key) % u64::from(BUCKETS)) as u32;
        self.buckets
            .check_key(&bucket)
            .map_err(|refused| PortalError::TooMany {
                retry_after_seconds: refused
                    .wait_time_from(self.buckets.clock().now())
                    .as_secs()
                    .max(1),
            })
    }
}

fn quota((burst, period): (u32, Duration)) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(period)
        .unwrap_or_else(|| Quota::per_minute(burst))
        .allow_burst(burst)
}

/// The network of an address: an IPv6 subscriber has a whole /64.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) & !u128::from(u64::MAX)).into()),
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// One customer of an IPv6 provider may have a /48 of many networks: guessing at one account counts for all of them.
fn site(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) & !(u128::MAX >> 48)).into()),
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(n: u32) -> Option<IpAddr> {
        Some(IpAddr::from([203, 0, 113, u8::try_from(n).unwrap()]))
    }

    fn allowed(limits: &Limits, address: Option<IpAddr>, device: Option<&[u8]>) -> usize {
        (0..50)
            .filter(|_| {
                limits
                    .attempt(address, "alex@contoso.example", device)
                    .is_ok()
            })
            .count()
    }

    #[test]
    fn an_account_is_not_guessed_at_from_one_network() {
        let limits = Limits::default();
        for _ in 0..10 {
            assert_eq!(
                limits.attempt(from(1), "alex@contoso.example", None),
                Ok(())
            );
        }
        let refused = limits.attempt(from(1), "Alex@contoso.example", None);
        assert!(
            matches!(
                refused,
                Err(PortalError::TooMany {
                    retry_after_seconds: 31..=300
                })
            ),
            "{refused:?}"
        );
        assert_eq!(limits.attempt(from(1), "kim@contoso.example", None), Ok(()));
    }

    #[test]
    fn a_stranger_does_not_lock_an_account_for_its_owner() {
        let limits = Limits::default();
        assert_eq!(allowed(&limits, from(1), None), 10);
        assert_eq!(
            limits.attempt(from(2), "alex@contoso.example", None),
            Ok(())
        );
    }

    #[test]
    fn one_network_alone_never_uses_up_the_attempts_from_everywhere() {
        assert!(BY_ACCOUNT_HERE.0 < BY_ACCOUNT.0 && BY_ACCOUNT_HERE.1 > BY_ACCOUNT.1);
        let limits = Limits::default();
        let tried = (0..100).filter(|n: &u32| {
            let address = format!("2001:db8:7:{n:x}::1").parse().ok();
            limits
                .attempt(address, "alex@contoso.example", None)
                .is_ok()
        });
        assert_eq!(tried.count(), 10, "networks of one /48");
    }

    #[test]
    fn failed_forms_of_a_network_are_limited() {
        let limits = Limits::default();
        let kept = (0..100).filter(|_| limits.kept_form(from(1)).is_ok());
        assert_eq!(kept.count(), 60);
        assert_eq!(limits.kept_form(from(2)), Ok(()));
    }

    #[test]
    fn of_a_flood_of_refused_attempts_one_is_news() {
        let limits = Limits::default();
        let news = (0..100).filter(|_| limits.is_news("alex@contoso.example"));
        assert_eq!(news.count(), 1);
        assert!(limits.is_news("kim@contoso.example"));
    }

    #[test]
    fn many_networks_together_are_limited_too_and_a_known_browser_is_not() {
        let limits = Limits::default();
        let strangers: usize = (1..=30).map(|n| allowed(&limits, from(n), None)).sum();
        assert_eq!(strangers, 100);
        assert_eq!(allowed(&limits, from(200), Some(b"a browser")), 10);
        assert_eq!(allowed(&limits, from(201), Some(b"another one")), 10);
    }

    #[test]
    fn codes_are_not_guessed_at_either() {
        let limits = Limits::default();
        for _ in 0..10 {
            assert_eq!(limits.code(None, "alex@contoso.example"), Ok(()));
        }
        let refused = limits.code(None, "Alex@contoso.example");
        assert!(
            matches!(
                refused,
                Err(PortalError::TooMany {
                    retry_after_seconds: 31..=300
                })
            ),
            "{refused:?}"
        );
        assert_eq!(limits.attempt(None, "alex@contoso.example", None), Ok(()));
    }

    #[test]
    fn a_network_does_not_try_many_accounts() {
        let limits = Limits::default();
        let attempts = (0..100).filter(|n: &u32| {
            let address = format!("2001:db8::{n}").parse().ok();
            limits
                .attempt(address, &format!("{n}@contoso.example"), None)
                .is_ok()
        });
        assert_eq!(attempts.count(), 60);
    }

    #[test]
    fn names_that_strangers_make_up_cost_a_bounded_memory() {
        let limits = Limits::default();
        for n in 0..2 * BUCKETS {
            let _ = limits.code(None, &n.to_string());
        }
        let held = limits.codes.buckets.len();
        assert!(held <= usize::try_from(BUCKETS).unwrap(), "{held}");
    }
}
