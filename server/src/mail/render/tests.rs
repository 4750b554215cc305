mod directory;
mod ends;
mod enrolling;
mod members;
mod partners;
mod requests;
mod standing;

use std::collections::BTreeSet;

use tierline_core::{account::Factor, subscription::Outlook};

use super::*;
use crate::{
    account::follow::{
        FactorChanged, RecoveryCodeUsed, RecoveryCodesRenewed, SecondFactorSetUp,
        SecondFactorTurnedOff,
    },
    agreement::follow::AgreementSigned,
    customer::follow::CustomerCreated,
    invitation::follow::{
        ExpiryReminder, InvitationAccepted, InvitationCanceled, InvitationDeclined, InvitationKind,
        InvitationMail,
    },
    member::follow::{AccessChange, AccessChanged, PasswordLink},
    operator::follow::PartnerAdded,
    order::follow::{OrderLine, OrderSubmitted},
    partnership::follow::{PartnershipEnded, PartnershipEnding, TenantAdminGranted},
    subscription::follow::RenewalReminder,
};

const EVIL: &str = "</textarea><script>alert(1)</script>";

/// One of each, with the given text in every field.
fn samples(text: &str) -> Vec<Mail> {
    let text = text.to_owned();
    let link = "https://portal.example/x?a=1&b=2".to_owned();
    let kinds = [InvitationKind::Partnership, InvitationKind::Relationship];
    let mut samples = vec![
        Mail::from(InvitationMail {
            subject: text.clone(),
            body: format!("Dear {text},\n\nplease follow {link}\n\nKind regards"),
            link: link.clone(),
        }),
        Mail::from(PartnershipEnded {
            ended_by: text.clone(),
            reason: Some(text.clone()),
            link: link.clone(),
        }),
        Mail::from(PartnershipEnded {
            ended_by: text.clone(),
            reason: None,
            link: link.clone(),
        }),
        Mail::from(PartnershipEnding {
            ended_by: text.clone(),
            ends: "January 31, 2030".to_owned(),
            reason: Some(text.clone()),
            link: link.clone(),
        }),
        Mail::from(PartnershipEnding {
            ended_by: text.clone(),
            ends: "January 31, 2030".to_owned(),
            reason: None,
            link: link.clone(),
        }),
        Mail::from(CustomerCreated {
            partner: text.clone(),
            customer: text.clone(),
            account: text.clone(),
            link: link.clone(),
        }),
        Mail::from(OrderSubmitted {
            seller: text.clone(),
            customer: text.clone(),
            lines: vec![
                OrderLine {
                    product: text.clone(),
                    plan: "1 year, billed monthly".to_owned(),
                    quantity: 5,
                    amount: "€50.00".to_owned()
                };
                2
            ],
            total: "€100.00".to_owned(),
            link: link.clone(),
        }),
    ];
    for outlook in [Outlook::Renews, Outlook::Changes, Outlook::Ends] {
        samples.push(Mail::from(RenewalReminder {
            product: text.clone(),
            customer: text.clone(),
            licenses: "25".to_owned(),
            ends: "January 31, 2030".to_owned(),
            outlook,
            link: link.clone(),
        }));
    }
    samples.extend(partners::samples(&text, &link));
    for kind in kinds {
        samples.extend([
            Mail::from(InvitationAccepted {
                kind,
                accepter: text.clone(),
                link: link.clone(),
            }),
            Mail::from(InvitationDeclined {
                kind,
                decliner: text.clone(),
                reason: Some(text.clone()),
                link: link.clone(),
            }),
            Mail::from(InvitationDeclined {
                kind,
                decliner: text.clone(),
                reason: None,
                link: link.clone(),
            }),
            Mail::from(InvitationCanceled {
                kind,
                inviter: text.clone(),
            }),
            Mail::from(ExpiryReminder {
                kind,
                invited: text.clone(),
                expires: "January 31, 2030".to_owned(),
                link: link.clone(),
            }),
        ]);
    }
    samples.extend(enrolling::samples(&text, &link));
    for factor in Factor::ALL {
        samples.push(Mail::from(SecondFactorSetUp {
            account: text.clone(),
            factor,
            link: link.clone(),
        }));
        samples.extend([true, false].map(|added| {
            Mail::from(FactorChanged {
                account: text.clone(),
                factor,
                added,
                link: link.clone(),
            })
        }));
    }
    samples.extend([0, 1, 9].map(|left| {
        Mail::from(RecoveryCodeUsed {
            account: text.clone(),
            left,
            link: link.clone(),
        })
    }));
    samples.push(Mail::from(RecoveryCodesRenewed {
        account: text.clone(),
        link: link.clone(),
    }));
    samples.extend([true, false].map(|by_operator| {
        Mail::from(SecondFactorTurnedOff {
            account: text.clone(),
            by_operator,
            by_admin_of: None,
            link: link.clone(),
        })
    }));
    samples.push(Mail::from(SecondFactorTurnedOff {
        account: text.clone(),
        by_operator: false,
        by_admin_of: Some(text.clone()),
        link: link.clone(),
    }));
    samples.extend(directory::samples(&text, &link));
    samples.extend(requests::samples(&text, &link));
    samples.extend(members::samples(&text, &link));
    samples.push(Mail::from(PasswordLink {
        account: text.clone(),
        organization: text.clone(),
        expires: "January 31, 2030".to_owned(),
        link: link.clone(),
    }));
    let changes = [
        AccessChange::Roles,
        AccessChange::Blocked,
        AccessChange::Unblocked,
        AccessChange::Removed,
        AccessChange::Restored,
    ];
    samples.push(Mail::from(AgreementSigned {
        organization: text.clone(),
        agreement: text.clone(),
        version: text.clone(),
        signer: text.clone(),
        account: text.clone(),
        at: "January 31, 2030".to_owned(),
        digest: text.clone(),
        link: link.clone(),
    }));
    samples.extend(changes.map(|change| {
        Mail::from(AccessChanged {
            change,
            account: text.clone(),
            organization: text.clone(),
            roles: "Sales agent".to_owned(),
            link: link.clone(),
        })
    }));
    samples.push(Mail::from(PartnerAdded {
        organization: text.clone(),
        account: text.clone(),
        expires: "November 30, 2026".to_owned(),
        link: link.clone(),
    }));
    samples.extend(standing::samples(&text, &link));
    samples.push(Mail::from(TenantAdminGranted {
        reseller: text.clone(),
        link: link.clone(),
    }));
    samples
}

