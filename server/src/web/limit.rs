//! Limits on signing in and on entering codes, by address and by account, and on signing up, by address.
//!
//! Counted in this server's memory: even a limit that is lost at a restart, and counted by each of several servers,
//! makes guessing hopeless, and saves a write for every attempt.

use std::{net::IpAddr, num::NonZeroU32, time::Duration};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _};
use tierline_app::error::PortalError;

/// Attempts from one address: enough for an office that shares one, far too few for guessing.
const BY_ADDRESS: (u32, Duration) = (60, Duration::from_secs(1));
/// Attempts on one account.
const BY_ACCOUNT: (u32, Duration) = (10, Duration::from_secs(30));
/// Codes of one account. An attacker here has the password already, and three of a million codes are right at any
/// moment: less than one in a thousand finds one in a day of trying.
const CODES: (u32, Duration) = (10, Duration::from_secs(300));
/// Above this number of keys, those that no longer limit anything are dropped.
const KEYS: usize = 10_000;

/// The limits, one of each for the whole server.
pub(crate) struct Limits {
    by_address: DefaultKeyedRateLimiter<IpAddr>,
    by_account: DefaultKeyedRateLimiter<String>,
    codes: DefaultKeyedRateLimiter<String>,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            by_address: RateLimiter::keyed(quota(BY_ADDRESS)),
            by_account: RateLimiter::keyed(quota(BY_ACCOUNT)),
            codes: RateLimiter::keyed(quota(CODES)),
        }
    }
}

impl Limits {
    /// Counts an attempt to sign in.
    pub(crate) fn attempt(
        &self,
        address: Option<IpAddr>,
        account: &str,
    ) -> Result<(), PortalError> {
        self.costly(address)?;
        check(&self.by_account, &account.to_lowercase())
    }

    /// Counts an entered code.
    pub(crate) fn code(&self, address: Option<IpAddr>, account: &str) -> Result<(), PortalError> {
        self.costly(address)?;
        check(&self.codes, &account.to_lowercase())
    }

    /// Counts a request that costs as much as an attempt to sign in: without a limit, a client without an account could
    /// keep the server busy.
    pub(crate) fn costly(&self, address: Option<IpAddr>) -> Result<(), PortalError> {
        address.map_or(Ok(()), |address| check(&self.by_address, &network(address)))
    }
}

fn quota((burst, period): (u32, Duration)) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(period)
        .unwrap_or_else(|| Quota::per_minute(burst))
        .allow_burst(burst)
}

/// An IPv6 subscriber has a whole /64.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) & !u128::from(u64::MAX)).into()),
        v4 @ IpAddr::V4(_) => v4,
    }
}

fn check<K: Clone + Eq + std::hash::Hash>(
    limiter: &DefaultKeyedRateLimiter<K>,
    key: &K,
) -> Result<(), PortalError> {
    if limiter.len() > KEYS {
        limiter.retain_recent();
    }
    limiter
        .check_key(key)
        .map_err(|refused| PortalError::TooMany {
            retry_after_seconds: refused
                .wait_time_from(limiter.clock().now())
                .as_secs()
                .max(1),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_not_guessed_at() {
        let limits = Limits::default();
        for _ in 0..10 {
            assert_eq!(limits.attempt(None, "alex@contoso.example"), Ok(()));
        }
        let refused = limits.attempt(None, "Alex@contoso.example");
        assert!(
            matches!(
                refused,
                Err(PortalError::TooMany {
                    retry_after_seconds: 1..=30
                })
            ),
            "{refused:?}"
        );
        assert_eq!(limits.attempt(None, "kim@contoso.example"), Ok(()));
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
        assert_eq!(limits.attempt(None, "alex@contoso.example"), Ok(()));
    }

    #[test]
    fn an_address_does_not_try_many_accounts() {
        let limits = Limits::default();
        let attempts = (0..100).filter(|n: &u32| {
            let address = format!("2001:db8::{n}").parse().ok();
            limits
                .attempt(address, &format!("{n}@contoso.example"))
                .is_ok()
        });
        assert_eq!(attempts.count(), 60);
    }
}
