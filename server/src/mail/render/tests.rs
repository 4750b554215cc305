use tierline_core::account::Factor;

use super::*;
use crate::{
    mail::{GrantKind, InvitationKind, OrderLine},
    pipeline::template::AccessChange,
};

const EVIL: &str = "</textarea><script>alert(1)</script>";

/// One of each, with the given text in every field.
fn samples(text: &str) -> Vec<MailTemplate> {
    let text = text.to_owned();
    let link = "https://portal.example/x?a=1&b=2".to_owned();
    let kinds = [InvitationKind::Partnership, InvitationKind::Relationship];
    let mut samples = vec![
        MailTemplate::Invitation {
            subject: text.clone(),
            body: format!("Dear {text},\n\nplease follow {link}\n\nKind regards"),
            link: link.clone(),
        },
        MailTemplate::PartnershipEnded {
            ended_by: text.clone(),
            reason: Some(text.clone()),
            link: link.clone(),
        },
        MailTemplate::PartnershipEnded {
            ended_by: text.clone(),
            reason: None,
            link: link.clone(),
        },
        MailTemplate::PartnershipEnding {
            ended_by: text.clone(),
            ends: "January 31, 2030".to_owned(),
            reason: Some(text.clone()),
            link: link.clone(),
        },
        MailTemplate::PartnershipEnding {
            ended_by: text.clone(),
            ends: "January 31, 2030".to_owned(),
            reason: None,
            link: link.clone(),
        },
        MailTemplate::RelationshipEnded {
            ended_by: text.clone(),
            reason: Some(text.clone()),
            link: link.clone(),
        },
        MailTemplate::RelationshipEnded {
            ended_by: text.clone(),
            reason: None,
            link: link.clone(),
        },
        MailTemplate::CustomerCreated {
            partner: text.clone(),
            customer: text.clone(),
            account: text.clone(),
            link: link.clone(),
        },
        MailTemplate::OrderSubmitted {
            seller: text.clone(),
            customer: text.clone(),
            lines: vec![
                OrderLine {
                    product: text.clone(),
                    quantity: 5,
                    amount: "€50.00".to_owned()
                };
                2
            ],
            total: "€100.00".to_owned(),
            link: link.clone(),
        },
    ];
    for kind in kinds {
        samples.extend([
            MailTemplate::InvitationAccepted {
                kind,
                accepter: text.clone(),
                link: link.clone(),
            },
            MailTemplate::InvitationDeclined {
                kind,
                decliner: text.clone(),
                reason: Some(text.clone()),
                link: link.clone(),
            },
            MailTemplate::InvitationDeclined {
                kind,
                decliner: text.clone(),
                reason: None,
                link: link.clone(),
            },
            MailTemplate::InvitationCanceled {
                kind,
                inviter: text.clone(),
            },
            MailTemplate::ExpiryReminder {
                kind,
                invited: text.clone(),
                expires: "January 31, 2030".to_owned(),
                link: link.clone(),
            },
        ]);
    }
    for factor in Factor::ALL {
        samples.push(MailTemplate::SecondFactorSetUp {
            account: text.clone(),
            factor,
            link: link.clone(),
        });
        samples.extend([true, false].map(|added| MailTemplate::FactorChanged {
            account: text.clone(),
            factor,
            added,
            link: link.clone(),
        }));
    }
    samples.extend([0, 1, 9].map(|left| MailTemplate::RecoveryCodeUsed {
        account: text.clone(),
        left,
        link: link.clone(),
    }));
    samples.push(MailTemplate::RecoveryCodesRenewed {
        account: text.clone(),
        link: link.clone(),
    });
    samples.extend(
        [true, false].map(|by_operator| MailTemplate::SecondFactorTurnedOff {
            account: text.clone(),
            by_operator,
            by_admin_of: None,
            link: link.clone(),
        }),
    );
    samples.push(MailTemplate::SecondFactorTurnedOff {
        account: text.clone(),
        by_operator: false,
        by_admin_of: Some(text.clone()),
        link: link.clone(),
    });
    samples.push(MailTemplate::MemberInvited {
        by: text.clone(),
        organization: text.clone(),
        roles: "Sales agent".to_owned(),
        expires: "January 31, 2030".to_owned(),
        link: link.clone(),
    });
    samples.push(MailTemplate::PasswordLink {
        account: text.clone(),
        organization: text.clone(),
        expires: "January 31, 2030".to_owned(),
        link: link.clone(),
    });
    let changes = [
        AccessChange::Roles,
        AccessChange::Blocked,
        AccessChange::Unblocked,
        AccessChange::Removed,
    ];
    samples.extend(changes.map(|change| MailTemplate::AccessChanged {
        change,
        account: text.clone(),
        organization: text.clone(),
        roles: "Sales agent".to_owned(),
        link: link.clone(),
    }));
    samples.push(MailTemplate::TenantAdminGranted {
        reseller: text.clone(),
        link: link.clone(),
    });
    let grants = [
        GrantKind::OrderOnBehalf,
        GrantKind::Administration,
        GrantKind::Support,
        GrantKind::TenantAdmin,
    ];
    samples.extend(grants.map(|grant| MailTemplate::GrantEnded {
        grant,
        ended_by: text.clone(),
        customer: text.clone(),
        link: link.clone(),
    }));
    samples
}

