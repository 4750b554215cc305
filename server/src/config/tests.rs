use clap::Parser;

use super::*;

#[derive(Parser)]
struct Command {
    #[command(flatten)]
    flags: Flags,
}

/// The flags as given, without environment variables of the test machine.
fn flags(arguments: &[&str]) -> Flags {
    let mut flags =
        Command::parse_from(std::iter::once("tierline").chain(arguments.iter().copied())).flags;
    if !arguments.contains(&"--database-url") {
        flags.database_url = None;
    }
    flags
}

fn check(arguments: &[&str]) -> Result<Config, Problems> {
    Config::check(flags(arguments))
}

#[test]
fn nothing_said_is_a_whole_configuration() {
    let config = check(&[]).unwrap();
    assert!(matches!(config.database, DatabaseSource::Private));
    assert_eq!(config.public_url.origin(), "http://localhost:3000");
    assert_eq!(
        config.metrics_listen,
        Some("127.0.0.1:9464".parse().unwrap())
    );
    assert!(
        matches!(&config.mail.transport, MailTransport::Folder(folder) if folder.ends_with("data/mail"))
    );
    assert!(!config.demo);
}

#[test]
fn every_problem_is_told_at_once() {
    let problems = check(&[
        "--listen=here",
        "--metrics-listen=there",
        "--public-url=ftp://example.com",
        "--database-url",
        "mysql://root:secret@localhost/x",
        "--trusted-proxies=127.0.0.1,everybody",
        "--forwarded-header=x-real-ip",
        "--tenant-domain=tenants",
        "--pool-size=many",
        "--log-format=xml",
        "--log=tierline=loud",
        "--mail-from=nobody",
        "--mail-contact=anybody",
        "--smtp-url=http://user:secret@example.com",
        "--resend-minutes=-1",
        "--invitations-a-day=0",
        "--mail-days=0",
        "--max-connections-of-a-network=5",
        "--require-second-factor=some",
    ])
    .unwrap_err();
    let text = problems.to_string();
    for setting in [
        "--listen (TIERLINE_LISTEN): `here`",
        "--metrics-listen (TIERLINE_METRICS_LISTEN): `there`",
        "--resend-minutes (TIERLINE_RESEND_MINUTES): `-1`",
        "--invitations-a-day (TIERLINE_INVITATIONS_A_DAY): `0`",
        "--mail-days (TIERLINE_MAIL_DAYS): `0`",
        "--max-connections-of-a-network (TIERLINE_MAX_CONNECTIONS_OF_A_NETWORK): `5`",
        "--public-url (TIERLINE_PUBLIC_URL): `ftp://example.com`",
        "--database-url (DATABASE_URL)",
        "--trusted-proxies (TIERLINE_TRUSTED_PROXIES): `everybody`",
        "--forwarded-header (TIERLINE_FORWARDED_HEADER): `x-real-ip`",
        "--tenant-domain (TIERLINE_TENANT_DOMAIN): `tenants`",
        "--pool-size (TIERLINE_POOL_SIZE): `many`",
        "--log-format (TIERLINE_LOG_FORMAT): `xml`",
        "--log (TIERLINE_LOG): `tierline=loud`",
        "--mail-from (TIERLINE_MAIL_FROM): `nobody`",
        "--mail-contact (TIERLINE_MAIL_CONTACT)",
        "--smtp-url (TIERLINE_SMTP_URL)",
        "--require-second-factor (TIERLINE_REQUIRE_SECOND_FACTOR): `some`",
    ] {
        assert!(text.contains(setting), "{setting} is not in:\n{text}");
    }
    assert_eq!(problems.iter().count(), 18, "{text}");
    assert!(!text.contains("secret"), "{text}");
}

#[test]
fn tenants_are_named_under_the_domain_that_is_set() {
    let domain = |arguments: &[&str]| check(arguments).unwrap().tenant_domain.to_string();
    assert_eq!(domain(&[]), "tierline.example");
    assert_eq!(
        domain(&["--tenant-domain=Tenants.Contoso.com."]),
        "tenants.contoso.com"
    );
    // A user's address has to have room before it.
    let long = format!("--tenant-domain={}example.com", "abcdefg.".repeat(20));
    for wrong in [
        "--tenant-domain=",
        "--tenant-domain=https://contoso.com",
        &long,
    ] {
        let problems = check(&[wrong]).unwrap_err().to_string();
        assert!(problems.contains("--tenant-domain"), "{problems}");
    }
}

#[test]
fn a_public_url_is_kept_as_browsers_write_an_origin() {
    for (said, origin) in [
        ("https://Portal.Example.com", "https://portal.example.com"),
        ("https://portal.example.com/", "https://portal.example.com"),
        (
            "https://portal.example.com:443",
            "https://portal.example.com",
        ),
        (
            "http://portal.example.com:8080",
            "http://portal.example.com:8080",
        ),
        ("http://[::1]:3000", "http://[::1]:3000"),
    ] {
        assert_eq!(
            check(&["--public-url", said]).unwrap().public_url.origin(),
            origin
        );
    }
}

#[test]
fn a_public_url_has_an_http_scheme_and_nothing_after_the_host() {
    for wrong in [
        "javascript:alert(1)",
        "portal.example.com",
        "https://",
        "https://portal.example.com/app",
        "https://portal.example.com/?a=b",
        "https://user@portal.example.com",
        "https://portal.example.com:99999",
        "https://portal.example.com/#top",
    ] {
        let problems = check(&["--public-url", wrong]).unwrap_err();
        assert!(
            problems.to_string().contains("--public-url"),
            "{wrong}: {problems}"
        );
    }
}

#[test]
fn the_port_of_the_default_public_url_is_the_one_listened_on() {
    let config = check(&["--listen", "0.0.0.0:8080"]).unwrap();
    assert_eq!(
        config.public_url.join("/sign-in"),
        "http://localhost:8080/sign-in"
    );
}

#[test]
fn metrics_can_be_off_but_not_on_the_same_port() {
    assert_eq!(
        check(&["--metrics-listen", "off"]).unwrap().metrics_listen,
        None
    );
    assert!(check(&["--metrics-listen", "127.0.0.1:3000"]).is_err());
}

#[test]
fn every_kind_of_mail_server_is_understood() {
    for url in [
        "smtp://localhost:2525",
        "smtps://user:password@mail.example.com",
        "smtp+starttls://user:pass%40word@mail.example.com:587",
    ] {
        let config = check(&["--smtp-url", url]).unwrap();
        assert!(
            matches!(config.mail.transport, MailTransport::Smtp(_)),
            "{url}"
        );
    }
}

#[test]
fn secrets_are_not_shown() {
    let config = check(&[
        "--database-url",
        "postgres://tierline:secret@localhost/tierline",
        "--smtp-url",
        "smtps://user:secret@mail.example.com",
    ])
    .unwrap();
    assert!(!format!("{config:?}").contains("secret"));
}
