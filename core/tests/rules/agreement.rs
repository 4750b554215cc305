//! Agreements: when a signature counts, and what it makes of a partner.

use tierline_core::{Evolve as _, organization::Capability};
use tierline_core::{
    Refusal,
    access::may_transact,
    agreement::{
        Agreement, AgreementKind, SignFacts, Signature, Signed, Signing, in_force, may_sign, sign,
    },
    enrollment::{Enrollment, Event as Enrolled, Path},
    market::Language,
    organization::{Capability::IndirectReseller, CapabilityState, Event, Organization},
    role::Role,
};

use crate::common::*;

fn signing(agreement: &Agreement) -> Signing {
    Signing {
        kind: agreement.kind,
        version: agreement.version.clone(),
        language: Language::English,
        text: agreement.texts[0].digest,
        address: [192, 0, 2, 1].into(),
    }
}

fn signed(
    organization: &Organization,
    enrollment: Option<&Enrollment>,
    agreement: &Agreement,
) -> Result<Signed, Refusal> {
    let facts = SignFacts {
        organization,
        enrollment,
        reseller_agreement: None,
        agreements: std::slice::from_ref(agreement),
    };
    let admin = actor(organization, Role::GlobalAdmin);
    sign(facts, &signing(agreement), &admin, day(20))
}

fn qualified() -> Organization {
    let organization = Organization {
        agreement: None,
        ..reseller()
    };
    with(organization, IndirectReseller, CapabilityState::Qualified)
}

#[test]
fn only_a_global_admin_signs_exactly_what_is_in_force() {
    let all = [agreement(1, "2026-01", day(0), None)];
    let organization = qualified();
    let enrollment = qualified_enrollment(&organization);
    let facts = SignFacts {
        organization: &organization,
        enrollment: Some(&enrollment),
        reseller_agreement: None,
        agreements: &all,
    };
    let code = |signing: &Signing, role| {
        let refused = sign(facts, signing, &actor(&organization, role), day(20));
        refused.map(drop).map_err(|refusal| refusal.code())
    };
    let good = signing(&all[0]);
    assert_eq!(code(&good, Role::GlobalAdmin), Ok(()));
    assert_eq!(code(&good, Role::AdminAgent), Err("role_missing"));
    let another = Signing {
        text: "00".repeat(32).parse().unwrap(),
        ..good.clone()
    };
    assert_eq!(
        code(&another, Role::GlobalAdmin),
        Err("agreement_text_differs")
    );
    let untranslated = Signing {
        language: Language::SimplifiedChinese,
        ..good.clone()
    };
    assert_eq!(
        code(&untranslated, Role::GlobalAdmin),
        Err("agreement_text_differs")
    );
    let older = Signing {
        version: "2025-01".parse().unwrap(),
        ..good
    };
    assert_eq!(
        code(&older, Role::GlobalAdmin),
        Err("agreement_not_in_force")
    );
}

#[test]
fn nothing_is_signed_twice_and_a_newer_version_is_signed_by_an_active_partner() {
    let reseller = reseller();
    let known = agreement(1, "1", day(0), None);
    assert_eq!(
        signed(&reseller, None, &known).unwrap_err().code(),
        "agreement_signed"
    );
    let newer = agreement(2, "2026-02", day(10), None);
    let signed = signed(&reseller, None, &newer).unwrap();
    // Active already: nothing but the signature.
    assert!(matches!(
        signed.organization[..],
        [Event::AgreementSigned { .. }]
    ));
    assert_eq!(signed.enrollment, None);
    let mut after = reseller;
    after.apply(&signed.organization[0]);
    assert_eq!(after.agreement.unwrap().version, "2026-02");
}

#[test]
fn a_suspended_partner_does_not_become_active_by_signing() {
    let agreement = agreement(1, "2026-01", day(0), None);
    let suspended = with(qualified(), IndirectReseller, CapabilityState::Suspended);
    let mut enrollment = qualified_enrollment(&suspended);
    enrollment.apply(&Enrolled::Suspended { at: day(10) });
    let while_suspended = signed(&suspended, Some(&enrollment), &agreement).unwrap();
    assert_eq!(while_suspended.organization.len(), 1);
    let mut after = suspended;
    after.apply(&while_suspended.organization[0]);
    assert!(may_transact(&after, IndirectReseller).is_err());

    // Once that is over, signing what was signed makes it active.
    enrollment.apply(&Enrolled::Authorized { at: day(12) });
    let after = with(after, IndirectReseller, CapabilityState::Qualified);
    let again = signed(&after, Some(&enrollment), &agreement).unwrap();
    assert_eq!(again.organization.len(), 2);
}

#[test]
fn the_indirect_reseller_agreement_is_for_partners_in_the_program() {
    let mut text = agreement(1, "2026-01", day(0), None);
    text.kind = AgreementKind::IndirectResellerAgreement;
    let organization = with(direct_bill(), IndirectReseller, CapabilityState::Qualified);
    let begun = Enrolled::Begun {
        organization: organization.id,
        path: Path::Additional {
            capability: Capability::DirectBill,
        },
        at: day(1),
        by: id(7),
    };
    let mut enrollment = Enrollment::evolve(id(10), None, &begun).unwrap();
    enrollment.apply(&Enrolled::Submitted {
        at: day(1),
        by: id(7),
    });
    enrollment.apply(&Enrolled::Vouched { at: day(1) });
    let both = signed(&organization, Some(&enrollment), &text).unwrap();
    assert_eq!(both.organization.len(), 2);
    assert_eq!(both.enrollment, Some(Enrolled::Activated { at: day(20) }));

    let admin = actor(&organization, Role::GlobalAdmin);
    let kind = AgreementKind::IndirectResellerAgreement;
    let without = may_sign(&organization, None, kind, &admin).unwrap_err();
    assert_eq!(without.code(), "agreement_not_offered");
    let unsigned = Organization {
        agreement: None,
        ..organization
    };
    let refusal = may_sign(&unsigned, Some(&enrollment), kind, &admin).unwrap_err();
    assert_eq!(refusal.code(), "agreement_unsigned");
}

#[test]
fn past_its_day_an_unsigned_version_stops_business() {
    let mut text = agreement(2, "2026-02", day(30), Some(day(60)));
    text.kind = AgreementKind::IndirectResellerAgreement;
    let signature = Signature {
        kind: text.kind,
        version: "2026-01".parse().unwrap(),
        language: Language::English,
        text: text.texts[0].digest,
        address: [192, 0, 2, 1].into(),
        at: day(5),
        by: id(7),
    };
    let all = [text];
    let transacts = |signature: &Signature, now| {
        let stands = in_force(reseller(), Some(signature), &all, now);
        may_transact(&stands, IndirectReseller).map_err(|refusal| refusal.code())
    };
    assert_eq!(transacts(&signature, day(59)), Ok(()));
    assert_eq!(transacts(&signature, day(60)), Err("agreement_unsigned"));
    let newer = Signature {
        version: "2026-02".parse().unwrap(),
        at: day(40),
        ..signature
    };
    assert_eq!(transacts(&newer, day(60)), Ok(()));
}