/// The names of all mails, by their files.
fn files() -> BTreeSet<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/mail");
    let names = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap());
    let mails = names.filter_map(|name| name.strip_suffix(".txt").map(str::to_owned));
    mails.filter(|name| name != AUTOMATIC).collect()
}

#[test]
fn each_mail_is_written_in_each_language() {
    let mut kinds = BTreeSet::new();
    for mail in samples("Contoso & Söhne") {
        kinds.insert(mail.kind.name.to_owned());
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
        if mail.kind.name != "invitation" {
            assert_ne!(written[0].text, written[1].text);
            assert_ne!(written[1].text, written[2].text);
        }
    }
    assert_eq!(kinds, files(), "each file is a mail with a sample");
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
        let mail = Mail::from(InvitationMail {
            subject: "Hello".to_owned(),
            body: "Hello".to_owned(),
            link: link.to_owned(),
        });
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
        .find(|mail| mail.kind.name == "order_submitted")
        .unwrap();
    let english = render(&mail, Lang::En, None).unwrap();
    assert_eq!(english.subject, "An order for Contoso was submitted");
    assert_eq!(
        english.text,
        "Contoso submitted an order for Contoso. Amounts are per month:\n\n\
         5 × Contoso (1 year, billed monthly): €50.00\n5 × Contoso (1 year, billed monthly): €50.00\n\n\
         Total per month: €100.00\n\n\
         View the order:\nhttps://portal.example/x?a=1&b=2\n\n\
         This is an automated email, and replies aren't read. If you have questions, write to your contact at \
         Contoso.\n"
    );
    assert!(
        english.html.contains(
            "5 × Contoso (1 year, billed monthly): €50.00<br>5 × Contoso (1 year, billed monthly): €50.00</p>"
        ),
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
            if mail.kind.is_from_a_person {
                assert_eq!(plain, with, "{}", mail.kind.name);
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
                mail.other_party.is_some(),
                "{}",
                plain.text
            );
        }
    }
}
