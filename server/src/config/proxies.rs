use std::net::IpAddr;

use ipnet::IpNet;

use super::Problem;

/// The proxies in front of this server that are trusted to name the client they forward for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(Vec<IpNet>);

impl Proxies {
    /// From addresses and networks, separated by commas; none from an empty text.
    pub(super) fn parse(text: &str) -> Result<Proxies, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut networks = Vec::new();
        for part in text.split(',').map(str::trim).filter(|it| !it.is_empty()) {
            let network = part
                .parse::<IpNet>()
                .or_else(|_| part.parse::<IpAddr>().map(IpNet::from));
            match network {
                Ok(network) => networks.push(network),
                Err(_) => problems.push(Problem {
                    setting: "--trusted-proxies (TIERLINE_TRUSTED_PROXIES)",
                    wrong: format!("`{part}` is neither an IP address nor a network"),
                    example: "127.0.0.1,10.0.0.0/8",
                }),
            }
        }
        if problems.is_empty() {
            Ok(Proxies(networks))
        } else {
            Err(problems)
        }
    }

    /// The client's address, from the address of the connection and the values of `X-Forwarded-For`, the last one last.
    ///
    /// Each proxy adds the address of its own client on the right. So the list is read from there, as long as a trusted
    /// proxy added the entry: anything further left may be forged.
    pub fn caller<'a>(
        &self,
        connection: IpAddr,
        forwarded_for: impl DoubleEndedIterator<Item = &'a str>,
    ) -> IpAddr {
        let mut caller = connection.to_canonical();
        for said in forwarded_for.rev().flat_map(|value| value.rsplit(',')) {
            if !self.trusts(caller) {
                break;
            }
            match said.trim().parse::<IpAddr>() {
                Ok(address) => caller = address.to_canonical(),
                Err(_) => break,
            }
        }
        caller
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(proxies: &str, connection: &str, forwarded_for: &[&str]) -> String {
        Proxies::parse(proxies)
            .unwrap()
            .caller(connection.parse().unwrap(), forwarded_for.iter().copied())
            .to_string()
    }

    #[test]
    fn without_a_trusted_proxy_it_is_the_connection() {
        assert_eq!(caller("", "192.0.2.1", &["203.0.113.9"]), "192.0.2.1");
        assert_eq!(
            caller("10.0.0.0/8", "192.0.2.1", &["203.0.113.9"]),
            "192.0.2.1"
        );
    }

    #[test]
    fn a_trusted_proxy_says_whom_it_forwards_for() {
        let proxies = "10.0.0.0/8, 2001:db8::1";
        assert_eq!(caller(proxies, "10.1.2.3", &["203.0.113.9"]), "203.0.113.9");
        assert_eq!(
            caller(proxies, "::ffff:10.1.2.3", &["203.0.113.9"]),
            "203.0.113.9"
        );
        assert_eq!(
            caller(proxies, "10.1.2.3", &["203.0.113.9, 2001:db8::1"]),
            "203.0.113.9"
        );
        // No header, or an unreadable one.
        assert_eq!(caller(proxies, "10.1.2.3", &[]), "10.1.2.3");
        assert_eq!(caller(proxies, "10.1.2.3", &["unknown"]), "10.1.2.3");
    }

    #[test]
    fn what_a_caller_makes_up_itself_counts_for_nothing() {
        let made_up = ["198.51.100.7, 10.9.9.9", "203.0.113.9, 10.0.0.2"];
        assert_eq!(caller("10.0.0.0/8", "10.1.2.3", &made_up), "203.0.113.9");
    }
}
