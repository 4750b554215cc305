use std::net::{IpAddr, SocketAddr};

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

    /// The caller's address, by the address of the connection and the values of `X-Forwarded-For` and `Forwarded`
    /// (RFC 7239), each with the last value last. A port is no part of it.
    ///
    /// A proxy writes one of the two headers and often passes the other one on as it came. So where both are there
    /// and name different callers, neither is believed, and the caller is the connection.
    pub fn caller<'a>(
        &self,
        connection: IpAddr,
        x_forwarded_for: impl DoubleEndedIterator<Item = &'a str>,
        forwarded: impl DoubleEndedIterator<Item = &'a str>,
    ) -> IpAddr {
        let connection = connection.to_canonical();
        let mut plain = x_forwarded_for
            .rev()
            .flat_map(|value| value.rsplit(','))
            .map(node)
            .peekable();
        let mut standard = forwarded
            .rev()
            .flat_map(|value| value.rsplit(','))
            .map(for_parameter)
            .peekable();
        match (plain.peek().is_some(), standard.peek().is_some()) {
            (false, false) => connection,
            (true, false) => self.walk(connection, plain),
            (false, true) => self.walk(connection, standard),
            (true, true) => {
                let caller = self.walk(connection, plain);
                if caller == self.walk(connection, standard) {
                    caller
                } else {
                    connection
                }
            }
        }
    }

    /// Each proxy adds on the right whom it was asked by. So the list is read from there, as long as it was a trusted
    /// proxy that said so: what stands further left may have been made up by anybody.
    fn walk(&self, connection: IpAddr, said: impl Iterator<Item = Option<IpAddr>>) -> IpAddr {
        let mut caller = connection;
        for address in said {
            if !self.trusts(caller) {
                break;
            }
            let Some(address) = address else { break };
            caller = address.to_canonical();
        }
        caller
    }

    /// Whether no proxy is trusted at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// An address as proxies write it: bare, or with a port, where IPv6 stands in brackets.
fn node(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bracketed = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    text.parse::<IpAddr>()
        .ok()
        .or_else(|| Some(text.parse::<SocketAddr>().ok()?.ip()))
        .or_else(|| bracketed().map(IpAddr::V6))
}

/// The `for` of one element of `Forwarded`, as in `for="[2001:db8::1]:4711";proto=https`.
fn for_parameter(element: &str) -> Option<IpAddr> {
    element.split(';').find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let value = value.trim();
        let value = value
            .strip_prefix('"')
            .and_then(|value| value.strip_suffix('"'))
            .unwrap_or(value);
        name.trim()
            .eq_ignore_ascii_case("for")
            .then(|| node(value))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(proxies: &str, connection: &str, forwarded_for: &[&str]) -> String {
        caller_by_both(proxies, connection, forwarded_for, &[])
    }

    fn caller_by_both(
        proxies: &str,
        connection: &str,
        x_forwarded_for: &[&str],
        forwarded: &[&str],
    ) -> String {
        Proxies::parse(proxies)
            .unwrap()
            .caller(
                connection.parse().unwrap(),
                x_forwarded_for.iter().copied(),
                forwarded.iter().copied(),
            )
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
    #[test]
    fn a_port_is_no_part_of_the_caller() {
        for said in [
            "203.0.113.7:17085, 10.0.0.6",
            "203.0.113.7:443",
            "203.0.113.7 , 10.0.0.6:8080",
        ] {
            assert_eq!(
                caller("10.0.0.0/8", "10.1.2.3", &[said]),
                "203.0.113.7",
                "{said}"
            );
        }
        for said in ["2001:db8::9", "[2001:db8::9]", "[2001:db8::9]:4711"] {
            assert_eq!(
                caller("10.0.0.0/8", "10.1.2.3", &[said]),
                "2001:db8::9",
                "{said}"
            );
        }
        assert_eq!(
            caller("10.0.0.0/8", "10.1.2.3", &["203.0.113.7:x"]),
            "10.1.2.3"
        );
    }

    #[test]
    fn the_standard_header_is_read_too() {
        let standard = |said: &[&str]| caller_by_both("10.0.0.0/8", "10.1.2.3", &[], said);
        for said in [
            "for=203.0.113.7",
            "proto=https;For=\"203.0.113.7:4711\";by=10.1.2.3",
            "for=198.51.100.1, for=203.0.113.7;proto=http, for=10.0.0.6",
        ] {
            assert_eq!(standard(&[said]), "203.0.113.7", "{said}");
        }
        assert_eq!(standard(&["for=\"[2001:db8::9]:4711\""]), "2001:db8::9");
        assert_eq!(
            standard(&["for=198.51.100.1", "for=203.0.113.7"]),
            "203.0.113.7"
        );
        for said in ["for=unknown", "for=_hidden", "by=203.0.113.7", ""] {
            assert_eq!(standard(&[said]), "10.1.2.3", "{said}");
        }
    }

    #[test]
    fn headers_that_contradict_each_other_are_not_believed() {
        let both = |x_forwarded_for, forwarded| {
            caller_by_both("10.0.0.0/8", "10.1.2.3", &[x_forwarded_for], &[forwarded])
        };
        assert_eq!(both("203.0.113.7", "for=203.0.113.7"), "203.0.113.7");
        assert_eq!(both("203.0.113.7", "for=198.51.100.1"), "10.1.2.3");
    }
}
