//! The connections of each network: one alone does not take them all.

use std::collections::{HashMap, hash_map::Entry};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use crate::{config::Proxies, web::limit::network};

/// How many connections each network has, and may have. Trusted proxies have as many as they need: theirs are those of
/// all their clients.
#[derive(Clone, Debug)]
pub(super) struct Networks {
    most: usize,
    proxies: Proxies,
    open: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// A connection's place in its network, given back when it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    networks: Networks,
    /// None for a proxy.
    network: Option<IpAddr>,
}

impl Networks {
    pub(super) fn new(most: usize, proxies: Proxies) -> Self {
        Self {
            most,
            proxies,
            open: Arc::default(),
        }
    }

    /// A place for one more connection of this client; none if its network has as many as it may.
    pub(super) fn enter(&self, client: IpAddr) -> Option<Place> {
        let client = client.to_canonical();
        let network = (!self.proxies.trusts(client)).then(|| network(client));
        if let Some(network) = network {
            let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
            let count = open.entry(network).or_default();
            if *count >= self.most {
                return None;
            }
            *count += 1;
        }
        Some(Place {
            networks: self.clone(),
            network,
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some(network) = self.network else { return };
        let open = &self.networks.open;
        let mut open = open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Entry::Occupied(mut count) = open.entry(network) {
            if *count.get() > 1 {
                *count.get_mut() -= 1;
            } else {
                count.remove();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enter(networks: &Networks, client: &str) -> Option<Place> {
        networks.enter(client.parse().unwrap())
    }

    #[test]
    fn a_network_has_so_many_places_and_gives_them_back() {
        let networks = Networks::new(2, Proxies::default());
        let first = enter(&networks, "192.0.2.1").unwrap();
        let _second = enter(&networks, "::ffff:192.0.2.1").unwrap();
        assert!(enter(&networks, "192.0.2.1").is_none());
        assert!(enter(&networks, "192.0.2.2").is_some(), "another network");
        drop(first);
        assert!(enter(&networks, "192.0.2.1").is_some());
    }

    #[test]
    fn a_network_of_version_6_is_a_64() {
        let networks = Networks::new(1, Proxies::default());
        let _one = enter(&networks, "2001:db8:0:1::1").unwrap();
        assert!(enter(&networks, "2001:db8:0:1:ffff::2").is_none());
        assert!(enter(&networks, "2001:db8:0:2::1").is_some());
    }

    #[test]
    fn nothing_is_kept_of_networks_that_have_left() {
        let networks = Networks::new(3, Proxies::default());
        let places: Vec<_> = (1..=50)
            .map(|n| enter(&networks, &format!("192.0.2.{n}")).unwrap())
            .collect();
        assert_eq!(networks.open.lock().unwrap().len(), 50);
        drop(places);
        assert!(networks.open.lock().unwrap().is_empty());
    }

    #[test]
    fn a_trusted_proxy_is_not_counted() {
        let config = crate::testing::config(&["--trusted-proxies=10.0.0.0/8"]);
        let networks = Networks::new(1, config.proxies);
        let places: Vec<_> = (0..20).map(|_| enter(&networks, "10.0.0.1")).collect();
        assert!(places.iter().all(Option::is_some));
    }
}