#[test]
fn each_mail_is_written_in_each_language() {
    let mut kinds = std::collections::BTreeSet::new();
    for mail in samples("Contoso & Söhne") {
        kinds.insert(mail.kind());
        let written = Lang::ALL.map(|language| render(&mail, language, None).unwrap());
        for (language, mail_in) in Lang::ALL.into_iter().zip(&written) {
            assert!(!mail_in.subject.is_empty());
            assert!(
                mail_in.subject.contains("Contoso & Söhne")
                    || mail_in.text.contains("Contoso & Söhne")
            );
            assert!(
                mail_in
                    .html
                    .contains(&format!("<html lang=\"{}\">", language.tag()))
            );
            assert!(
                mail_in.html.contains("Contoso &amp; Söhne"),
                "{}",
                mail_in.html
            );
            for text in [&mail_in.subject, &mail_in.text, &mail_in.html] {
                assert!(!text.contains("{{") && !text.contains("{%"), "{text}");
            }
        }
        if mail.kind() != "invitation" {
            assert_ne!(written[0].text, written[1].text);
            assert_ne!(written[1].text, written[2].text);
        }
    }
    assert_eq!(
        kinds.len(),
        MailTemplate::FILES.len(),
        "a template without a sample: {kinds:?}"
    );
}

#[test]
fn whatever_is_put_in_stays_text_in_html() {
    for mail in samples(EVIL) {
        for language in Lang::ALL {
            let html = render(&mail, language, None).unwrap().html;
            assert!(!html.contains("<script"), "{html}");
            assert!(!html.contains("</textarea"), "{html}");
            assert!(html.contains("&lt;script&gt;"), "{html}");
        }
    }
}

#[test]
fn template_code_in_a_text_is_a_text() {
    let mail = &samples("{{ 7 * 7 }}{% include 'layout.html' %}")[0];
    let text = render(mail, Lang::En, None).unwrap().text;
    assert!(
        text.contains("{{ 7 * 7 }}{% include 'layout.html' %}"),
        "{text}"
    );
}

#[test]
fn a_subject_has_one_line() {
    for mail in samples("Contoso\r\nBcc: everyone@example.com\u{85}\n\tX: y") {
        for language in Lang::ALL {
            let subject = render(&mail, language, None).unwrap().subject;
            assert!(!subject.chars().any(char::is_control), "{subject:?}");
        }
    }
}

#[test]
fn a_link_that_is_not_a_web_address_is_no_button() {
    for link in [
        "javascript:alert(1)",
        "data:text/html,x",
        " https://example.com",
        "",
    ] {
        let mail = MailTemplate::Invitation {
            subject: "Hello".to_owned(),
            body: "Hello".to_owned(),
            link: link.to_owned(),
        };
        assert!(
            !render(&mail, Lang::En, None).unwrap().html.contains("href"),
            "{link}"
        );
    }
}

#[test]
fn an_order_reads_as_written_here() {
    let mail = samples("Contoso")
        .into_iter()
        .find(|mail| mail.kind() == "order_submitted")
        .unwrap();
    let english = render(&mail, Lang::En, None).unwrap();
    assert_eq!(english.subject, "An order for Contoso was submitted");
    assert_eq!(
        english.text,
        "Contoso submitted an order for Contoso:\n\n5 × Contoso: €50.00\n5 × Contoso: €50.00\n\nTotal: €100.00\n\n\
         View subscriptions:\nhttps://portal.example/x?a=1&b=2\n\n\
         This is an automated email, and replies aren't read. If you have questions, write to your contact at \
         Contoso.\n"
    );
    assert!(
        english
            .html
            .contains("5 × Contoso: €50.00<br>5 × Contoso: €50.00</p>"),
        "{}",
        english.html
    );
}

#[test]
fn an_invitation_is_what_its_sender_wrote_and_its_link_a_button() {
    let mail = &samples("Contoso")[0];
    let english = render(mail, Lang::En, None).unwrap();
    assert_eq!(english.subject, "Contoso");
    assert_eq!(
        english.text,
        "Dear Contoso,\n\nplease follow https://portal.example/x?a=1&b=2\n\nKind regards\n"
    );
    assert_eq!(english.html.matches("<p ").count(), 4);
    assert_eq!(english.html.matches("href=").count(), 1);
    assert!(english.html.contains("View invitation</a>"));
}

#[test]
fn an_automatic_mail_says_whom_to_write_to() {
    let contact: Mailbox = "Partner support <support@program.example>".parse().unwrap();
    for mail in samples("Contoso & Söhne") {
        for language in Lang::ALL {
            let plain = render(&mail, language, None).unwrap();
            let with = render(&mail, language, Some(&contact)).unwrap();
            if mail.is_from_a_person() {
                assert_eq!(plain, with, "{}", mail.kind());
                continue;
            }
            assert_ne!(plain, with);
            let last = |text: &str| text.trim_end().lines().last().unwrap().to_owned();
            assert!(
                last(&with.text).contains("support@program.example"),
                "{}",
                with.text
            );
            assert!(with.html.contains("support@program.example"));
            assert_eq!(
                last(&plain.text).contains("Contoso & Söhne"),
                mail.other_party().is_some(),
                "{}",
                plain.text
            );
        }
    }
}
