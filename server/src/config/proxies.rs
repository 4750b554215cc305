use std::net::{IpAddr, SocketAddr};

use ipnet::IpNet;

use super::Problem;

/// The proxies in front of this server that are trusted to name the client they forward for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies {
    networks: Vec<IpNet>,
    header: ForwardedHeader,
}

/// The header in which the proxies do it. A proxy often passes another one on as it came, from anybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ForwardedHeader {
    /// `X-Forwarded-For`.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

impl ForwardedHeader {
    pub const ALL: [ForwardedHeader; 2] =
        [ForwardedHeader::XForwardedFor, ForwardedHeader::Forwarded];

    /// Its name, in lower case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            ForwardedHeader::XForwardedFor => "x-forwarded-for",
            ForwardedHeader::Forwarded => "forwarded",
        }
    }

    fn parse(text: &str) -> Result<ForwardedHeader, Problem> {
        ForwardedHeader::ALL
            .into_iter()
            .find(|header| text.eq_ignore_ascii_case(header.name()))
            .ok_or_else(|| Problem {
                setting: "--forwarded-header (TIERLINE_FORWARDED_HEADER)",
                wrong: format!("`{text}` is neither `x-forwarded-for` nor `forwarded`"),
                example: "x-forwarded-for",
            })
    }

    /// The address in one element of the header.
    fn address(self, element: &str) -> Option<IpAddr> {
        match self {
            ForwardedHeader::XForwardedFor => node(element),
            ForwardedHeader::Forwarded => for_parameter(element),
        }
    }
}

/// What is probably wrong with the settings, by a request that says whom it is forwarded for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No proxy is trusted: behind one, all callers are counted as one.
    NoneIsTrusted,
    /// A trusted proxy forwards with this header, and another one is read.
    AnotherHeader(ForwardedHeader),
}

impl Proxies {
    /// From addresses and networks, separated by commas, none from an empty text; and the name of the header.
    pub(super) fn parse(networks: &str, header: &str) -> Result<Proxies, Vec<Problem>> {
        let mut problems = Vec::new();
        let parts = networks.split(',').map(str::trim);
        let mut networks = Vec::new();
        for part in parts.filter(|it| !it.is_empty()) {
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
        match ForwardedHeader::parse(header) {
            Ok(header) if problems.is_empty() => Ok(Proxies { networks, header }),
            Ok(_) => Err(problems),
            Err(problem) => {
                problems.push(problem);
                Err(problems)
            }
        }
    }

    /// The caller's address, by the address of the connection and the values of [`Proxies::header`], the last value
    /// last. A port is no part of it.
    pub fn caller<'a>(
        &self,
        connection: IpAddr,
        values: impl DoubleEndedIterator<Item = &'a str>,
    ) -> IpAddr {
        let said = values
            .rev()
            .flat_map(|value| value.rsplit(','))
            .map(|element| self.header.address(element));
        self.walk(connection.to_canonical(), said)
    }

    /// The header that is read.
    #[must_use]
    pub fn header(&self) -> ForwardedHeader {
        self.header
    }

    /// The doubt that a request of this connection raises, by the headers that it has.
    #[must_use]
    pub fn doubt(
        &self,
        connection: IpAddr,
        has: impl Fn(ForwardedHeader) -> bool,
    ) -> Option<Doubt> {
        let other = ForwardedHeader::ALL
            .into_iter()
            .find(|header| has(*header))?;
        if self.is_empty() {
            Some(Doubt::NoneIsTrusted)
        } else if self.trusts(connection) && !has(self.header) {
            Some(Doubt::AnotherHeader(other))
        } else {
            None
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
        self.networks.is_empty()
    }

    /// Whether this is the address of one of them.
    #[must_use]
    pub fn trusts(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.networks
            .iter()
            .any(|network| network.contains(&address))
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
        caller_by("x-forwarded-for", proxies, connection, forwarded_for)
    }

    fn caller_by(header: &str, proxies: &str, connection: &str, values: &[&str]) -> String {
        Proxies::parse(proxies, header)
            .unwrap()
            .caller(connection.parse().unwrap(), values.iter().copied())
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
    fn settings_that_do_not_fit_a_request_are_doubted() {
        use ForwardedHeader::{Forwarded, XForwardedFor};
        let doubt = |proxies: &str, connection: &str, has: &[ForwardedHeader]| {
            Proxies::parse(proxies, "x-forwarded-for")
                .unwrap()
                .doubt(connection.parse().unwrap(), |header| has.contains(&header))
        };
        for header in ForwardedHeader::ALL {
            let none = Some(Doubt::NoneIsTrusted);
            assert_eq!(doubt("", "192.0.2.1", &[header]), none);
        }
        assert_eq!(doubt("", "192.0.2.1", &[]), None);
        let (proxies, proxy) = ("10.0.0.0/8", "10.1.2.3");
        let another = Some(Doubt::AnotherHeader(Forwarded));
        assert_eq!(doubt(proxies, proxy, &[Forwarded]), another);
        // What is read is there, nothing is, or anybody has sent it.
        assert_eq!(doubt(proxies, proxy, &[XForwardedFor]), None);
        assert_eq!(doubt(proxies, proxy, &[XForwardedFor, Forwarded]), None);
        assert_eq!(doubt(proxies, proxy, &[]), None);
        assert_eq!(doubt(proxies, "192.0.2.1", &[Forwarded]), None);
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
    fn the_standard_header_is_read_where_the_proxy_writes_it() {
        let standard = |said: &[&str]| caller_by("Forwarded", "10.0.0.0/8", "10.1.2.3", said);
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
}
